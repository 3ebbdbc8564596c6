// SPDX-License-Identifier: GPL-2.0
/*
 * Why VFs cannot be used: each cause alone, what comes before what, and what is said
 * when something could not be had.
 */
#include <linux/array_size.h>
#include <linux/errno.h>
#include <linux/string.h>

#include "core/readiness/readiness.h"
#include "file_text.h"
#include "preflight_facts.h"
#include "unknown.h"

#define VFS 3

/**
 * struct ready - a PF with three VFs that are well
 * @f: what is known
 * @devices: its VFs as the kernel has them
 * @regs: the same as they answer
 */
struct ready {
	struct pf_facts *f;
	struct vf_device devices[VFS];
	struct around_vf regs[VFS];
};

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

static void ready_reset(struct ready *r)
{
	struct pf_facts *f = r->f;
	u32 n;

	f->vf_devices = NULL;
	f->around->vfs = NULL;
	facts_reset(f);
	strscpy(f->kernel.driver, "igb", sizeof(f->kernel.driver));
	f->kernel.mode = PF_MODE_OBSERVED;
	f->kernel.num_vfs = VFS;
	f->kernel.autoprobe_known = true;
	f->kernel.autoprobe = true;
	f->kernel.vf_msix_known = true;
	f->sriov.num_vfs = VFS;
	f->sriov.vf_enable = true;
	f->sriov.vf_memory_space_enable = true;
	f->around->use = allowed;
	for (n = 0; n < VFS; n++)
		ready_vf(r, n);
	f->vf_device_count = VFS;
	f->vf_devices = r->devices;
	f->around->vf_count = VFS;
	f->around->vfs = r->regs;
}

static struct ready *ready_new(struct kunit *test)
{
	struct ready *r = kunit_kzalloc(test, sizeof(*r), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, r);
	r->f = facts_new(test);
	ready_reset(r);
	return r;
}

/* The second VF is the one that is made worse. */
#define WHICH 1

static struct vf_device *bent(struct ready *r)
{
	return &r->devices[WHICH];
}

static struct around_use *bent_use(struct ready *r)
{
	return &r->regs[WHICH].use;
}

static void name_driver(char *driver, const char *name)
{
	strscpy(driver, name, PF_DRIVER_LEN);
}

static void no_driver(struct ready *r)
{
	name_driver(bent(r)->driver, "");
	name_driver(bent(r)->tried, "");
	bent(r)->trial = VF_TRIAL_NONE;
}

static void silent(struct ready *r)
{
	r->regs[WHICH].error = -ENODEV;
	r->regs[WHICH].use = (struct around_use){};
}

static void pf_resetting(struct ready *r)
{
	r->f->kernel.resetting = true;
	r->f->sriov_error = AROUND_RESETTING;
	silent(r);
}

static void resetting(struct ready *r)
{
	silent(r);
	r->regs[WHICH].error = AROUND_RESETTING;
}

static void not_looked(struct ready *r)
{
	r->regs[WHICH] = r->regs[WHICH + 1];
	r->f->around->vf_count--;
}

static void unreadable(struct ready *r)
{
	r->regs[WHICH].error = -EREMOTEIO;
}

static void pf_power(struct ready *r)
{
	silent(r);
	r->f->around->self.power_state = 3;
}

static void pf_slept(struct ready *r)
{
	pf_power(r);
	r->f->around->self.woken = true;
}

static void vf_enable(struct ready *r)
{
	silent(r);
	r->f->sriov.vf_enable = false;
}

static void ari(struct ready *r)
{
	silent(r);
	r->f->around->port.ari_forwarding = false;
}

static void pf_command(struct ready *r)
{
	silent(r);
	r->f->around->use.memory_space = false;
}

static void pf_command_master(struct ready *r)
{
	silent(r);
	r->f->around->use.bus_master = false;
}

static void pf_command_both(struct ready *r)
{
	pf_command(r);
	pf_command_master(r);
}

static void vf_mse(struct ready *r)
{
	r->f->sriov.vf_memory_space_enable = false;
}

static void idle_vfio(struct ready *r)
{
	name_driver(bent(r)->driver, "vfio-pci");
}

static void in_guest(struct ready *r)
{
	idle_vfio(r);
	bent(r)->enabled = true;
}

static void busy(struct ready *r)
{
	no_driver(r);
	bent(r)->override_known = false;
}

