// SPDX-License-Identifier: GPL-2.0
/*
 * The chain of conventional capabilities, in every way that it can be malformed.
 */
#include <kunit/test.h>
#include <linux/err.h>
#include <linux/prandom.h>
#include <sriovscope/capabilities.h>

#include "core/mock/mock_config.h"
#include "device_space.h"

#define CASE_CAPS 4
#define CHAIN_MAX 48

#define LOOP BIT(EXT_DEFECT_LOOP)
#define BACKWARDS BIT(EXT_DEFECT_BACKWARDS)
#define MISALIGNED BIT(EXT_DEFECT_MISALIGNED)
#define TOO_SMALL BIT(EXT_DEFECT_TOO_SMALL)
#define PAST_END BIT(EXT_DEFECT_PAST_END)
#define ALL_ONES BIT(EXT_DEFECT_ALL_ONES)

/* What is placed, and what is to be known of it in the order of visits */
struct conventional_cap {
	u8 offset;
	u8 id;
	u8 next;
	u16 span;
	unsigned long defects;
};

static const struct conventional_case {
	const char *name;
	u16 size;
	u16 status;
	u8 pointer;
	u32 count;
	struct conventional_cap caps[CASE_CAPS];
} conventional_list[] = {
	{ "single", 4096, 0x10, 0x40, 1, { { 0x40, 1, 0, 192 } } },
	{ "single, 256", 256, 0x10, 0x40, 1, { { 0x40, 1, 0, 192 } } },
	{ "forward", 256, 0xffff, 0x50, 3,
	  .caps = { { 0x50, 0x01, 0x60, 0x10 },
		    { 0x60, 0x10, 0xa0, 0x40 },
		    { 0xa0, 0x11, 0, 0x60 } } },
	{ "backwards", 4096, 0x10, 0xc8, 3,
	  .caps = { { 0xc8, 0x01, 0xd0, 8 },
		    { 0xd0, 0x05, 0x40, 0x30, BACKWARDS },
		    { 0x40, 0x10, 0, 0x88 } } },
	{ "no list", 4096, 0xffef, 0x40, 0, { { 0x40, 1, 0 } } },
	{ "pointer 0", 4096, 0x10, 0, 0 },
	{ "pointer too small", 4096, 0x10, 0x3c, 0 },
	{ "pointer misaligned too small", 4096, 0x10, 3, 0 },
	{ "pointer misaligned", 4096, 0x10, 0x43, 1, { { 0x40, 1, 0, 192 } } },
	{ "pointer past the end", 0x80, 0x10, 0x80, 0 },
	{ "no room, 64", 64, 0x10, 0x40, 0 },
	{ "no room, half a dword", 0x42, 0x10, 0x40, 0, { { 0x40, 1, 0 } } },
	{ "one dword of room", 0x44, 0x10, 0x40, 1, { { 0x40, 1, 0, 4 } } },
	{ "no list, 64", 64, 0, 0x40, 0 },
	{ "loop to itself", 4096, 0x10, 0x40, 1,
	  .caps = { { 0x40, 1, 0x40, 192, LOOP } } },
	{ "loop of two", 4096, 0x10, 0x40, 3,
	  .caps = { { 0x40, 1, 0x80, 0x40 },
		    { 0x80, 1, 0xfc, 0x7c },
		    { 0xfc, 1, 0x80, 4, LOOP } } },
	{ "misaligned", 4096, 0x10, 0x40, 4,
	  .caps = { { 0x40, 1, 0x51, 0x10, MISALIGNED },
		    { 0x50, 1, 0x62, 0x10, MISALIGNED },
		    { 0x60, 1, 0xff, 0x9c, MISALIGNED },
		    { 0xfc, 1, 0xfe, 4, MISALIGNED | LOOP } } },
	{ "too small", 4096, 0x10, 0x40, 1,
	  .caps = { { 0x40, 1, 0x3c, 192, TOO_SMALL } } },
	{ "misaligned too small", 4096, 0x10, 0x40, 1,
	  .caps = { { 0x40, 1, 1, 192, MISALIGNED | TOO_SMALL } } },
	{ "past the end", 0x60, 0x10, 0x40, 1,
	  .caps = { { 0x40, 1, 0x60, 0x20, PAST_END } } },
	{ "past the end, half a dword", 0x62, 0x10, 0x40, 1,
	  .caps = { { 0x40, 1, 0x60, 0x20, PAST_END } } },
	{ "all ones at first", 256, 0x10, 0x40, 1,
	  .caps = { { 0x40, 0xff, 0xff, 192, ALL_ONES } } },
	{ "all ones behind", 256, 0x10, 0x40, 2,
	  .caps = { { 0x40, 1, 0xa0, 0x60 },
		    { 0xa0, 0xff, 0xff, 0x60, ALL_ONES } } },
	{ "null capability", 256, 0x10, 0x40, 2,
	  .caps = { { 0x40, 0, 0x50, 0x10 }, { 0x50, 0x10, 0, 0xb0 } } },
	{ "null capability at the end", 256, 0x10, 0x40, 2,
	  .caps = { { 0x40, 1, 0x50, 0x10 }, { 0x50, 0, 0, 0xb0 } } },
	{ "null capability alone", 256, 0x10, 0x40, 1,
	  .caps = { { 0x40, 0, 0, 192 } } },
};

