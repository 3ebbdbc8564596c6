// SPDX-License-Identifier: GPL-2.0
/*
 * The chain of extended capabilities, in every way that it can be malformed.
 */
#include <kunit/test.h>
#include <linux/err.h>
#include <sriovscope/capabilities.h>
#include <sriovscope/chain.h>

#include "core/mock/mock_config.h"
#include "mock_space.h"

#define CASE_CAPS 6

#define LOOP BIT(EXT_DEFECT_LOOP)
#define BACKWARDS BIT(EXT_DEFECT_BACKWARDS)
#define MISALIGNED BIT(EXT_DEFECT_MISALIGNED)
#define TOO_SMALL BIT(EXT_DEFECT_TOO_SMALL)
#define PAST_END BIT(EXT_DEFECT_PAST_END)
#define OVERLAP BIT(EXT_DEFECT_OVERLAP)
#define ALL_ONES BIT(EXT_DEFECT_ALL_ONES)
#define MISSING_END BIT(EXT_DEFECT_MISSING_END)

/* A header, and what is to be known of the capability in the order of visits */
struct chain_cap {
	u16 offset;
	u16 id;
	u16 next;
	u16 span;
	unsigned long defects;
};

/* An @id and @next of -1 make a header of ones, and of 0 one of zeroes. */
#define NO 0xffff
#define UNKNOWN 0xbeef

