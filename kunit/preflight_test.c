// SPDX-License-Identifier: GPL-2.0
/*
 * The constraints: the largest number that each allows, one more, and which of
 * them speaks first.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/string.h>

#include "params.h"
#include "preflight_facts.h"

#define MAX_CONSTRAINTS 32

static void limit_describe(const struct limit *limit, char *name)
{
	strscpy(name, limit->title, KUNIT_PARAM_DESC_SIZE);
}

/* KUNIT_ARRAY_PARAM() wants to know the size of the array. */
static const void *COMPAT_GEN_PARAMS(limit_gen_params)
{
	const struct limit *next = prev ? (const struct limit *)prev + 1 :
					  limits;

	if (next == limits + limit_count)
		return NULL;
	limit_describe(next, desc);
	return next;
}

/* What each constraint allows, by its place among those that apply */
static u32 all_limits(const struct pf_facts *f, u32 *max, const char **names)
{
	struct preflight_result result;
	u32 n, count = 0;

	preflight_for_each(f, n, &result) {
		max[count] = result.max_vfs;
		names[count++] = result.name;
	}
	return count;
}

static void preflight_base(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_summary summary;
	struct preflight_result result;
	u32 n;

	preflight_all(f, &summary);
	KUNIT_EXPECT_EQ(test, summary.max_vfs_now, 8);
	KUNIT_EXPECT_STREQ(test, summary.limited_by, "total_vfs");
	for (n = 0; n <= 8; n++)
		KUNIT_EXPECT_EQ(test, preflight_refuses(f, n, &result), 0);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 9, &result), -ERANGE);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, U32_MAX, &result), -ERANGE);
	preflight_for_each(f, n, &result)
		KUNIT_EXPECT_EQ_MSG(test, result.max_vfs,
				    strcmp(result.name, "total_vfs") ? U16_MAX :
								       8,
				    "%s", result.name);
}

/* The largest number that passes and one more; and nothing else has changed. */
static void preflight_limit(struct kunit *test)
{
	const struct limit *limit = test->param_value;
	u32 before[MAX_CONSTRAINTS], after[MAX_CONSTRAINTS], n, count;
	const char *names[MAX_CONSTRAINTS];
	struct pf_facts *f = facts_new(test);
	struct preflight_summary summary;
	struct preflight_result result;

	count = all_limits(f, before, names);
	limit->bend(f);
	preflight_all(f, &summary);
	KUNIT_EXPECT_EQ(test, summary.max_vfs_now, limit->max);
	KUNIT_EXPECT_STREQ(test, summary.limited_by, limit->name);
	for (n = 1; n <= limit->max; n++)
		KUNIT_EXPECT_EQ(test, preflight_refuses(f, n, &result), 0);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, n, &result), limit->error);
	KUNIT_EXPECT_STREQ(test, result.name, limit->name);
	KUNIT_EXPECT_EQ(test, result.max_vfs, limit->max);
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(result.detail, limit->word),
				  "\"%s\"", result.detail);
	KUNIT_EXPECT_STRNEQ(test, result.remedy, "none needed");

	if (limit->bend == bend_no_driver)
		return; /* allow_enable and driver_limits are no lines then */
	if (limit->bend == bend_no_callback)
		return;
	if (limit->bend == bend_bar_lost)
		return; /* is a line only then */
	KUNIT_EXPECT_EQ(test, all_limits(f, after, names), count);
	for (n = 0; n < count; n++) {
		if (strcmp(names[n], limit->name))
			KUNIT_EXPECT_EQ_MSG(test, after[n], before[n], "%s",
					    names[n]);
	}
}

/* Every constraint has a case, but for those that never limit. */
static void preflight_every_constraint(struct kunit *test)
{
	static const char *const never[] = { "driver_limits", "iommu" };
	struct pf_facts *f = facts_new(test);
	struct preflight_result result;
	bool known;
	u32 n, i;

	preflight_for_each(f, n, &result) {
		known = false;
		for (i = 0; i < limit_count; i++)
			known |= !strcmp(limits[i].name, result.name);
		for (i = 0; i < ARRAY_SIZE(never); i++)
			known |= !strcmp(never[i], result.name);
		KUNIT_EXPECT_TRUE_MSG(test, known, "%s has no case",
				      result.name);
	}
	KUNIT_EXPECT_GT(test, n, 10);
}

/* Six VF BARs, each of which may be the one without a place */
static void preflight_every_window(struct kunit *test)
{
	static const struct vf_window window = { 0x20000, 0x90000000, true };
	struct pf_facts *f = facts_new(test);
	struct preflight_result result;
	char name[sizeof("vf_bar0_window")];
	u32 slot;

	f->kernel.vf_bars = PCI_SRIOV_NUM_BARS;
	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		f->kernel.windows[slot] = window;
		f->sriov.vf_bar[slot] = 0;
	}
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 8, &result), 0);
	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		f->kernel.windows[slot].assigned = false;
		KUNIT_EXPECT_EQ(test, preflight_refuses(f, 1, &result),
				-ENOMEM);
		snprintf(name, sizeof(name), "vf_bar%u_window", slot);
		KUNIT_EXPECT_STREQ(test, result.name, name);
		f->kernel.windows[slot].assigned = true;
	}
}

