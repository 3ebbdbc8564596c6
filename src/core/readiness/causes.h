/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The causes: what they see, and what they say.
 */
#ifndef SRIOVSCOPE_READINESS_CAUSES_H
#define SRIOVSCOPE_READINESS_CAUSES_H

#include "readiness.h"

/* "0000:03:10.0" and an end */
#define READINESS_NAME_LEN 24

/**
 * struct readiness_vf - a VF, as causes see it
 * @name: its address, as sysfs has it
 * @device: what the kernel holds about it
 * @regs: what was read of it, NULL when nobody looked
 */
struct readiness_vf {
	char name[READINESS_NAME_LEN];
	const struct vf_device *device;
	const struct around_vf *regs;
};

/**
 * readiness_fn - a cause
 * @f: what is known; what the row says that it needs is
 * @vf: the VF
 * @result: reason is filled in when it applies
 *
 * Return: true when it applies.
 */
typedef bool readiness_fn(const struct pf_facts *f,
			  const struct readiness_vf *vf,
			  struct readiness_result *result);

/**
 * readiness_say() - say why, and what to type
 * @result: whose reason it is
 * @fmt: one line
 *
 * Return: true: the cause applies.
 */
bool readiness_say(struct readiness_result *result, const char *fmt, ...)
	__printf(2, 3);

/**
 * readiness_say_release() - say why, and how the VF's driver gives it to another one
 * @result: whose reason it is
 * @vf: the VF
 * @why: the words before
 *
 * Return: true: the cause applies.
 */
bool readiness_say_release(struct readiness_result *result,
			   const struct readiness_vf *vf, const char *why);

/**
 * readiness_number() - which VF is at a routing ID?
 * @f: what is known
 * @routing_id: bus in the high byte, devfn in the low one
 *
 * Return: its number by the registers, which may have changed since the kernel
 *	enabled it; -ENODATA when they place none there.
 */
int readiness_number(const struct pf_facts *f, u16 routing_id);

/**
 * readiness_pf_is_driven() - has the PF a driver that does something with it?
 * @f: what is known
 *
 * Return: true when it has; another one leaves bus mastering off on purpose.
 */
static inline bool readiness_pf_is_driven(const struct pf_facts *f)
{
	return *f->kernel.driver && !facts_driver_is_stub(f);
}

/**
 * readiness_answers() - does the VF answer?
 * @vf: the VF
 *
 * Return: true when its registers were read.
 */
static inline bool readiness_answers(const struct readiness_vf *vf)
{
	return vf->regs && !vf->regs->error;
}

/* causes_device.c: what the VF, the PF and the port above answer */
readiness_fn readiness_pf_resetting;
readiness_fn readiness_resetting;
readiness_fn readiness_not_looked;
readiness_fn readiness_unreadable;
readiness_fn readiness_num_vfs;
readiness_fn readiness_pf_slept;
readiness_fn readiness_pf_power;
readiness_fn readiness_vf_enable;
readiness_fn readiness_ari;
readiness_fn readiness_pf_command;
readiness_fn readiness_silent;
readiness_fn readiness_vf_mse;

/* causes_driver.c: who has it, and why nobody */
readiness_fn readiness_probing;
readiness_fn readiness_in_guest;
readiness_fn readiness_pci_stub;
readiness_fn readiness_busy;
readiness_fn readiness_override_missing;
readiness_fn readiness_autoprobe_off;
readiness_fn readiness_group_open;
readiness_fn readiness_probe_failed;
readiness_fn readiness_not_tried;
readiness_fn readiness_unbound;
readiness_fn readiness_override_waits;
readiness_fn readiness_match_waits;
readiness_fn readiness_no_match;
readiness_fn readiness_no_driver;

/* causes_warn.c: what may stop a VF that has a driver */
readiness_fn readiness_vf_token;
readiness_fn readiness_group;
readiness_fn readiness_pf_bus_master;
readiness_fn readiness_vfio;
readiness_fn readiness_msix_none;
readiness_fn readiness_msix_few;
readiness_fn readiness_ats;

#endif
