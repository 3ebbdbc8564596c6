// SPDX-License-Identifier: GPL-2.0
/*
 * What constraints say when something could not be had: it promises nothing, and
 * refuses nothing.
 */
#include <kunit/test.h>
#include <linux/array_size.h>
#include <linux/bits.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/string.h>

#include "preflight_random.h"
#include "unknown.h"

#define MAX_NEEDY 4

/* Which constraints of a PF that is bound to sriovscope need what */
static const struct lack {
	const char *title;
	u32 about;
	bool open; /* how many VFs there can be is unknown, too */
	const char *needy[MAX_NEEDY];
} lacks[] = {
	{ "place",
	  ABOUT_PLACE,
	  true,
	  { "bus_numbers", "dependency_link", "ari_forwarding" } },
	{ "kernel",
	  ABOUT_KERNEL,
	  true,
	  { "kernel_accepted", "driver_cap", "vfs_on", "vf_bars" } },
	{ "driver",
	  ABOUT_DRIVER,
	  true,
	  { "driver", "allow_enable", "driver_limits" } },
	{ "callback", ABOUT_CALLBACK, true, { "driver", "driver_limits" } },
	{ "module", ABOUT_MODULE, true, { "allow_enable" } },
	{ "assigned", ABOUT_ASSIGNED, true, { "vfs_assigned" } },
	{ "windows",
	  ABOUT_WINDOWS,
	  true,
	  { "vf_bar0_window", "vf_bar3_window", "vf_bars" } },
	{ "page size", ABOUT_PAGE_SIZE, false },
	/* All VFs are on the PF's own bus. */
	{ "buses", ABOUT_BUSES, false },
	{ "self",
	  ABOUT_SELF,
	  true,
	  { "vf_bar0_window", "vf_bar3_window", "vf_bars", "power_state" } },
	{ "power", ABOUT_POWER, true, { "power_state" } },
	{ "port", ABOUT_PORT, true, { "ari_forwarding" } },
	{ "peers", ABOUT_PEERS, false },
	{ "link", ABOUT_LINK, true, { "dependency_link" } },
	/* It only warns. */
	{ "iommu", ABOUT_IOMMU, false, { "iommu" } },
	{ "VFs", ABOUT_VFS, false },
	{ "rooms", ABOUT_ROOMS, false },
	{ "MSI-X of VFs", ABOUT_VF_MSIX, false },
	{ "tries of VFs", ABOUT_VF_TRIED, false },
};

static void lack_describe(const struct lack *lack, char *name)
{
	strscpy(name, lack->title, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(lack, lacks, lack_describe);

static bool is_needy(const struct lack *lack, const char *name)
{
	u32 i;

	for (i = 0; i < MAX_NEEDY && lack->needy[i]; i++) {
		if (!strcmp(lack->needy[i], name))
			return true;
	}
	return false;
}

static void expect_unknown(struct kunit *test,
			   const struct preflight_result *result)
{
	KUNIT_EXPECT_TRUE_MSG(test, result->unknown, "%s", result->name);
	KUNIT_EXPECT_EQ(test, result->max_vfs, U16_MAX);
	KUNIT_EXPECT_TRUE_MSG(test, strstarts(result->detail, "unknown: "),
			      "%s: %s", result->name, result->detail);
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(result->detail, "(nobody said)"),
				  "%s: %s", result->name, result->detail);
	KUNIT_EXPECT_STRNEQ(test, result->remedy, "none needed");
}

/* The lines of @f; who needs nothing says what it says with all facts. */
static u32 expect_lines(struct kunit *test, const struct lack *lack,
			const struct pf_facts *known, const struct pf_facts *f)
{
	const struct preflight_result *before;
	struct preflight_result result;
	u32 n, needy = 0;

	preflight_for_each(f, n, &result) {
		if (is_needy(lack, result.name)) {
			expect_unknown(test, &result);
			needy++;
			continue;
		}
		before = constraint_of(test, known, result.name);
		KUNIT_EXPECT_FALSE_MSG(test, result.unknown, "%s", result.name);
		KUNIT_EXPECT_EQ(test, result.max_vfs, before->max_vfs);
		KUNIT_EXPECT_STREQ(test, result.detail, before->detail);
	}
	return needy;
}

static void unknown_constraints(struct kunit *test)
{
	const struct lack *lack = test->param_value;
	struct pf_facts *known = facts_new(test), *f = facts_new(test);
	struct preflight_summary summary;
	struct preflight_result result;
	u32 n, needy;

	unknown_make(f, lack->about);
	needy = expect_lines(test, lack, known, f);
	for (n = 0; n < MAX_NEEDY && lack->needy[n]; n++)
		needy--;
	KUNIT_EXPECT_EQ(test, needy, 0);

	preflight_all(f, &summary);
	KUNIT_EXPECT_EQ(test, summary.unknown, lack->open);
	KUNIT_EXPECT_STREQ(test, summary.limited_by,
			   lack->open ? lack->needy[0] : "total_vfs");
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 0, &result), 0);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 8, &result), 0);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 9, &result), -ERANGE);
}

/* VFs on another bus than the PF's own */
static void unknown_buses(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_summary summary;
	struct preflight_result result;

	f->sriov.first_vf_offset = 255;
	unknown_make(f, ABOUT_BUSES);
	KUNIT_ASSERT_TRUE(test, find_constraint(f, "bus_numbers", &result));
	expect_unknown(test, &result);
	preflight_all(f, &summary);
	KUNIT_EXPECT_TRUE(test, summary.unknown);
	KUNIT_EXPECT_STREQ(test, summary.limited_by, "bus_numbers");
}

#define ROOM_LACK \
	"unknown: who has the memory and the buses above it (nobody said)"

