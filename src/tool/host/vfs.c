// SPDX-License-Identifier: GPL-2.0
/*
 * The VFs that there are.
 */
#include "drivers.h"
#include "facts.h"
#include "host.h"
#include "sysfs.h"

/* Without an override the file says "(null)". */
static void vf_drivers(const struct host_function *vf, struct vf_device *device)
{
	char override[SYSFS_TEXT_LEN];
	u32 enabled = 0;

	sysfs_number(vf, "enable", &enabled);
	device->enabled = enabled;
	if (*device->driver)
		return;
	device->override_known = true;
	if (!sysfs_text(vf, "driver_override", override) ||
	    !strcmp(override, "(null)"))
		return;
	strscpy(device->override, override, sizeof(device->override));
	device->override_loaded = drivers_has(vf->host, override);
}

static void vf_add(const struct host_function *vf, unsigned int what,
		   struct pf_facts *facts)
{
	struct vf_device *at = &facts->vf_devices[facts->vf_device_count++];

	at->routing_id = vf->routing_id;
	at->group = -1;
	if (!vf->host->live)
		return;
	at->group = facts_group_of(vf);
	facts_driver_of(vf, at->driver);
	if (what & FACTS_VF_USE)
		vf_drivers(vf, at);
}

/* By the links of the PF, which are in the order of their addresses */
static void vfs_live(const struct host_function *fn, u32 count,
		     unsigned int what, struct pf_facts *facts)
{
	char name[AROUND_NAME_LEN], link[SYSFS_TEXT_LEN];
	const struct host_function *vf;
	u32 n;

	for (n = 0; n < count; n++) {
		snprintf(link, sizeof(link), "virtfn%u", n);
		if (!sysfs_link(fn, link, name, sizeof(name)))
			continue;
		vf = host_find_name(fn->host, name);
		if (vf)
			vf_add(vf, what, facts);
	}
}

/* Where the registers say. One that is missing was perhaps not asked for. */
static void vfs_dumped(const struct host_function *fn, u32 count,
		       unsigned int what, struct pf_facts *facts)
{
	const struct host_function *vf;
	u16 id;
	u32 n;

	for (n = 0; n < count; n++) {
		if (vf_routing_id(&facts->sriov, fn->routing_id, n, &id))
			break;
		vf = host_find(fn->host, fn->domain, id);
		if (!vf)
			break;
		vf_add(vf, what, facts);
	}
	if (n < count)
		facts->unknown |= ABOUT_VFS;
}

static u32 vfs_count(const struct host_function *fn,
		     const struct pf_facts *facts)
{
	if (fn->host->live)
		return facts->kernel.num_vfs;
	return !facts->sriov_error && facts->sriov.vf_enable ?
		       facts->sriov.num_vfs :
		       0;
}

int facts_vf_devices(struct host_function *fn, unsigned int what,
		     struct pf_facts *facts)
{
	u32 count = vfs_count(fn, facts);

	if (!count || facts_lack(facts, ABOUT_VFS))
		return 0;
	facts->vf_devices = calloc(count, sizeof(*facts->vf_devices));
	if (!facts->vf_devices)
		return -ENOMEM;
	if (fn->host->live)
		vfs_live(fn, count, what, facts);
	else
		vfs_dumped(fn, count, what, facts);
	return 0;
}
