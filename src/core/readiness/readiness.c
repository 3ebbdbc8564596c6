// SPDX-License-Identifier: GPL-2.0
/*
 * The table of causes, the most fundamental first: a VF that does not answer needs
 * no driver, and one that no driver has needs no interrupts. To add one, add a row.
 */
#include <linux/array_size.h>
#include <linux/kernel.h>
#include <linux/stdarg.h>
#include <linux/string.h>
#include <sriovscope/routing_id.h>

#include "causes.h"

#define CAUSE(what, makes, ...)                            \
	{                                                  \
		.name = #what, .state = READINESS_##makes, \
		.judge = readiness_##what, ##__VA_ARGS__   \
	}

/* Of a VF that vfio-pci has and nobody uses no register is known: it sleeps. */
static const struct cause {
	const char *name;
	enum readiness_state state;
	readiness_fn *judge;
	u32 needs; /* ABOUT_*, without which nothing can be told */
} causes[] = {
	CAUSE(pf_resetting, RESETTING),
	CAUSE(resetting, RESETTING),
	CAUSE(not_looked, UNKNOWN, .needs = ABOUT_VFS),
	CAUSE(unreadable, UNKNOWN),
	CAUSE(num_vfs, NOT_ANSWERING),
	CAUSE(pf_slept, NOT_ANSWERING, .needs = ABOUT_SELF | ABOUT_POWER),
	CAUSE(pf_power, NOT_ANSWERING, .needs = ABOUT_SELF | ABOUT_POWER),
	CAUSE(vf_enable, NOT_ANSWERING),
	CAUSE(ari, NOT_ANSWERING, .needs = ABOUT_PORT),
	CAUSE(pf_command, NOT_ANSWERING, .needs = ABOUT_SELF),
	CAUSE(silent, NOT_ANSWERING),
	CAUSE(vf_mse, NOT_ANSWERING),
	CAUSE(probing, UNKNOWN, .needs = ABOUT_DRIVER | ABOUT_VF_TRIED),
	CAUSE(in_guest, IN_GUEST, .needs = ABOUT_DRIVER),
	CAUSE(pci_stub, NO_DRIVER, .needs = ABOUT_DRIVER),
	CAUSE(busy, UNKNOWN, .needs = ABOUT_DRIVER),
	CAUSE(override_missing, NO_DRIVER, .needs = ABOUT_DRIVER),
	CAUSE(autoprobe_off, NO_DRIVER, .needs = ABOUT_DRIVER | ABOUT_KERNEL),
	CAUSE(group_open, NO_DRIVER, .needs = ABOUT_DRIVER | ABOUT_IOMMU),
	CAUSE(probe_failed, NO_DRIVER, .needs = ABOUT_DRIVER | ABOUT_VF_TRIED),
	CAUSE(not_tried, NO_DRIVER, .needs = ABOUT_DRIVER | ABOUT_VF_TRIED),
	CAUSE(unbound, NO_DRIVER, .needs = ABOUT_DRIVER | ABOUT_VF_TRIED),
	CAUSE(override_waits, NO_DRIVER, .needs = ABOUT_DRIVER),
	CAUSE(match_waits, NO_DRIVER, .needs = ABOUT_DRIVER | ABOUT_VF_TRIED),
	CAUSE(no_match, NO_DRIVER, .needs = ABOUT_DRIVER | ABOUT_VF_TRIED),
	CAUSE(no_driver, NO_DRIVER, .needs = ABOUT_DRIVER),
	CAUSE(vf_token, READY),
	CAUSE(group, READY, .needs = ABOUT_IOMMU),
	CAUSE(pf_bus_master, READY, .needs = ABOUT_SELF),
	CAUSE(vfio, READY),
	CAUSE(msix_none, READY),
	CAUSE(msix_few, READY),
	CAUSE(ats, READY, .needs = ABOUT_SELF),
};

