// SPDX-License-Identifier: GPL-2.0
/*
 * What is read of configuration spaces without a kernel behind them: what it
 * costs, what it says, and how it fails. The same through a PF is in look_test.c,
 * caps_test.c and around_test.c.
 */
#include <kunit/test.h>
#include <linux/array_size.h>
#include <linux/bits.h>
#include <linux/errno.h>
#include <linux/string.h>

#include "core/look/look.h"
#include "pf_config.h"

#define PM_AT 0x40
#define PCIE_AT 0x70

/**
 * struct look_context - a device, and what was found of it
 * @config: its configuration space
 * @caps: its capabilities as a PF
 * @port_caps: its capabilities as a port
 * @around: what is filled in, zero before each look
 * @sriov: the same
 * @found: the same
 * @port_found: the same
 * @vf: the same
 * @use: the same
 */
struct look_context {
	struct mock_config *config;
	struct pf_caps caps;
	struct port_caps port_caps;
	struct pf_around around;
	struct sriov_state sriov;
	struct pf_caps found;
	struct port_caps port_found;
	struct around_vf vf;
	struct around_use use;
};

static int take_caps(struct look_context *c)
{
	return look_caps(&c->config->space, &c->found);
}

static int take_sriov(struct look_context *c)
{
	return look_sriov(&c->caps, &c->sriov);
}

static int take_peer(struct look_context *c)
{
	return look_peer(&c->caps, &c->sriov);
}

static int take_self(struct look_context *c)
{
	return look_self(&c->config->space, &c->caps, &c->around);
}

static int take_vf_bars(struct look_context *c)
{
	return look_vf_bars(&c->caps, &c->around);
}

static int take_port_caps(struct look_context *c)
{
	return look_port_caps(&c->config->space, &c->port_found);
}

static int take_port(struct look_context *c)
{
	return look_port(&c->config->space, &c->port_caps, &c->around.port);
}

static int take_vf(struct look_context *c)
{
	return look_vf(&c->config->space, &c->vf);
}

static int take_use(struct look_context *c)
{
	return look_use(&c->config->space, &c->caps, &c->use);
}

static int take_vf_use(struct look_context *c)
{
	return look_vf_use(&c->config->space, &c->use);
}

/* Chains have five extended capabilities, and two behind Status and a pointer. */
static const struct look {
	const char *name;
	int (*take)(struct look_context *c);
	u32 reads;
	u32 gone; /* reads of which one at least must be answered, else -ENODEV */
} looks[] = {
	{ "caps", take_caps, 5 + 4 + 1, 5 + 4 + 1 },
	{ "sriov", take_sriov, SRIOV_READS, SRIOV_READS },
	/* One that answers once is there. */
	{ "peer", take_peer, 4, 1 },
	{ "self", take_self, 3 + 1 + 1 + 4 + 1, 3 + 1 + 1 + 4 + 1 },
	/* Whether it was there is asked by who looks. */
	{ "vf_bars", take_vf_bars, 4, 0 },
	{ "port_caps", take_port_caps, 4 + 5 + 1, 4 + 5 + 1 },
	{ "port", take_port, 3 + 1 + 1 + 1, 3 + 1 + 1 + 1 },
	{ "vf", take_vf, 8 + 4 + 1 + 5 + 1, 8 + 4 + 1 + 5 + 1 },
	/* Command, and the end */
	{ "use", take_use, 1 + 1, 1 + 1 },
	{ "vf_use", take_vf_use, 4 + 5 + 1 + 1, 4 + 5 + 1 + 1 },
};

