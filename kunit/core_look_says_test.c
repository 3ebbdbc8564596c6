// SPDX-License-Identifier: GPL-2.0
/*
 * What is said of the registers that a look has read, with no kernel behind them.
 */
#include <kunit/test.h>
#include <linux/bits.h>
#include <linux/errno.h>
#include <linux/string.h>

#include "core_look_fixture.h"

/* The registers of a peer that rules do not ask for are 0. */
static void look_says_sriov(struct kunit *test)
{
	struct look_context *c = test->priv;

	mock_config_put16(c->config, SRIOV_AT + PCI_SRIOV_NUM_VF, 3);
	KUNIT_EXPECT_EQ(test, take_sriov(c), 0);
	KUNIT_EXPECT_EQ(test, c->sriov.num_vfs, 3);
	KUNIT_EXPECT_EQ(test, c->sriov.vf_device_id, 0x10ca);
	KUNIT_EXPECT_EQ(test, take_peer(c), 0);
	KUNIT_EXPECT_EQ(test, c->sriov.num_vfs, 3);
	KUNIT_EXPECT_EQ(test, c->sriov.vf_stride, 2);
	KUNIT_EXPECT_EQ(test, c->sriov.vf_device_id, 0);
}

/* The state that it was found in counts, not the one that it was woken up to. */
static void look_says_power(struct kunit *test)
{
	struct look_context *c = test->priv;
	struct around_self *self = &c->around.self;

	mock_config_put16(c->config, PM_AT + PCI_PM_CTRL,
			  PCI_PM_CTRL_NO_SOFT_RESET | 1);
	KUNIT_EXPECT_EQ(test, take_self(c), 0);
	KUNIT_EXPECT_EQ(test, self->power_state, 1);
	KUNIT_EXPECT_TRUE(test, self->no_soft_reset);
	self->woken = true;
	self->power_state = 3;
	KUNIT_EXPECT_EQ(test, take_self(c), 0);
	KUNIT_EXPECT_EQ(test, self->power_state, 3);
}

/* A port without PCI Express has no registers to ask. */
static void look_says_port(struct kunit *test)
{
	struct look_context *c = test->priv;
	struct around_port *port = &c->around.port;

	mock_config_put32(c->config, PCIE_AT + PCI_EXP_DEVCAP2,
			  PCI_EXP_DEVCAP2_ARI);
	mock_config_put16(c->config, PCIE_AT + PCI_EXP_DEVCTL2,
			  PCI_EXP_DEVCTL2_ARI);
	mock_config_put16(c->config, 0x1d0 + PCI_ACS_CTRL, PCI_ACS_SV);
	KUNIT_EXPECT_EQ(test, take_port(c), 0);
	KUNIT_EXPECT_TRUE(test, port->ari_supported && port->ari_forwarding);
	KUNIT_EXPECT_TRUE(test, port->has_acs && port->acs.raw == PCI_ACS_SV);
	KUNIT_EXPECT_FALSE(test, port->hotplug);
	c->port_caps.has_pcie = false;
	KUNIT_EXPECT_EQ(test, take_port(c), -ENODEV);
}

/*
 * At the end of its space a capability has no room for all registers. The PF has no tags
 * then, and a port no slot; whether it forwards ARI nobody can tell.
 */
static void look_says_no_more(struct kunit *test)
{
	const u32 at = PCI_CFG_SPACE_SIZE - PCI_EXP_SLTCAP;
	struct look_context *c = test->priv;

	mock_config_put16(c->config, 0x40, at << 8 | PCI_CAP_ID_PM);
	mock_config_put16(c->config, at, PCI_CAP_ID_EXP);
	mock_config_put16(c->config, at + PCI_EXP_FLAGS,
			  2 | PCI_EXP_TYPE_ROOT_PORT << 4 | PCI_EXP_FLAGS_SLOT);
	memset(&c->caps, 0, sizeof(c->caps));
	memset(&c->port_caps, 0, sizeof(c->port_caps));
	KUNIT_ASSERT_EQ(test, look_caps(&c->config->space, &c->caps), 0);
	KUNIT_ASSERT_EQ(test, look_port_caps(&c->config->space, &c->port_caps),
			0);
	KUNIT_EXPECT_EQ(test, take_self(c), 0);
	KUNIT_EXPECT_FALSE(test, c->around.self.tag_10bit_requester);
	KUNIT_EXPECT_EQ(test, take_port(c), -ERANGE);
	mock_config_put8(c->config, at + PCI_EXP_FLAGS,
			 1 | PCI_EXP_TYPE_ROOT_PORT << 4);
	KUNIT_EXPECT_EQ(test, take_port(c), 0);
	KUNIT_EXPECT_FALSE(test, c->around.port.hotplug);
}