static void override_missing(struct ready *r)
{
	no_driver(r);
	name_driver(bent(r)->override, "nothere");
}

static void override_waits(struct ready *r)
{
	override_missing(r);
	bent(r)->override_loaded = true;
}

static void autoprobe_off(struct ready *r)
{
	no_driver(r);
	r->f->kernel.autoprobe = false;
}

static void probe_failed(struct ready *r)
{
	no_driver(r);
	bent(r)->trial = VF_TRIAL_FAILED;
	name_driver(bent(r)->tried, "igbvf");
	bent(r)->tried_loaded = true;
}

static void not_tried(struct ready *r)
{
	probe_failed(r);
	bent(r)->trial = VF_TRIAL_KEPT_OFF;
}

static void unbound(struct ready *r)
{
	probe_failed(r);
	bent(r)->trial = VF_TRIAL_UNBOUND;
}

static void unloaded(struct ready *r)
{
	unbound(r);
	bent(r)->tried_loaded = false;
}

static void match_waits(struct ready *r)
{
	no_driver(r);
	name_driver(bent(r)->matching, "igbvf");
}

static void tries_unknown(struct ready *r)
{
	no_driver(r);
	unknown_make(r->f, ABOUT_VF_TRIED);
}

static void vf_token(struct ready *r)
{
	idle_vfio(r);
	name_driver(r->f->kernel.driver, "vfio-pci");
}

static void pf_bus_master(struct ready *r)
{
	r->f->around->use.bus_master = false;
}

static void msix_none(struct ready *r)
{
	bent_use(r)->msix_vectors = 0;
	bent_use(r)->has_msi = false;
}

static void msix_one(struct ready *r)
{
	bent_use(r)->msix_vectors = 1;
}

static void msix_two(struct ready *r)
{
	bent_use(r)->msix_vectors = 2;
}

/* Of 27 each of three would have 9. */
static void msix_share(struct ready *r)
{
	r->f->kernel.vf_msix = 27;
}

static void ats(struct ready *r)
{
	bent_use(r)->ats = false;
}

static void ats_pasid(struct ready *r)
{
	ats(r);
	r->f->around->use.pasid = true;
}

static void group_pf(struct ready *r)
{
	idle_vfio(r);
	bent(r)->group = 7;
}

static void group_vfs(struct ready *r)
{
	idle_vfio(r);
	bent(r)->group = r->devices[VFS - 1].group;
}