static void look_describe(const struct look *look, char *name)
{
	strscpy(name, look->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(look, looks, look_describe);

static int core_look_init(struct kunit *test)
{
	struct look_context *c = kunit_kzalloc(test, sizeof(*c), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, c);
	test->priv = c;
	c->config = pf_fixture_config(test);
	KUNIT_ASSERT_EQ(test, look_caps(&c->config->space, &c->caps), 0);
	KUNIT_ASSERT_EQ(test, look_port_caps(&c->config->space, &c->port_caps),
			0);
	return 0;
}

static void core_look_exit(struct kunit *test)
{
	struct look_context *c = test->priv;

	KUNIT_EXPECT_EQ(test, c->config->writes, 0);
	mock_config_expect_sane(test, c->config);
}

/* What was filled in before is gone, and accesses are numbered anew. */
static int look_anew(struct look_context *c, const struct look *look)
{
	memset(&c->around, 0, sizeof(c->around));
	memset(&c->sriov, 0, sizeof(c->sriov));
	memset(&c->found, 0, sizeof(c->found));
	memset(&c->port_found, 0, sizeof(c->port_found));
	memset(&c->vf, 0, sizeof(c->vf));
	memset(&c->use, 0, sizeof(c->use));
	mock_config_forget(c->config);
	return look->take(c);
}

static void core_look_costs(struct kunit *test)
{
	const struct look *look = test->param_value;
	struct look_context *c = test->priv;

	KUNIT_EXPECT_EQ(test, look_anew(c, look), 0);
	KUNIT_EXPECT_EQ(test, c->config->reads, look->reads);
}

static void core_look_gone_at_any_read(struct kunit *test)
{
	const struct look *look = test->param_value;
	struct look_context *c = test->priv;
	u32 n;

	for (n = 0; n <= look->reads; n++) {
		c->config->faults.gone_from = n;
		KUNIT_EXPECT_EQ_MSG(test, look_anew(c, look),
				    n < look->gone ? -ENODEV : 0,
				    "gone from read %u", n);
	}
}

static void core_look_fails_at_any_read(struct kunit *test)
{
	const struct look *look = test->param_value;
	struct look_context *c = test->priv;
	u32 n;

	for (n = 0; n < look->reads; n++) {
		c->config->faults.fail_access = n;
		c->config->faults.fail_access_errno = -EREMOTEIO;
		KUNIT_EXPECT_EQ_MSG(test, look_anew(c, look), -EREMOTEIO,
				    "read %u fails", n);
		KUNIT_EXPECT_EQ(test, c->config->reads, n + 1);
	}
}

static const u32 odd_flips[] = { U32_MAX, 0x00100000, 1 };

static bool same_caps(const struct look_context *c)
{
	return !memcmp(&c->found, &c->caps, sizeof(c->caps)) &&
	       !memcmp(&c->port_found, &c->port_caps, sizeof(c->port_caps));
}

/*
 * What is kept is right, or there is an errno, when one read gave other bits: whatever
 * read it was.
 */
static void core_look_keeps(struct kunit *test)
{
	struct look_context *c = test->priv;
	struct mock_faults *faults = &c->config->faults;
	u32 i, n, reads = 0;
	int ret;

	for (i = 0; i < ARRAY_SIZE(odd_flips); i++) {
		faults->odd_flips = odd_flips[i];
		for (n = 0; n <= reads; n++) {
			memset(&c->found, 0, sizeof(c->found));
			memset(&c->port_found, 0, sizeof(c->port_found));
			mock_config_forget(c->config);
			faults->odd_access = n;
			ret = look_caps_to_keep(&c->config->space, &c->found);
			ret = ret   ?:
				      look_port_caps_to_keep(&c->config->space,
							     &c->port_found);
			KUNIT_EXPECT_TRUE_MSG(test,
					      ret == -ENODEV || same_caps(c),
					      "read %u: %d", n, ret);
			reads = c->config->reads;
		}
		KUNIT_EXPECT_GE(test, n, 4 * 10);
	}
}

static u16 search_other;

/* A search that finds nothing, as when a read of it fails, and then other things */
static u16 search_anew(const struct config_space *space, u16 id)
{
	search_other += 4;
	return search_other == 4 ? 0 : search_other;
}

static u16 search_late(const struct config_space *space, u16 id)
{
	search_other++;
	return search_other > 1 ? SRIOV_AT : 0;
}

static void core_look_settles(struct kunit *test)
{
	struct look_context *c = test->priv;
	const struct config_space_ops *own = c->config->space.ops;
	struct config_space_ops ops = *own;

	c->config->space.ops = &ops;
	ops.find_ext_cap = search_late;
	search_other = 0;
	memset(&c->found, 0, sizeof(c->found));
	KUNIT_EXPECT_EQ(test, look_caps_to_keep(&c->config->space, &c->found),
			0);
	KUNIT_EXPECT_EQ(test, c->found.offset, SRIOV_AT);
	KUNIT_EXPECT_EQ(test, search_other, 3);
	ops.find_ext_cap = search_anew;
	search_other = 0;
	memset(&c->found, 0, sizeof(c->found));
	KUNIT_EXPECT_EQ(test, look_caps_to_keep(&c->config->space, &c->found),
			-EIO);
	c->config->space.ops = own;
}

static void core_look_finds(struct kunit *test)
{
	const struct look_context *c = test->priv;
	const struct pf_caps *caps = &c->caps;

	KUNIT_EXPECT_EQ(test, caps->offset, SRIOV_AT);
	KUNIT_EXPECT_EQ(test, caps->sriov_error, 0);
	KUNIT_EXPECT_EQ(test, caps->sriov_span, 0x1d0 - SRIOV_AT);
	KUNIT_EXPECT_EQ(test, caps->overlapped_by, 0);
	KUNIT_EXPECT_TRUE(test, caps->has_ari && caps->has_dev3);
	KUNIT_EXPECT_TRUE(test, caps->has_vf_rebar && !caps->has_ea);
	KUNIT_EXPECT_TRUE(test, caps->has_pcie && caps->has_pm);
	KUNIT_EXPECT_TRUE(test, c->port_caps.has_pcie);
	KUNIT_EXPECT_TRUE(test, c->port_caps.has_acs);
}

static u16 search_found;

static u16 search(const struct config_space *space, u16 id)
{
	return id == PCI_EXT_CAP_ID_SRIOV ? search_found : 0;
}

/* A space that has a search of its own says where SR-IOV is. */
static void core_look_searches(struct kunit *test)
{
	static const u16 places[] = { SRIOV_AT, 0, SRIOV_AT + 4, 0x1d0 };
	struct look_context *c = test->priv;
	const struct config_space_ops *own = c->config->space.ops;
	struct config_space_ops ops = *own;
	u32 i;

	ops.find_ext_cap = search;
	c->config->space.ops = &ops;
	for (i = 0; i < ARRAY_SIZE(places); i++) {
		search_found = places[i];
		KUNIT_EXPECT_EQ(test, look_anew(c, &looks[0]), 0);
		KUNIT_EXPECT_EQ(test, c->config->reads, looks[0].reads);
		KUNIT_EXPECT_EQ(test, c->found.offset, places[i]);
		KUNIT_EXPECT_EQ(test, c->found.sriov_error, i ? -ENODEV : 0);
		KUNIT_EXPECT_EQ(test, look_sriov(&c->found, &c->sriov),
				i ? -ENODEV : 0);
		KUNIT_EXPECT_EQ(test, look_peer(&c->found, &c->sriov),
				i ? -ENODEV : 0);
	}
	c->config->space.ops = own;
}

/* A lower capability has registers in SR-IOV when it reaches there. */
static void core_look_overlapped(struct kunit *test)
{
	static const u16 ats[] = { 0x104, SRIOV_AT - 4 };
	struct look_context *c = test->priv;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(ats); i++) {
		mock_config_put_header(c->config, 0x100, PCI_EXT_CAP_ID_ARI, 1,
				       ats[i]);
		mock_config_put_header(c->config, ats[i], PCI_EXT_CAP_ID_ACS, 1,
				       SRIOV_AT);
		KUNIT_EXPECT_EQ(test, look_anew(c, &looks[0]), 0);
		KUNIT_EXPECT_EQ(test, c->found.overlapped_by, i ? ats[i] : 0);
	}
}

/* Without extended space there is no SR-IOV; a port needs none. */
static void core_look_conventional(struct kunit *test)
{
	struct look_context *c = test->priv;
	u32 size = c->config->space.size;

	memset(&c->found, 0, sizeof(c->found));
	memset(&c->port_found, 0, sizeof(c->port_found));
	mock_config_forget(c->config);
	c->config->space.size = PCI_CFG_SPACE_SIZE;
	KUNIT_EXPECT_EQ(test, take_caps(c), -EINVAL);
	KUNIT_EXPECT_EQ(test, take_port_caps(c), 0);
	KUNIT_EXPECT_EQ(test, take_vf(c), 0);
	KUNIT_EXPECT_EQ(test, take_vf_use(c), 0);
	KUNIT_EXPECT_TRUE(test, c->port_found.has_pcie);
	KUNIT_EXPECT_FALSE(test, c->port_found.has_acs);
	KUNIT_EXPECT_EQ(test, c->vf.ext_caps, 0);
	KUNIT_EXPECT_EQ(test,
			mock_config_reads_in(c->config, PCI_CFG_SPACE_SIZE,
					     PCI_CFG_SPACE_EXP_SIZE),
			0);
	c->config->space.size = size;
}

/* The registers of a peer that rules do not ask for are 0. */
static void core_look_says_sriov(struct kunit *test)
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
static void core_look_says_power(struct kunit *test)
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
static void core_look_says_port(struct kunit *test)
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
		       int (*take)(struct look_context *c))
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

