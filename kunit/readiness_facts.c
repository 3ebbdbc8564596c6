// SPDX-License-Identifier: GPL-2.0
/*
 * A PF with VFs that are well, and all that can be wrong with one of them.
 */
#include <linux/errno.h>
#include <linux/slab.h>

#include "preflight_facts.h"
#include "readiness_facts.h"
#include "unknown.h"

static const struct around_use allowed = {
	.memory_space = true,
	.bus_master = true,
	.has_ats = true,
	.ats = true,
	.has_msi = true,
	.msix_vectors = 8,
};

static void ready_vf(struct ready *r, u32 n)
{
	struct vf_device *device = &r->devices[n];

	*device = (struct vf_device){
		.routing_id = 0x380 + 2 * n,
		.group = 10 + n,
		.override_known = true,
		.trial = VF_TRIAL_BOUND,
	};
	strscpy(device->driver, "igbvf", sizeof(device->driver));
	strscpy(device->tried, "igbvf", sizeof(device->tried));
	r->regs[n] = (struct around_vf){
		.routing_id = 0x380 + 2 * n,
		.use = allowed,
	};
}

void ready_reset(struct ready *r)
{
	struct pf_facts *f = r->f;
	u32 n;

	f->vf_devices = NULL;
	f->around->vfs = NULL;
	facts_reset(f);
	strscpy(f->kernel.driver, "igb", sizeof(f->kernel.driver));
	f->kernel.mode = PF_MODE_OBSERVED;
	f->kernel.num_vfs = READY_VFS;
	f->kernel.autoprobe_known = true;
	f->kernel.autoprobe = true;
	f->kernel.vf_msix_known = true;
	f->sriov.num_vfs = READY_VFS;
	f->sriov.vf_enable = true;
	f->sriov.vf_memory_space_enable = true;
	f->around->use = allowed;
	for (n = 0; n < READY_VFS; n++)
		ready_vf(r, n);
	f->vf_device_count = READY_VFS;
	f->vf_devices = r->devices;
	f->around->vf_count = READY_VFS;
	f->around->vfs = r->regs;
}

struct ready *ready_new(struct kunit *test)
{
	struct ready *r = kunit_kzalloc(test, sizeof(*r), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, r);
	r->f = facts_new(test);
	ready_reset(r);
	return r;
}

void ready_no_driver(struct ready *r)
{
	ready_name_driver(ready_bent(r)->driver, "");
	ready_name_driver(ready_bent(r)->tried, "");
	ready_bent(r)->trial = VF_TRIAL_NONE;
}

void ready_silent(struct ready *r)
{
	r->regs[READY_WHICH].error = -ENODEV;
	r->regs[READY_WHICH].use = (struct around_use){};
}

/* What holds all VFs from answering is seen by all of them. */
void ready_all_silent(struct ready *r)
{
	u32 n;

	for (n = 0; n < READY_VFS; n++) {
		r->regs[n].error = -ENODEV;
		r->regs[n].use = (struct around_use){};
	}
}

void ready_all_asleep(struct ready *r)
{
	u32 n;

	ready_all_silent(r);
	for (n = 0; n < READY_VFS; n++) {
		r->regs[n].error = AROUND_ASLEEP;
		ready_name_driver(r->devices[n].driver, "vfio-pci");
		ready_name_driver(r->devices[n].tried, "vfio-pci");
	}
}

void ready_judge(struct kunit *test, const struct ready *r, u32 n,
		 struct readiness_result *result)
{
	KUNIT_ASSERT_EQ(test, facts_compare_vfs(r->f), 0);
	readiness_of(r->f, n, result);
}

void ready_pf_resetting(struct ready *r)
{
	r->f->kernel.resetting = true;
	r->f->sriov_error = AROUND_RESETTING;
	ready_silent(r);
}

void ready_resetting(struct ready *r)
{
	ready_silent(r);
	r->regs[READY_WHICH].error = AROUND_RESETTING;
}

void ready_not_looked(struct ready *r)
{
	r->regs[READY_WHICH] = r->regs[READY_WHICH + 1];
	r->f->around->vf_count--;
}

void ready_unreadable(struct ready *r)
{
	r->regs[READY_WHICH].error = -EREMOTEIO;
}

/* The first VF is on, and the second is not. */
void ready_num_vfs(struct ready *r)
{
	ready_all_silent(r);
	r->regs[0].error = 0;
	r->f->sriov.num_vfs = READY_WHICH;
}

/* Woken up they answer, and sleep again. */
void ready_pf_slept(struct ready *r)
{
	r->f->around->self.power_state = 3;
	r->f->around->self.woken = true;
}

void ready_pf_sleeps(struct ready *r)
{
	ready_all_silent(r);
	ready_pf_slept(r);
	r->f->around->self.power_now = 3;
}

void ready_pf_power(struct ready *r)
{
	ready_all_silent(r);
	r->f->around->self.power_state = 3;
	r->f->around->self.power_now = 3;
}

void ready_vf_enable(struct ready *r)
{
	ready_all_silent(r);
	r->f->sriov.vf_enable = false;
}

void ready_ari(struct ready *r)
{
	ready_all_silent(r);
	r->f->around->port.ari_forwarding = false;
}

void ready_pf_command(struct ready *r)
{
	ready_all_silent(r);
	r->f->around->use.memory_space = false;
}

