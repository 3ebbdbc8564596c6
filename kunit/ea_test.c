// SPDX-License-Identifier: GPL-2.0
/*
 * Enhanced Allocation: entries of any length, in any order, and what is no entry
 * of a VF BAR or makes no sense.
 */
#include <kunit/test.h>
#include <linux/sizes.h>
#include <linux/string.h>

#include "core/look/look.h"
#include "pf_config.h"

#define EA_AT 0x80
#define MAX_DWORDS 24

#define VF_BAR0 9
#define WIDE PCI_EA_IS_64

/* The first dword of an entry that is enabled */
#define FIRST(es, bei, pp, sp) \
	(PCI_EA_ENABLE | (sp) << 16 | (pp) << 8 | (bei) << 4 | (es))

#define NONE \
	{    \
	}

static const struct ea_case {
	const char *name;
	u8 entries;
	u8 next; /* where a capability behind it begins, or 0 */
	u32 dwords[MAX_DWORDS];
	struct ea_vf_bar bars[PCI_SRIOV_NUM_BARS];
} ea_cases[] = {
	{ "one of 32 bits",
	  1,
	  0,
	  { FIRST(2U, VF_BAR0, 4U, 0xffU), 0x80000000, 0xfffc },
	  { { true, false, false, 0x80000000, SZ_64K } } },
	{ "one of 64 bits",
	  1,
	  0,
	  { FIRST(4U, VF_BAR0, 4U, 0xffU), 0x10000000 | WIDE, 0xffffc | WIDE,
	    0x8490, 0 },
	  { { true, true, false, 0x849010000000ULL, SZ_1M } } },
	{ "base alone of 64 bits",
	  1,
	  0,
	  { FIRST(3U, 11U, 3U, 0xffU), WIDE, 0xffffc, 9 },
	  { NONE, NONE, { true, true, true, 0x900000000ULL, SZ_1M } } },
	{ "size alone of 64 bits",
	  1,
	  0,
	  { FIRST(3U, 14U, 4U, 0xffU), 0, 0xfffffffc | WIDE, 1 },
	  { NONE,
	    NONE,
	    NONE,
	    NONE,
	    NONE,
	    { true, true, false, 0, 0x200000000ULL } } },
	{ "after others",
	  4,
	  0,
	  { FIRST(4U, 0U, 0U, 0xffU), WIDE, 0xfffc | WIDE, 1, 0,
	    FIRST(0U, 7U, 0xffU, 0xffU), FIRST(2U, 6U, 0U, 0xffU), 0, 0xffc,
	    FIRST(2U, 10U, 4U, 0xffU), 0x1000, 0xffc },
	  { NONE, { true, false, false, 0x1000, SZ_4K } } },
	{ "the last of two",
	  2,
	  0,
	  { FIRST(2U, VF_BAR0, 4U, 0xffU), 0x1000, 0xffc,
	    FIRST(2U, VF_BAR0, 3U, 0xffU), 0x2000, 0xffc },
	  { { true, false, true, 0x2000, SZ_4K } } },
	{ "reserved, then secondary",
	  1,
	  0,
	  { FIRST(2U, VF_BAR0, 8U, 4U), 0x1000, 0xffc },
	  { { true, false, false, 0x1000, SZ_4K } } },
	{ "reserved up to FCh",
	  1,
	  0,
	  { FIRST(2U, VF_BAR0, 0xfcU, 3U), 0x1000, 0xffc },
	  { { true, false, true, 0x1000, SZ_4K } } },

	{ "not enabled",
	  1,
	  0,
	  { FIRST(2U, VF_BAR0, 4U, 0xffU) & ~PCI_EA_ENABLE, 0x1000, 0xffc } },
	{ "unavailable",
	  1,
	  0,
	  { FIRST(2U, VF_BAR0, 0xffU, 4U), 0x1000, 0xffc } },
	{ "from FDh on not secondary",
	  1,
	  0,
	  { FIRST(2U, VF_BAR0, 0xfdU, 4U), 0x1000, 0xffc } },
	{ "memory that is not of VFs",
	  1,
	  0,
	  { FIRST(2U, VF_BAR0, 0U, 4U), 0x1000, 0xffc } },
	{ "a bridge's memory",
	  1,
	  0,
	  { FIRST(2U, VF_BAR0, 5U, 4U), 0x1000, 0xffc } },
	{ "ROM", 1, 0, { FIRST(2U, 8U, 4U, 0xffU), 0x1000, 0xffc } },
	{ "reserved indicator",
	  1,
	  0,
	  { FIRST(2U, 15U, 4U, 0xffU), 0x1000, 0xffc } },
	{ "too short", 1, 0, { FIRST(1U, VF_BAR0, 4U, 0xffU), 0x1000, 0xffc } },
	{ "too short for 64 bits",
	  1,
	  0,
	  { FIRST(3U, VF_BAR0, 4U, 0xffU), WIDE, 0xffc | WIDE, 1, 0 } },
	{ "first dword alone", 1, 0, { FIRST(0U, VF_BAR0, 4U, 0xffU) } },
	{ "too long",
	  1,
	  0,
	  { FIRST(7U, VF_BAR0, 4U, 0xffU), 0x1000, 0xffc, 0 } },
	{ "past all addresses",
	  1,
	  0,
	  { FIRST(4U, VF_BAR0, 4U, 0xffU), 0xfffff000 | WIDE, 0x1ffc | WIDE,
	    0xffffffff, 0 } },
	{ "all addresses",
	  1,
	  0,
	  { FIRST(4U, VF_BAR0, 4U, 0xffU), WIDE, 0xfffffffc | WIDE, 0,
	    0xffffffff } },
	{ "no entry", 0, 0, { FIRST(2U, VF_BAR0, 4U, 0xffU), 0x1000, 0xffc } },
	{ "not as many as there are",
	  1,
	  0,
	  { FIRST(2U, VF_BAR0, 4U, 0xffU), 0x1000, 0xffc,
	    FIRST(2U, 10U, 4U, 0xffU), 0x1000, 0xffc },
	  { { true, false, false, 0x1000, SZ_4K } } },
	{ "eight, of which each is longest",
	  8,
	  0,
	  { FIRST(7U, 7U, 0xffU, 0xffU), [8] = FIRST(7U, 7U, 0xffU, 0xffU),
	    [16] = FIRST(2U, VF_BAR0, 4U, 0xffU), 0x1000, 0xffc },
	  { { true, false, false, 0x1000, SZ_4K } } },
	{ "into the next capability",
	  2,
	  EA_AT + 4 + 4 * 4,
	  { FIRST(2U, VF_BAR0, 4U, 0xffU), 0x1000, 0xffc,
	    FIRST(2U, 10U, 4U, 0xffU), 0x2000, 0xffc },
	  { { true, false, false, 0x1000, SZ_4K } } },
	{ "up to the next capability",
	  2,
	  EA_AT + 4 + 6 * 4,
	  { FIRST(2U, VF_BAR0, 4U, 0xffU), 0x1000, 0xffc,
	    FIRST(2U, 10U, 4U, 0xffU), 0x2000, 0xffc },
	  { { true, false, false, 0x1000, SZ_4K },
	    { true, false, false, 0x2000, SZ_4K } } },
};

