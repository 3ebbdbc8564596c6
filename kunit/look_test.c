// SPDX-License-Identifier: GPL-2.0
/*
 * What a look at a PF costs, and what it says of a device that fails or goes away
 * at any read of it.
 *
 * Kernel only: it is about PFs, which have a struct pci_dev.
 */
#include <kunit/test.h>
#include <linux/minmax.h>

#include "core/text/file.h"
#include "pf_fixture.h"

/* Three of PCI Express, one each of PM and Device 3, two VF BARs, the end */
#define AROUND_READS (3 + 1 + 1 + 4 + 1)

/* What each kind of snapshot costs, in reads. */
static const struct cost {
	const char *name;
	unsigned int what;
	u32 reads;
} costs[] = {
	{ "kernel", 0, 0 },
	{ "sriov", FACTS_SRIOV, SRIOV_READS },
	{ "sriov_if_any", FACTS_SRIOV_IF_ANY, SRIOV_READS },
	{ "chain", FACTS_CHAIN, 5 + 1 },
	{ "image", FACTS_IMAGE, ALL_DWORDS + 1 },
	{ "vf_bars", FACTS_SRIOV | FACTS_VF_BARS, SRIOV_READS + 4 + 1 },
	{ "use", FACTS_SELF_USE, 1 + 1 },
	{ "around", FACTS_SRIOV | FACTS_AROUND | FACTS_VFS,
	  SRIOV_READS + AROUND_READS },
};

static void cost_describe(const struct cost *cost, char *name)
{
	strscpy(name, cost->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(cost, costs, cost_describe);

static void look_costs(struct kunit *test)
{
	const struct cost *cost = test->param_value;
	struct pf_context *context = test->priv;

	KUNIT_EXPECT_EQ(test, pf_fixture_take(context, cost->what), 0);
	KUNIT_EXPECT_EQ(test, context->config->reads, cost->reads);
}

/* No file reads a register of the SR-IOV structure twice. */
static void look_file_costs(struct kunit *test)
{
	struct pf_context *context = test->priv;
	u32 i, at;

	for (i = 0; i < TEXT_FILES; i++) {
		mock_config_forget(context->config);
		KUNIT_EXPECT_EQ(test,
				pf_fixture_take(context, text_files[i]->what),
				0);
		for (at = SRIOV_AT; at < SRIOV_AT + PCI_EXT_CAP_SRIOV_SIZEOF;
		     at += sizeof(u32))
			KUNIT_EXPECT_LE_MSG(test,
					    mock_config_reads_in(context->config,
								 at, at + 4),
					    1, "%s at %x", text_files[i]->name,
					    at);
	}
}

/* Every read of what costs few; of what costs many some, and the last one. */
static u32 cost_next(const struct cost *cost, u32 n)
{
	if (n == cost->reads - 1)
		return cost->reads;
	return min(n + 1 + cost->reads / 64, cost->reads - 1);
}

/* A device that goes away at any read is gone, whatever was read before. */
static void look_gone_at_any_read(struct kunit *test)
{
	const struct cost *cost = test->param_value;
	struct pf_context *context = test->priv;
	u32 n;

	for (n = 0; n < cost->reads; n = cost_next(cost, n)) {
		mock_config_forget(context->config);
		context->config->faults.gone_from = n;
		KUNIT_EXPECT_EQ_MSG(test, pf_fixture_take(context, cost->what),
				    -ENODEV, "gone from read %u", n);
	}
	mock_config_forget(context->config);
	context->config->faults.gone_from = cost->reads;
	KUNIT_EXPECT_EQ(test, pf_fixture_take(context, cost->what), 0);
}

/* A failing read fails the snapshot, with its own errno, and ends it. */
static void look_fails_at_any_read(struct kunit *test)
{
	const struct cost *cost = test->param_value;
	struct pf_context *context = test->priv;
	u32 n;

	for (n = 0; n < cost->reads; n = cost_next(cost, n)) {
		mock_config_forget(context->config);
		context->config->faults.fail_access = n;
		context->config->faults.fail_access_errno = -EREMOTEIO;
		KUNIT_EXPECT_EQ_MSG(test, pf_fixture_take(context, cost->what),
				    -EREMOTEIO, "read %u fails", n);
		KUNIT_EXPECT_EQ(test, context->config->reads, n + 1);
	}
}

static struct kunit_case look_cases[] = {
	KUNIT_CASE_PARAM(look_costs, cost_gen_params),
	KUNIT_CASE(look_file_costs),
	KUNIT_CASE_PARAM(look_gone_at_any_read, cost_gen_params),
	KUNIT_CASE_PARAM(look_fails_at_any_read, cost_gen_params),
	/* sentinel */
	{},
};

static struct kunit_suite look_suite = {
	.name = "sriovscope_look",
	.init = pf_fixture_init,
	.exit = pf_fixture_exit,
	.test_cases = look_cases,
};

kunit_test_suite(look_suite);