void ready_pf_command_master(struct ready *r)
{
	ready_all_silent(r);
	r->f->around->use.bus_master = false;
}

void ready_pf_command_both(struct ready *r)
{
	ready_pf_command(r);
	ready_pf_command_master(r);
}

void ready_vf_mse(struct ready *r)
{
	r->f->sriov.vf_memory_space_enable = false;
}

static void ready_give(struct ready *r, const char *driver)
{
	ready_name_driver(ready_bent(r)->driver, driver);
	ready_name_driver(ready_bent(r)->tried, driver);
}

void ready_probing(struct ready *r)
{
	ready_bent(r)->trial = VF_TRIAL_NONE;
}

void ready_idle_vfio(struct ready *r)
{
	ready_give(r, "vfio-pci");
}

void ready_pci_stub(struct ready *r)
{
	ready_give(r, "pci-stub");
}

void ready_in_guest(struct ready *r)
{
	ready_idle_vfio(r);
	ready_bent(r)->enabled = true;
}

void ready_busy(struct ready *r)
{
	ready_no_driver(r);
	ready_bent(r)->override_known = false;
}

void ready_override_missing(struct ready *r)
{
	ready_no_driver(r);
	ready_name_driver(ready_bent(r)->override, "nothere");
}

void ready_override_none(struct ready *r)
{
	ready_no_driver(r);
	ready_name_driver(ready_bent(r)->override, "none");
}

void ready_override_waits(struct ready *r)
{
	ready_override_missing(r);
	ready_bent(r)->override_loaded = true;
}

void ready_autoprobe_off(struct ready *r)
{
	ready_no_driver(r);
	r->f->kernel.autoprobe = false;
}

void ready_probe_failed(struct ready *r)
{
	ready_no_driver(r);
	ready_bent(r)->trial = VF_TRIAL_FAILED;
	ready_name_driver(ready_bent(r)->tried, "igbvf");
	ready_bent(r)->tried_loaded = true;
}

void ready_probe_error(struct ready *r)
{
	ready_probe_failed(r);
	ready_bent(r)->trial_error = -EIO;
}

void ready_probe_declined(struct ready *r)
{
	ready_probe_failed(r);
	ready_bent(r)->trial_error = -ENODEV;
}

void ready_probe_deferred(struct ready *r)
{
	ready_probe_failed(r);
	ready_bent(r)->trial_error = -EPROBE_DEFER;
}

/* A guest has another VF of its group. */
void ready_group_open(struct ready *r)
{
	struct vf_device *other = &r->devices[READY_VFS - 1];

	ready_match_waits(r);
	ready_bent(r)->group = other->group;
	ready_name_driver(other->driver, "vfio-pci");
	ready_name_driver(other->tried, "vfio-pci");
	other->enabled = true;
}

void ready_group_open_pf(struct ready *r)
{
	ready_match_waits(r);
	ready_bent(r)->group = r->f->around->iommu.group;
	ready_name_driver(r->f->kernel.driver, "vfio-pci");
	r->f->kernel.enabled = true;
}

void ready_not_tried(struct ready *r)
{
	ready_probe_failed(r);
	ready_bent(r)->trial = VF_TRIAL_KEPT_OFF;
}

void ready_unbound(struct ready *r)
{
	ready_probe_failed(r);
	ready_bent(r)->trial = VF_TRIAL_UNBOUND;
}

void ready_unloaded(struct ready *r)
{
	ready_unbound(r);
	ready_bent(r)->tried_loaded = false;
}

void ready_match_waits(struct ready *r)
{
	ready_no_driver(r);
	ready_name_driver(ready_bent(r)->matching, "igbvf");
}

void ready_tries_unknown(struct ready *r)
{
	ready_no_driver(r);
	unknown_make(r->f, ABOUT_VF_TRIED);
}

void ready_vf_token(struct ready *r)
{
	ready_idle_vfio(r);
	ready_name_driver(r->f->kernel.driver, "vfio-pci");
}

void ready_pf_bus_master(struct ready *r)
{
	r->f->around->use.bus_master = false;
}

void ready_msix_none(struct ready *r)
{
	ready_bent_use(r)->msix_vectors = 0;
	ready_bent_use(r)->has_msi = false;
}

void ready_msix_one(struct ready *r)
{
	ready_bent_use(r)->msix_vectors = 1;
}

void ready_msix_two(struct ready *r)
{
	ready_bent_use(r)->msix_vectors = 2;
}

/* Of 27 each of three would have 9. */
void ready_msix_share(struct ready *r)
{
	ready_msix_one(r);
	r->f->kernel.vf_msix = 27;
}

void ready_msix_no_share(struct ready *r)
{
	ready_msix_two(r);
	r->f->kernel.vf_msix = 8;
}

void ready_ats(struct ready *r)
{
	ready_bent_use(r)->ats = false;
}

void ready_ats_pasid(struct ready *r)
{
	ready_ats(r);
	r->f->around->use.pasid = true;
}

void ready_pasid(struct ready *r)
{
	ready_ats_pasid(r);
	r->f->around->use.ats = false;
}

void ready_group_pf(struct ready *r)
{
	ready_idle_vfio(r);
	ready_bent(r)->group = 7;
}

void ready_group_vfs(struct ready *r)
{
	ready_idle_vfio(r);
	ready_bent(r)->group = r->devices[READY_VFS - 1].group;
}
