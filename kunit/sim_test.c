// SPDX-License-Identifier: GPL-2.0
/*
 * A simulated function: at least as strict as hardware. Its VFs are in sim_vf_test.c.
 *
 * Kernel only: the simulator has locks and references of the kernel.
 */
#include <kunit/test.h>
#include <linux/err.h>
#include <linux/string.h>

#include "sim_fixture.h"

#define PF_ID 0x0300

static u32 sim_count_vfs(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u32 id, vf, count = 0;

	for (id = 0; id <= U16_MAX; id++)
		count += sim_function_vf(context->function, PF_ID, id, &vf);
	return count;
}

/* Only while VFs are on, and only what it reads: they are there all the same. */
static void sim_says_what_is_not_so(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u32 num_vfs = SRIOV_AT + PCI_SRIOV_NUM_VF;
	u32 control = SRIOV_AT + PCI_SRIOV_CTRL;

	context->function->lie = SIM_LIE_NUM_VFS;
	sim_put(test, num_vfs, 2, 4);
	KUNIT_EXPECT_EQ(test, sim_get(test, num_vfs, 2), 4);
	sim_enable(test, 4);
	KUNIT_EXPECT_EQ(test, sim_get(test, num_vfs, 2), 3);
	KUNIT_EXPECT_EQ(test, sim_get(test, num_vfs, 4), 3);
	KUNIT_EXPECT_EQ(test, sim_get(test, num_vfs + 1, 1), 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, control, 2),
			PCI_SRIOV_CTRL_VFE | PCI_SRIOV_CTRL_MSE);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 4);

	context->function->lie = SIM_LIE_VF_ENABLE;
	KUNIT_EXPECT_EQ(test, sim_get(test, control, 2), PCI_SRIOV_CTRL_MSE);
	KUNIT_EXPECT_EQ(test, sim_get(test, num_vfs, 2), 4);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 4);
	sim_put(test, control, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, num_vfs, 2), 4);
}

/* Read-only, read-write, cleared by writing 1: one of each in the header */
static void sim_header(struct kunit *test)
{
	sim_put(test, PCI_VENDOR_ID, 4, 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_VENDOR_ID, 4), 0x10c98086);
	sim_put(test, PCI_COMMAND, 2, U16_MAX);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_COMMAND, 2), 0x0547);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_STATUS, 2),
			PCI_STATUS_CAP_LIST);
	sim_put(test, PCI_INTERRUPT_LINE, 1, 0x5a);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_INTERRUPT_LINE, 4), 0x5a);
}

static void sim_vfs_come_and_go(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u32 vf, n;

	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 0);
	sim_put(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2, 4);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 0);
	sim_enable(test, 4);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 4);
	for (n = 0; n < 4; n++) {
		KUNIT_EXPECT_TRUE(test,
				  sim_function_vf(context->function, PF_ID,
						  PF_ID + VF_OFFSET +
							  n * VF_STRIDE,
						  &vf));
		KUNIT_EXPECT_EQ(test, vf, n);
	}
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 0);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 0, PCI_CLASS_REVISION, 4),
			U32_MAX);
}

/* No more than InitialVFs and TotalVFs; over the end of the bus. */
static void sim_vfs_of_many(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u8 *sriov = context->setup->image + SRIOV_AT;

	sim_enable(test, 9);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 8);

	sriov[PCI_SRIOV_INITIAL_VF] = 4;
	sim_on(test);
	sim_enable(test, 8);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 4);

	sriov[PCI_SRIOV_INITIAL_VF] = 9;
	sim_on(test);
	sim_enable(test, 9);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 8);

	memset(sriov + PCI_SRIOV_INITIAL_VF, 1, 4);
	sim_on(test);
	sim_enable(test, 0x101);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 0x101);
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2, 0);
	sim_enable(test, 3);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 3);
}

/* Writes all that VF Enable locks: NumVFs, System Page Size, tags of VFs */
static void sim_put_locked(struct kunit *test, u16 num_vfs, u32 page,
			   u16 control)
{
	sim_put(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2, num_vfs);
	sim_put(test, SRIOV_AT + PCI_SRIOV_SYS_PGSIZE, 4, page);
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2, control);
}

static void sim_expect_locked(struct kunit *test, u16 num_vfs, u32 page,
			      u16 control)
{
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2),
			num_vfs);
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT + PCI_SRIOV_SYS_PGSIZE, 4),
			page);
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT + PCI_SRIOV_CTRL, 2),
			control);
}

/* What VF Enable locks, and what it does not: VF MSE, ARI Capable Hierarchy */
static void sim_locks(struct kunit *test)
{
	sim_put_locked(test, 4, 2, 0x20);
	sim_put_locked(test, 4, 2, 0x29);
	sim_expect_locked(test, 4, 2, 0x29);
	sim_put_locked(test, 5, 1, 0x51);
	sim_expect_locked(test, 4, 2, 0x31);
	sim_put_locked(test, 5, 1, 0x60);
	sim_expect_locked(test, 4, 2, 0x20);
	sim_put_locked(test, 5, 1, 0x40);
	sim_expect_locked(test, 5, 1, 0x40);
}

