// SPDX-License-Identifier: GPL-2.0
/*
 * Why VFs cannot be used: each cause alone, and what comes before what. What is no
 * cause is in readiness_none_test.c.
 */
#include <linux/array_size.h>
#include <linux/string.h>

#include "core/readiness/readiness.h"
#include "readiness_expect.h"

/* A cause, and words of its sentence; in the order of the table */
static const struct ready_why whys[] = {
	{ "PF resetting", ready_pf_resetting, "pf_resetting", "resetting",
	  "the PF is being reset" },
	{ "resetting", ready_resetting, "resetting", "resetting",
	  "dmesg | grep 0000:03:10.2" },
	{ "not looked", ready_not_looked, "not_looked", "unknown",
	  "look again" },
	{ "unreadable", ready_unreadable, "unreadable", "unknown",
	  "cannot be read (" },
	{ "NumVFs", ready_num_vfs, "num_vfs", "not-answering",
	  "NumVFs of the PF leaves this VF out" },
	{ "PF slept", ready_pf_slept, "pf_slept", "not-answering",
	  "the PF slept until this look woke it up, and VFs work only" },
	{ "PF sleeps", ready_pf_sleeps, "pf_slept", "not-answering",
	  "the PF sleeps, and VFs work only while it is in D0: echo on > /sys" },
	{ "PF power", ready_pf_power, "pf_power", "not-answering",
	  "the PF is in D3, and VFs work only while it is in D0: echo on > /sys/bus/pci/" },
	{ "VF Enable", ready_vf_enable, "vf_enable", "not-answering",
	  "sriov_numvfs && echo 3 > /sys/bus/pci/devices/0000:03:00.0/sriov_numvfs" },
	{ "ARI", ready_ari, "ari", "not-answering",
	  "the port above, 0000:00:01.0, does not forward ARI" },
	{ "PF Command", ready_pf_command, "pf_command", "not-answering",
	  "and Memory Space Enable of the PF is off, without which the VFs of some devices" },
	{ "PF Command, bus master", ready_pf_command_master, "pf_command",
	  "not-answering", "and Bus Master Enable of the PF is off" },
	{ "PF Command, both", ready_pf_command_both, "pf_command",
	  "not-answering",
	  "and Memory Space Enable and Bus Master Enable of the PF are off, without" },
	{ "silent", ready_silent, "silent", "not-answering",
	  "echo 1 > /sys/bus/pci/devices/0000:03:10.2/reset" },
	{ "VF MSE", ready_vf_mse, "vf_mse", "not-answering",
	  "VF MSE of the PF is clear" },
	{ "probing", ready_probing, "probing", "unknown",
	  "igbvf is being bound to it; look again" },
	{ "in guest", ready_in_guest, "in_guest", "in-guest",
	  "vfio-pci has it, and it is enabled, most likely by a program" },
	{ "pci-stub", ready_pci_stub, "pci_stub", "no-driver",
	  "keep it from others; to give it to a driver of the host: echo 0000:" },
	{ "busy", ready_busy, "busy", "unknown", "somebody is at work on it" },
	{ "override missing", ready_override_missing, "override_missing",
	  "no-driver",
	  "which is not loaded, or keeps all away on purpose: modprobe nothere; to" },
	{ "override none", ready_override_none, "override_missing", "no-driver",
	  "driver_override is none, by which somebody keeps all" },
	{ "autoprobe off", ready_autoprobe_off, "autoprobe_off", "no-driver",
	  "/0000:03:00.0/sriov_drivers_autoprobe && echo 0000:03:10.2 > /sys/bus/pci/" },
	{ "group open", ready_group_open, "group_open", "no-driver",
	  "a guest most likely, has IOMMU group 12, of which it is" },
	{ "group open by the PF", ready_group_open_pf, "group_open",
	  "no-driver", "a guest most likely, has IOMMU group 7, of which" },
	{ "probe failed", ready_probe_failed, "probe_failed", "no-driver",
	  "the probe of igbvf failed, declined it, or waits for another device: dmesg" },
	{ "probe with an errno", ready_probe_error, "probe_failed", "no-driver",
	  "the probe of igbvf failed (-EIO): dmesg | grep 0000:03:10.2;" },
	{ "probe that declined", ready_probe_declined, "probe_failed",
	  "no-driver", "igbvf declined it (-ENODEV), as" },
	{ "probe that waits", ready_probe_deferred, "probe_failed", "no-driver",
	  "igbvf waits for another device, and will be tried again: grep" },
	{ "not tried", ready_not_tried, "not_tried", "no-driver",
	  "igbvf was not tried, since sriov_drivers_autoprobe of the PF was 0" },
	{ "unbound", ready_unbound, "unbound", "no-driver",
	  "to bind it again: echo 0000:03:10.2 > /sys/bus/pci/drivers/igbvf/bind" },
	{ "unloaded", ready_unloaded, "unbound", "no-driver",
	  "any more: modprobe $(cat /sys/bus/pci/devices/0000:03:10.2/modalias)" },
	{ "override waits", ready_override_waits, "override_waits", "no-driver",
	  "driver_override names nothere, which is loaded" },
	{ "match waits", ready_match_waits, "match_waits", "no-driver",
	  "igbvf is loaded and has its IDs, and was not tried, or the kernel" },
	{ "no match", ready_no_driver, "no_match", "no-driver",
	  "modprobe $(cat /sys/bus/pci/devices/0000:03:10.2/modalias)" },
	{ "tries unknown", ready_tries_unknown, "no_driver", "no-driver",
	  "no driver has it: modprobe" },
	{ "VF token", ready_vf_token, "vf_token", "ready", "vf-token=UUID" },
	{ "group of the PF", ready_group_pf, "group", "ready",
	  "it shares IOMMU group 7 with the PF" },
	{ "group of VFs", ready_group_vfs, "group", "ready",
	  "it shares IOMMU group 12 with other VFs" },
	{ "PF bus master", ready_pf_bus_master, "pf_bus_master", "ready",
	  "get no answer from it: setpci -s 0000:03:00.0 COMMAND=4:4" },
	{ "vfio", ready_idle_vfio, "vfio", "ready",
	  "and nobody has opened it" },
	{ "no interrupts", ready_msix_none, "msix_none", "ready",
	  "neither MSI-X nor MSI" },
	{ "one interrupt", ready_msix_one, "msix_few", "ready",
	  "MSI-X Table Size is 0, which is 1 interrupt for all" },
	{ "two interrupts", ready_msix_two, "msix_few", "ready",
	  "MSI-X Table Size is 1, which is 2 interrupts for all" },
	{ "less than the share", ready_msix_share, "msix_few", "ready",
	  "an equal share of the 27 of sriov_vf_total_msix is 9: echo 0000:03:10.2 >" },
	{ "as much as the share", ready_msix_no_share, "msix_few", "ready",
	  "an equal share of the 8 of sriov_vf_total_msix is no more" },
	{ "ATS", ready_ats, "ats", "ready",
	  "ATS of the VF is off, and the PF has ATS on;" },
	{ "ATS and PASID", ready_ats_pasid, "ats", "ready",
	  "ATS of the VF is off, and the PF has ATS and PASID on;" },
	{ "PASID", ready_pasid, "ats", "ready",
	  "ATS of the VF is off, and the PF has PASID on;" },
};

