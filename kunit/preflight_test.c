// SPDX-License-Identifier: GPL-2.0
/*
 * The constraints: the largest number that each allows, one more, and which of
 * them speaks first.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/prandom.h>
#include <linux/string.h>

#include "preflight_facts.h"

#define MAX_CONSTRAINTS	32

static void limit_describe(const struct limit *limit, char *name)
{
	strscpy(name, limit->title, KUNIT_PARAM_DESC_SIZE);
}

/* KUNIT_ARRAY_PARAM() wants to know the size of the array. */
static const void *limit_gen_params(const void *prev, char *desc)
{
	const struct limit *next = prev ? (const struct limit *)prev + 1 :
				   limits;

	if (next == limits + limit_count)
		return NULL;
	limit_describe(next, desc);
	return next;
}

/* What each constraint allows, by its place among those that apply */
static u32 all_limits(const struct facts *f, u32 *max, const char **names)
{
	struct preflight_result result;
	u32 n;

	for (n = 0; preflight_constraint(&f->preflight, n, &result); n++) {
		max[n] = result.max_vfs;
		names[n] = result.name;
	}
	return n;
}

static void preflight_base(struct kunit *test)
{
	struct facts *f = facts_new(test);
	struct preflight_summary summary;
	struct preflight_result result;
	u32 n;

	preflight_all(&f->preflight, &summary);
	KUNIT_EXPECT_EQ(test, summary.max_vfs_now, 8);
	KUNIT_EXPECT_STREQ(test, summary.limited_by, "total_vfs");
	for (n = 0; n <= 8; n++)
		KUNIT_EXPECT_EQ(test,
				preflight_refuses(&f->preflight, n, &result),
				0);
	KUNIT_EXPECT_EQ(test, preflight_refuses(&f->preflight, 9, &result),
			-ERANGE);
	KUNIT_EXPECT_EQ(test,
			preflight_refuses(&f->preflight, U32_MAX, &result),
			-ERANGE);
	for (n = 0; preflight_constraint(&f->preflight, n, &result); n++)
		KUNIT_EXPECT_EQ_MSG(test, result.max_vfs,
				    strcmp(result.name, "total_vfs") ?
				    U16_MAX : 8, "%s", result.name);
	KUNIT_EXPECT_EQ(test, n, summary.count);
}

