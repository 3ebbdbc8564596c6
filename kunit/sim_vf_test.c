// SPDX-License-Identifier: GPL-2.0
/*
 * VFs of a simulated function: what they have, and when they answer.
 *
 * Kernel only: the simulator has locks and references of the kernel.
 */
#include <kunit/test.h>
#include <linux/errno.h>

#include "sim_fixture.h"

static void sim_put_vf(struct kunit *test, u32 vf, u32 offset, u32 value)
{
	struct sim_context *context = test->priv;

	KUNIT_EXPECT_EQ(test,
			sim_function_write(context->function, vf, offset, 2,
					   value),
			0);
}

static void sim_vf_registers(struct kunit *test)
{
	u32 i;

	sim_enable(test, 4);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, PCI_VENDOR_ID, 4), U32_MAX);
	for (i = 0; i < PCI_STD_NUM_BARS; i++) {
		sim_put_vf(test, 1, PCI_BASE_ADDRESS_0 + i * 4, U16_MAX);
		KUNIT_EXPECT_EQ(test,
				sim_vf_get(test, 1, PCI_BASE_ADDRESS_0 + i * 4,
					   4),
				0);
	}
	sim_put_vf(test, 1, PCI_COMMAND, U16_MAX);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, PCI_COMMAND, 2),
			PCI_COMMAND_MASTER);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 2, PCI_COMMAND, 2), 0);
	sim_put_vf(test, 1, PCIE_AT + PCI_EXP_DEVCTL, PCI_EXP_DEVCTL_BCR_FLR);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, PCI_COMMAND, 2), 0);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, PCIE_AT + PCI_EXP_DEVCTL, 2),
			0);
}

/* VFs that come again are new ones, and what is not there takes nothing. */
static void sim_vfs_come_again(struct kunit *test)
{
	sim_enable(test, 4);
	sim_put_vf(test, 1, PCI_COMMAND, PCI_COMMAND_MASTER);
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2, 0);
	sim_put_vf(test, 2, PCI_COMMAND, PCI_COMMAND_MASTER);
	sim_enable(test, 4);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, PCI_COMMAND, 2), 0);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 2, PCI_COMMAND, 2), 0);
}

/* Is VF 1 all ones, and is nothing written to it? */
static void expect_silent(struct kunit *test, bool silent)
{
	sim_put_vf(test, 1, PCI_COMMAND, 0);
	sim_put_vf(test, 1, PCI_COMMAND, PCI_COMMAND_MASTER);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, PCI_COMMAND, 2),
			silent ? U16_MAX : PCI_COMMAND_MASTER);
}

#define PM_AT 0xe0

static void sim_vfs_need(struct kunit *test)
{
	struct sim_context *context = test->priv;
	struct sim_function *function;

	sim_put_image(test, PCIE_AT, PM_AT << 8 | PCI_CAP_ID_EXP | 2 << 16);
	sim_put_image(test, PM_AT, PCI_CAP_ID_PM | 3 << 16);
	sim_on(test);
	function = context->function;
	sim_enable(test, 4);
	sim_put(test, PM_AT + PCI_PM_CTRL, 2, 3);
	expect_silent(test, false);
	function->vfs_need = SIM_NEED_D0;
	expect_silent(test, true);
	sim_put(test, PM_AT + PCI_PM_CTRL, 2, 0);
	expect_silent(test, false);
	function->vfs_need |= SIM_NEED_MEMORY_SPACE;
	expect_silent(test, true);
	sim_put(test, PCI_COMMAND, 2, PCI_COMMAND_MEMORY);
	expect_silent(test, false);
	function->vfs_need |= SIM_NEED_BUS_MASTER;
	expect_silent(test, true);
	sim_put(test, PCI_COMMAND, 2, PCI_COMMAND_MEMORY | PCI_COMMAND_MASTER);
	expect_silent(test, false);
}

/* One VF is being reset, and the others are not. */
static void sim_vf_flr(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u32 control = PCIE_AT + PCI_EXP_DEVCTL, value;

	sim_enable(test, 4);
	context->function->vf_flr = SIM_FLR_SILENT;
	sim_put_vf(test, 1, control, PCI_EXP_DEVCTL_BCR_FLR);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, control, 2), U16_MAX);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, PCI_VENDOR_ID, 4), U32_MAX);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 2, control, 2), 0);
	context->function->vf_flr = SIM_FLR_RETRY;
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, control, 2), U16_MAX);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, PCI_VENDOR_ID, 4),
			0xffff0001);
	context->function->vf_flr = SIM_FLR_ENDS;
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, control, 2), 0);
	sim_put_vf(test, 1, control, PCI_EXP_DEVCTL_BCR_FLR);
	context->function->vf_flr = SIM_FLR_SILENT;
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, control, 2), 0);

	context->function->fail_vf_reads = EREMOTEIO;
	KUNIT_EXPECT_EQ(test,
			sim_function_read(context->function, 1, 0, 4, &value),
			-EREMOTEIO);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_VENDOR_ID, 4), 0x10c98086);
}

static struct kunit_case sim_vf_cases[] = {
	KUNIT_CASE(sim_vf_registers),
	KUNIT_CASE(sim_vfs_come_again),
	KUNIT_CASE(sim_vfs_need),
	KUNIT_CASE(sim_vf_flr),
	/* sentinel */
	{},
};

static struct kunit_suite sim_vf_suite = {
	.name = "sriovscope_sim_vf",
	.init = sim_fixture_init,
	.exit = sim_fixture_exit,
	.test_cases = sim_vf_cases,
};

kunit_test_suite(sim_vf_suite);
