// SPDX-License-Identifier: GPL-2.0
/*
 * What looks like a cause and is none, and what is said of a VF when something could
 * not be had.
 */
#include <linux/array_size.h>
#include <linux/string.h>

#include "core/readiness/readiness.h"
#include "readiness_expect.h"

/* What looks like a cause, and is none. */
static void readiness_none(struct kunit *test)
{
	struct ready *r = ready_new(test);

	/* The kernel never said. */
	ready_no_driver(r);
	r->f->kernel.autoprobe_known = false;
	r->f->kernel.autoprobe = false;
	ready_expect_why(test, r,
			 &(struct ready_why){ "", NULL, "no_match", "no-driver",
					      "no loaded driver" });
	ready_reset(r);
	/* A driver of the host enables it, and needs no group of its own. */
	ready_bent(r)->enabled = true;
	ready_bent(r)->group = 7;
	ready_expect_well(test, r, READY_WHICH);
	ready_reset(r);
	/* It sleeps, and its driver wakes it up. */
	r->regs[READY_WHICH] = (struct around_vf){ .routing_id = 0x382,
						   .error = AROUND_ASLEEP };
	ready_expect_well(test, r, READY_WHICH);
	ready_reset(r);
	/* Who enables VFs and nothing else leaves the PF off. */
	ready_name_driver(r->f->kernel.driver, "pci-pf-stub");
	ready_pf_bus_master(r);
	ready_expect_well(test, r, READY_WHICH);
	r->f->kernel.mode = PF_MODE_BOUND;
	ready_name_driver(r->f->kernel.driver, "sriovscope");
	ready_expect_well(test, r, READY_WHICH);
	ready_name_driver(r->f->kernel.driver, "");
	r->f->kernel.mode = PF_MODE_OBSERVED;
	ready_expect_well(test, r, READY_WHICH);
	ready_reset(r);
	/* MSI will do; so will three interrupts, of however many there are to share. */
	ready_bent_use(r)->msix_vectors = 0;
	ready_expect_well(test, r, READY_WHICH);
	ready_bent_use(r)->msix_vectors = 3;
	r->f->kernel.vf_msix = 2048;
	ready_expect_well(test, r, READY_WHICH);
	ready_reset(r);
	/* The PF does without, or the VF cannot. */
	ready_ats(r);
	r->f->around->use.ats = false;
	ready_expect_well(test, r, READY_WHICH);
	r->f->around->use.ats = true;
	ready_bent_use(r)->has_ats = false;
	ready_expect_well(test, r, READY_WHICH);
	ready_reset(r);
	/* As it is closed, it is in nobody's way; and vfio may have it as well. */
	ready_group_open(r);
	r->devices[READY_VFS - 1].enabled = false;
	ready_expect_why(test, r,
			 &(struct ready_why){ "", NULL, "match_waits",
					      "no-driver", "igbvf" });
	ready_group_open(r);
	ready_name_driver(ready_bent(r)->override, "vfio-pci");
	ready_bent(r)->override_loaded = true;
	ready_expect_why(test, r,
			 &(struct ready_why){ "", NULL, "override_waits",
					      "no-driver", "vfio-pci" });
	ready_reset(r);
	ready_group_open_pf(r);
	ready_bent(r)->group++;
	ready_expect_why(test, r,
			 &(struct ready_why){ "", NULL, "match_waits",
					      "no-driver", "igbvf" });
	ready_reset(r);
	/* No groups at all */
	ready_idle_vfio(r);
	ready_bent(r)->group = -1;
	r->devices[0].group = -1;
	ready_expect_why(test, r,
			 &(struct ready_why){ "", NULL, "vfio", "ready",
					      "guest" });
}

/* Without a group no cause is told that needs it, and nothing is called ready. */
static const struct {
	u32 about;
	void (*bend)(struct ready *r);
	const char *cause;
	enum readiness_state state;
} lacks[] = {
	{ ABOUT_DRIVER, NULL, NULL, READINESS_UNKNOWN },
	{ ABOUT_DRIVER, ready_no_driver, NULL, READINESS_UNKNOWN },
	{ ABOUT_DRIVER, ready_msix_one, NULL, READINESS_UNKNOWN },
	{ ABOUT_DRIVER, ready_silent, "silent", READINESS_NOT_ANSWERING },
	{ ABOUT_VFS, NULL, NULL, READINESS_UNKNOWN },
	{ ABOUT_PLACE, NULL, NULL, READINESS_UNKNOWN },
	{ ABOUT_KERNEL, ready_autoprobe_off, "no_match", READINESS_NO_DRIVER },
	{ ABOUT_VF_TRIED, ready_probe_failed, "no_driver",
	  READINESS_NO_DRIVER },
	{ ABOUT_VF_TRIED, ready_not_tried, "no_driver", READINESS_NO_DRIVER },
	{ ABOUT_VF_TRIED, ready_unbound, "no_driver", READINESS_NO_DRIVER },
	{ ABOUT_VF_TRIED, ready_match_waits, "no_driver", READINESS_NO_DRIVER },
	{ ABOUT_SELF, ready_pf_power, "silent", READINESS_NOT_ANSWERING },
	{ ABOUT_POWER, ready_pf_power, "silent", READINESS_NOT_ANSWERING },
	{ ABOUT_POWER, ready_pf_slept, NULL, READINESS_READY },
	{ ABOUT_VF_TRIED, ready_probing, NULL, READINESS_READY },
	{ ABOUT_IOMMU, ready_group_open, "match_waits", READINESS_NO_DRIVER },
	{ ABOUT_SELF, ready_pf_command, "silent", READINESS_NOT_ANSWERING },
	{ ABOUT_PORT, ready_ari, "silent", READINESS_NOT_ANSWERING },
	{ ABOUT_SELF, ready_pf_bus_master, NULL, READINESS_READY },
	{ ABOUT_SELF, ready_ats, NULL, READINESS_READY },
	{ ABOUT_IOMMU, ready_group_pf, "vfio", READINESS_READY },
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
		ready_judge(test, r, READY_WHICH, &result);
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

static struct kunit_case readiness_none_cases[] = {
	KUNIT_CASE(readiness_none),
	KUNIT_CASE(readiness_lacks),
	/* sentinel */
	{},
};

static struct kunit_suite readiness_none_suite = {
	.name = "sriovscope_readiness_none",
	.test_cases = readiness_none_cases,
};

kunit_test_suite(readiness_none_suite);
