// SPDX-License-Identifier: GPL-2.0
/*
 * What is close to a limit, and does not limit.
 */
#include <kunit/test.h>
#include <linux/string.h>

#include "preflight_facts.h"

static void fits_last_bus(struct pf_facts *f)
{
	f->sriov.first_vf_offset = 248;
	f->sriov.vf_stride = 1;
}

static void fits_resized(struct pf_facts *f)
{
	f->around->rebar.count = 2;
	f->around->rebar.bars[0].slot = 1;
	f->around->rebar.bars[0].size = 43;
	f->around->rebar.bars[1].slot = 3;
	f->around->rebar.bars[1].size = 1;
	f->kernel.windows[3].size = 8 * 0x200000;
}

/* The kernel has not seen what the register shows for another BAR. */
static void fits_register_of_another(struct pf_facts *f)
{
	f->sriov.vf_bar[1] = 0x90000000;
}

static void fits_no_bars(struct pf_facts *f)
{
	memset(f->kernel.windows, 0, sizeof(f->kernel.windows));
	memset(f->sriov.vf_bar, 0, sizeof(f->sriov.vf_bar));
	f->kernel.vf_bars = 0;
}

/* Bits of a type that no BAR is behind: the kernel has found none there. */
static void fits_bits_alone(struct pf_facts *f)
{
	f->kernel.windows[0] = (struct vf_window){};
	f->kernel.vf_bars = 1;
}

/* What is not known is about slots that are empty. */
static void fits_all_slots(struct pf_facts *f)
{
	f->sriov.vf_bar[2] = 0x90000000;
	f->kernel.windows[2] = f->kernel.windows[3];
	f->sriov.vf_bar[5] = 0x90000000;
	f->kernel.windows[5] = f->kernel.windows[3];
	f->kernel.vf_bars_known = false;
}

static void fits_migration(struct pf_facts *f)
{
	f->sriov.vf_migration_capable = true;
}

static void fits_partner(struct pf_facts *f)
{
	f->around->link.devfn = 1;
	f->around->link.exists = true;
	f->around->link.is_physfn = true;
}

static void fits_own_link(struct pf_facts *f)
{
	f->kernel.routing_id = 0x302;
	f->around->link.devfn = 2;
}

static void fits_without_pm(struct pf_facts *f)
{
	f->around->self.has_pm = false;
	f->around->self.power_state = 3;
}

static void fits_inside_of_switch(struct pf_facts *f)
{
	bend_ari_none(f);
	f->around->port.downstream = false;
}

static void fits_unknown_port(struct pf_facts *f)
{
	bend_ari_none(f);
	f->around->port.error = -EIO;
}

static void fits_no_port(struct pf_facts *f)
{
	f->around->port = (struct around_port){ .downstream = true };
}

static void fits_low_functions(struct pf_facts *f)
{
	bend_ari_none(f);
	f->sriov.initial_vfs = 7;
	f->sriov.total_vfs = 7;
	f->sriov.first_vf_offset = 1;
	f->sriov.vf_stride = 1;
}

/* A port forwards to all functions of the buses behind its own. */
static void fits_other_buses(struct pf_facts *f)
{
	bend_ari_none(f);
	f->around->last_bus = 4;
	f->sriov.first_vf_offset = 256;
}

static void fits_from_the_second(struct pf_facts *f)
{
	bend_ari_none(f);
	f->around->last_bus = 11;
	f->sriov.first_vf_offset = 7;
	f->sriov.vf_stride = 255;
}

static const struct fit {
	const char *title;
	void (*bend)(struct pf_facts *f);
} fits[] = {
	{ "last bus", fits_last_bus },
	{ "resized", fits_resized },
	{ "register of another", fits_register_of_another },
	{ "no VF BARs", fits_no_bars },
	{ "bits alone", fits_bits_alone },
	{ "all slots", fits_all_slots },
	{ "migration", fits_migration },
	{ "partner", fits_partner },
	{ "own link", fits_own_link },
	{ "without PM", fits_without_pm },
	{ "inside of a switch", fits_inside_of_switch },
	{ "unknown port", fits_unknown_port },
	{ "no port", fits_no_port },
	{ "low functions", fits_low_functions },
	{ "other buses", fits_other_buses },
	{ "from the second", fits_from_the_second },
};

static void fit_describe(const struct fit *fit, char *name)
{
	strscpy(name, fit->title, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(fit, fits, fit_describe);

static void preflight_fits(struct kunit *test)
{
	const struct fit *fit = test->param_value;
	struct pf_facts *f = facts_new(test);
	struct preflight_summary summary;

	fit->bend(f);
	preflight_all(f, &summary);
	KUNIT_EXPECT_EQ(test, summary.max_vfs_now, f->sriov.total_vfs);
	KUNIT_EXPECT_STREQ(test, summary.limited_by, "total_vfs");
}

static struct kunit_case preflight_fits_cases[] = {
	KUNIT_CASE_PARAM(preflight_fits, fit_gen_params),
	/* sentinel */
	{},
};

static struct kunit_suite preflight_fits_suite = {
	.name = "sriovscope_preflight_fits",
	.test_cases = preflight_fits_cases,
};

kunit_test_suite(preflight_fits_suite);
