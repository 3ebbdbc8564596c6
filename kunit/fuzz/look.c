// SPDX-License-Identifier: GPL-2.0
/*
 * A look at a machine that was made up, in the order in which src/pf looks.
 */
#include <linux/bitops.h>
#include <linux/err.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "core/look/look.h"
#include "machine.h"

static const struct config_space *space_of(const struct fuzz_machine *machine,
					   enum fuzz_where where)
{
	return &machine->spaces[where].space;
}

static int look_chain(const struct config_space *space, struct pf_facts *facts)
{
	struct ext_chain *chain = ext_chain_read(space);

	if (IS_ERR(chain))
		return PTR_ERR(chain);
	facts->chain = facts_chain(chain);
	ext_chain_free(chain);
	return facts->chain ? config_present(space) : -ENOMEM;
}

static int look_image(const struct config_space *space, struct pf_facts *facts)
{
	facts->image = kvzalloc(sizeof(*facts->image), GFP_KERNEL);
	return facts->image ? image_space_copy(facts->image, space) : -ENOMEM;
}

static int look_registers(const struct config_space *space,
			  const struct pf_caps *caps, unsigned int what,
			  struct pf_facts *facts)
{
	int ret = 0;

	facts->kernel.cap_offset = caps->offset;
	facts->kernel.has_ea = caps->has_ea;
	facts->sriov_error = caps->sriov_error;
	if (what & FACTS_SRIOV && caps->sriov_error)
		return caps->sriov_error;
	if (!caps->sriov_error && what & (FACTS_SRIOV | FACTS_SRIOV_IF_ANY))
		ret = look_sriov(caps, &facts->sriov);
	if (!ret && what & FACTS_CHAIN)
		ret = look_chain(space, facts);
	if (!ret && what & FACTS_IMAGE)
		ret = look_image(space, facts);
	return ret;
}

static int look_at_port(const struct config_space *space,
			struct around_port *port)
{
	enum pcie_device_port_type type;
	struct port_caps caps = {};
	int ret;

	ret = look_port_caps(space, &caps);
	if (ret)
		return ret;
	if (caps.has_pcie && !view_get(&caps.pcie, device_port_type, &type))
		port->downstream = type == PCIE_ROOT_PORT ||
				   type == PCIE_DOWNSTREAM_PORT;
	ret = look_port(space, &caps, port);
	if (!ret)
		port->ide.error = look_port_ide(space, &caps, &port->ide);
	return ret;
}

static int look_at_peer(const struct fuzz_machine *machine,
			struct pf_around *around)
{
	const struct config_space *space = space_of(machine, FUZZ_PEER);
	struct around_peer *peer = kvzalloc(sizeof(*peer), GFP_KERNEL);
	struct pf_caps caps = {};

	if (!peer)
		return -ENOMEM;
	around->peers = peer;
	around->peer_count = 1;
	peer->routing_id = machine->kernel.routing_id ^ 1;
	peer->error = look_caps(space, &caps);
	if (!peer->error)
		peer->error = look_peer(&caps, &peer->sriov);
	return 0;
}

static int look_at_vfs(const struct fuzz_machine *machine,
		       struct pf_facts *facts)
{
	const struct config_space *space = space_of(machine, FUZZ_VF);
	struct pf_around *around = facts->around;
	struct around_vf *vf;
	u32 i;

	around->vfs =
		kvcalloc(facts->vf_device_count + 1, sizeof(*vf), GFP_KERNEL);
	around->functions = kvcalloc(BITS_TO_LONGS(AROUND_ROUTING_IDS),
				     sizeof(*around->functions), GFP_KERNEL);
	if (!around->vfs || !around->functions)
		return -ENOMEM;
	__set_bit((u16)(machine->kernel.routing_id ^ 1), around->functions);
	for (i = 0; i < facts->vf_device_count; i++) {
		vf = &around->vfs[around->vf_count++];
		vf->routing_id = facts->vf_devices[i].routing_id;
		vf->error = look_vf(space, vf);
		if (!vf->error)
			vf->error = look_vf_use(space, &vf->use);
	}
	return 0;
}

static void *copy_of(const void *from, size_t size)
{
	void *copy = kvzalloc(size + 1, GFP_KERNEL);

	return copy ? memcpy(copy, from, size) : NULL;
}

/* facts_drop() frees what the machine has in itself. */
static int look_copies(const struct fuzz_machine *machine,
		       struct pf_facts *facts)
{
	struct around_rooms *rooms = &facts->around->rooms;

	*rooms = machine->around.rooms;
	rooms->windows = copy_of(machine->windows, sizeof(machine->windows));
	rooms->holders = copy_of(machine->holders, sizeof(machine->holders));
	facts->vf_devices = copy_of(machine->devices, sizeof(machine->devices));
	facts->vf_device_count = machine->device_count;
	return rooms->windows && rooms->holders && facts->vf_devices ? 0 :
								       -ENOMEM;
}

static int look_around(const struct fuzz_machine *machine,
		       const struct pf_caps *caps, struct pf_facts *facts)
{
	const struct config_space *space = space_of(machine, FUZZ_PF);
	struct pf_around *around = facts->around;
	int ret;

	ret = look_copies(machine, facts);
	around->link.devfn = sriov_dependency(&facts->sriov,
					      facts->kernel.routing_id,
					      facts->kernel.integrated);
	around->port.exists = !machine->no_port;
	strscpy(around->port.name, "0000:00:01.0", sizeof(around->port.name));
	if (around->port.exists)
		around->port.error = look_at_port(space_of(machine, FUZZ_PORT),
						  &around->port);
	if (!ret)
		ret = look_at_peer(machine, around);
	if (!ret)
		ret = look_self(space, caps, around);
	if (!ret)
		ret = look_use(space, caps, &around->use);
	if (!ret)
		ret = look_at_vfs(machine, facts);
	return ret ?: facts_compare_vfs(facts);
}

int fuzz_look(struct fuzz_machine *machine, unsigned int what,
	      struct pf_facts *facts)
{
	const struct config_space *space = space_of(machine, FUZZ_PF);
	struct pf_caps caps = {};
	int ret;

	memset(facts, 0, sizeof(*facts));
	facts->unknown = machine->unknown;
	facts->why = "nobody says";
	facts->kernel = machine->kernel;
	strscpy(facts->kernel.name, "0000:03:00.0", sizeof(facts->kernel.name));
	facts->around = kvzalloc(sizeof(*facts->around), GFP_KERNEL);
	if (!facts->around)
		return -ENOMEM;
	*facts->around = machine->around;
	facts->around->rooms = (struct around_rooms){};
	ret = look_caps(space, &caps);
	if (!ret)
		ret = look_registers(space, &caps, what, facts);
	return ret ?: look_around(machine, &caps, facts);
}
