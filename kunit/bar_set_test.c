// SPDX-License-Identifier: GPL-2.0
/*
 * Which VF BARs exist: by windows, by registers, and by the kernel's count.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/sizes.h>

#include "core/bars/bar_set.h"

#define MEM64 PCI_BASE_ADDRESS_MEM_TYPE_64

static const struct around_ea no_ea;

/* A 64-bit VF BAR in slot 0 with a window; a 32-bit one in slot 2 without */
static void set_facts(struct pf_kernel *kernel, struct sriov_state *sriov)
{
	*kernel = (struct pf_kernel){
		.windows = { [0] = { SZ_64K, 0x90000000, true } },
		.vf_bars_known = true,
		.vf_bars = 2,
	};
	*sriov = (struct sriov_state){ .vf_bar = { MEM64 | 0x90000000 } };
}

static void set_lost(struct kunit *test)
{
	struct sriov_state sriov;
	struct pf_kernel kernel;
	struct bar_set set;

	set_facts(&kernel, &sriov);
	KUNIT_EXPECT_EQ(test, bar_set_make(&set, &kernel, &sriov, &no_ea), 0);
	KUNIT_EXPECT_EQ(test, set.count, 1);
	KUNIT_EXPECT_EQ(test, set.bars[0].slot, 0);
	KUNIT_EXPECT_EQ(test, set.slots, BIT(0));
	KUNIT_EXPECT_EQ(test, set.lost, 1);
	KUNIT_EXPECT_TRUE(test, set.complete);
	KUNIT_EXPECT_TRUE(test, bar_set_has(&set, 0));
	KUNIT_EXPECT_FALSE(test, bar_set_has(&set, 2));
	KUNIT_EXPECT_FALSE(test, bar_set_has(&set, 8));

	kernel.vf_bars = 1;
	bar_set_make(&set, &kernel, &sriov, &no_ea);
	KUNIT_EXPECT_EQ(test, set.lost, 0);
	KUNIT_EXPECT_TRUE(test, set.complete);

	kernel.vf_bars_known = false;
	bar_set_make(&set, &kernel, &sriov, &no_ea);
	KUNIT_EXPECT_EQ(test, set.lost, 0);
	KUNIT_EXPECT_FALSE(test, set.complete);
}

/* Bits of a register are a VF BAR while the kernel misses one. */
static void set_bits(struct kunit *test)
{
	struct sriov_state sriov;
	struct pf_kernel kernel;
	struct bar_set set;

	set_facts(&kernel, &sriov);
	sriov.vf_bar[2] = PCI_BASE_ADDRESS_MEM_PREFETCH;
	bar_set_make(&set, &kernel, &sriov, &no_ea);
	KUNIT_EXPECT_EQ(test, set.count, 2);
	KUNIT_EXPECT_EQ(test, set.slots, BIT(0) | BIT(2));
	KUNIT_EXPECT_EQ(test, set.lost, 0);
	kernel.vf_bars = 1;
	bar_set_make(&set, &kernel, &sriov, &no_ea);
	KUNIT_EXPECT_EQ(test, set.slots, BIT(0));
	kernel.vf_bars_known = false;
	bar_set_make(&set, &kernel, &sriov, &no_ea);
	KUNIT_EXPECT_EQ(test, set.slots, BIT(0) | BIT(2));
	KUNIT_EXPECT_FALSE(test, set.complete);
	/* The upper half alone holds an address. */
	sriov.vf_bar[2] = MEM64;
	sriov.vf_bar[4] = MEM64;
	bar_set_make(&set, &kernel, &sriov, &no_ea);
	KUNIT_EXPECT_TRUE(test, set.complete);
}

static void set_without_registers(struct kunit *test)
{
	struct sriov_state sriov;
	struct pf_kernel kernel;
	struct bar_set set;

	set_facts(&kernel, &sriov);
	KUNIT_EXPECT_EQ(test, bar_set_make(&set, &kernel, NULL, &no_ea), 0);
	KUNIT_EXPECT_EQ(test, set.count, 0);
	KUNIT_EXPECT_EQ(test, set.slots, BIT(0));
	KUNIT_EXPECT_EQ(test, set.lost, 1);
	sriov.vf_bar[5] = MEM64;
	KUNIT_EXPECT_EQ(test, bar_set_make(&set, &kernel, &sriov, &no_ea),
			-EINVAL);
	KUNIT_EXPECT_EQ(test, set.count, 0);
	KUNIT_EXPECT_EQ(test, set.slots, BIT(0));
	kernel.vf_bars_known = false;
	bar_set_make(&set, &kernel, &sriov, &no_ea);
	KUNIT_EXPECT_FALSE(test, set.complete);
}

/* Enhanced Allocation counts before what the registers read, here 0. */
static void set_ea(struct kunit *test)
{
	static const struct around_ea ea = {
		.exists = true,
		.bars = {
			[0] = { true, true, false, 0x900000000ULL, SZ_1M },
			[1] = { true, true, false, 0x910000000ULL, SZ_1M },
			[2] = { true, false, true, 0x80000000, SZ_64K },
			[5] = { true, true, false, 0xa00000000ULL, SZ_1M },
		},
	};
	static const struct vf_bar expected[] = {
		{ 0, true, false, 0x900000000ULL },
		{ 1, true, false, 0x910000000ULL },
		{ 2, false, true, 0x80000000 },
		{ 3, true, false, 0x90000000 },
		{ 5, true, false, 0xa00000000ULL },
	};
	struct sriov_state sriov = { .vf_bar[3] = MEM64 | 0x90000000 };
	struct pf_kernel kernel = {};
	struct bar_set set;
	u32 i;

	KUNIT_EXPECT_EQ(test, bar_set_make(&set, &kernel, &sriov, &ea), 0);
	KUNIT_ASSERT_EQ(test, set.count, ARRAY_SIZE(expected));
	KUNIT_EXPECT_TRUE(test, set.complete);
	for (i = 0; i < set.count; i++) {
		KUNIT_EXPECT_EQ(test, set.bars[i].slot, expected[i].slot);
		KUNIT_EXPECT_EQ(test, set.bars[i].is_64bit,
				expected[i].is_64bit);
		KUNIT_EXPECT_EQ(test, set.bars[i].prefetchable,
				expected[i].prefetchable);
		KUNIT_EXPECT_EQ(test, set.bars[i].address, expected[i].address);
	}
}

static struct kunit_case bar_set_cases[] = {
	KUNIT_CASE(set_lost),
	KUNIT_CASE(set_bits),
	KUNIT_CASE(set_without_registers),
	KUNIT_CASE(set_ea),
	/* sentinel */
	{},
};

static struct kunit_suite bar_set_suite = {
	.name = "sriovscope_bar_set",
	.test_cases = bar_set_cases,
};

kunit_test_suite(bar_set_suite);