/* That there is no window is known without what the bus has free. */
static void unknown_room(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_result result;

	f->kernel.windows[0].assigned = false;
	unknown_make(f, ABOUT_ROOMS);
	KUNIT_ASSERT_TRUE(test, find_constraint(f, "vf_bar0_window", &result));
	KUNIT_EXPECT_FALSE(test, result.unknown);
	KUNIT_EXPECT_EQ(test, result.max_vfs, 0);
	KUNIT_EXPECT_NOT_NULL(test, strstr(result.detail,
					   "assigned none; " ROOM_LACK));
	f->kernel.windows[0].size = 0;
	KUNIT_ASSERT_TRUE(test, find_constraint(f, "vf_bar0_window", &result));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(result.detail, "needed; " ROOM_LACK));
}

static void unknown_every_group(struct kunit *test)
{
	u32 i, about = 0;

	for (i = 0; i < ARRAY_SIZE(lacks); i++)
		about |= lacks[i].about;
	KUNIT_EXPECT_EQ(test, about, ABOUT_ALL);
}

/* What is refused or promised is what all facts refuse or promise. */
static void expect_no_other(struct kunit *test, const struct pf_facts *known,
			    const struct pf_facts *f)
{
	struct preflight_summary before, after;
	struct preflight_result result;
	u32 n;

	preflight_all(known, &before);
	preflight_all(f, &after);
	if (!after.unknown)
		KUNIT_EXPECT_EQ_MSG(test, after.max_vfs_now, before.max_vfs_now,
				    "without %x: %s", f->unknown,
				    after.limited_by);
	for (n = 0; n < 14; n++) {
		if (preflight_refuses(f, n, &result))
			KUNIT_EXPECT_NE_MSG(test,
					    preflight_refuses(known, n,
							      &result),
					    0, "%u without %x: %s", n,
					    f->unknown, result.name);
	}
}

/* Each way to limit, without each group and without all of them */
static void unknown_limits(struct kunit *test)
{
	struct pf_facts *known = facts_new(test), *f = facts_new(test);
	u32 i, group;

	for (i = 0; i < limit_count; i++) {
		facts_reset(known);
		limits[i].bend(known);
		for (group = 0; group <= ABOUT_GROUPS; group++) {
			facts_reset(f);
			limits[i].bend(f);
			unknown_make(f, group < ABOUT_GROUPS ? BIT(group) :
							       ABOUT_ALL);
			expect_no_other(test, known, f);
		}
	}
}

/* Anything is wrong at once, and any groups are unknown. */
static void unknown_numbers(struct kunit *test)
{
	struct pf_facts *known = facts_new(test), *f = facts_new(test);
	struct pf_around *around = f->around;
	struct model_bars dev;
	struct rnd_state rnd;
	u32 round, groups;

	prandom_seed_state(&rnd, 12);
	for (round = 0; round < 4000; round++) {
		facts_reset(known);
		facts_random(known, &dev, &rnd);
		*f = *known;
		f->around = around;
		*around = *known->around;
		groups = prandom_u32_state(&rnd);
		groups &= prandom_u32_state(&rnd);
		unknown_make(f, groups & ABOUT_ALL);
		expect_no_other(test, known, f);
	}
}

/* Nothing is known, not even the registers: nothing is refused. */
static void unknown_all(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_summary summary;
	struct preflight_result result;

	unknown_make(f, ABOUT_ALL);
	f->sriov_error = -ENODEV;
	memset(&f->sriov, 0, sizeof(f->sriov));
	preflight_all(f, &summary);
	KUNIT_EXPECT_TRUE(test, summary.unknown);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, U16_MAX, &result), 0);
	KUNIT_EXPECT_TRUE(test, find_constraint(f, "total_vfs", &result));
	expect_unknown(test, &result);
}

/* What is said beside, when that is all that is unknown */
static void unknown_words(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	f->kernel.is_physfn = false;
	unknown_make(f, ABOUT_PAGE_SIZE);
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(constraint_of(test, f, "kernel_accepted")
					     ->detail,
				     "smaller than its pages, or First"));
	facts_reset(f);
	f->kernel.driver_cap = 3;
	unknown_make(f, ABOUT_DRIVER);
	KUNIT_EXPECT_TRUE(test,
			  strstarts(constraint_of(test, f, "driver_cap")->detail,
				    "a driver allows 3"));
	facts_reset(f);
	f->around->iommu.others = 1;
	unknown_make(f, ABOUT_PORT);
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(constraint_of(test, f, "iommu")->detail,
				     "ACS of the port above is unknown"));
	facts_reset(f);
	bend_ari_none(f);
	unknown_make(f, ABOUT_SELF);
	KUNIT_EXPECT_NULL(test, strstr(constraint_of(test, f, "ari_forwarding")
					       ->remedy,
				       "lacks"));
	facts_reset(f);
	bend_no_driver(f);
	unknown_make(f, ABOUT_CALLBACK);
	KUNIT_EXPECT_EQ(test, constraint_of(test, f, "driver")->max_vfs, 0);
}

static struct kunit_case unknown_cases[] = {
	KUNIT_CASE_PARAM(unknown_constraints, lack_gen_params),
	KUNIT_CASE(unknown_buses),
	KUNIT_CASE(unknown_room),
	KUNIT_CASE(unknown_every_group),
	KUNIT_CASE(unknown_limits),
	KUNIT_CASE(unknown_numbers),
	KUNIT_CASE(unknown_all),
	KUNIT_CASE(unknown_words),
	/* sentinel */
	{},
};

static struct kunit_suite unknown_suite = {
	.name = "sriovscope_preflight_unknown",
	.test_cases = unknown_cases,
};

kunit_test_suite(unknown_suite);