static const char *whys_of(void (*bend)(struct ready *r))
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(whys); i++) {
		if (whys[i].bend == bend)
			return whys[i].cause;
	}
	return "";
}

static void why_describe(const struct ready_why *why, char *name)
{
	strscpy(name, why->title, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(why, whys, why_describe);

/* All names as long as they can be, so that nothing is cut where they are shorter */
static void make_names_long(struct ready *r)
{
	static const char name[] = "vfio-or-another-39-letters-long-driver-";
	char *const names[] = {
		r->f->kernel.driver,	 ready_bent(r)->driver,
		ready_bent(r)->tried,	 ready_bent(r)->override,
		ready_bent(r)->matching,
	};
	u32 i;

	static_assert(sizeof(name) == PF_DRIVER_LEN);
	for (i = 0; i < ARRAY_SIZE(names); i++) {
		if (*names[i])
			ready_name_driver(names[i], name);
	}
	r->f->kernel.domain = 0x10000000;
	strscpy(r->f->kernel.name, "10000000:03:00.0",
		sizeof(r->f->kernel.name));
	r->f->kernel.num_vfs = U16_MAX;
}

static void readiness_why(struct kunit *test)
{
	const struct ready_why *why = test->param_value;
	struct ready *r = ready_new(test);
	struct readiness_result result;

	ready_expect_well(test, r, READY_WHICH);
	why->bend(r);
	ready_expect_why(test, r, why);
	make_names_long(r);
	ready_judge(test, r, READY_WHICH, &result);
	KUNIT_EXPECT_LT(test, strlen(result.reason), READINESS_TEXT_LEN - 1);
	ready_reset(r);
	ready_expect_well(test, r, READY_WHICH);
}

/* What is wrong with one VF alone says nothing of those beside it. */
static void readiness_others(struct kunit *test)
{
	static void (*const of_one[])(struct ready *) = {
		ready_resetting, ready_unreadable,
		ready_silent,	 ready_in_guest,
		ready_busy,	 ready_no_driver,
		ready_unbound,	 ready_override_waits,
		ready_msix_none, ready_msix_one,
		ready_ats,	 ready_group_pf,
		ready_idle_vfio, ready_not_looked,
		ready_probing,	 ready_pci_stub,
	};
	struct ready *r = ready_new(test);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(of_one); i++) {
		of_one[i](r);
		ready_expect_well(test, r, 0);
		ready_expect_well(test, r, 2);
		ready_reset(r);
	}
}

/* Of several causes the first of the table is told. */
static void readiness_order(struct kunit *test)
{
	struct ready *r = ready_new(test);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(whys); i++) {
		ready_reset(r);
		ready_msix_one(r);
		if (!strcmp(whys[i].cause, "msix_few"))
			break;
		whys[i].bend(r);
		ready_expect_why(test, r, &whys[i]);
	}
	KUNIT_EXPECT_LT(test, i, ARRAY_SIZE(whys));

	ready_reset(r);
	ready_probe_failed(r);
	r->f->kernel.autoprobe = false;
	ready_expect_why(test, r,
			 &(struct ready_why){ "", NULL, "autoprobe_off",
					      "no-driver", "is 0" });
	/* One that driver_override names is tried all the same. */
	ready_override_waits(r);
	ready_expect_why(test, r,
			 &(struct ready_why){ "", NULL, "override_waits",
					      "no-driver", "nothere" });
	ready_silent(r);
	ready_expect_why(test, r,
			 &(struct ready_why){ "", NULL, "silent",
					      "not-answering", "look again" });
}