/* The largest number that passes and one more; and nothing else has changed. */
static void preflight_limit(struct kunit *test)
{
	const struct limit *limit = test->param_value;
	u32 before[MAX_CONSTRAINTS], after[MAX_CONSTRAINTS], n, count;
	const char *names[MAX_CONSTRAINTS];
	struct facts *f = facts_new(test);
	struct preflight_summary summary;
	struct preflight_result result;

	count = all_limits(f, before, names);
	limit->bend(f);
	preflight_all(&f->preflight, &summary);
	KUNIT_EXPECT_EQ(test, summary.max_vfs_now, limit->max);
	KUNIT_EXPECT_STREQ(test, summary.limited_by, limit->name);
	for (n = 1; n <= limit->max; n++)
		KUNIT_EXPECT_EQ(test,
				preflight_refuses(&f->preflight, n, &result),
				0);
	KUNIT_EXPECT_EQ(test, preflight_refuses(&f->preflight, n, &result),
			limit->error);
	KUNIT_EXPECT_STREQ(test, result.name, limit->name);
	KUNIT_EXPECT_EQ(test, result.max_vfs, limit->max);
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(result.detail, limit->word),
				  "\"%s\"", result.detail);
	KUNIT_EXPECT_STRNEQ(test, result.remedy, "none needed");

	if (limit->bend == bend_no_driver)
		return;		/* allow_enable and driver_limits are no lines then */
	if (limit->bend == bend_no_callback)
		return;
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
	struct facts *f = facts_new(test);
	struct preflight_result result;
	bool known;
	u32 n, i;

	for (n = 0; preflight_constraint(&f->preflight, n, &result); n++) {
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

/* Whatever is wrong together, and for every number: as the model has it. */
static void preflight_model(struct kunit *test)
{
	struct preflight_summary summary;
	struct preflight_result result;
	struct rnd_state rnd;
	struct facts *f = facts_new(test);
	const struct facts good = *f;
	u32 round, i, n, most;
	int ret;

	prandom_seed_state(&rnd, 20261123);
	for (round = 0; round < 4000; round++) {
		*f = good;
		for (i = 0; i < limit_count; i++) {
			if (prandom_u32_state(&rnd) % 12 == 0)
				limits[i].bend(f);
		}
		most = 0;
		for (n = 0; n <= f->sriov.total_vfs + 1; n++) {
			ret = preflight_refuses(&f->preflight, n, &result);
			KUNIT_ASSERT_EQ_MSG(test, ret, model(f, n),
					    "round %u, %u VFs: %s", round, n,
					    result.name);
			if (!ret)
				most = n;
		}
		preflight_all(&f->preflight, &summary);
		KUNIT_ASSERT_EQ_MSG(test, summary.max_vfs_now, most,
				    "round %u", round);
	}
}

/* Nothing but VFs that guests have stops disabling. */
static void preflight_disabling(struct kunit *test)
{
	const struct limit *limit = test->param_value;
	struct facts *f = facts_new(test);
	struct preflight_result result;

	limit->bend(f);
	KUNIT_EXPECT_EQ(test, preflight_refuses(&f->preflight, 0, &result),
			limit->bend == bend_assigned ? -EPERM : 0);
}

static bool find_constraint(const struct facts *f, const char *name,
			    struct preflight_result *result)
{
	u32 n;

	for (n = 0; preflight_constraint(&f->preflight, n, result); n++) {
		if (!strcmp(result->name, name))
			return true;
	}
	return false;
}

static const char *detail_of(struct kunit *test, const struct facts *f,
			     const char *name)
{
	struct preflight_result *result =
		kunit_kzalloc(test, sizeof(*result), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, result);
	KUNIT_ASSERT_TRUE(test, find_constraint(f, name, result));
	return result->detail;
}

#define EXPECT_DETAIL(test, f, name, word)				\
	KUNIT_EXPECT_NOT_NULL(test,					\
			      strstr(detail_of(test, f, name), word))

/* Which of its own tests the kernel failed a function at */
static void preflight_rejected(struct kunit *test)
{
	struct facts *f = facts_new(test);

	f->kernel.is_physfn = false;
	EXPECT_DETAIL(test, f, "kernel_accepted", "pages of 4096 bytes");
	f->sriov.vf_stride = 0;
	EXPECT_DETAIL(test, f, "kernel_accepted", "VF Stride is 0");
	f->sriov.first_vf_offset = 0;
	EXPECT_DETAIL(test, f, "kernel_accepted", "First VF Offset is 0");
	f->around.page_size = 0x800000;
	EXPECT_DETAIL(test, f, "kernel_accepted", "page size");
	f->sriov.total_vfs = 0;
	EXPECT_DETAIL(test, f, "kernel_accepted", "TotalVFs is 0");
	f->preflight.known = false;
	EXPECT_DETAIL(test, f, "kernel_accepted", "cannot be bounded");
}

/* By how much a window is too small, and how many VFs would fit */
static void preflight_room(struct kunit *test)
{
	struct facts *f = facts_new(test);
	struct around_room *room = &f->around.rooms[0];

	bend_window0(f);
	EXPECT_DETAIL(test, f, "vf_bar0_window", "no window for memory");
	*room = (struct around_room) { true, 0xfe000000, 0x200000, 0x1ffff };
	EXPECT_DETAIL(test, f, "vf_bar0_window",
		      "window 0xfe000000-0xfe1fffff has 0x1ffff bytes free, 0x1 too few: room for 7 VFs");
	room->free = 0x20000;
	EXPECT_DETAIL(test, f, "vf_bar0_window", "not in one piece");
	bend_window_dropped(f);
	EXPECT_DETAIL(test, f, "vf_bar0_window", "has 0x20000 bytes free");
}

/* What is a line for some devices only */
static void preflight_lines(struct kunit *test)
{
	struct facts *f = facts_new(test);
	struct preflight_result result;

	KUNIT_EXPECT_FALSE(test, find_constraint(f, "vf_bar1_window", &result));
	KUNIT_EXPECT_FALSE(test, find_constraint(f, "vf_bar2_window", &result));
	KUNIT_EXPECT_TRUE(test, find_constraint(f, "allow_enable", &result));
	f->kernel.mode = PF_MODE_OBSERVED;
	KUNIT_EXPECT_FALSE(test, find_constraint(f, "allow_enable", &result));
	strscpy(f->kernel.driver, "igb", sizeof(f->kernel.driver));
	EXPECT_DETAIL(test, f, "driver_limits", "only it knows");
	bend_no_driver(f);
	KUNIT_EXPECT_FALSE(test, find_constraint(f, "driver_limits", &result));
}

/* Whether guests can have VFs is a warning. */
static void preflight_iommu(struct kunit *test)
{
	struct facts *f = facts_new(test);
	struct preflight_summary summary;

	EXPECT_DETAIL(test, f, "iommu", "alone in IOMMU group 7");
	f->around.port.acs &= ~PCI_ACS_RR;
	EXPECT_DETAIL(test, f, "iommu", "not all on");
	f->around.port.has_acs = false;
	EXPECT_DETAIL(test, f, "iommu", "missing");
	f->around.iommu.others = 2;
	EXPECT_DETAIL(test, f, "iommu", "2 devices beside");
	f->around.iommu.exists = false;
	EXPECT_DETAIL(test, f, "iommu", "no IOMMU group");
	preflight_all(&f->preflight, &summary);
	KUNIT_EXPECT_EQ(test, summary.max_vfs_now, 8);
}

/* What can be done about ARI depends on who lacks it. */
static void preflight_ari(struct kunit *test)
{
	struct facts *f = facts_new(test);
	struct preflight_result result;

	bend_ari_none(f);
	f->around.self.has_ari = true;
	KUNIT_EXPECT_EQ(test, preflight_refuses(&f->preflight, 1, &result),
			-EIO);
	KUNIT_EXPECT_NOT_NULL(test, strstr(result.remedy, "rescan"));
	f->around.self.has_ari = false;
	preflight_refuses(&f->preflight, 1, &result);
	KUNIT_EXPECT_NOT_NULL(test, strstr(result.remedy, "lacks"));
	f->around.port.ari_supported = false;
	preflight_refuses(&f->preflight, 1, &result);
	KUNIT_EXPECT_NOT_NULL(test, strstr(result.remedy, "slot"));
}

/* Ports that do not limit: of a switch inside, unknown, none */
static void preflight_ports(struct kunit *test)
{
	struct facts *f = facts_new(test);
	struct preflight_summary summary;

	bend_ari_none(f);
	f->around.port.downstream = false;
	preflight_all(&f->preflight, &summary);
	KUNIT_EXPECT_EQ(test, summary.max_vfs_now, 8);
	f->around.port.downstream = true;
	f->around.port.error = -EIO;
	preflight_all(&f->preflight, &summary);
	KUNIT_EXPECT_EQ(test, summary.max_vfs_now, 8);
	f->around.port = (struct around_port) {};
	preflight_all(&f->preflight, &summary);
	KUNIT_EXPECT_EQ(test, summary.max_vfs_now, 8);
}

/* As many VFs as there can be; past the last of all buses */
static void preflight_many(struct kunit *test)
{
	struct facts *f = facts_new(test);
	struct preflight_result result;

	f->kernel.windows[0].size = U16_MAX * 4096;
	f->kernel.windows[3].size = U16_MAX * 4096;
	f->kernel.driver_cap = U16_MAX;
	f->kernel.routing_id = 0;
	f->sriov.initial_vfs = U16_MAX;
	f->sriov.total_vfs = U16_MAX;
	f->sriov.first_vf_offset = 1;
	f->sriov.vf_stride = 1;
	f->around.last_bus = U8_MAX;
	KUNIT_EXPECT_EQ(test,
			preflight_refuses(&f->preflight, U16_MAX, &result), 0);
	f->sriov.vf_stride = U16_MAX;
	KUNIT_EXPECT_EQ(test, preflight_refuses(&f->preflight, 1, &result), 0);
	KUNIT_EXPECT_EQ(test, preflight_refuses(&f->preflight, 2, &result),
			-ENOMEM);
	f->sriov.vf_stride = 0;
	KUNIT_EXPECT_EQ(test, preflight_refuses(&f->preflight, 2, &result), 0);
}

static void expect_one_line(struct kunit *test, const char *text, size_t size)
{
	KUNIT_ASSERT_NE(test, *text, '\0');
	KUNIT_ASSERT_LT(test, strlen(text), size - 1);
	KUNIT_ASSERT_NULL(test, strchr(text, '\n'));
}

static void randomize(struct facts *f, struct rnd_state *rnd)
{
	struct sriov_snapshot regs;
	u32 slot;

	prandom_bytes_state(rnd, &regs, sizeof(regs));
	sriov_decode(&regs, &f->sriov);
	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		f->kernel.windows[slot].size = -1ULL - slot;
		f->kernel.windows[slot].start = slot;
		f->kernel.windows[slot].assigned =
			prandom_u32_state(rnd) % 2;
		f->around.rooms[slot] = (struct around_room) {
			.exists = true,
			.start = -1ULL - slot,
			.size = -1ULL,
			.free = -2ULL - prandom_u32_state(rnd) * slot,
		};
	}
	f->around.last_bus = prandom_u32_state(rnd) % 256;
}

