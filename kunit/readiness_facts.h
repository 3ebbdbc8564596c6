/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A PF with VFs that are well, and all that can be wrong with one of them.
 */
#ifndef SRIOVSCOPE_READINESS_FACTS_H
#define SRIOVSCOPE_READINESS_FACTS_H

#include <kunit/test.h>
#include <linux/string.h>

#include "core/readiness/readiness.h"

#define READY_VFS 3

/* The second VF is the one that is made worse. */
#define READY_WHICH 1

/**
 * struct ready - a PF with three VFs that are well
 * @f: what is known
 * @devices: its VFs as the kernel has them
 * @regs: the same as they answer
 */
struct ready {
	struct pf_facts *f;
	struct vf_device devices[READY_VFS];
	struct around_vf regs[READY_VFS];
};

/**
 * ready_new() - a PF with VFs that are well
 * @test: the test that it is for
 *
 * Return: it, which lives as long as the test.
 */
struct ready *ready_new(struct kunit *test);

/**
 * ready_reset() - make all well again
 * @r: the PF
 */
void ready_reset(struct ready *r);

/**
 * ready_judge() - judge a VF, as who took the facts now
 * @test: the test that it is for
 * @r: its PF
 * @n: which one
 * @result: where the verdict goes
 */
void ready_judge(struct kunit *test, const struct ready *r, u32 n,
		 struct readiness_result *result);

/**
 * ready_bent() - the VF that is made worse, as the kernel has it
 * @r: its PF
 *
 * Return: the VF.
 */
static inline struct vf_device *ready_bent(struct ready *r)
{
	return &r->devices[READY_WHICH];
}

/**
 * ready_bent_use() - the VF that is made worse, as it answers
 * @r: its PF
 *
 * Return: what it may do.
 */
static inline struct around_use *ready_bent_use(struct ready *r)
{
	return &r->regs[READY_WHICH].use;
}

/**
 * ready_name_driver() - name a driver
 * @driver: where the name goes
 * @name: the name
 */
static inline void ready_name_driver(char *driver, const char *name)
{
	strscpy(driver, name, PF_DRIVER_LEN);
}

/**
 * ready_bend - make something wrong
 * @r: the PF
 */
typedef void ready_bend(struct ready *r);

ready_bend ready_no_driver;
ready_bend ready_silent;
ready_bend ready_pf_resetting;
ready_bend ready_resetting;
ready_bend ready_not_looked;
ready_bend ready_unreadable;
ready_bend ready_all_asleep;
ready_bend ready_all_silent;
ready_bend ready_num_vfs;
ready_bend ready_pf_sleeps;
ready_bend ready_pf_power;
ready_bend ready_pf_slept;
ready_bend ready_vf_enable;
ready_bend ready_ari;
ready_bend ready_pf_command;
ready_bend ready_pf_command_master;
ready_bend ready_pf_command_both;
ready_bend ready_vf_mse;
ready_bend ready_probing;
ready_bend ready_idle_vfio;
ready_bend ready_pci_stub;
ready_bend ready_in_guest;
ready_bend ready_busy;
ready_bend ready_override_missing;
ready_bend ready_override_none;
ready_bend ready_override_waits;
ready_bend ready_autoprobe_off;
ready_bend ready_group_open;
ready_bend ready_group_open_pf;
ready_bend ready_probe_failed;
ready_bend ready_probe_error;
ready_bend ready_probe_declined;
ready_bend ready_probe_deferred;
ready_bend ready_not_tried;
ready_bend ready_unbound;
ready_bend ready_unloaded;
ready_bend ready_match_waits;
ready_bend ready_tries_unknown;
ready_bend ready_vf_token;
ready_bend ready_pf_bus_master;
ready_bend ready_msix_none;
ready_bend ready_msix_one;
ready_bend ready_msix_two;
ready_bend ready_msix_share;
ready_bend ready_msix_no_share;
ready_bend ready_ats;
ready_bend ready_ats_pasid;
ready_bend ready_pasid;
ready_bend ready_group_pf;
ready_bend ready_group_vfs;

#endif