static const struct chain_case {
	const char *name;
	u32 size;
	u32 count;
	struct chain_cap caps[CASE_CAPS];
} chain_list[] = {
	{ "empty", 4096, 0, { { 0x100, 0, 0 } } },
	{ "empty, dword of space", 0x104, 0, { { 0x100, 0, 0 } } },
	{ "single", 4096, 1, { { 0x100, 0x0e, 0, 3840 } } },
	{ "single, dword of space", 0x104, 1, { { 0x100, UNKNOWN, 0, 4 } } },
	{ "forward", 4096, 3,
	  .caps = { { 0x100, 0x01, 0x140, 0x40 },
		    { 0x140, 0x0e, 0x160, 0x20 },
		    { 0x160, 0x10, 0, 0xea0 } } },
	{ "backwards", 4096, 3,
	  .caps = { { 0x100, 0x01, 0x300, 0x100 },
		    { 0x300, 0x10, 0x200, 0xd00, BACKWARDS },
		    { 0x200, 0x0e, 0, 0x100 } } },
	{ "zigzag", 4096, 5,
	  .caps = { { 0x100, 0x0e, 0xf00, 0x40 },
		    { 0xf00, 0x0e, 0x140, 0x100, BACKWARDS },
		    { 0x140, 0x0e, 0xe00, 0x40 },
		    { 0xe00, 0x0e, 0x180, 0x100, BACKWARDS },
		    { 0x180, 0x0e, 0, 0xc80 } } },
	{ "loop to itself, first", 4096, 1,
	  .caps = { { 0x100, 0x0e, 0x100, 3840, LOOP } } },
	{ "loop to itself", 4096, 2,
	  .caps = { { 0x100, 0x0e, 0x200, 0x100 },
		    { 0x200, 0x0e, 0x200, 0xe00, LOOP } } },
	{ "loop of two", 4096, 3,
	  .caps = { { 0x100, 0x0e, 0x200, 0x100 },
		    { 0x200, 0x0e, 0x300, 0x100 },
		    { 0x300, 0x0e, 0x200, 0xd00, LOOP } } },
	{ "loop of three", 4096, 4,
	  .caps = { { 0x100, 0x0e, 0x200, 0x100 },
		    { 0x200, 0x0e, 0x400, 0x100 },
		    { 0x400, 0x0e, 0x300, 0xc00, BACKWARDS },
		    { 0x300, 0x0e, 0x200, 0x100, LOOP } } },
	{ "loop to the first", 4096, 3,
	  .caps = { { 0x100, 0x0e, 0x200, 0x100 },
		    { 0x200, 0x0e, 0x300, 0x100 },
		    { 0x300, 0x0e, 0x100, 0xd00, LOOP } } },
	{ "loop upwards", 4096, 3,
	  .caps = { { 0x100, 0x0e, 0x300, 0x100 },
		    { 0x300, 0x0e, 0x200, 0xd00, BACKWARDS },
		    { 0x200, 0x0e, 0x300, 0x100, LOOP } } },
	{ "misaligned by 1", 4096, 2,
	  .caps = { { 0x100, 0x0e, 0x201, 0x100, MISALIGNED },
		    { 0x200, 0x0e, 0, 0xe00 } } },
	{ "misaligned by 2", 4096, 2,
	  .caps = { { 0x100, 0x0e, 0x202, 0x100, MISALIGNED },
		    { 0x200, 0x0e, 0, 0xe00 } } },
	{ "misaligned by 3", 4096, 2,
	  .caps = { { 0x100, 0x0e, 0x203, 0x100, MISALIGNED },
		    { 0x200, 0x0e, 0, 0xe00 } } },
	{ "misaligned loop", 4096, 1,
	  .caps = { { 0x100, 0x0e, 0x102, 3840, MISALIGNED | LOOP } } },
	{ "misaligned backwards", 4096, 3,
	  .caps = { { 0x100, 0x0e, 0x300, 0x100 },
		    { 0x300, 0x0e, 0x203, 0xd00, MISALIGNED | BACKWARDS },
		    { 0x200, 0x0e, 0, 0x100 } } },
	{ "misaligned at the end", 4096, 2,
	  .caps = { { 0x100, 0x0e, 0xfff, 0xefc, MISALIGNED },
		    { 0xffc, UNKNOWN, 0, 4 } } },
	{ "next 0x001", 4096, 1,
	  .caps = { { 0x100, 0x0e, 0x001, 3840, MISALIGNED | TOO_SMALL } } },
	{ "next 0x002", 4096, 1,
	  .caps = { { 0x100, 0x0e, 0x002, 3840, MISALIGNED | TOO_SMALL } } },
	{ "next 0x003", 4096, 1,
	  .caps = { { 0x100, 0x0e, 0x003, 3840, MISALIGNED | TOO_SMALL } } },
	{ "next 0x004", 4096, 1,
	  .caps = { { 0x100, 0x0e, 0x004, 3840, TOO_SMALL } } },
	{ "next 0x0fc", 4096, 2,
	  .caps = { { 0x100, 0x0e, 0x200, 0x100 },
		    { 0x200, 0x0e, 0x0fc, 0xe00, TOO_SMALL } } },
	{ "next 0x0ff", 4096, 1,
	  .caps = { { 0x100, 0x0e, 0x0ff, 3840, MISALIGNED | TOO_SMALL } } },
	{ "past the end", 0x200, 1,
	  .caps = { { 0x100, 0x0e, 0x200, 0x100, PAST_END } } },
	{ "past the end, second", 0x800, 2,
	  .caps = { { 0x100, 0x0e, 0x7fc, 0x6fc },
		    { 0x7fc, UNKNOWN, 0xffc, 4, PAST_END } } },
	{ "past the end, misaligned", 0x200, 1,
	  .caps = { { 0x100, 0x0e, 0x203, 0x100, MISALIGNED | PAST_END } } },
	{ "half a header at the end", 0x202, 1,
	  .caps = { { 0x100, 0x0e, 0x200, 0x100, PAST_END } } },
	{ "last dword", 4096, 2,
	  .caps = { { 0x100, 0x0e, 0xffc, 0xefc }, { 0xffc, UNKNOWN, 0, 4 } } },
	{ "overlap", 4096, 2,
	  .caps = { { 0x100, 0x10, 0x120, 0x20, OVERLAP },
		    { 0x120, 0x0e, 0, 0xee0 } } },
	{ "overlap by a dword", 4096, 2,
	  .caps = { { 0x100, 0x10, 0x13c, 0x3c, OVERLAP },
		    { 0x13c, 0x0e, 0, 0xec4 } } },
	{ "neighbour", 4096, 2,
	  .caps = { { 0x100, 0x10, 0x140, 0x40 }, { 0x140, 0x0e, 0, 0xec0 } } },
	{ "overlap from behind", 4096, 3,
	  .caps = { { 0x100, 0x0e, 0x320, 0x200 },
		    { 0x320, 0x0e, 0x300, 0xce0, BACKWARDS },
		    { 0x300, 0x10, 0, 0x20, OVERLAP } } },
	{ "overlap with the end", 0x220, 2,
	  .caps = { { 0x100, 0x0e, 0x200, 0x100 },
		    { 0x200, 0x10, 0, 0x20, OVERLAP } } },
	{ "overlap and loop", 4096, 2,
	  .caps = { { 0x100, 0x10, 0x120, 0x20, OVERLAP },
		    { 0x120, 0x0e, 0x100, 0xee0, LOOP } } },
	{ "all ones at first", 4096, 1,
	  .caps = { { 0x100, NO, NO, 3840, ALL_ONES } } },
	{ "all ones in the middle", 4096, 2,
	  .caps = { { 0x100, 0x0e, 0x200, 0x100 },
		    { 0x200, NO, NO, 0xe00, ALL_ONES } } },
	{ "all ones at the end", 4096, 2,
	  .caps = { { 0x100, 0x0e, 0xffc, 0xefc },
		    { 0xffc, NO, NO, 4, ALL_ONES } } },
	{ "missing end", 4096, 3,
	  .caps = { { 0x100, 0x0e, 0x300, 0x100 },
		    { 0x300, 0x0e, 0x200, 0xd00, BACKWARDS },
		    { 0x200, 0, 0, 0x100, MISSING_END } } },
	{ "null capability at first", 4096, 2,
	  .caps = { { 0x100, 0, 0x200, 0x100 }, { 0x200, 0x10, 0, 0xe00 } } },
	{ "null capability in the middle", 4096, 3,
	  .caps = { { 0x100, 0x0e, 0x180, 0x80 },
		    { 0x180, 0, 0x200, 0x80 },
		    { 0x200, 0x10, 0, 0xe00 } } },
	{ "same ID thrice", 4096, 3,
	  .caps = { { 0x100, 0x0b, 0x200, 0x100 },
		    { 0x200, 0x0b, 0x300, 0x100 },
		    { 0x300, 0x0b, 0, 0xd00 } } },
};

