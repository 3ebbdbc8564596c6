// SPDX-License-Identifier: GPL-2.0
/*
 * A PF that has something around it.
 */
#include <linux/err.h>

#include "pf/snapshot.h"
#include "around_fixture.h"

/* A function with PCI Express, version 2, in its list of capabilities */
struct mock_config *around_config(struct kunit *test, u32 size)
{
	struct mock_config *config = mock_config_new(test, size);

	mock_config_put32(config, PCI_VENDOR_ID, 0x10c98086);
	mock_config_put16(config, PCI_STATUS, PCI_STATUS_CAP_LIST);
	mock_config_put8(config, PCI_CAPABILITY_LIST, PM_AT);
	mock_config_put16(config, PM_AT, PCIE_AT << 8 | PCI_CAP_ID_PM);
	mock_config_put16(config, PCIE_AT, PCI_CAP_ID_EXP);
	mock_config_put16(config, PCIE_AT + PCI_EXP_FLAGS, 2);
	return config;
}

struct pci_dev *around_pf_device(struct kunit *test,
				 struct mock_config **config, u8 bus, u8 devfn)
{
	*config = around_config(test, PCI_CFG_SPACE_EXP_SIZE);
	mock_config_put_header(*config, 0x100, PCI_EXT_CAP_ID_ARI, 1, SRIOV_AT);
	mock_config_put_sriov(*config, SRIOV_AT, 0);
	return mock_pci_new(test, *config, 0, bus, devfn);
}

int around_init(struct kunit *test)
{
	struct around_context *context =
		kunit_kzalloc(test, sizeof(*context), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, context);
	test->priv = context;
	context->pdev = around_pf_device(test, &context->config, 3, 0);
	context->pf = pf_create(context->pdev, true);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, context->pf);
	return 0;
}

void around_exit(struct kunit *test)
{
	struct around_context *context = test->priv;

	if (!context || IS_ERR_OR_NULL(context->pf))
		return;
	KUNIT_EXPECT_EQ(test, context->config->writes, 0);
	mock_config_expect_sane(test, context->config);
	pf_put(context->pf);
}

static void around_drop_look(void *snap)
{
	facts_drop(snap);
}

/* The look is dropped when the test ends, passed or not. */
struct pf_around *around_take(struct kunit *test)
{
	struct around_context *context = test->priv;
	struct pf_facts *snap = kunit_kzalloc(test, sizeof(*snap), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, snap);
	KUNIT_ASSERT_EQ(test,
			pf_facts_take(context->pf,
				      FACTS_SRIOV | FACTS_AROUND | FACTS_ROOM |
					      FACTS_VFS,
				      snap),
			0);
	KUNIT_ASSERT_EQ(test,
			kunit_add_action_or_reset(test, around_drop_look, snap),
			0);
	KUNIT_ASSERT_NOT_NULL(test, snap->around);
	return snap->around;
}

void around_plug(struct pci_dev *pdev, struct pci_dev *port)
{
	pdev->bus->parent = port->bus;
	pdev->bus->self = port;
}
