// SPDX-License-Identifier: GPL-2.0
/*
 * What is around a PF: the port above, who shares its bus, its IOMMU group.
 */
#include <dirent.h>
#include <sriovscope/caps/header.h>
#include <sriovscope/routing_id.h>
#include <unistd.h>

#include "facts.h"
#include "host.h"
#include "sysfs.h"

/* In a dump the port is the bridge that leads to the bus. */
static bool leads_to(const struct host_function *bridge, u32 domain, u8 bus)
{
	struct header1_header_type_reg type;
	u32 raw, secondary;

	if (bridge->domain != domain ||
	    config_read(&bridge->space, PCI_HEADER_TYPE, sizeof(u8), &raw))
		return false;
	type.raw = raw;
	if (register_get(&type, header_layout) != PCI_HEADER_TYPE_BRIDGE)
		return false;
	return !config_read(&bridge->space, PCI_SECONDARY_BUS, sizeof(u8),
			    &secondary) &&
	       secondary && secondary == bus;
}

struct host_function *host_port(const struct host_function *fn)
{
	const struct host *host = fn->host;
	char name[AROUND_NAME_LEN];
	u32 i;

	if (host->live)
		return sysfs_parent(fn, name, sizeof(name)) ?
			       host_find_name(host, name) :
			       NULL;
	for (i = 0; host->addressed && i < host->count; i++) {
		if (leads_to(&host->functions[i], fn->domain,
			     routing_id_bus(fn->routing_id)))
			return &host->functions[i];
	}
	return NULL;
}

static int port_look(struct host_function *bridge, unsigned int what,
		     struct around_port *port)
{
	enum pcie_device_port_type type;
	struct port_caps caps = {};
	int ret;

	ret = look_port_caps(&bridge->space, &caps);
	if (ret)
		return ret;
	if (caps.has_pcie && !view_get(&caps.pcie, device_port_type, &type))
		port->downstream = type == PCIE_ROOT_PORT ||
				   type == PCIE_DOWNSTREAM_PORT;
	ret = look_port(&bridge->space, &caps, port);
	if (!ret && what & FACTS_PORT_IDE)
		port->ide.error =
			look_port_ide(&bridge->space, &caps, &port->ide);
	return ret;
}

/* Below a host bridge, of which sysfs has the name pciDOMAIN:BUS */
static bool is_on_root_bus(const struct host_function *fn)
{
	char name[AROUND_NAME_LEN];

	return fn->host->live && sysfs_parent(fn, name, sizeof(name)) &&
	       !strncmp(name, "pci", 3);
}

/* The port may lack in a dump, and a guest or container may not see it. */
static void around_port(struct host_function *fn, unsigned int what,
			struct pf_facts *facts)
{
	struct around_port *port = &facts->around->port;
	struct host_function *bridge = host_port(fn);

	if (!bridge) {
		if (!facts->kernel.integrated && !is_on_root_bus(fn))
			facts->unknown |= ABOUT_PORT;
		return;
	}
	port->exists = true;
	strscpy(port->name, bridge->name, sizeof(port->name));
	port->error = port_look(bridge, what, port);
}

/* Of a root bus sysfs has no file. */
static void around_buses(struct host_function *fn, struct pf_facts *facts)
{
	struct host_function *bridge = host_port(fn);
	bool known;
	u32 last;

	if (!bridge)
		known = false;
	else if (fn->host->live)
		known = sysfs_number(bridge, "subordinate_bus_number", &last);
	else
		known = !config_read(&bridge->space, PCI_SUBORDINATE_BUS,
				     sizeof(u8), &last);
	if (known)
		facts->around->last_bus = last;
	else
		facts->unknown |= ABOUT_BUSES;
}

static void around_link(struct host_function *fn, struct pf_facts *facts)
{
	struct around_link *link = &facts->around->link;
	const struct host_function *other;

	link->devfn = sriov_dependency(&facts->sriov, fn->routing_id,
				       facts->kernel.integrated);
	/* A function is what it itself says of itself, in a dump too. */
	if (link->devfn == (fn->routing_id & 0xff))
		facts->unknown &= ~ABOUT_LINK;
	if (!fn->host->live)
		return;
	other = host_find(fn->host, fn->domain,
			  routing_id_first(routing_id_bus(fn->routing_id)) +
				  link->devfn);
	link->exists = other;
	link->is_physfn = other == fn ?
				  facts->kernel.is_physfn :
				  other && sysfs_has(other, "sriov_totalvfs");
}

static void around_iommu(const struct host_function *fn, struct pf_facts *facts)
{
	struct around_iommu *iommu = &facts->around->iommu;
	int group = facts_group_of(fn);
	const struct dirent *entry;
	char path[PATH_MAX];
	DIR *dir;

	if (group < 0)
		return;
	snprintf(path, sizeof(path),
		 "%s/sys/bus/pci/devices/%s/iommu_group/devices",
		 fn->host->root, fn->name);
	dir = opendir(path);
	if (!dir) {
		facts->unknown |= ABOUT_IOMMU;
		return;
	}
	iommu->exists = true;
	iommu->group = group;
	while ((entry = readdir(dir)))
		iommu->others += *entry->d_name != '.';
	closedir(dir);
	iommu->others -= !!iommu->others;
}