static void ea_describe(const struct ea_case *param, char *name)
{
	strscpy(name, param->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(ea, ea_cases, ea_describe);

/* The fixture's device has PM at 40h and PCI Express at 70h; this is behind. */
static struct mock_config *ea_config(struct kunit *test, u8 at, u8 entries,
				     u8 next)
{
	struct mock_config *config = pf_fixture_config(test);

	mock_config_put16(config, 0x40, at << 8 | PCI_CAP_ID_PM);
	mock_config_put16(config, at, 0x70 << 8 | PCI_CAP_ID_EA);
	mock_config_put8(config, at + PCI_EA_NUM_ENT, entries);
	if (next) {
		mock_config_put8(config, at + 1, next);
		mock_config_put16(config, next, 0x70 << 8 | PCI_CAP_ID_VNDR);
	}
	return config;
}

static const struct around_ea *ea_look(struct kunit *test,
				       struct mock_config *config)
{
	struct pf_around *around =
		kunit_kzalloc(test, sizeof(*around), GFP_KERNEL);
	struct pf_caps *caps = kunit_kzalloc(test, sizeof(*caps), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, around);
	KUNIT_ASSERT_NOT_NULL(test, caps);
	KUNIT_ASSERT_EQ(test, look_caps(&config->space, caps), 0);
	KUNIT_ASSERT_EQ(test, look_vf_bars(caps, around), 0);
	mock_config_expect_sane(test, config);
	return &around->ea;
}

static void ea_entries(struct kunit *test)
{
	const struct ea_case *param = test->param_value;
	struct mock_config *config =
		ea_config(test, EA_AT, param->entries, param->next);
	const struct ea_vf_bar *got, *expect;
	const struct around_ea *ea;
	u32 i;

	for (i = 0; i < MAX_DWORDS; i++) {
		if (!param->next || EA_AT + 4 + 4 * i < param->next)
			mock_config_put32(config, EA_AT + 4 + 4 * i,
					  param->dwords[i]);
	}
	ea = ea_look(test, config);
	KUNIT_EXPECT_TRUE(test, ea->exists);
	for (i = 0; i < PCI_SRIOV_NUM_BARS; i++) {
		got = &ea->bars[i];
		expect = &param->bars[i];
		KUNIT_EXPECT_EQ_MSG(test, got->exists, expect->exists, "%u", i);
		KUNIT_EXPECT_EQ(test, got->is_64bit, expect->is_64bit);
		KUNIT_EXPECT_EQ(test, got->prefetchable, expect->prefetchable);
		KUNIT_EXPECT_EQ(test, got->address, expect->address);
		KUNIT_EXPECT_EQ(test, got->size, expect->size);
	}
}

/* At the end of the space an entry is not read past it. */
static void ea_past_the_end(struct kunit *test)
{
	static const u8 starts[] = { 0xfc, 0xf8, 0xf4, 0xf0 };
	struct mock_config *config;
	u32 i, at;

	for (i = 0; i < ARRAY_SIZE(starts); i++) {
		config = ea_config(test, starts[i], 63, 0);
		at = starts[i] + 4;
		if (at < PCI_CFG_SPACE_SIZE)
			mock_config_put32(config, at,
					  FIRST(2U, VF_BAR0, 4U, 0xffU));
		KUNIT_EXPECT_EQ_MSG(test, ea_look(test, config)->bars[0].exists,
				    starts[i] == 0xf0, "at %x", starts[i]);
		KUNIT_EXPECT_EQ(test,
				mock_config_reads_in(config, 0x104, 0x108), 0);
	}
}

/* One that cannot be read is no VF BAR that is not there. */
static void ea_fails_at_any_read(struct kunit *test)
{
	struct mock_config *config = ea_config(test, EA_AT, 1, 0);
	struct pf_around *around =
		kunit_kzalloc(test, sizeof(*around), GFP_KERNEL);
	struct pf_caps *caps = kunit_kzalloc(test, sizeof(*caps), GFP_KERNEL);
	u32 n, reads;

	KUNIT_ASSERT_NOT_NULL(test, around);
	KUNIT_ASSERT_NOT_NULL(test, caps);
	mock_config_put32(config, EA_AT + 4, FIRST(2U, VF_BAR0, 4U, 0xffU));
	KUNIT_ASSERT_EQ(test, look_caps(&config->space, caps), 0);
	mock_config_forget(config);
	KUNIT_ASSERT_EQ(test, look_vf_bars(caps, around), 0);
	reads = config->reads;
	for (n = 0; n < reads; n++) {
		memset(around, 0, sizeof(*around));
		mock_config_forget(config);
		config->faults.fail_access = n;
		config->faults.fail_access_errno = -EREMOTEIO;
		KUNIT_EXPECT_EQ_MSG(test, look_vf_bars(caps, around),
				    -EREMOTEIO, "read %u of %u fails", n,
				    reads);
		KUNIT_EXPECT_FALSE(test, around->ea.bars[0].exists);
	}
}

static void ea_none(struct kunit *test)
{
	KUNIT_EXPECT_FALSE(test,
			   ea_look(test, pf_fixture_config(test))->exists);
}

static struct kunit_case ea_test_cases[] = {
	KUNIT_CASE_PARAM(ea_entries, ea_gen_params),
	KUNIT_CASE(ea_past_the_end),
	KUNIT_CASE(ea_fails_at_any_read),
	KUNIT_CASE(ea_none),
	/* sentinel */
	{},
};

static struct kunit_suite ea_suite = {
	.name = "sriovscope_ea",
	.test_cases = ea_test_cases,
};

kunit_test_suite(ea_suite);