/* What the registers would say, the kernel may know without. */
static void preflight_unknown(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_summary summary;
	struct preflight_result result;

	f->sriov_error = -EIO;
	memset(&f->sriov, 0, sizeof(f->sriov));
	f->kernel.driver_cap = 7;
	preflight_all(f, &summary);
	KUNIT_EXPECT_EQ(test, summary.max_vfs_now, 7);
	KUNIT_EXPECT_STREQ(test, summary.limited_by, "total_vfs");
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 8, &result), -ERANGE);
	bend_window0(f);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 1, &result), -ENOMEM);
	KUNIT_EXPECT_STREQ(test, result.name, "vf_bar0_window");
	bend_window_dropped(f);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 7, &result), -ENOMEM);
	KUNIT_EXPECT_STREQ(test, result.name, "vf_bars");
	KUNIT_EXPECT_FALSE(test, find_constraint(f, "vf_bar0_window", &result));
}

/* What is not known promises nothing, and refuses nothing. */
static void preflight_untold(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_summary summary;
	struct preflight_result result;

	f->kernel.vf_bars_known = false;
	preflight_all(f, &summary);
	KUNIT_EXPECT_TRUE(test, summary.unknown);
	KUNIT_EXPECT_STREQ(test, summary.limited_by, "vf_bars");
	KUNIT_EXPECT_TRUE(test, find_constraint(f, "vf_bars", &result));
	KUNIT_EXPECT_TRUE(test, result.unknown);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 8, &result), 0);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 9, &result), -ERANGE);
	f->kernel.driver_cap = 3;
	preflight_all(f, &summary);
	KUNIT_EXPECT_TRUE(test, summary.unknown);
	/* It may be no BAR, but bits. */
	bend_window_dropped(f);
	preflight_all(f, &summary);
	KUNIT_EXPECT_TRUE(test, summary.unknown);
	KUNIT_EXPECT_STREQ(test, summary.limited_by, "vf_bar0_window");
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 3, &result), 0);
	f->kernel.windows[0].size = 0x20000;
	/* That there is none at all is known. */
	bend_window0(f);
	preflight_all(f, &summary);
	KUNIT_EXPECT_FALSE(test, summary.unknown);
	KUNIT_EXPECT_EQ(test, summary.max_vfs_now, 0);
	KUNIT_EXPECT_STREQ(test, summary.limited_by, "vf_bar0_window");
}

/* Nothing but VFs that guests have stops disabling. */
static void preflight_disabling(struct kunit *test)
{
	const struct limit *limit = test->param_value;
	struct pf_facts *f = facts_new(test);
	struct preflight_result result;

	limit->bend(f);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 0, &result),
			limit->bend == bend_assigned ? -EPERM : 0);
}

/* Of two that allow the same the first is named. */
static void preflight_first_of_equals(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_summary summary;

	f->kernel.switched_off = true;
	f->kernel.num_vfs = 3;
	preflight_all(f, &summary);
	KUNIT_EXPECT_STREQ(test, summary.limited_by, "driver");
}

/* As many VFs as there can be; past the last of all buses */
static void preflight_many(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_result result;

	f->kernel.windows[0].size = U16_MAX * 4096;
	f->kernel.windows[3].size = U16_MAX * 4096;
	f->kernel.driver_cap = U16_MAX;
	f->kernel.routing_id = 0;
	f->sriov.initial_vfs = U16_MAX;
	f->sriov.total_vfs = U16_MAX;
	f->sriov.first_vf_offset = 1;
	f->sriov.vf_stride = 1;
	f->around->last_bus = U8_MAX;
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, U16_MAX, &result), 0);
	f->sriov.vf_stride = U16_MAX;
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 1, &result), 0);
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 2, &result), -ENOMEM);
	f->sriov.vf_stride = 0;
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 2, &result), 0);
}

/* The largest numbers of all registers are no small ones by chance. */
static void preflight_no_wrap(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_result result;

	f->kernel.routing_id = U16_MAX;
	f->around->link.devfn = U8_MAX;
	f->around->last_bus = U8_MAX;
	f->kernel.driver_cap = U16_MAX;
	f->sriov.initial_vfs = U16_MAX;
	f->sriov.total_vfs = U16_MAX;
	f->sriov.first_vf_offset = U16_MAX;
	f->sriov.vf_stride = U16_MAX;
	KUNIT_EXPECT_EQ(test, preflight_refuses(f, 1, &result), -ENOMEM);
	KUNIT_EXPECT_STREQ(test, result.name, "bus_numbers");
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(result.detail, "on bus ffff00,"),
				  "\"%s\"", result.detail);
}

/* Without a stride all VFs are where the first one is, on another bus here. */
static void preflight_no_stride(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_result result;

	f->sriov.first_vf_offset = 256;
	f->sriov.vf_stride = 0;
	f->around->last_bus = 4;
	KUNIT_ASSERT_TRUE(test, find_constraint(f, "bus_numbers", &result));
	KUNIT_EXPECT_EQ(test, result.max_vfs, U16_MAX);
	f->around->last_bus = 3;
	KUNIT_ASSERT_TRUE(test, find_constraint(f, "bus_numbers", &result));
	KUNIT_EXPECT_EQ(test, result.max_vfs, 0);
}

static struct kunit_case preflight_cases[] = {
	KUNIT_CASE(preflight_base),
	KUNIT_CASE_PARAM(preflight_limit, limit_gen_params),
	KUNIT_CASE(preflight_every_constraint),
	KUNIT_CASE(preflight_every_window),
	KUNIT_CASE(preflight_unknown),
	KUNIT_CASE(preflight_untold),
	KUNIT_CASE_PARAM(preflight_disabling, limit_gen_params),
	KUNIT_CASE(preflight_first_of_equals),
	KUNIT_CASE(preflight_many),
	KUNIT_CASE(preflight_no_wrap),
	KUNIT_CASE(preflight_no_stride),
	/* sentinel */
	{},
};

static struct kunit_suite preflight_suite = {
	.name = "sriovscope_preflight",
	.test_cases = preflight_cases,
};

kunit_test_suite(preflight_suite);