static void core_look_says_use(struct kunit *test)
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
static void core_look_says_slot(struct kunit *test)
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
static void core_look_says_sizes(struct kunit *test)
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

static void core_look_says_vf(struct kunit *test)
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

static struct kunit_case core_look_cases[] = {
	KUNIT_CASE_PARAM(core_look_costs, look_gen_params),
	KUNIT_CASE_PARAM(core_look_gone_at_any_read, look_gen_params),
	KUNIT_CASE_PARAM(core_look_fails_at_any_read, look_gen_params),
	KUNIT_CASE(core_look_keeps),
	KUNIT_CASE(core_look_settles),
	KUNIT_CASE(core_look_finds),
	KUNIT_CASE(core_look_searches),
	KUNIT_CASE(core_look_overlapped),
	KUNIT_CASE(core_look_conventional),
	KUNIT_CASE(core_look_says_sriov),
	KUNIT_CASE(core_look_says_power),
	KUNIT_CASE(core_look_says_port),
	KUNIT_CASE(core_look_says_use),
	KUNIT_CASE(core_look_says_slot),
	KUNIT_CASE(core_look_says_sizes),
	KUNIT_CASE(core_look_says_vf),
	/* sentinel */
	{},
};

static struct kunit_suite core_look_suite = {
	.name = "sriovscope_core_look",
	.init = core_look_init,
	.exit = core_look_exit,
	.test_cases = core_look_cases,
};

kunit_test_suite(core_look_suite);
