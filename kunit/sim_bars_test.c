// SPDX-License-Identifier: GPL-2.0
/*
 * BARs of a simulated function: what their sizes are, and who picks them.
 *
 * Kernel only: the simulator has locks and references of the kernel.
 */
#include <kunit/test.h>
#include <linux/err.h>
#include <linux/sizes.h>
#include <linux/string.h>

#include "sim_fixture.h"

static void sim_bars(struct kunit *test)
{
	struct sim_context *context = test->priv;

	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_BASE_ADDRESS_0, 4), 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_BASE_ADDRESS_2, 4), 0xc);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_0), -SZ_4K);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_1), 0);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_2),
			(u32)-SZ_4K | 0xc);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_3), U32_MAX);

	context->setup->bars.bytes[0] = SZ_1M;
	context->setup->bars.bytes[1] = SZ_16K;
	context->setup->bars.bytes[2] = 16ULL * SZ_1G;
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_0), -SZ_1M);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_1), -SZ_16K);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_2), 0xc);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_3), -4);
}

static void sim_vf_bars(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u32 bar = SRIOV_AT + PCI_SRIOV_BAR;

	KUNIT_EXPECT_EQ(test, sim_size(test, bar), (u32)-SZ_4K | 0xc);
	context->setup->vf_bars.bytes[0] = SZ_64K;
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar), (u32)-SZ_64K | 0xc);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar + 4), U32_MAX);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar + 8), 0);
}

#define REBAR_AT 0x200
#define VF_REBAR_AT 0x210
#define REBAR_SIZES (BIT(4) | BIT(10) | BIT(17)) /* 1 MiB, 64 MiB, 8 GiB */

/* BAR 2 has 64 MiB, VF BAR 3 8 GiB, as the image says. */
static void sim_make_resizable(struct kunit *test)
{
	sim_put_image(test, SRIOV_AT, REBAR_AT << 20 | 1 << 16 | 0x10);
	sim_put_image(test, REBAR_AT, VF_REBAR_AT << 20 | 1 << 16 | 0x15);
	sim_put_image(test, REBAR_AT + 4, REBAR_SIZES);
	sim_put_image(test, REBAR_AT + 8, 6 << 8 | 1 << 5 | 2);
	sim_put_image(test, VF_REBAR_AT, 1 << 16 | 0x24);
	sim_put_image(test, VF_REBAR_AT + 4, REBAR_SIZES);
	sim_put_image(test, VF_REBAR_AT + 8, 13 << 8 | 1 << 5 | 3);
	sim_on(test);
}

static void sim_sizes_of_image(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u32 bar = SRIOV_AT + PCI_SRIOV_BAR + 3 * 4;

	sim_make_resizable(test);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_2),
			(u32)-SZ_64M | 0xc);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar), 0xc);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar + 4), -2);
	KUNIT_EXPECT_EQ(test, context->function->room,
			2 * SZ_64M + 9 * 8ULL * SZ_1G);

	context->setup->vf_bars.bytes[3] = SZ_64K;
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar), (u32)-SZ_64K | 0xc);
	context->setup->vf_bars.bytes[3] = BIT_ULL(63);
	sim_on(test);
	KUNIT_EXPECT_EQ(test, context->function->room, U64_MAX);
}

