// SPDX-License-Identifier: GPL-2.0
/*
 * A simulated function that is switched on.
 */
#include <linux/err.h>
#include <linux/string.h>

#include "sim_fixture.h"

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

void sim_on(struct kunit *test)
{
	struct sim_context *context = test->priv;

	sim_function_put(context->function);
	context->function = sim_function_new(context->setup, false);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, context->function);
}

void sim_put_image(struct kunit *test, u32 offset, u32 value)
{
	struct sim_context *context = test->priv;
	__le32 wire = cpu_to_le32(value);

	memcpy(context->setup->image + offset, &wire, sizeof(wire));
}

int sim_fixture_init(struct kunit *test)
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

void sim_fixture_exit(struct kunit *test)
{
	struct sim_context *context = test->priv;

	if (context && !IS_ERR(context->function))
		sim_function_put(context->function);
}

u32 sim_vf_get(struct kunit *test, u32 vf, u32 offset, u32 width)
{
	struct sim_context *context = test->priv;
	u32 value = 0;

	KUNIT_EXPECT_EQ(test,
			sim_function_read(context->function, vf, offset, width,
					  &value),
			0);
	return value;
}

u32 sim_get(struct kunit *test, u32 offset, u32 width)
{
	return sim_vf_get(test, SIM_PF, offset, width);
}

void sim_put(struct kunit *test, u32 offset, u32 width, u32 value)
{
	struct sim_context *context = test->priv;

	KUNIT_EXPECT_EQ(test,
			sim_function_write(context->function, SIM_PF, offset,
					   width, value),
			0);
}

/* As the PCI core does it */
void sim_enable(struct kunit *test, u16 num_vfs)
{
	sim_put(test, SRIOV_AT + PCI_SRIOV_NUM_VF, 2, num_vfs);
	sim_put(test, SRIOV_AT + PCI_SRIOV_CTRL, 2,
		PCI_SRIOV_CTRL_VFE | PCI_SRIOV_CTRL_MSE);
}

u32 sim_size(struct kunit *test, u32 offset)
{
	sim_put(test, offset, 4, U32_MAX);
	return sim_get(test, offset, 4);
}