static void conventional_describe(const struct conventional_case *c, char *name)
{
	strscpy(name, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(conventional, conventional_list, conventional_describe);

static void put_cap(struct mock_config *mock, u8 offset, u8 id, u8 next)
{
	mock_config_put8(mock, offset, id);
	mock_config_put8(mock, offset + 1, next);
}

static struct mock_config *conventional_mock(struct kunit *test, u32 size,
					     u16 status, u8 pointer)
{
	struct mock_config *mock = mock_config_new(test, size);

	mock_config_put32(mock, PCI_VENDOR_ID, 0x12345678);
	mock_config_put16(mock, PCI_STATUS, status);
	mock_config_put8(mock, PCI_CAPABILITY_LIST, pointer);
	return mock;
}

static struct mock_config *case_mock(struct kunit *test,
				     const struct conventional_case *c)
{
	struct mock_config *mock =
		conventional_mock(test, c->size, c->status, c->pointer);
	u32 i;

	for (i = 0; i < c->count; i++)
		put_cap(mock, c->caps[i].offset, c->caps[i].id,
			c->caps[i].next);
	return mock;
}

/* Status, the pointer when there is a list, and each capability: nothing else */
static u32 case_reads(const struct conventional_case *c)
{
	return 1 + !!(c->status & PCI_STATUS_CAP_LIST) + c->count;
}

static struct ext_chain *chain_of(struct kunit *test, struct mock_config *mock)
{
	struct ext_chain *chain;

	mock_config_forget(mock);
	chain = conventional_chain_read(&mock->space);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, chain);
	KUNIT_EXPECT_EQ(test, chain->kind, CAP_CONVENTIONAL);
	KUNIT_EXPECT_PTR_EQ(test, chain->space, &mock->space);
	KUNIT_EXPECT_EQ(test, mock->writes, 0);
	KUNIT_EXPECT_EQ(test, mock_config_reads_in(mock, 256, U32_MAX), 0);
	mock_config_expect_sane(test, mock);
	return chain;
}

static void conventional_walks(struct kunit *test)
{
	const struct conventional_case *c = test->param_value;
	struct mock_config *mock = case_mock(test, c);
	struct ext_chain *chain = chain_of(test, mock);
	const struct conventional_cap *want = c->caps;
	const struct ext_cap *cap;

	KUNIT_EXPECT_EQ(test, chain->count, c->count);
	KUNIT_EXPECT_EQ(test, mock->reads, case_reads(c));
	ext_chain_for_each(cap, chain) {
		if (want == c->caps + c->count)
			break;
		KUNIT_EXPECT_EQ(test, cap->offset, want->offset);
		KUNIT_EXPECT_EQ(test, cap->header, want->next << 8 | want->id);
		KUNIT_EXPECT_EQ(test, ext_cap_id(chain, cap), want->id);
		KUNIT_EXPECT_EQ(test, cap->span, want->span);
		KUNIT_EXPECT_EQ(test, cap->defects, want->defects);
		want++;
	}
	ext_chain_free(chain);
}

/* A read that fails anywhere fails the walk, and no read comes after it. */
static void conventional_failing_read(struct kunit *test)
{
	const struct conventional_case *c = test->param_value;
	struct mock_config *mock = case_mock(test, c);
	u32 n;

	for (n = 0; n < case_reads(c); n++) {
		mock_config_forget(mock);
		mock->faults.fail_access = n;
		mock->faults.fail_access_errno = -ETIMEDOUT;
		KUNIT_EXPECT_EQ(test,
				PTR_ERR(conventional_chain_read(&mock->space)),
				-ETIMEDOUT);
		KUNIT_EXPECT_EQ(test, mock->reads, n + 1);
	}
}

static void conventional_strange_sizes(struct kunit *test)
{
	static const u32 sizes[] = { 0, 4, 63, 4097, 4100, U32_MAX };
	struct mock_config *mock = conventional_mock(test, 4096, 0x10, 0x40);
	struct pcie_view view;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		mock->space.size = sizes[i];
		KUNIT_EXPECT_EQ(test,
				PTR_ERR(conventional_chain_read(&mock->space)),
				-EINVAL);
		KUNIT_EXPECT_EQ(test, pcie_view_find(&mock->space, &view),
				-EINVAL);
	}
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 0);
}