/* BAR Size is taken when it is supported, and while nothing answers. */
static void sim_resizes(struct kunit *test)
{
	u32 bar = SRIOV_AT + PCI_SRIOV_BAR + 3 * 4;
	u32 control = VF_REBAR_AT + 8;

	sim_make_resizable(test);
	sim_put(test, bar, 4, U32_MAX);
	sim_put(test, control, 2, 6 << 8);
	KUNIT_EXPECT_EQ(test, sim_get(test, control, 4), 6 << 8 | 1 << 5 | 3);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar), (u32)-SZ_64M | 0xc);
	sim_put(test, control, 4, 7 << 8);
	KUNIT_EXPECT_EQ(test, sim_get(test, control, 4), 6 << 8 | 1 << 5 | 3);
	sim_enable(test, 1);
	sim_put(test, control, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, control, 4), 6 << 8 | 1 << 5 | 3);
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2, PCI_SRIOV_CTRL_VFE);
	sim_put(test, control, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, control, 4), 6 << 8 | 1 << 5 | 3);
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2, PCI_SRIOV_CTRL_MSE);
	sim_put(test, control, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, control, 4), 6 << 8 | 1 << 5 | 3);
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2, 0);
	sim_put(test, control, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar), (u32)-SZ_1M | 0xc);

	sim_put(test, PCI_COMMAND, 2, PCI_COMMAND_MEMORY);
	sim_put(test, REBAR_AT + 8, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_2),
			(u32)-SZ_64M | 0xc);
	sim_put(test, PCI_COMMAND, 2, 0);
	sim_put(test, REBAR_AT + 8, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_2),
			(u32)-SZ_1M | 0xc);

	sim_put(test, PCIE_AT + PCI_EXP_DEVCTL, 2, PCI_EXP_DEVCTL_BCR_FLR);
	KUNIT_EXPECT_EQ(test, sim_get(test, control, 4), 13 << 8 | 1 << 5 | 3);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar), 0xc);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_2),
			(u32)-SZ_64M | 0xc);
}

/* A device says anything: of what makes no sense nothing is taken. */
static void sim_sizes_of_nothing(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u32 bar = SRIOV_AT + PCI_SRIOV_BAR + 3 * 4;

	sim_make_resizable(test);
	sim_put_image(test, REBAR_AT + 8, 12 << 8 | 1 << 5);
	sim_put_image(test, VF_REBAR_AT + 4, U32_MAX);
	sim_put_image(test, VF_REBAR_AT + 8, 0xffff0000 | 63 << 8 | 7 << 5 | 7);
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_0), -SZ_4K);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar), (u32)-SZ_4K | 0xc);
	sim_put(test, VF_REBAR_AT + 8, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar), (u32)-SZ_4K | 0xc);

	/* Of a bridge, what would be BAR 2 is its bus numbers. */
	context->setup->image[PCI_HEADER_TYPE] = PCI_HEADER_TYPE_BRIDGE;
	sim_put_image(test, PCI_PRIMARY_BUS, 0x020100);
	sim_put_image(test, REBAR_AT + 8, 6 << 8 | 1 << 5 | 2);
	sim_on(test);
	sim_put(test, REBAR_AT + 8, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_PRIMARY_BUS, 4), 0x020100);
}

/* More than the largest size there is, of a BAR that is there */
static void sim_sizes_too_large(struct kunit *test)
{
	u32 bar = SRIOV_AT + PCI_SRIOV_BAR + 3 * 4;
	u32 control = 0xffff0000 | 63 << 8 | 1 << 5 | 3;

	sim_make_resizable(test);
	sim_put_image(test, VF_REBAR_AT + 4, U32_MAX);
	sim_put_image(test, VF_REBAR_AT + 8, control);
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar), (u32)-SZ_4K | 0xc);
	sim_put(test, VF_REBAR_AT + 8, 2, 43 << 8);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar), 0xc);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar + 4), BIT(31));
	sim_put(test, VF_REBAR_AT + 8, 2, 44 << 8);
	KUNIT_EXPECT_EQ(test, sim_get(test, VF_REBAR_AT + 8, 2) >> 8, 43);
}

/* The size that the image has is there again after FLR, supported or not. */
static void sim_own_size(struct kunit *test)
{
	u32 control = VF_REBAR_AT + 8;

	sim_make_resizable(test);
	sim_put_image(test, VF_REBAR_AT + 4, BIT(4));
	sim_on(test);
	sim_put(test, control, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, control, 4), 1 << 5 | 3);
	sim_put(test, PCIE_AT + PCI_EXP_DEVCTL, 2, PCI_EXP_DEVCTL_BCR_FLR);
	KUNIT_EXPECT_EQ(test, sim_get(test, control, 4), 13 << 8 | 1 << 5 | 3);
}