const char *readiness_state_name(enum readiness_state state)
{
	static const char *const names[] = {
		[READINESS_READY] = "ready",
		[READINESS_NO_DRIVER] = "no-driver",
		[READINESS_IN_GUEST] = "in-guest",
		[READINESS_NOT_ANSWERING] = "not-answering",
		[READINESS_RESETTING] = "resetting",
		[READINESS_UNKNOWN] = "unknown",
	};

	return names[state];
}

bool readiness_say(struct readiness_result *result, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vscnprintf(result->reason, sizeof(result->reason), fmt, args);
	va_end(args);
	return true;
}

bool readiness_say_release(struct readiness_result *result,
			   const struct readiness_vf *vf, const char *why)
{
	const char *name = vf->name;

	return readiness_say(result,
			     "%s; to give it to a driver of the host: echo %s > /sys/bus/pci/devices/%s/driver/unbind && echo > /sys/bus/pci/devices/%s/driver_override && echo %s > /sys/bus/pci/drivers_probe",
			     why, name, name, name, name);
}

u32 readiness_count(const struct pf_facts *facts)
{
	if (facts_lack(facts, ABOUT_VFS) && !facts->sriov_error &&
	    facts->sriov.vf_enable)
		return facts->sriov.num_vfs;
	return facts->vf_device_count;
}

/* Of those that the kernel has: the device may number them otherwise by now. */
int readiness_number(const struct pf_facts *facts, u16 routing_id)
{
	const struct sriov_state *sriov = &facts->sriov;
	u32 first = facts->kernel.routing_id + sriov->first_vf_offset;
	u16 id;
	u32 n;

	if (facts->sriov_error || routing_id < first)
		return -ENODATA;
	n = sriov->vf_stride ? (routing_id - first) / sriov->vf_stride : 0;
	if (vf_routing_id(sriov, facts->kernel.routing_id, n, &id) ||
	    id != routing_id)
		return -ENODATA;
	return n;
}

bool readiness_place(const struct pf_facts *facts, u32 n, int *number,
		     u16 *routing_id)
{
	if (n < facts->vf_device_count) {
		*routing_id = facts->vf_devices[n].routing_id;
		*number = readiness_number(facts, *routing_id);
		return true;
	}
	*number = n;
	return !vf_routing_id(&facts->sriov, facts->kernel.routing_id, n,
			      routing_id);
}

/* Who has it decides; what else there is only warns. */
#define READINESS_DECIDES (ABOUT_PLACE | ABOUT_VFS | ABOUT_DRIVER)

static void readiness_well(const struct pf_facts *facts,
			   struct readiness_result *result)
{
	result->state = READINESS_READY;
	if (!facts_lack(facts, READINESS_DECIDES))
		return;
	result->state = READINESS_UNKNOWN;
	facts_say_lack(facts, READINESS_DECIDES, result->reason,
		       sizeof(result->reason));
}

/* Does the row tell something, and may it? */
static bool readiness_judge(const struct cause *row,
			    const struct pf_facts *facts,
			    const struct readiness_vf *vf,
			    struct readiness_result *result)
{
	u32 needs = row->needs;

	if (row->state == READINESS_READY)
		needs |= READINESS_DECIDES;
	return !facts_lack(facts, needs) && row->judge(facts, vf, result);
}

void readiness_of(const struct pf_facts *facts, u32 n,
		  struct readiness_result *result)
{
	struct readiness_vf vf = {};
	const struct cause *row;
	u16 id;

	result->cause = NULL;
	strscpy(result->reason, "", sizeof(result->reason));
	if (n >= facts->vf_device_count || facts_lack(facts, ABOUT_PLACE)) {
		readiness_well(facts, result);
		return;
	}
	vf.device = &facts->vf_devices[n];
	id = vf.device->routing_id;
	vf.regs = facts_around_vf(facts, id);
	routing_id_print(vf.name, sizeof(vf.name), facts->kernel.domain, id);
	for (row = causes; row < causes + ARRAY_SIZE(causes); row++) {
		if (!readiness_judge(row, facts, &vf, result))
			continue;
		result->state = row->state;
		result->cause = row->name;
		return;
	}
	readiness_well(facts, result);
}