static void chain_describe(const struct chain_case *c, char *name)
{
	strscpy(name, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(chain, chain_list, chain_describe);

/* No version, so that 0 and 0 give the header 0, and NO and NO all ones. */
static u32 case_header(const struct chain_cap *cap)
{
	if (cap->id == NO)
		return U32_MAX;
	return (u32)cap->next << 20 | cap->id;
}

static struct mock_config *case_mock(struct kunit *test,
				     const struct chain_case *c)
{
	struct mock_config *mock = mock_config_new(test, c->size);
	u32 i;

	for (i = 0; i < c->count; i++)
		mock_config_put32(mock, c->caps[i].offset,
				  case_header(&c->caps[i]));
	return mock;
}

static struct ext_chain *chain_of(struct kunit *test, struct mock_config *mock)
{
	struct ext_chain *chain;

	mock_config_forget(mock);
	chain = ext_chain_read(&mock->space);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, chain);
	KUNIT_EXPECT_EQ(test, mock->reads, max(chain->count, 1U));
	KUNIT_EXPECT_EQ(test, mock->writes, 0);
	mock_config_expect_sane(test, mock);
	return chain;
}

static void chain_cases(struct kunit *test)
{
	const struct chain_case *c = test->param_value;
	struct mock_config *mock = case_mock(test, c);
	struct ext_chain *chain = chain_of(test, mock);
	const struct chain_cap *want = c->caps;
	const struct ext_cap *cap;

	KUNIT_EXPECT_PTR_EQ(test, chain->space, &mock->space);
	KUNIT_EXPECT_EQ(test, chain->count, c->count);
	ext_chain_for_each(cap, chain) {
		if (want == c->caps + c->count)
			break;
		KUNIT_EXPECT_EQ(test, cap->offset, want->offset);
		KUNIT_EXPECT_EQ(test, cap->header, case_header(want));
		KUNIT_EXPECT_EQ(test, cap->span, want->span);
		KUNIT_EXPECT_EQ(test, cap->defects, want->defects);
		want++;
	}
	ext_chain_free(chain);
}

/* A read that fails anywhere fails the walk, and no read comes after it. */
static void chain_failing_read(struct kunit *test)
{
	const struct chain_case *c = test->param_value;
	struct mock_config *mock = case_mock(test, c);
	u32 n;

	for (n = 0; n < max(c->count, 1U); n++) {
		mock_config_forget(mock);
		mock->faults.fail_access = n;
		mock->faults.fail_access_errno = -ETIMEDOUT;
		KUNIT_EXPECT_EQ(test, PTR_ERR(ext_chain_read(&mock->space)),
				-ETIMEDOUT);
		KUNIT_EXPECT_EQ(test, mock->reads, n + 1);
	}
}

static void chain_strange_sizes(struct kunit *test)
{
	static const u32 sizes[] = { 0, 4, 255, 256, 4097, 4100, U32_MAX };
	struct mock_config *mock = mock_config_new(test, 4096);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		mock->space.size = sizes[i];
		KUNIT_EXPECT_EQ(test, PTR_ERR(ext_chain_read(&mock->space)),
				-EINVAL);
	}
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 0);
}

