// SPDX-License-Identifier: GPL-2.0
/*
 * One VF's copy of a VF BAR: how large, and where.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/sizes.h>

#include "core/bars/vf_copy.h"

#define TOTAL 8

/* VF BAR 2 can be resized, and has 2 MiB; what follows it is of no use. */
static void copy_facts(struct pf_around *around, struct vf_window *windows)
{
	*around = (struct pf_around){ .rebar = { .exists = true, .count = 1 } };
	around->rebar.bars[0].slot = 2;
	around->rebar.bars[0].size = 1;
	around->rebar.bars[1].slot = 3;
	around->rebar.bars[1].size = 5;
	windows[2] = (struct vf_window){ SZ_16M, 0x90000000, true };
	windows[3] = (struct vf_window){ SZ_1M, 0x91000000, true };
}

static void copy_size(struct kunit *test)
{
	struct vf_window windows[PCI_SRIOV_NUM_BARS] = {};
	struct pf_around around;

	copy_facts(&around, windows);
	KUNIT_EXPECT_EQ(test, vf_copy_size(&around, windows, TOTAL, 2), SZ_2M);
	KUNIT_EXPECT_EQ(test, vf_copy_size(&around, windows, TOTAL, 3),
			SZ_128K);
	KUNIT_EXPECT_EQ(test, vf_copy_size(&around, windows, TOTAL, 4), 0);
	KUNIT_EXPECT_EQ(test, vf_copy_size(&around, windows, 0, 3), 0);
	/* The register tells even where the kernel has forgotten its window. */
	windows[2].size = 0;
	KUNIT_EXPECT_EQ(test, vf_copy_size(&around, windows, 0, 2), SZ_2M);
}

/* An entry of Enhanced Allocation has the last word: such a VF BAR is fixed. */
static void copy_fixed(struct kunit *test)
{
	struct vf_window windows[PCI_SRIOV_NUM_BARS] = {};
	struct pf_around around;

	copy_facts(&around, windows);
	around.ea.bars[2].exists = true;
	around.ea.bars[2].size = SZ_64K;
	KUNIT_EXPECT_EQ(test, vf_copy_size(&around, windows, TOTAL, 2), SZ_64K);
	KUNIT_EXPECT_EQ(test, vf_copy_size(&around, windows, TOTAL, 3),
			SZ_128K);
}

/* Every size that the six bits can say: 2^(n + 20) bytes */
static void copy_every_size(struct kunit *test)
{
	struct vf_window windows[PCI_SRIOV_NUM_BARS] = {};
	struct pf_around around;
	u64 expect = SZ_1M;
	u32 n;

	copy_facts(&around, windows);
	for (n = 0; n < 64; n++, expect *= 2) {
		around.rebar.bars[0].size = n;
		KUNIT_EXPECT_EQ(test, vf_copy_size(&around, windows, TOTAL, 2),
				n < 44 ? expect : U64_MAX);
	}
}

/* Resized to half, the copies are half as far from each other. */
static void copy_address(struct kunit *test)
{
	struct vf_window window = { SZ_16M, 0x90000000, true };
	u64 address = 1;
	u32 vf;

	for (vf = 0; vf < 16; vf++) {
		KUNIT_EXPECT_EQ(test,
				vf_copy_address(&window, SZ_1M, vf, &address),
				0);
		KUNIT_EXPECT_EQ(test, address, 0x90000000 + vf * 0x100000ULL);
	}
	KUNIT_EXPECT_EQ(test, vf_copy_address(&window, SZ_1M, 16, &address),
			-ENODATA);
	KUNIT_EXPECT_EQ(test, vf_copy_address(&window, 0, 0, &address),
			-ENODATA);
	KUNIT_EXPECT_EQ(test, vf_copy_address(&window, U64_MAX, 0, &address),
			-ENODATA);
	KUNIT_EXPECT_EQ(test, vf_copy_address(&window, U64_MAX, 1, &address),
			-ENODATA);
	window.size--;
	KUNIT_EXPECT_EQ(test, vf_copy_address(&window, SZ_1M, 15, &address),
			-ENODATA);
	window.assigned = false;
	KUNIT_EXPECT_EQ(test, vf_copy_address(&window, SZ_1M, 0, &address),
			-ENODATA);
	KUNIT_EXPECT_EQ(test, address, 0x90f00000);
}

static struct kunit_case copy_cases[] = {
	KUNIT_CASE(copy_size),
	KUNIT_CASE(copy_fixed),
	KUNIT_CASE(copy_every_size),
	KUNIT_CASE(copy_address),
	/* sentinel */
	{},
};

static struct kunit_suite copy_suite = {
	.name = "sriovscope_vf_copy",
	.test_cases = copy_cases,
};

kunit_test_suite(copy_suite);