/* As many as there can be: each dword is one; 5 reaches all 48 of them. */
static void conventional_longest(struct kunit *test)
{
	struct mock_config *mock = conventional_mock(test, 4096, 0x10, 0x40);
	struct ext_chain *chain;
	u32 i, slot = 0, next;

	for (i = 0; i < CHAIN_MAX; i++, slot = next) {
		next = (slot + 5) % CHAIN_MAX;
		put_cap(mock, 0x40 + 4 * slot, 9, 0x40 + 4 * next);
	}
	chain = chain_of(test, mock);
	KUNIT_ASSERT_EQ(test, chain->count, CHAIN_MAX);
	for (i = 0; i < CHAIN_MAX; i++) {
		KUNIT_EXPECT_EQ(test, chain->caps[i].offset,
				0x40 + 4 * (5 * i % CHAIN_MAX));
		KUNIT_EXPECT_EQ(test, chain->caps[i].span, 4);
	}
	KUNIT_EXPECT_EQ(test, chain->caps[CHAIN_MAX - 1].defects, LOOP);
	ext_chain_free(chain);
}

/* No ID of ones: there the PCI core stops, and does not look at the rest. */
static void put_random(struct mock_config *mock, struct rnd_state *rnd)
{
	u32 offset, bits;

	for (offset = 0x40; offset < 0x100; offset += 4) {
		bits = prandom_u32_state(rnd);
		put_cap(mock, offset, bits % 32, bits >> 8);
	}
	mock_config_put8(mock, PCI_CAPABILITY_LIST, prandom_u32_state(rnd));
}

static u16 first_offset(const struct ext_chain *chain, u16 id)
{
	const struct ext_cap *cap;

	ext_chain_for_each(cap, chain) {
		if (ext_cap_id(chain, cap) == id)
			return cap->offset;
	}
	return 0;
}

static void expect_bounds(struct kunit *test, const struct ext_chain *chain)
{
	const struct ext_cap *cap, *other;

	KUNIT_EXPECT_LE(test, chain->count, CHAIN_MAX);
	ext_chain_for_each(cap, chain) {
		KUNIT_EXPECT_EQ(test, cap->offset % 4, 0);
		KUNIT_EXPECT_GE(test, cap->offset, 0x40);
		KUNIT_EXPECT_GE(test, cap->span, 4);
		KUNIT_EXPECT_LE(test, cap->offset + cap->span, 256);
		ext_chain_for_each(other, chain)
			KUNIT_EXPECT_FALSE(test,
					   other->offset > cap->offset &&
						   other->offset <
							   cap->offset +
								   cap->span);
	}
}

/* Whatever is there: bounded, and found where the PCI core finds it. */
static void conventional_random(struct kunit *test)
{
	struct mock_config *mock = conventional_mock(test, 4096, 0x10, 0);
	const struct config_space *device = device_space_try(test, mock);
	struct ext_chain *chain;
	struct rnd_state rnd;
	u32 round, id;

	prandom_seed_state(&rnd, 0x5c09e);
	for (round = 0; round < 500; round++) {
		put_random(mock, &rnd);
		chain = chain_of(test, mock);
		expect_bounds(test, chain);
		for (id = 0; device && id < 32; id++)
			KUNIT_ASSERT_EQ_MSG(test, first_offset(chain, id),
					    device_space_find(device, id),
					    "round %u, ID %u", round, id);
		ext_chain_free(chain);
	}
}

static struct kunit_case conventional_cases[] = {
	KUNIT_CASE_PARAM(conventional_walks, conventional_gen_params),
	KUNIT_CASE_PARAM(conventional_failing_read, conventional_gen_params),
	KUNIT_CASE(conventional_strange_sizes),
	KUNIT_CASE(conventional_longest),
	KUNIT_CASE(conventional_random),
	/* sentinel */
	{},
};

static struct kunit_suite conventional_suite = {
	.name = "sriovscope_conventional",
	.test_cases = conventional_cases,
};

kunit_test_suite(conventional_suite);