/* A cause, and words of its sentence; in the order of the table */
static const struct why {
	const char *title;
	void (*bend)(struct ready *r);
	const char *cause;
	const char *state;
	const char *words;
} whys[] = {
	{ "PF resetting", pf_resetting, "pf_resetting", "resetting",
	  "the PF is being reset" },
	{ "resetting", resetting, "resetting", "resetting",
	  "dmesg | grep 0000:03:10.2" },
	{ "not looked", not_looked, "not_looked", "unknown", "look again" },
	{ "unreadable", unreadable, "unreadable", "unknown",
	  "cannot be read (" },
	{ "PF power", pf_power, "pf_power", "not-answering",
	  "the PF is in D3, and VFs answer only while it is in D0: echo on > /sys/bus/pci/" },
	{ "PF slept", pf_slept, "pf_power", "not-answering",
	  "the PF slept until now in D3" },
	{ "VF Enable", vf_enable, "vf_enable", "not-answering",
	  "echo 0 > /sys/bus/pci/devices/0000:03:00.0/sriov_numvfs" },
	{ "ARI", ari, "ari", "not-answering",
	  "the port above, 0000:00:01.0, does not forward ARI" },
	{ "PF Command", pf_command, "pf_command", "not-answering",
	  "and Memory Space Enable of the PF is off, without which the VFs of some" },
	{ "PF Command, bus master", pf_command_master, "pf_command",
	  "not-answering", "and Bus Master Enable of the PF is off" },
	{ "PF Command, both", pf_command_both, "pf_command", "not-answering",
	  "and Memory Space Enable and Bus Master Enable of the PF are off, without" },
	{ "silent", silent, "silent", "not-answering",
	  "echo 1 > /sys/bus/pci/devices/0000:03:10.2/reset" },
	{ "VF MSE", vf_mse, "vf_mse", "not-answering",
	  "VF MSE of the PF is clear" },
	{ "in guest", in_guest, "in_guest", "in-guest",
	  "vfio-pci has it, and a program has opened it" },
	{ "busy", busy, "busy", "unknown", "somebody is at work on it" },
	{ "override missing", override_missing, "override_missing", "no-driver",
	  "no driver but nothere have it, which is not loaded: modprobe nothere, or" },
	{ "autoprobe off", autoprobe_off, "autoprobe_off", "no-driver",
	  "/0000:03:00.0/sriov_drivers_autoprobe, echo 0000:03:10.2 > /sys/bus/pci/" },
	{ "probe failed", probe_failed, "probe_failed", "no-driver",
	  "the probe of igbvf failed: dmesg | grep 0000:03:10.2" },
	{ "not tried", not_tried, "not_tried", "no-driver",
	  "igbvf was not tried, since sriov_drivers_autoprobe of the PF was 0" },
	{ "unbound", unbound, "unbound", "no-driver",
	  "for which, echo 0000:03:10.2 > /sys/bus/pci/drivers/igbvf/bind" },
	{ "unloaded", unloaded, "unbound", "no-driver",
	  "is not loaded any more: modprobe igbvf" },
	{ "override waits", override_waits, "override_waits", "no-driver",
	  "driver_override names nothere, which is loaded" },
	{ "match waits", match_waits, "match_waits", "no-driver",
	  "igbvf is loaded and has its IDs, and was not tried" },
	{ "no match", no_driver, "no_match", "no-driver",
	  "modprobe $(cat /sys/bus/pci/devices/0000:03:10.2/modalias)" },
	{ "tries unknown", tries_unknown, "no_driver", "no-driver",
	  "no driver has it: modprobe" },
	{ "VF token", vf_token, "vf_token", "ready", "vf-token=UUID" },
	{ "group of the PF", group_pf, "group", "ready",
	  "it shares IOMMU group 7 with the PF" },
	{ "group of VFs", group_vfs, "group", "ready",
	  "it shares IOMMU group 12 with other VFs" },
	{ "PF bus master", pf_bus_master, "pf_bus_master", "ready",
	  "setpci -s 0000:03:00.0 COMMAND=4:4, or bind igb to it anew" },
	{ "vfio", idle_vfio, "vfio", "ready", "and nobody has opened it" },
	{ "no interrupts", msix_none, "msix_none", "ready",
	  "neither MSI-X nor MSI" },
	{ "one interrupt", msix_one, "msix_few", "ready",
	  "MSI-X Table Size is 0, which is 1 interrupt for all" },
	{ "two interrupts", msix_two, "msix_few", "ready",
	  "MSI-X Table Size is 1, which is 2 interrupts for all" },
	{ "less than the share", msix_share, "msix_share", "ready",
	  "an equal share of the 27 of sriov_vf_total_msix would be 9: take its" },
	{ "ATS", ats, "ats", "ready",
	  "ATS is on in the PF and ATS is off in the VF, so that it does without" },
	{ "ATS and PASID", ats_pasid, "ats", "ready",
	  "address translation of its own and shared address spaces:" },
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

static void why_describe(const struct why *why, char *name)
{
	strscpy(name, why->title, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(why, whys, why_describe);

static void expect_well(struct kunit *test, const struct ready *r, u32 n)
{
	struct readiness_result result;

	readiness_of(r->f, n, &result);
	KUNIT_EXPECT_EQ(test, result.state, READINESS_READY);
	KUNIT_EXPECT_NULL_MSG(test, result.cause, "%s", result.reason);
	KUNIT_EXPECT_STREQ(test, result.reason, "");
}

static void expect_why(struct kunit *test, const struct ready *r,
		       const struct why *why)
{
	struct readiness_result result;

	readiness_of(r->f, WHICH, &result);
	KUNIT_EXPECT_STREQ(test, readiness_state_name(result.state),
			   why->state);
	KUNIT_EXPECT_STREQ(test, result.cause ?: "", why->cause);
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(result.reason, why->words),
				  "%s: %s", why->title, result.reason);
	KUNIT_EXPECT_LT(test, strlen(result.reason), READINESS_TEXT_LEN - 1);
}

static void readiness_why(struct kunit *test)
{
	const struct why *why = test->param_value;
	struct ready *r = ready_new(test);

	expect_well(test, r, WHICH);
	why->bend(r);
	expect_why(test, r, why);
	ready_reset(r);
	expect_well(test, r, WHICH);
}

/* What is wrong with one VF alone says nothing of those beside it. */
static void readiness_others(struct kunit *test)
{
	static void (*const of_one[])(struct ready *) = {
		resetting, unreadable, silent,	       in_guest,   busy,
		no_driver, unbound,    override_waits, msix_none,  msix_one,
		ats,	   group_pf,   idle_vfio,      not_looked,
	};
	struct ready *r = ready_new(test);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(of_one); i++) {
		of_one[i](r);
		expect_well(test, r, 0);
		expect_well(test, r, 2);
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
		msix_one(r);
		if (!strcmp(whys[i].cause, "msix_few"))
			break;
		whys[i].bend(r);
		expect_why(test, r, &whys[i]);
	}
	KUNIT_EXPECT_LT(test, i, ARRAY_SIZE(whys));

	ready_reset(r);
	probe_failed(r);
	r->f->kernel.autoprobe = false;
	expect_why(test, r,
		   &(struct why){ "", NULL, "autoprobe_off", "no-driver",
				  "is 0" });
	/* One that driver_override names is tried all the same. */
	override_waits(r);
	expect_why(test, r,
		   &(struct why){ "", NULL, "override_waits", "no-driver",
				  "nothere" });
	silent(r);
	expect_why(test, r,
		   &(struct why){ "", NULL, "silent", "not-answering",
				  "look again" });
}

/* A driver that has gone, or that nobody wants any more, is no cause. */
static void readiness_tried(struct kunit *test)
{
	static void (*const tries[])(struct ready *) = { probe_failed,
							 not_tried, unbound };
	struct ready *r = ready_new(test);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(tries); i++) {
		tries[i](r);
		name_driver(bent(r)->override, "vfio-pci");
		bent(r)->override_loaded = true;
		expect_why(test, r,
			   &(struct why){ "", NULL, "override_waits",
					  "no-driver", "vfio-pci" });
		name_driver(bent(r)->tried, "vfio-pci");
		expect_why(test, r,
			   &(struct why){ "", NULL, whys_of(tries[i]),
					  "no-driver", "vfio-pci" });
		ready_reset(r);
		tries[i](r);
		bent(r)->tried_loaded = false;
		expect_why(test, r,
			   &(struct why){ "", NULL,
					  tries[i] == unbound ? "unbound" :
								"no_match",
					  "no-driver", "modprobe" });
		ready_reset(r);
	}
}