static void sim_flr(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u32 control = PCIE_AT + PCI_EXP_DEVCTL;

	sim_put(test, PCI_BASE_ADDRESS_0, 4, 0xfe000000);
	sim_enable(test, 4);
	sim_put(test, control, 2, PCI_EXP_DEVCTL_BCR_FLR);
	KUNIT_EXPECT_EQ(test, sim_get(test, control, 2), 0);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT + PCI_SRIOV_CTRL, 2), 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2), 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_BASE_ADDRESS_0, 4), 0);

	/* The bit is in the upper byte. */
	sim_enable(test, 4);
	sim_put(test, control + 1, 1, PCI_EXP_DEVCTL_BCR_FLR >> 8);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 0);

	memset(context->setup->image + PCIE_AT + PCI_EXP_DEVCAP, 0, 4);
	sim_on(test);
	sim_enable(test, 4);
	sim_put(test, control, 2, PCI_EXP_DEVCTL_BCR_FLR);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 4);
}

/* A device that places its VFs by how many there are */
static void sim_places(struct kunit *test)
{
	static const struct sim_place places[] = {
		{ 2, 16, 1 },
		{ 4, 32, 4 },
	};
	struct sim_context *context = test->priv;
	u32 offset = SRIOV_AT + PCI_SRIOV_VF_OFFSET;

	memcpy(context->setup->places, places, sizeof(places));
	context->setup->place_count = ARRAY_SIZE(places);
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_get(test, offset, 2), VF_OFFSET);
	sim_put(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2, 3);
	KUNIT_EXPECT_EQ(test, sim_get(test, offset, 4), 1 << 16 | 16);
	sim_put(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2, 4);
	KUNIT_EXPECT_EQ(test, sim_get(test, offset, 4), 4 << 16 | 32);
	sim_put(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2, 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, offset, 2), VF_OFFSET);
}

static void sim_faults(struct kunit *test)
{
	struct sim_context *context = test->priv;
	struct sim_function *function = context->function;
	u32 value;

	function->gone = true;
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_VENDOR_ID, 4), U32_MAX);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_COMMAND, 2), U16_MAX);
	sim_put(test, PCI_COMMAND, 2, PCI_COMMAND_MASTER);
	function->gone = false;
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_COMMAND, 2), 0);

	function->fail_reads = EREMOTEIO;
	KUNIT_EXPECT_EQ(test, sim_function_read(function, SIM_PF, 0, 4, &value),
			-EREMOTEIO);
	KUNIT_EXPECT_EQ(test, value, U32_MAX);
	KUNIT_EXPECT_EQ(test, function->reads, 4);
	KUNIT_EXPECT_EQ(test, function->writes, 1);
}

/* One read goes wrong, of whichever of them it is; then none does. */
static void sim_odd_read(struct kunit *test)
{
	struct sim_context *context = test->priv;
	struct sim_function *function = context->function;
	struct sim_odd_read *odd = &function->odd_read;
	u32 value;

	sim_enable(test, 2);
	KUNIT_EXPECT_EQ(test, sim_odd_read_parse("2 fails 5\n", odd), 0);
	KUNIT_EXPECT_EQ(test, sim_vf_get(test, 1, PCI_VENDOR_ID, 2), U16_MAX);
	KUNIT_EXPECT_EQ(test, odd->left, 1);
	KUNIT_EXPECT_EQ(test, sim_function_read(function, 1, 6, 2, &value),
			-EIO);
	KUNIT_EXPECT_EQ(test, value, U16_MAX);
	KUNIT_EXPECT_EQ(test, odd->left, 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_VENDOR_ID, 4), 0x10c98086);

	KUNIT_EXPECT_EQ(test, sim_odd_read_parse("1 flips 0x10001", odd), 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_VENDOR_ID, 2), 0x8087);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_VENDOR_ID, 2), 0x8086);
	KUNIT_EXPECT_EQ(test, sim_odd_read_parse("2 ones", odd), 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_DEVICE_ID, 1), 0xc9);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_DEVICE_ID, 1), U8_MAX);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_DEVICE_ID, 1), 0xc9);

	KUNIT_EXPECT_EQ(test, sim_odd_read_parse("1 ones", odd), 0);
	KUNIT_EXPECT_EQ(test, sim_odd_read_parse("1 fails 0", odd), -EINVAL);
	KUNIT_EXPECT_EQ(test, odd->left, 1);
	KUNIT_EXPECT_EQ(test, sim_odd_read_parse("none", odd), 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_VENDOR_ID, 4), 0x10c98086);
}

/* Beyond the space nothing answers, and nothing is written. */
static void sim_conventional(struct kunit *test)
{
	struct sim_context *context = test->priv;

	context->setup->image_size = 0;
	KUNIT_EXPECT_EQ(test, PTR_ERR(sim_function_new(context->setup, false)),
			-EINVAL);
	context->setup->image_size = PCI_CFG_SPACE_SIZE;
	sim_on(test);
	sim_put(test, SRIOV_AT, 4, 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT, 4), U32_MAX);
	KUNIT_EXPECT_TRUE(test, mock_config_intact(&context->function->config));
}

static struct kunit_case sim_cases[] = {
	KUNIT_CASE(sim_says_what_is_not_so),
	KUNIT_CASE(sim_header),
	KUNIT_CASE(sim_vfs_come_and_go),
	KUNIT_CASE(sim_vfs_of_many),
	KUNIT_CASE(sim_locks),
	KUNIT_CASE(sim_flr),
	KUNIT_CASE(sim_places),
	KUNIT_CASE(sim_faults),
	KUNIT_CASE(sim_odd_read),
	KUNIT_CASE(sim_conventional),
	/* sentinel */
	{},
};

static struct kunit_suite sim_suite = {
	.name = "sriovscope_sim",
	.init = sim_fixture_init,
	.exit = sim_fixture_exit,
	.test_cases = sim_cases,
};

kunit_test_suite(sim_suite);
