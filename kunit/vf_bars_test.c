// SPDX-License-Identifier: GPL-2.0
/*
 * VF BARs: every combination of types in the six slots.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <sriovscope/sriov.h>

#define SLOTS 6

/* The low bits of a BAR, and what they make of it. PCIe 7.5.1.2.1 */
static const struct kind {
	u8 low;
	bool legal;
	bool is_64bit;
	bool prefetchable;
} kinds[] = {
	{ 0x0, true, false, false },
	{ 0x8, true, false, true },
	{ 0x4, true, true, false },
	{ 0xc, true, true, true },
	{ 0x1 }, /* I/O */
	{ 0x2 }, /* reserved type 01b */
	{ 0x6 }, /* reserved type 11b */
};

#define KINDS ARRAY_SIZE(kinds)
#define COMBINATIONS 117649 /* 7^6 */

/* A set as the oracle understands it. */
struct bar_set {
	bool legal;
	u32 count;
	struct vf_bar bar[SLOTS];
};

/* A different address in every slot; the low bits are left for the kind. */
static u32 slot_address(u32 slot)
{
	return 0xa1b2c300 + 0x01010110 * slot;
}

static void oracle_from(struct bar_set *set, const struct sriov_state *state,
			const u8 *kind, u32 slot)
{
	const struct kind *k = &kinds[kind[slot]];
	struct vf_bar *bar;

	if (slot == SLOTS)
		return;
	if (!k->legal || (k->is_64bit && slot == SLOTS - 1)) {
		set->legal = false;
		return;
	}
	bar = &set->bar[set->count++];
	bar->slot = slot;
	bar->is_64bit = k->is_64bit;
	bar->prefetchable = k->prefetchable;
	bar->address = slot_address(slot);
	if (k->is_64bit)
		bar->address += state->vf_bar[slot + 1] * 0x100000000ULL;
	oracle_from(set, state, kind, slot + (k->is_64bit ? 2 : 1));
}

static bool bar_same(const struct vf_bar *a, const struct vf_bar *b)
{
	return a->slot == b->slot && a->is_64bit == b->is_64bit &&
	       a->prefetchable == b->prefetchable && a->address == b->address;
}

/* Does the iterator say of the set what the oracle says? */
static bool bars_agree(const struct sriov_state *state,
		       const struct bar_set *set)
{
	struct vf_bar_iter iter;
	struct vf_bar bar;
	u32 i;

	if (vf_bars_start(&iter, state) != (set->legal ? 0 : -EINVAL))
		return false;
	for (i = 0; set->legal && i < set->count; i++) {
		if (!vf_bars_next(&iter, &bar) || !bar_same(&bar, &set->bar[i]))
			return false;
	}
	/* Nothing more, nor when asked once again. */
	return !vf_bars_next(&iter, &bar) && !vf_bars_next(&iter, &bar);
}

static void bars_all_combinations(struct kunit *test)
{
	struct sriov_state state = {};
	u8 kind[SLOTS + 1] = {};
	struct bar_set set;
	u32 n, i, digits;
	u32 legal = 0;

	for (n = 0; n < COMBINATIONS; n++) {
		for (i = 0, digits = n; i < SLOTS; i++, digits /= KINDS) {
			kind[i] = digits % KINDS;
			state.vf_bar[i] = slot_address(i) | kinds[kind[i]].low;
		}
		set = (struct bar_set){ .legal = true };
		oracle_from(&set, &state, kind, 0);
		legal += set.legal;
		if (!bars_agree(&state, &set)) {
			KUNIT_FAIL(test, "set %*ph", SLOTS, kind);
			return;
		}
	}
	/* a(n) = 2 a(n-1) + 2 * 7 a(n-2), with a(0) = 1 and a(1) = 2 */
	KUNIT_EXPECT_EQ(test, legal, 8632);
}

/* The upper half is an address: it has no type. */
static void bars_upper_half(struct kunit *test)
{
	struct sriov_state state = { .vf_bar = { 0x4 } };
	struct vf_bar_iter iter;
	struct vf_bar bar;
	u32 low;

	for (low = 0; low < 16; low++) {
		state.vf_bar[1] = 0xfedcba90 + low;
		KUNIT_ASSERT_EQ(test, vf_bars_start(&iter, &state), 0);
		KUNIT_ASSERT_TRUE(test, vf_bars_next(&iter, &bar));
		KUNIT_EXPECT_EQ(test, bar.address,
				0xfedcba9000000000 + ((u64)low << 32));
		KUNIT_ASSERT_TRUE(test, vf_bars_next(&iter, &bar));
		KUNIT_EXPECT_EQ(test, bar.slot, 2);
	}
}

/* Every bit of an address is part of it, and none of the low four is. */
static void bars_address_bits(struct kunit *test)
{
	struct sriov_state state = {};
	struct vf_bar_iter iter;
	struct vf_bar bar;
	u32 bit;

	for (bit = 4; bit < 64; bit++) {
		state.vf_bar[2] = 0xc | (u32)(1ULL << bit);
		state.vf_bar[3] = 1ULL << bit >> 32;
		KUNIT_ASSERT_EQ(test, vf_bars_start(&iter, &state), 0);
		while (vf_bars_next(&iter, &bar) && bar.slot != 2)
			;
		KUNIT_EXPECT_EQ(test, bar.slot, 2);
		KUNIT_EXPECT_EQ(test, bar.address, 1ULL << bit);
	}
}

/* An Intel 82576: two 64-bit BARs, and slots that nobody uses. */
static void bars_82576(struct kunit *test)
{
	static const struct vf_bar expect[] = {
		{ 0, true, true, 0xd0000000 },
		{ 2, false, false, 0 },
		{ 3, true, true, 0x38000020000 },
		{ 5, false, false, 0 },
	};
	struct sriov_state state = {
		.vf_bar = { 0xd000000c, 0, 0, 0x0002000c, 0x380, 0 },
	};
	struct vf_bar_iter iter;
	struct vf_bar bar;
	u32 i;

	KUNIT_ASSERT_EQ(test, vf_bars_start(&iter, &state), 0);
	for (i = 0; i < ARRAY_SIZE(expect); i++) {
		KUNIT_ASSERT_TRUE(test, vf_bars_next(&iter, &bar));
		KUNIT_EXPECT_TRUE(test, bar_same(&bar, &expect[i]));
	}
	KUNIT_EXPECT_FALSE(test, vf_bars_next(&iter, &bar));
}

static struct kunit_case bars_cases[] = {
	KUNIT_CASE(bars_all_combinations),
	KUNIT_CASE(bars_upper_half),
	KUNIT_CASE(bars_address_bits),
	KUNIT_CASE(bars_82576),
	/* sentinel */
	{},
};

static struct kunit_suite bars_suite = {
	.name = "sriovscope_vf_bars",
	.test_cases = bars_cases,
};

kunit_test_suite(bars_suite);