#define LAST_AT (PCI_CFG_SPACE_EXP_SIZE - 0x10)

/* A capability that says of more pairs than there is room for */
static void sim_pairs_without_room(struct kunit *test)
{
	struct sim_context *context = test->priv;

	sim_make_resizable(test);
	sim_put_image(test, SRIOV_AT, LAST_AT << 20 | 1 << 16 | 0x10);
	sim_put_image(test, LAST_AT, 1 << 16 | 0x15);
	sim_put_image(test, LAST_AT + 4, REBAR_SIZES);
	sim_put_image(test, LAST_AT + 8, 6 << 8 | 7 << 5 | 2);
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_2),
			(u32)-SZ_64M | 0xc);
	sim_put(test, LAST_AT + 8, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_2),
			(u32)-SZ_1M | 0xc);
	KUNIT_EXPECT_TRUE(test, mock_config_intact(&context->function->config));
}

/* In the last slot there is no room for an upper half. */
static void sim_last_bar(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u32 bar = SRIOV_AT + PCI_SRIOV_BAR + 5 * 4;

	sim_put_image(test, PCI_BASE_ADDRESS_5, PCI_BASE_ADDRESS_MEM_TYPE_64);
	sim_put_image(test, PCI_CARDBUS_CIS, 0x12345678);
	sim_put_image(test, bar, PCI_BASE_ADDRESS_MEM_TYPE_64);
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_5),
			(u32)-SZ_4K | PCI_BASE_ADDRESS_MEM_TYPE_64);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_CARDBUS_CIS), 0x12345678);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar),
			(u32)-SZ_4K | PCI_BASE_ADDRESS_MEM_TYPE_64);
	KUNIT_EXPECT_EQ(test, sim_size(test, bar + 4), 0);

	context->setup->bars.bytes[5] = SZ_4G;
	KUNIT_EXPECT_EQ(test, PTR_ERR(sim_function_new(context->setup, false)),
			-EINVAL);
}

static void sim_bar_sizes_that_are_none(struct kunit *test)
{
	struct sim_context *context = test->priv;

	KUNIT_EXPECT_TRUE(test, sim_bar_size_valid(0));
	KUNIT_EXPECT_TRUE(test, sim_bar_size_valid(16));
	KUNIT_EXPECT_FALSE(test, sim_bar_size_valid(8));
	KUNIT_EXPECT_FALSE(test, sim_bar_size_valid(48));

	context->setup->bars.bytes[0] = SZ_4G;
	KUNIT_EXPECT_EQ(test, PTR_ERR(sim_function_new(context->setup, false)),
			-EINVAL);
	context->setup->bars.bytes[0] = SZ_2G;
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_BASE_ADDRESS_0), SZ_2G);
}

static struct kunit_case sim_bars_cases[] = {
	KUNIT_CASE(sim_bars),
	KUNIT_CASE(sim_vf_bars),
	KUNIT_CASE(sim_sizes_of_image),
	KUNIT_CASE(sim_resizes),
	KUNIT_CASE(sim_sizes_of_nothing),
	KUNIT_CASE(sim_sizes_too_large),
	KUNIT_CASE(sim_own_size),
	KUNIT_CASE(sim_pairs_without_room),
	KUNIT_CASE(sim_last_bar),
	KUNIT_CASE(sim_bar_sizes_that_are_none),
	/* sentinel */
	{},
};

static struct kunit_suite sim_bars_suite = {
	.name = "sriovscope_sim_bars",
	.init = sim_fixture_init,
	.exit = sim_fixture_exit,
	.test_cases = sim_bars_cases,
};

kunit_test_suite(sim_bars_suite);