/* As many as there can be: each dword is a capability, in a strange order. */
static void chain_of_every_dword(struct kunit *test, u32 stride)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	unsigned long expect;
	struct ext_chain *chain;
	u32 i, slot, next = 0;

	for (i = 0; i < EXT_CHAIN_MAX; i++) {
		slot = next;
		next = (slot + stride) % EXT_CHAIN_MAX;
		mock_config_put_header(mock, 0x100 + 4 * slot, UNKNOWN, 1,
				       0x100 + 4 * next);
	}

	chain = chain_of(test, mock);
	KUNIT_ASSERT_EQ(test, chain->count, 960);
	for (i = 0, slot = 0; i < chain->count; i++, slot = next) {
		next = (slot + stride) % EXT_CHAIN_MAX;
		expect = next < slot ? BACKWARDS : 0;
		if (i == chain->count - 1)
			expect = LOOP;
		KUNIT_EXPECT_EQ(test, chain->caps[i].offset, 0x100 + 4 * slot);
		KUNIT_EXPECT_EQ(test, chain->caps[i].span, 4);
		KUNIT_EXPECT_EQ(test, chain->caps[i].defects, expect);
	}
	ext_chain_free(chain);
}

/* Strides that have no factor in common with 960 reach every dword. */
static void chain_longest(struct kunit *test)
{
	chain_of_every_dword(test, 1);
	chain_of_every_dword(test, 7);
	chain_of_every_dword(test, 481);
	chain_of_every_dword(test, 959);
}

/* A view and the table of names must not say different things of one ID. */
static void chain_names_agree(struct kunit *test)
{
	static const struct ext_cap_type *const types[] = {
		&sriov_type,	&ari_type,  &acs_type, &ats_type,
		&vf_rebar_type, &dev3_type, &ide_type,
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(types); i++) {
		KUNIT_EXPECT_STREQ(test, ext_cap_name(types[i]->id),
				   types[i]->name);
		KUNIT_EXPECT_EQ(test, ext_cap_min_size(types[i]->id),
				types[i]->size);
	}
	KUNIT_EXPECT_STREQ(test, ext_cap_name(UNKNOWN), "unknown");
	KUNIT_EXPECT_EQ(test, ext_cap_min_size(UNKNOWN), 4);
}

/* Every ID has a name of one word and a size of whole dwords. */
static void chain_every_id(struct kunit *test)
{
	const char *name;
	u32 id;

	for (id = 0; id <= U16_MAX; id++) {
		name = ext_cap_name(id);
		KUNIT_ASSERT_NOT_NULL(test, name);
		KUNIT_ASSERT_NE(test, name[0], '\0');
		KUNIT_ASSERT_NULL(test, strpbrk(name, " \t\n#"));
		KUNIT_ASSERT_GE(test, ext_cap_min_size(id), 4);
		KUNIT_ASSERT_EQ(test, ext_cap_min_size(id) % 4, 0);
	}
}

static void chain_defect_names(struct kunit *test)
{
	static const char *const expect[] = {
		"loop",	    "backwards", "misaligned", "too-small",
		"past-end", "overlap",	 "all-ones",   "missing-end",
	};
	u32 i;

	KUNIT_ASSERT_EQ(test, EXT_DEFECT_COUNT, ARRAY_SIZE(expect));
	for (i = 0; i < EXT_DEFECT_COUNT; i++)
		KUNIT_EXPECT_STREQ(test, ext_defect_name(i), expect[i]);
}

static struct kunit_case chain_kunit_cases[] = {
	KUNIT_CASE_PARAM(chain_cases, chain_gen_params),
	KUNIT_CASE_PARAM(chain_failing_read, chain_gen_params),
	KUNIT_CASE(chain_strange_sizes),
	KUNIT_CASE(chain_longest),
	KUNIT_CASE(chain_names_agree),
	KUNIT_CASE(chain_every_id),
	KUNIT_CASE(chain_defect_names),
	/* sentinel */
	{},
};

static struct kunit_suite chain_suite = {
	.name = "sriovscope_chain",
	.test_cases = chain_kunit_cases,
};

kunit_test_suite(chain_suite);
