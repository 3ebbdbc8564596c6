// SPDX-License-Identifier: GPL-2.0
/*
 * What is read around a PF: the port above, the functions beside it, the other PFs
 * and the VFs. What it costs and how it fails is in pf_test.c; windows are in
 * around_room_test.c.
 *
 * Kernel only: it is about struct pci_dev and struct pci_bus.
 */
#include <kunit/test.h>
#include <linux/err.h>

#include "pf/snapshot.h"
#include "pf/watch.h"
#include "around_fixture.h"
#include "masks.h"

static void around_own_caps(struct kunit *test)
{
	struct around_context *context = test->priv;
	struct mock_config *config = context->config;
	struct around_self *self;

	self = &around_take(test)->self;
	KUNIT_EXPECT_TRUE(test, self->has_pcie);
	KUNIT_EXPECT_TRUE(test, self->has_pm);
	KUNIT_EXPECT_TRUE(test, self->has_ari);
	KUNIT_EXPECT_FALSE(test, self->flr);
	KUNIT_EXPECT_FALSE(test, self->tag_10bit_requester);
	KUNIT_EXPECT_EQ(test, self->power_state, 0);
	KUNIT_EXPECT_FALSE(test, self->no_soft_reset);

	mock_config_put32(config, PCIE_AT + PCI_EXP_DEVCAP, PCI_EXP_DEVCAP_FLR);
	mock_config_put32(config, PCIE_AT + PCI_EXP_DEVCAP2,
			  PCIE_DEVCAP2_10BIT_TAG_REQUESTER);
	mock_config_put16(config, PM_AT + PCI_PM_CTRL,
			  PCI_PM_CTRL_NO_SOFT_RESET | 3);
	self = &around_take(test)->self;
	KUNIT_EXPECT_TRUE(test, self->flr);
	KUNIT_EXPECT_TRUE(test, self->tag_10bit_requester);
	KUNIT_EXPECT_EQ(test, self->power_state, 3);
	KUNIT_EXPECT_TRUE(test, self->no_soft_reset);
}

/* Version 1 of PCI Express ends before Device Capabilities 2. */
static void around_first_version(struct kunit *test)
{
	struct around_context *context = test->priv;
	struct mock_config *config = context->config;

	mock_config_put16(config, PCIE_AT + PCI_EXP_FLAGS, 1);
	mock_config_put32(config, PCIE_AT + PCI_EXP_DEVCAP2, U32_MAX);
	KUNIT_EXPECT_FALSE(test, around_take(test)->self.tag_10bit_requester);
}

static const struct port_case {
	const char *name;
	u8 version;
	bool supported;
	bool enabled;
} port_cases[] = {
	{ "forwards", 2, true, true },
	{ "could forward", 2, true, false },
	{ "cannot forward", 2, false, false },
	{ "first version", 1, true, true },
};

