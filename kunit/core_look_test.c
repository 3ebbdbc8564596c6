// SPDX-License-Identifier: GPL-2.0
/*
 * What is read of configuration spaces without a kernel behind them: what it
 * costs, what is found, and how it fails. What it says is in core_look_says_test.c;
 * the same through a PF is in look_test.c, caps_test.c and around_test.c.
 */
#include <kunit/test.h>
#include <linux/array_size.h>
#include <linux/errno.h>
#include <linux/string.h>

#include "core_look_fixture.h"

/* Chains have five extended capabilities, and two behind Status and a pointer. */
static const struct look {
	const char *name;
	look_take *take;
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
	/* Two that overlap behind it are no matter of SR-IOV. */
	mock_config_put_header(c->config, 0x100, PCI_EXT_CAP_ID_ARI, 1,
			       SRIOV_AT);
	mock_config_put_header(c->config, 0x1d0, PCI_EXT_CAP_ID_ACS, 1, 0x1d4);
	mock_config_put_header(c->config, 0x1d4, PCI_EXT_CAP_ID_ARI, 1, 0x200);
	KUNIT_EXPECT_EQ(test, look_anew(c, &looks[0]), 0);
	KUNIT_EXPECT_EQ(test, c->found.overlapped_by, 0);
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