/* MSI and MSI-X behind PM, ATS and PASID behind ACS */
static void use_put_caps(struct mock_config *config)
{
	mock_config_put16(config, 0x40, 0x50 << 8 | PCI_CAP_ID_PM);
	mock_config_put16(config, 0x50, 0x60 << 8 | PCI_CAP_ID_MSI);
	mock_config_put16(config, 0x60, 0x70 << 8 | PCI_CAP_ID_MSIX);
	mock_config_put_header(config, 0x1d0, PCI_EXT_CAP_ID_ACS, 1, 0x1e0);
	mock_config_put_header(config, 0x1e0, PCI_EXT_CAP_ID_ATS, 1, 0x1f0);
	mock_config_put_header(config, 0x1f0, PCI_EXT_CAP_ID_PASID, 1, 0x200);
}

/* Bits all around those that count are set, or they alone. */
static void use_expect(struct kunit *test, struct look_context *c, bool on,
		       look_take *take)
{
	u16 flip = on ? 0 : U16_MAX;

	mock_config_put16(c->config, PCI_COMMAND,
			  flip ^ (PCI_COMMAND_MEMORY | PCI_COMMAND_MASTER));
	mock_config_put16(c->config, 0x62, 0xc000 | 7);
	mock_config_put16(c->config, 0x1e6, flip ^ PCI_ATS_CTRL_ENABLE);
	mock_config_put16(c->config, 0x1f6, flip ^ PCI_PASID_CTRL_ENABLE);
	memset(&c->use, 0, sizeof(c->use));
	KUNIT_EXPECT_EQ(test, take(c), 0);
	KUNIT_EXPECT_EQ(test, c->use.memory_space, on);
	KUNIT_EXPECT_EQ(test, c->use.bus_master, on);
	KUNIT_EXPECT_TRUE(test, c->use.has_msi && c->use.has_ats);
	KUNIT_EXPECT_EQ(test, c->use.msix_vectors, 8);
	KUNIT_EXPECT_EQ(test, c->use.ats, on);
	KUNIT_EXPECT_EQ(test, c->use.pasid, on);
}

static void look_says_use(struct kunit *test)
{
	struct look_context *c = test->priv;
	u32 n;

	KUNIT_EXPECT_EQ(test, take_vf_use(c), 0);
	KUNIT_EXPECT_FALSE(test, c->use.has_msi || c->use.has_ats);
	KUNIT_EXPECT_EQ(test, c->use.msix_vectors, 0);

	use_put_caps(c->config);
	memset(&c->caps, 0, sizeof(c->caps));
	KUNIT_EXPECT_EQ(test, look_caps(&c->config->space, &c->caps), 0);
	for (n = 0; n < 2; n++) {
		use_expect(test, c, n, take_use);
		use_expect(test, c, n, take_vf_use);
	}
	/* One that cannot be read is none that is off. */
	for (n = 0; n < 5; n++) {
		mock_config_forget(c->config);
		c->config->faults.fail_access = n;
		c->config->faults.fail_access_errno = -EREMOTEIO;
		KUNIT_EXPECT_EQ(test, take_use(c), -EREMOTEIO);
	}
}

