// SPDX-License-Identifier: GPL-2.0
/*
 * A simulated function: at least as strict as hardware.
 */
#include <kunit/test.h>
#include <linux/err.h>
#include <linux/sizes.h>
#include <linux/string.h>

#include "../src/sim/function.h"

#define PF_ID 0x0300
#define PCIE_AT 0x40
#define SRIOV_AT 0x100
#define VF_OFFSET 128
#define VF_STRIDE 2

struct sim_context {
	struct sim_setup *setup;
	struct sim_function *function;
};

/* An image is made with the builders of the space that behaves. */
static void sim_image(struct kunit *test, struct sim_setup *setup)
{
	struct mock_config *config =
		kunit_kzalloc(test, sizeof(*config), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, config);
	KUNIT_ASSERT_EQ(test, mock_config_init(config, PCI_CFG_SPACE_EXP_SIZE),
			0);
	mock_config_put32(config, PCI_VENDOR_ID, 0x10c98086);
	mock_config_put16(config, PCI_STATUS, PCI_STATUS_CAP_LIST);
	mock_config_put8(config, PCI_CAPABILITY_LIST, PCIE_AT);
	mock_config_put32(config, PCI_BASE_ADDRESS_0, 0xfe000000);
	mock_config_put32(config, PCI_BASE_ADDRESS_2,
			  0xabc00000 | PCI_BASE_ADDRESS_MEM_TYPE_64 |
				  PCI_BASE_ADDRESS_MEM_PREFETCH);
	mock_config_put32(config, PCI_BASE_ADDRESS_3, 0x12);
	mock_config_put16(config, PCIE_AT, PCI_CAP_ID_EXP);
	mock_config_put16(config, PCIE_AT + PCI_EXP_FLAGS, 2);
	mock_config_put32(config, PCIE_AT + PCI_EXP_DEVCAP, PCI_EXP_DEVCAP_FLR);
	mock_config_put_sriov(config, SRIOV_AT, 0);
	mock_config_put16(config, SRIOV_AT + PCI_SRIOV_VF_OFFSET, VF_OFFSET);
	memcpy(setup->image, config->bytes, sizeof(setup->image));
	setup->image_size = PCI_CFG_SPACE_EXP_SIZE;
}

static void sim_on(struct kunit *test)
{
	struct sim_context *context = test->priv;

	sim_function_put(context->function);
	context->function = sim_function_new(context->setup, false);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, context->function);
}

static int sim_test_init(struct kunit *test)
{
	struct sim_context *context =
		kunit_kzalloc(test, sizeof(*context), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, context);
	context->setup =
		kunit_kzalloc(test, sizeof(*context->setup), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, context->setup);
	test->priv = context;
	sim_image(test, context->setup);
	sim_on(test);
	return 0;
}

static void sim_test_exit(struct kunit *test)
{
	struct sim_context *context = test->priv;

	if (context && !IS_ERR(context->function))
		sim_function_put(context->function);
}

static u32 sim_vf_get(struct kunit *test, u32 vf, u32 offset, u32 width)
{
	struct sim_context *context = test->priv;
	u32 value = 0;

	KUNIT_EXPECT_EQ(test,
			sim_function_read(context->function, vf, offset, width,
					  &value),
			0);
	return value;
}

static u32 sim_get(struct kunit *test, u32 offset, u32 width)
{
	return sim_vf_get(test, SIM_PF, offset, width);
}

static void sim_put(struct kunit *test, u32 offset, u32 width, u32 value)
{
	struct sim_context *context = test->priv;

	KUNIT_EXPECT_EQ(test,
			sim_function_write(context->function, SIM_PF, offset,
					   width, value),
			0);
}

/* As the PCI core does it */
static void sim_enable(struct kunit *test, u16 num_vfs)
{
	sim_put(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2, num_vfs);
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2,
		PCI_SRIOV_CTRL_VFE | PCI_SRIOV_CTRL_MSE);
}