/* Whatever registers hold: one line, that fits. */
static void preflight_text(struct kunit *test)
{
	struct facts *f = facts_new(test);
	struct preflight_result result;
	struct rnd_state rnd;
	u32 round, n;

	prandom_seed_state(&rnd, 7);
	memset(f->kernel.driver, 'd', sizeof(f->kernel.driver) - 1);
	for (round = 0; round < 1000; round++) {
		randomize(f, &rnd);
		f->kernel.mode = round % 2 ? PF_MODE_BOUND : PF_MODE_OBSERVED;
		f->kernel.can_configure = round % 3;
		for (n = 0; preflight_constraint(&f->preflight, n, &result);
		     n++) {
			expect_one_line(test, result.detail,
					sizeof(result.detail));
			expect_one_line(test, result.remedy,
					sizeof(result.remedy));
		}
	}
}

static struct kunit_case preflight_cases[] = {
	KUNIT_CASE(preflight_base),
	KUNIT_CASE_PARAM(preflight_limit, limit_gen_params),
	KUNIT_CASE(preflight_every_constraint),
	KUNIT_CASE(preflight_model),
	KUNIT_CASE_PARAM(preflight_disabling, limit_gen_params),
	KUNIT_CASE(preflight_rejected),
	KUNIT_CASE(preflight_room),
	KUNIT_CASE(preflight_lines),
	KUNIT_CASE(preflight_iommu),
	KUNIT_CASE(preflight_ari),
	KUNIT_CASE(preflight_ports),
	KUNIT_CASE(preflight_many),
	KUNIT_CASE(preflight_text),
	{}
};

static struct kunit_suite preflight_suite = {
	.name = "sriovscope_preflight",
	.test_cases = preflight_cases,
};

kunit_test_suite(preflight_suite);