/* What looks like a cause, and is none. */
static void readiness_none(struct kunit *test)
{
	struct ready *r = ready_new(test);

	/* The kernel never said. */
	no_driver(r);
	r->f->kernel.autoprobe_known = false;
	r->f->kernel.autoprobe = false;
	expect_why(test, r,
		   &(struct why){ "", NULL, "no_match", "no-driver",
				  "no loaded driver" });
	ready_reset(r);
	/* A driver of the host enables it, and needs no group of its own. */
	bent(r)->enabled = true;
	bent(r)->group = 7;
	expect_well(test, r, WHICH);
	ready_reset(r);
	/* It sleeps, and its driver wakes it up. */
	r->regs[WHICH] = (struct around_vf){ .routing_id = 0x382,
					     .error = AROUND_ASLEEP };
	expect_well(test, r, WHICH);
	ready_reset(r);
	/* Who enables VFs and nothing else leaves the PF off. */
	name_driver(r->f->kernel.driver, "pci-pf-stub");
	pf_bus_master(r);
	expect_well(test, r, WHICH);
	r->f->kernel.mode = PF_MODE_BOUND;
	name_driver(r->f->kernel.driver, "sriovscope");
	expect_well(test, r, WHICH);
	name_driver(r->f->kernel.driver, "");
	r->f->kernel.mode = PF_MODE_OBSERVED;
	expect_well(test, r, WHICH);
	ready_reset(r);
	/* MSI will do; so will three interrupts, and an equal share. */
	bent_use(r)->msix_vectors = 0;
	expect_well(test, r, WHICH);
	bent_use(r)->msix_vectors = 3;
	r->f->kernel.vf_msix = 11;
	expect_well(test, r, WHICH);
	ready_reset(r);
	/* The PF does without, or the VF cannot. */
	ats(r);
	r->f->around->use.ats = false;
	expect_well(test, r, WHICH);
	r->f->around->use.ats = true;
	bent_use(r)->has_ats = false;
	expect_well(test, r, WHICH);
	ready_reset(r);
	/* No groups at all */
	idle_vfio(r);
	bent(r)->group = -1;
	r->devices[0].group = -1;
	expect_why(test, r,
		   &(struct why){ "", NULL, "vfio", "ready", "guest" });
}