static void port_describe(const struct port_case *port, char *name)
{
	strscpy(name, port->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(port, port_cases, port_describe);

static void around_port_ari(struct kunit *test)
{
	struct mock_config *config =
		around_config(test, PCI_CFG_SPACE_EXP_SIZE);
	const struct port_case *param = test->param_value;
	struct around_context *context = test->priv;
	struct around_port *port;
	bool second = param->version > 1;

	mock_config_put16(config, PCIE_AT + PCI_EXP_FLAGS, param->version);
	if (param->supported)
		mock_config_put32(config, PCIE_AT + PCI_EXP_DEVCAP2,
				  PCI_EXP_DEVCAP2_ARI);
	if (param->enabled)
		mock_config_put16(config, PCIE_AT + PCI_EXP_DEVCTL2,
				  PCI_EXP_DEVCTL2_ARI);
	around_plug(context->pdev, mock_pci_new(test, config, 0, 0, 8));

	port = &around_take(test)->port;
	KUNIT_EXPECT_TRUE(test, port->exists);
	KUNIT_EXPECT_EQ(test, port->error, 0);
	KUNIT_EXPECT_STREQ(test, port->name, "0000:00:01.0");
	KUNIT_EXPECT_EQ(test, port->ari_supported, second && param->supported);
	KUNIT_EXPECT_EQ(test, port->ari_forwarding, second && param->enabled);
	KUNIT_EXPECT_FALSE(test, port->has_acs);
}

static void around_port_acs(struct kunit *test)
{
	struct mock_config *config =
		around_config(test, PCI_CFG_SPACE_EXP_SIZE);
	struct around_context *context = test->priv;
	struct around_port *port;

	mock_config_put_header(config, 0x100, PCI_EXT_CAP_ID_ACS, 1, 0);
	mock_config_put16(config, 0x100 + PCI_ACS_CTRL, PCI_ACS_SV);
	around_plug(context->pdev, mock_pci_new(test, config, 0, 0, 8));
	port = &around_take(test)->port;
	KUNIT_EXPECT_TRUE(test, port->has_acs);
	KUNIT_EXPECT_EQ(test, port->acs.raw, PCI_ACS_SV);
}

/* A port that fails, or is not there any more, is not the PF's failure. */
static void around_port_fails(struct kunit *test)
{
	struct mock_config *config =
		around_config(test, PCI_CFG_SPACE_EXP_SIZE);
	struct around_context *context = test->priv;
	struct pci_dev *port = mock_pci_new(test, config, 0, 0, 8);

	KUNIT_EXPECT_FALSE(test, around_take(test)->port.exists);
	around_plug(context->pdev, port);
	mock_pci_fail(port, PCIBIOS_SET_FAILED);
	KUNIT_EXPECT_EQ(test, around_take(test)->port.error, -EIO);
	mock_pci_fail(port, 0);
	config->faults.gone_from = 0;
	KUNIT_EXPECT_NE(test, around_take(test)->port.error, 0);
}

/* The function that the PF depends on, as the kernel has it */
static void around_dependency(struct kunit *test)
{
	struct around_context *context = test->priv;
	struct mock_config *config;
	struct pci_dev *other = around_pf_device(test, &config, 3, 1);
	struct around_link *link;

	KUNIT_EXPECT_EQ(test, around_take(test)->link.devfn, 0);
	mock_config_put8(context->config, SRIOV_AT + PCI_SRIOV_FUNC_LINK, 1);
	link = &around_take(test)->link;
	KUNIT_EXPECT_EQ(test, link->devfn, 1);
	KUNIT_EXPECT_FALSE(test, link->exists);

	list_add_tail(&other->bus_list, &context->pdev->bus->devices);
	link = &around_take(test)->link;
	KUNIT_EXPECT_TRUE(test, link->exists);
	KUNIT_EXPECT_FALSE(test, link->is_physfn);
	other->is_physfn = true;
	KUNIT_EXPECT_TRUE(test, around_take(test)->link.is_physfn);
	other->is_physfn = false;
	list_del_init(&other->bus_list);
	KUNIT_EXPECT_EQ(test, kref_read(&other->dev.kobj.kref), 1);
}

static struct pci_dev *around_add_vf(struct kunit *test,
				     struct mock_config **config, u8 devfn)
{
	struct around_context *context = test->priv;
	struct pci_dev *vf;

	*config = around_config(test, PCI_CFG_SPACE_EXP_SIZE);
	mock_config_put32(*config, PCI_VENDOR_ID, U32_MAX);
	vf = mock_pci_new(test, *config, 0, 4, devfn);
	pf_add_vf(context->pf, vf);
	return vf;
}

static void around_reads_vfs(struct kunit *test)
{
	struct mock_config *first, *second, *third;
	struct pf_around *around;

	around_add_vf(test, &first, 4);
	around_add_vf(test, &second, 2);
	around_add_vf(test, &third, 6);
	mock_config_put32(second, PCIE_AT + PCI_EXP_DEVCAP, PCI_EXP_DEVCAP_FLR);
	mock_config_put32(second, PCI_BASE_ADDRESS_5, 0x1000);
	mock_config_put8(second, PCI_INTERRUPT_PIN, 1);
	mock_config_put_header(second, 0x100, PCI_EXT_CAP_ID_ARI, 1, 0x200);
	mock_config_put_header(second, 0x200, PCI_EXT_CAP_ID_PASID, 1, 0);
	first->faults.fail_access = 3;
	first->faults.fail_access_errno = -EREMOTEIO;
	third->faults.gone_from = 0;

	around = around_take(test);
	KUNIT_ASSERT_EQ(test, around->vf_count, 3);
	KUNIT_EXPECT_EQ(test, around->vfs[0].routing_id, 0x402);
	KUNIT_EXPECT_EQ(test, around->vfs[0].error, 0);
	KUNIT_EXPECT_EQ(test, around->vfs[0].vendor, U16_MAX);
	KUNIT_EXPECT_EQ(test, around->vfs[0].device, U16_MAX);
	KUNIT_EXPECT_EQ(test, around->vfs[0].bars[5], 0x1000);
	KUNIT_EXPECT_EQ(test, around->vfs[0].interrupt_pin, 1);
	KUNIT_EXPECT_TRUE(test, around->vfs[0].has_pcie);
	KUNIT_EXPECT_TRUE(test, around->vfs[0].flr);
	KUNIT_EXPECT_EQ(test, around->vfs[0].caps,
			BIT(PCI_CAP_ID_PM) | BIT(PCI_CAP_ID_EXP));
	KUNIT_EXPECT_EQ(test, around->vfs[0].ext_caps,
			BIT_ULL(PCI_EXT_CAP_ID_ARI) |
				BIT_ULL(PCI_EXT_CAP_ID_PASID));
	KUNIT_EXPECT_EQ(test, around->vfs[1].routing_id, 0x404);
	KUNIT_EXPECT_EQ(test, around->vfs[1].error, -EREMOTEIO);
	KUNIT_EXPECT_EQ(test, around->vfs[2].error, -ENODEV);
	mock_config_expect_sane(test, second);
}

/* What is being reset is not read, and those beside it are. */
static void around_leaves_blocked(struct kunit *test)
{
	struct around_context *context = test->priv;
	const unsigned int what = FACTS_SELF_USE | FACTS_VF_USE |
				  FACTS_VF_DEVICES | FACTS_NO_WAIT;
	struct mock_config *first, *second;
	struct pci_dev *blocked;
	struct pf_facts snap;
	u32 reads;

	blocked = around_add_vf(test, &first, 2);
	around_add_vf(test, &second, 4);
	mock_config_put16(second, PCI_COMMAND, PCI_COMMAND_MASTER);
	blocked->block_cfg_access = 1;
	KUNIT_ASSERT_EQ(test, pf_facts_take(context->pf, what, &snap), 0);
	KUNIT_ASSERT_EQ(test, snap.around->vf_count, 2);
	KUNIT_EXPECT_EQ(test, snap.around->vfs[0].error, AROUND_RESETTING);
	KUNIT_EXPECT_EQ(test, first->reads, 0);
	KUNIT_EXPECT_EQ(test, snap.around->vfs[1].error, 0);
	KUNIT_EXPECT_TRUE(test, snap.around->vfs[1].use.bus_master);
	KUNIT_EXPECT_FALSE(test, snap.kernel.resetting);
	facts_drop(&snap);
	blocked->block_cfg_access = 0;

	reads = context->config->reads;
	context->pdev->block_cfg_access = 1;
	KUNIT_ASSERT_EQ(test, pf_facts_take(context->pf, what, &snap), 0);
	context->pdev->block_cfg_access = 0;
	KUNIT_EXPECT_TRUE(test, snap.kernel.resetting);
	KUNIT_EXPECT_EQ(test, snap.sriov_error, AROUND_RESETTING);
	KUNIT_EXPECT_EQ(test, snap.vf_device_count, 2);
	KUNIT_EXPECT_EQ(test, snap.around->vf_count, 0);
	KUNIT_EXPECT_EQ(test, context->config->reads, reads);
	facts_drop(&snap);
}

static void around_nothing(struct scope_pf *pf)
{
}

/* The registry without "observe": what is bound is there. */
static int around_start_registry(struct kunit *test)
{
	static const struct registry_listener listener = {
		.added = around_nothing,
		.removed = around_nothing,
	};

	return watch_start(false, &listener);
}

static void around_watch(struct kunit *test, struct pci_dev *pdev)
{
	struct scope_pf *pf = registry_bound(pdev);

	KUNIT_EXPECT_FALSE(test, IS_ERR(pf));
	if (!IS_ERR(pf))
		pf_put(pf);
}

/* PFs on the bus, in the order of their addresses; not those of other buses. */
static void around_reads_peers(struct kunit *test)
{
	struct mock_config *before, *behind, *far, *low;
	struct pf_around *around;

	KUNIT_ASSERT_EQ(test, around_start_registry(test), 0);
	around_watch(test, around_pf_device(test, &behind, 3, 9));
	around_watch(test, around_pf_device(test, &before, 3, 1));
	around_watch(test, around_pf_device(test, &far, 4, 0));
	around_watch(test, around_pf_device(test, &low, 2, 0));
	mock_config_put16(before, SRIOV_AT + PCI_SRIOV_NUM_VF, 5);
	behind->faults.gone_from = 0;

	around = around_take(test);
	KUNIT_EXPECT_FALSE(test, around->all_pfs);
	KUNIT_EXPECT_EQ(test, around->peer_count, 2);
	if (around->peer_count == 2) {
		KUNIT_EXPECT_EQ(test, around->peers[0].routing_id, 0x301);
		KUNIT_EXPECT_EQ(test, around->peers[0].error, 0);
		KUNIT_EXPECT_EQ(test, around->peers[0].sriov.num_vfs, 5);
		KUNIT_EXPECT_EQ(test, around->peers[1].routing_id, 0x309);
		KUNIT_EXPECT_EQ(test, around->peers[1].error, -ENODEV);
	}
	watch_stop();
}

static struct kunit_case around_cases[] = {
	KUNIT_CASE(around_own_caps),
	KUNIT_CASE(around_first_version),
	KUNIT_CASE_PARAM(around_port_ari, port_gen_params),
	KUNIT_CASE(around_port_acs),
	KUNIT_CASE(around_port_fails),
	KUNIT_CASE(around_dependency),
	KUNIT_CASE(around_reads_vfs),
	KUNIT_CASE(around_leaves_blocked),
	KUNIT_CASE(around_reads_peers),
	/* sentinel */
	{},
};

static struct kunit_suite around_suite = {
	.name = "sriovscope_around",
	.init = around_init,
	.exit = around_exit,
	.test_cases = around_cases,
};

kunit_test_suite(around_suite);