/* A port has a slot, and then says whether devices can be plugged into it. */
static void look_says_slot(struct kunit *test)
{
	struct look_context *c = test->priv;
	struct around_port *port = &c->around.port;

	mock_config_put32(c->config, PCIE_AT + PCI_EXP_SLTCAP,
			  PCI_EXP_SLTCAP_HPC);
	KUNIT_EXPECT_EQ(test, take_port(c), 0);
	KUNIT_EXPECT_FALSE(test, port->hotplug);
	mock_config_put16(c->config, PCIE_AT + PCI_EXP_FLAGS,
			  2 | PCI_EXP_TYPE_ROOT_PORT << 4 | PCI_EXP_FLAGS_SLOT);
	KUNIT_EXPECT_EQ(test, take_port(c), 0);
	KUNIT_EXPECT_TRUE(test, port->hotplug);
	mock_config_put32(c->config, PCIE_AT + PCI_EXP_SLTCAP,
			  ~PCI_EXP_SLTCAP_HPC);
	port->hotplug = false;
	KUNIT_EXPECT_EQ(test, take_port(c), 0);
	KUNIT_EXPECT_FALSE(test, port->hotplug);
}

/* Which sizes a VF BAR can have is in two registers. */
static void look_says_sizes(struct kunit *test)
{
	struct look_context *c = test->priv;
	const struct around_rebar *rebar = &c->around.rebar;
	u32 at = config_view_base(&c->caps.vf_rebar.view);

	mock_config_put32(c->config, at + 4, 0x80000015);
	mock_config_put32(c->config, at + 8,
			  0x8001U << 16 | 3 << 8 | 1 << 5 | 2);
	KUNIT_EXPECT_EQ(test, take_vf_bars(c), 0);
	KUNIT_EXPECT_EQ(test, rebar->count, 1);
	KUNIT_EXPECT_EQ(test, rebar->bars[0].slot, 2);
	KUNIT_EXPECT_EQ(test, rebar->bars[0].size, 3);
	KUNIT_EXPECT_EQ(test, rebar->bars[0].sizes,
			BIT_ULL(0) | BIT_ULL(27) | BIT_ULL(28) | BIT_ULL(43));
}

static void look_says_vf(struct kunit *test)
{
	struct look_context *c = test->priv;

	mock_config_put32(c->config, PCI_BASE_ADDRESS_5, 0x1000);
	mock_config_put8(c->config, PCI_INTERRUPT_PIN, 2);
	mock_config_put32(c->config, PCIE_AT + PCI_EXP_DEVCAP,
			  PCI_EXP_DEVCAP_FLR);
	KUNIT_EXPECT_EQ(test, take_vf(c), 0);
	KUNIT_EXPECT_EQ(test, c->vf.vendor, 0x8086);
	KUNIT_EXPECT_EQ(test, c->vf.device, 0x10c9);
	KUNIT_EXPECT_EQ(test, c->vf.bars[5], 0x1000);
	KUNIT_EXPECT_EQ(test, c->vf.interrupt_pin, 2);
	KUNIT_EXPECT_TRUE(test, c->vf.has_pcie && c->vf.flr);
	KUNIT_EXPECT_EQ(test, c->vf.caps,
			BIT(PCI_CAP_ID_PM) | BIT(PCI_CAP_ID_EXP));
	KUNIT_EXPECT_EQ(test, c->vf.ext_caps,
			BIT_ULL(PCI_EXT_CAP_ID_ARI) |
				BIT_ULL(PCI_EXT_CAP_ID_SRIOV) |
				BIT_ULL(PCI_EXT_CAP_ID_ACS) |
				BIT_ULL(EXT_CAP_ID_DEV3) |
				BIT_ULL(EXT_CAP_ID_VF_REBAR));
}

static struct kunit_case look_says_cases[] = {
	KUNIT_CASE(look_says_sriov),
	KUNIT_CASE(look_says_power),
	KUNIT_CASE(look_says_port),
	KUNIT_CASE(look_says_no_more),
	KUNIT_CASE(look_says_use),
	KUNIT_CASE(look_says_slot),
	KUNIT_CASE(look_says_sizes),
	KUNIT_CASE(look_says_vf),
	/* sentinel */
	{},
};

static struct kunit_suite look_says_suite = {
	.name = "sriovscope_core_look_says",
	.init = core_look_init,
	.exit = core_look_exit,
	.test_cases = look_says_cases,
};

kunit_test_suite(look_says_suite);