/* A VF on function 1 to 7, or on another bus, needs no ARI. */
static void readiness_ari(struct kunit *test)
{
	static const struct {
		u16 id;
		bool ari;
	} places[] = {
		{ 0x301, false }, { 0x307, false }, { 0x308, true },
		{ 0x3ff, true },  { 0x408, false },
	};
	struct ready *r = ready_new(test);
	struct readiness_result result;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(places); i++) {
		ari(r);
		r->f->vf_device_count = 1;
		r->f->around->vf_count = 1;
		r->devices[0].routing_id = places[i].id;
		r->regs[0] = (struct around_vf){ .routing_id = places[i].id,
						 .error = -ENODEV };
		readiness_of(r->f, 0, &result);
		KUNIT_EXPECT_STREQ(test, result.cause,
				   places[i].ari ? "ari" : "silent");
		r->f->around->port.downstream = false;
		readiness_of(r->f, 0, &result);
		KUNIT_EXPECT_STREQ(test, result.cause, "silent");
		ready_reset(r);
	}
}

/* Without a group no cause is told that needs it, and nothing is called ready. */
static const struct {
	u32 about;
	void (*bend)(struct ready *r);
	const char *cause;
	enum readiness_state state;
} lacks[] = {
	{ ABOUT_DRIVER, NULL, NULL, READINESS_UNKNOWN },
	{ ABOUT_DRIVER, no_driver, NULL, READINESS_UNKNOWN },
	{ ABOUT_DRIVER, msix_one, NULL, READINESS_UNKNOWN },
	{ ABOUT_DRIVER, silent, "silent", READINESS_NOT_ANSWERING },
	{ ABOUT_VFS, NULL, NULL, READINESS_UNKNOWN },
	{ ABOUT_PLACE, NULL, NULL, READINESS_UNKNOWN },
	{ ABOUT_KERNEL, autoprobe_off, "no_match", READINESS_NO_DRIVER },
	{ ABOUT_VF_TRIED, probe_failed, "no_driver", READINESS_NO_DRIVER },
	{ ABOUT_VF_TRIED, not_tried, "no_driver", READINESS_NO_DRIVER },
	{ ABOUT_VF_TRIED, unbound, "no_driver", READINESS_NO_DRIVER },
	{ ABOUT_VF_TRIED, match_waits, "no_driver", READINESS_NO_DRIVER },
	{ ABOUT_SELF, pf_power, "silent", READINESS_NOT_ANSWERING },
	{ ABOUT_POWER, pf_power, "silent", READINESS_NOT_ANSWERING },
	{ ABOUT_SELF, pf_command, "silent", READINESS_NOT_ANSWERING },
	{ ABOUT_PORT, ari, "silent", READINESS_NOT_ANSWERING },
	{ ABOUT_SELF, pf_bus_master, NULL, READINESS_READY },
	{ ABOUT_SELF, ats, NULL, READINESS_READY },
	{ ABOUT_VF_MSIX, msix_share, NULL, READINESS_READY },
	{ ABOUT_IOMMU, group_pf, "vfio", READINESS_READY },
	{ ABOUT_MODULE | ABOUT_PEERS | ABOUT_ROOMS | ABOUT_WINDOWS, NULL, NULL,
	  READINESS_READY },
};

static void readiness_lacks(struct kunit *test)
{
	struct ready *r = ready_new(test);
	struct readiness_result result;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(lacks); i++) {
		if (lacks[i].bend)
			lacks[i].bend(r);
		r->f->unknown = lacks[i].about;
		r->f->why = "nobody said";
		readiness_of(r->f, WHICH, &result);
		KUNIT_EXPECT_EQ_MSG(test, result.state, lacks[i].state, "%u",
				    i);
		KUNIT_EXPECT_STREQ_MSG(test, result.cause ?: "",
				       lacks[i].cause ?: "", "%u", i);
		KUNIT_EXPECT_EQ_MSG(test,
				    !!strstr(result.reason, "(nobody said)"),
				    result.state == READINESS_UNKNOWN, "%u", i);
		ready_reset(r);
	}
}