/* A driver that has gone, or that nobody wants any more, is no cause. */
static void readiness_tried(struct kunit *test)
{
	static void (*const tries[])(struct ready *) = { ready_probe_failed,
							 ready_not_tried,
							 ready_unbound };
	struct ready *r = ready_new(test);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(tries); i++) {
		tries[i](r);
		ready_name_driver(ready_bent(r)->override, "vfio-pci");
		ready_bent(r)->override_loaded = true;
		ready_expect_why(test, r,
				 &(struct ready_why){
					 "", NULL, "override_waits",
					 "no-driver", "vfio-pci" });
		ready_name_driver(ready_bent(r)->tried, "vfio-pci");
		ready_expect_why(test, r,
				 &(struct ready_why){
					 "", NULL, whys_of(tries[i]),
					 "no-driver", "vfio-pci" });
		ready_reset(r);
		tries[i](r);
		ready_bent(r)->tried_loaded = false;
		ready_expect_why(test, r,
				 &(struct ready_why){
					 "", NULL,
					 tries[i] == ready_unbound ? "unbound" :
								     "no_match",
					 "no-driver", "modprobe" });
		ready_reset(r);
	}
	/* It had another one, and that is bound now. */
	ready_name_driver(ready_bent(r)->driver, "vfio-pci");
	ready_expect_why(test, r,
			 &(struct ready_why){ "", NULL, "probing", "unknown",
					      "vfio-pci is being bound" });
}

static struct kunit_case readiness_cases[] = {
	KUNIT_CASE_PARAM(readiness_why, why_gen_params),
	KUNIT_CASE(readiness_others),
	KUNIT_CASE(readiness_order),
	KUNIT_CASE(readiness_tried),
	/* sentinel */
	{},
};

static struct kunit_suite readiness_suite = {
	.name = "sriovscope_readiness",
	.test_cases = readiness_cases,
};

kunit_test_suite(readiness_suite);