static bool same_bus(const struct host_function *a,
		     const struct host_function *b)
{
	return a->domain == b->domain &&
	       routing_id_bus(a->routing_id) == routing_id_bus(b->routing_id);
}

/* All functions of a bus stand side by side: from @first on, and before @end. */
static void bus_of(struct host_function *fn, struct host_function **first,
		   struct host_function **end)
{
	const struct host *host = fn->host;

	*first = fn;
	while (*first > host->functions && same_bus(*first - 1, fn))
		(*first)--;
	*end = fn + 1;
	while (*end < host->functions + host->count && same_bus(*end, fn))
		(*end)++;
}

static int peer_read(struct host_function *fn)
{
	const struct pf_caps *caps;

	if (facts_is_asleep(fn))
		return AROUND_ASLEEP;
	caps = host_caps(fn);
	return IS_ERR(caps) ? PTR_ERR(caps) : look_peer(caps, &fn->peer);
}

static void peer_fill(struct host_function *fn, struct around_peer *peer)
{
	if (!fn->peer_looked) {
		fn->peer_error = peer_read(fn);
		fn->peer_looked = true;
	}
	peer->routing_id = fn->routing_id;
	peer->error = fn->peer_error;
	peer->sriov = fn->peer;
}

int host_peers(struct host_function *fn, struct pf_facts *facts)
{
	struct pf_around *around = facts->around;
	struct host_function *first, *end, *other;

	if (!fn->host->live || !around)
		return 0;
	around->all_pfs = true;
	bus_of(fn, &first, &end);
	around->peers = calloc(end - first, sizeof(*around->peers));
	if (!around->peers)
		return -ENOMEM;
	for (other = first; other < end; other++) {
		if (other != fn && host_is_pf(other))
			peer_fill(other, &around->peers[around->peer_count++]);
	}
	return 0;
}

static bool is_own(const struct host_function *pf,
		   const struct host_function *other)
{
	return other == pf || other->owner == pf->routing_id;
}

/* Which functions are where the PF's VFs are? */
static int around_functions(const struct host_function *fn,
			    const struct sriov_state *sriov,
			    struct pf_around *around)
{
	u32 first = fn->routing_id + sriov->first_vf_offset, i;
	const struct host_function *other;

	if (!sriov->num_vfs)
		return 0;
	around->functions = calloc(BITS_TO_LONGS(AROUND_ROUTING_IDS),
				   sizeof(*around->functions));
	if (!around->functions)
		return -ENOMEM;
	for (i = 0; i < fn->host->count; i++) {
		other = &fn->host->functions[i];
		if (other->domain == fn->domain && other->routing_id >= first &&
		    !is_own(fn, other))
			__set_bit(other->routing_id, around->functions);
	}
	return 0;
}

/* Those that sleep are left alone: they may be a guest's. */
static void vf_fill(struct host_function *fn, unsigned int what,
		    struct around_vf *vf)
{
	vf->routing_id = fn->routing_id;
	vf->error = facts_is_asleep(fn) ? AROUND_ASLEEP : 0;
	if (!vf->error && what & FACTS_VFS)
		vf->error = look_vf(&fn->space, vf);
	if (!vf->error && what & FACTS_VF_USE)
		vf->error = look_vf_use(&fn->space, &vf->use);
}

static int around_vfs(struct host_function *fn, unsigned int what,
		      const struct pf_facts *facts)
{
	struct pf_around *around = facts->around;
	struct host_function *vf;
	u32 i;

	around->vfs = calloc(facts->vf_device_count ?: 1, sizeof(*around->vfs));
	if (!around->vfs)
		return -ENOMEM;
	for (i = 0; i < facts->vf_device_count; i++) {
		vf = host_find(fn->host, fn->domain,
			       facts->vf_devices[i].routing_id);
		if (vf)
			vf_fill(vf, what, &around->vfs[around->vf_count++]);
	}
	return 0;
}

static void around_place(struct host_function *fn, struct pf_facts *facts)
{
	around_buses(fn, facts);
	if (!facts->sriov_error)
		around_link(fn, facts);
	if (!fn->host->live)
		return;
	facts->around->page_size = sysconf(_SC_PAGESIZE);
	around_iommu(fn, facts);
}

int facts_around(struct host_function *fn, unsigned int what,
		 struct pf_facts *facts)
{
	struct pf_around *around = facts->around;
	int ret = 0;

	if (what & FACTS_PLACE)
		around_place(fn, facts);
	if (what & FACTS_PORT)
		around_port(fn, what, facts);
	if (what & FACTS_PEERS)
		ret = host_peers(fn, facts);
	if (!ret && what & FACTS_SELF)
		ret = look_self(&fn->space, &fn->caps, around);
	else if (!ret && what & FACTS_VF_BARS)
		ret = look_vf_bars(&fn->caps, around);
	if (!ret && what & FACTS_SELF_USE)
		ret = look_use(&fn->space, &fn->caps, &around->use);
	if (!ret && what & FACTS_ROOM)
		ret = facts_rooms(fn, facts);
	if (!ret && what & (FACTS_VFS | FACTS_VF_USE))
		ret = around_vfs(fn, what, facts);
	if (!ret && what & FACTS_VFS && fn->host->live && !facts->sriov_error)
		ret = around_functions(fn, &facts->sriov, around);
	return ret;
}