static void readiness_text(struct kunit *test)
{
	struct ready *r = ready_new(test);

	no_driver(r);
	r->f->sriov.vf_stride = 2;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_readiness, r->f),
			   "# vf bdf state reason\n"
			   "0 0000:03:10.0 ready -\n"
			   "1 0000:03:10.2 no-driver \"no loaded driver names its IDs, unless they were written to a driver's new_id: modprobe $(cat /sys/bus/pci/devices/0000:03:10.2/modalias), or for a guest: modprobe vfio-pci, echo vfio-pci > /sys/bus/pci/devices/0000:03:10.2/driver_override, echo 0000:03:10.2 > /sys/bus/pci/drivers_probe\"\n"
			   "2 0000:03:10.4 ready -\n");
	r->f->vf_device_count = 0;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_readiness, r->f),
			   "# vf bdf state reason\n");
}

/* Where the registers place no VF, or none can be read, the address is the kernel's. */
static void readiness_numbers(struct kunit *test)
{
	struct ready *r = ready_new(test);

	r->f->sriov.vf_stride = 3;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_readiness, r->f),
			   "# vf bdf state reason\n"
			   "0 0000:03:10.0 ready -\n"
			   "- 0000:03:10.2 ready -\n"
			   "- 0000:03:10.4 ready -\n");
	r->f->sriov.vf_stride = 0;
	KUNIT_EXPECT_NOT_NULL(test, strstr(file_text(test, &text_file_readiness,
						     r->f),
					   "\n- 0000:03:10.2 ready -\n"));
	r->f->sriov_error = -EIO;
	KUNIT_EXPECT_NOT_NULL(test, strstr(file_text(test, &text_file_readiness,
						     r->f),
					   "\n- 0000:03:10.0 ready -\n"));
	r->f->sriov_error = 0;
	r->f->sriov.first_vf_offset = 200;
	KUNIT_EXPECT_NOT_NULL(test, strstr(file_text(test, &text_file_readiness,
						     r->f),
					   "\n- 0000:03:10.0 ready -\n"));
}

/* Of a dump that lacks VFs there is a line for each that the registers have on. */
static void readiness_dumped(struct kunit *test)
{
	struct ready *r = ready_new(test);

	r->f->vf_device_count = 1;
	unknown_make(r->f, ABOUT_VFS | ABOUT_DRIVER);
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_readiness, r->f),
			   "# vf bdf state reason\n"
			   "0 0000:03:10.0 unknown \"unknown: its driver, its VFs (nobody said)\"\n"
			   "1 0000:03:10.2 unknown \"unknown: its driver, its VFs (nobody said)\"\n"
			   "2 0000:03:10.4 unknown \"unknown: its driver, its VFs (nobody said)\"\n");
	unknown_make(r->f, ABOUT_PLACE);
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_readiness,
					       r->f),
				     ": where the device is, its driver, its VFs ("));
	KUNIT_EXPECT_NOT_NULL(test, strstr(file_text(test, &text_file_readiness,
						     r->f),
					   "\n1 unknown "));
	r->f->sriov.vf_enable = false;
	r->f->vf_device_count = 0;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_readiness, r->f),
			   "# vf bdf state reason\n");
}

/* A name with anything in it keeps to its line and its quotes. */
static void readiness_quotes(struct kunit *test)
{
	struct ready *r = ready_new(test);

	override_missing(r);
	name_driver(bent(r)->override, "a \"b\\\n");
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_readiness,
					       r->f),
				     " driver but a \\x22b\\x5c\\x0a have it"));
}

static struct kunit_case readiness_cases[] = {
	KUNIT_CASE_PARAM(readiness_why, why_gen_params),
	KUNIT_CASE(readiness_others),
	KUNIT_CASE(readiness_order),
	KUNIT_CASE(readiness_tried),
	KUNIT_CASE(readiness_none),
	KUNIT_CASE(readiness_ari),
	KUNIT_CASE(readiness_lacks),
	KUNIT_CASE(readiness_text),
	KUNIT_CASE(readiness_numbers),
	KUNIT_CASE(readiness_dumped),
	KUNIT_CASE(readiness_quotes),
	/* sentinel */
	{},
};

static struct kunit_suite readiness_suite = {
	.name = "sriovscope_readiness",
	.test_cases = readiness_cases,
};

kunit_test_suite(readiness_suite);