static u32 sim_count_vfs(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u32 id, vf, count = 0;

	for (id = 0; id <= U16_MAX; id++)
		count += sim_function_vf(context->function, PF_ID, id, &vf);
	return count;
}

/* What a size shows: all ones are written, and the bits of it that stay are read. */
static u32 sim_size(struct kunit *test, u32 offset)
{
	sim_put(test, offset, 4, U32_MAX);
	return sim_get(test, offset, 4);
}

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

static void sim_put_image(struct kunit *test, u32 offset, u32 value)
{
	struct sim_context *context = test->priv;
	__le32 wire = cpu_to_le32(value);

	memcpy(context->setup->image + offset, &wire, sizeof(wire));
}

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

	memset(sriov + PCI_SRIOV_INITIAL_VF, 1, 4);
	sim_on(test);
	sim_enable(test, 0x101);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 0x101);
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2, 0);
	sim_enable(test, 3);
	KUNIT_EXPECT_EQ(test, sim_count_vfs(test), 3);
}

/* What VF Enable locks, and what it does not */
static void sim_locks(struct kunit *test)
{
	sim_put(test, SRIOV_AT + PCI_SRIOV_SYS_PGSIZE, 4, 2);
	sim_enable(test, 4);
	sim_put(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2, 5);
	sim_put(test, SRIOV_AT + PCI_SRIOV_SYS_PGSIZE, 4, 1);
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2), 4);
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT + PCI_SRIOV_SYS_PGSIZE, 4),
			2);
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2, PCI_SRIOV_CTRL_VFE);
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT + PCI_SRIOV_CTRL, 2),
			PCI_SRIOV_CTRL_VFE);
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2, 0);
	sim_put(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2, 5);
	sim_put(test, SRIOV_AT + PCI_SRIOV_SYS_PGSIZE, 4, 1);
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2), 5);
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT + PCI_SRIOV_SYS_PGSIZE, 4),
			1);
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

static void sim_refuses(struct kunit *test)
{
	struct sim_context *context = test->priv;

	KUNIT_EXPECT_TRUE(test, sim_bar_size_valid(0));
	KUNIT_EXPECT_TRUE(test, sim_bar_size_valid(16));
	KUNIT_EXPECT_FALSE(test, sim_bar_size_valid(8));
	KUNIT_EXPECT_FALSE(test, sim_bar_size_valid(48));

	context->setup->bars.bytes[0] = SZ_4G;
	KUNIT_EXPECT_EQ(test, PTR_ERR(sim_function_new(context->setup, false)),
			-EINVAL);
	context->setup->bars.bytes[0] = 0;
	context->setup->image_size = 0;
	KUNIT_EXPECT_EQ(test, PTR_ERR(sim_function_new(context->setup, false)),
			-EINVAL);
	context->setup->image_size = PCI_CFG_SPACE_SIZE;
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_get(test, SRIOV_AT, 4), U32_MAX);
}

static struct kunit_case sim_cases[] = {
	KUNIT_CASE(sim_bars),
	KUNIT_CASE(sim_vf_bars),
	KUNIT_CASE(sim_sizes_of_image),
	KUNIT_CASE(sim_resizes),
	KUNIT_CASE(sim_sizes_of_nothing),
	KUNIT_CASE(sim_says_what_is_not_so),
	KUNIT_CASE(sim_header),
	KUNIT_CASE(sim_vfs_come_and_go),
	KUNIT_CASE(sim_vfs_of_many),
	KUNIT_CASE(sim_locks),
	KUNIT_CASE(sim_flr),
	KUNIT_CASE(sim_places),
	KUNIT_CASE(sim_vf_registers),
	KUNIT_CASE(sim_faults),
	KUNIT_CASE(sim_refuses),
	/* sentinel */
	{},
};

static struct kunit_suite sim_suite = {
	.name = "sriovscope_sim",
	.init = sim_test_init,
	.exit = sim_test_exit,
	.test_cases = sim_cases,
};

kunit_test_suite(sim_suite);
