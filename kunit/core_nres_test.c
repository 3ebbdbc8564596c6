// SPDX-License-Identifier: GPL-2.0
/*
 * The kernel's count of VF BARs: believed only where all around it is right.
 *
 * Kernel only: it is about what the PCI core keeps of a PF.
 */
#include <kunit/test.h>
#include <linux/sizes.h>

#include "pf/snapshot.h"
#include "masks.h"
#include "mock_pci.h"

/* By dwords: the offset, the count, the capabilities, control and TotalVFs */
enum { POS, NRES, CAP, TOTAL, DWORDS = 64 };

struct core_context {
	struct pci_dev *pdev;
	struct scope_pf *pf;
	struct pf_facts snap;
	u32 core[DWORDS];
};

static int core_init(struct kunit *test)
{
	struct core_context *context =
		kunit_kzalloc(test, sizeof(*context), GFP_KERNEL);
	struct mock_config *config =
		mock_config_new(test, PCI_CFG_SPACE_EXP_SIZE);

	KUNIT_ASSERT_NOT_NULL(test, context);
	test->priv = context;
	context->pf = kunit_kzalloc(test, sizeof(*context->pf), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, context->pf);
	context->pdev = mock_pci_new(test, config, 0, 3, 0);
	context->pdev->sriov = (void *)context->core;
	context->pf->pdev = context->pdev;

	context->snap.kernel.is_physfn = true;
	context->snap.kernel.windows[3].size = SZ_4K;
	context->snap.sriov.capability_offset = 0x160;
	context->snap.sriov.ari_capable_hierarchy_preserved = true;
	context->snap.sriov.vf_migration_interrupt_message_number = 9;
	context->snap.sriov.total_vfs = 8;
	context->core[POS] = 0x160;
	context->core[NRES] = 2;
	context->core[CAP] = 9 << 21 | SRIOV_CAP_ARI_PRESERVED;
	context->core[TOTAL] = 8 << 16 | PCI_SRIOV_CTRL_ARI;
	return 0;
}

static void core_exit(struct kunit *test)
{
	struct core_context *context = test->priv;

	if (context && context->pdev)
		context->pdev->sriov = NULL;
}

static bool core_known(struct core_context *context)
{
	context->snap.kernel.vf_bars_known = false;
	core_vf_bars(context->pf, &context->snap);
	return context->snap.kernel.vf_bars_known;
}

static void core_every_count(struct kunit *test)
{
	struct core_context *context = test->priv;
	u32 nres;

	for (nres = 1; nres <= PCI_SRIOV_NUM_BARS; nres++) {
		context->core[NRES] = nres;
		KUNIT_EXPECT_TRUE(test, core_known(context));
		KUNIT_EXPECT_EQ(test, context->snap.kernel.vf_bars, nres);
	}
	context->core[NRES] = 7;
	KUNIT_EXPECT_FALSE(test, core_known(context));
	context->core[NRES] = -1;
	KUNIT_EXPECT_FALSE(test, core_known(context));
	/* One has a window, so there is one. */
	context->core[NRES] = 0;
	KUNIT_EXPECT_FALSE(test, core_known(context));
	context->snap.kernel.windows[3].size = 0;
	KUNIT_EXPECT_TRUE(test, core_known(context));
	KUNIT_EXPECT_EQ(test, context->snap.kernel.vf_bars, 0);
}

static const struct core_case {
	const char *name;
	u32 at;
	u32 flip;
} core_cases[] = {
	{ "offset", POS, 4 },
	{ "offset, high", POS, 0x80000000 },
	{ "migration", CAP, PCI_SRIOV_CAP_VFM },
	{ "ARI preserved", CAP, SRIOV_CAP_ARI_PRESERVED },
	{ "10-bit tags", CAP, SRIOV_CAP_10BIT_TAG },
	{ "14-bit tags", CAP, SRIOV_CAP_14BIT_TAG },
	{ "interrupt", CAP, BIT(21) },
	{ "interrupt, high", CAP, BIT(31) },
	{ "TotalVFs", TOTAL, 1 << 16 },
	{ "TotalVFs, high", TOTAL, 0x80000000 },
};

static void core_describe(const struct core_case *param, char *name)
{
	strscpy(name, param->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(core, core_cases, core_describe);

/* Another layout: one neighbour is other, and the number is not believed. */
static void core_other_layout(struct kunit *test)
{
	const struct core_case *param = test->param_value;
	struct core_context *context = test->priv;

	KUNIT_EXPECT_TRUE(test, core_known(context));
	context->core[param->at] ^= param->flip;
	KUNIT_EXPECT_FALSE(test, core_known(context));
}

/* What proves it without the core's number */
static void core_proofs(struct kunit *test)
{
	struct core_context *context = test->priv;

	context->core[POS] = 0;
	context->snap.kernel.num_vfs = 1;
	KUNIT_EXPECT_TRUE(test, core_known(context));
	KUNIT_EXPECT_EQ(test, context->snap.kernel.vf_bars, 1);
	context->snap.kernel.num_vfs = 0;
	KUNIT_EXPECT_FALSE(test, core_known(context));
	context->pf->vf_windows_all = true;
	KUNIT_EXPECT_TRUE(test, core_known(context));
	KUNIT_EXPECT_EQ(test, context->snap.kernel.vf_bars, 1);
}

/* No registers to hold it against; no PF, whose pointer is another's */
static void core_nothing(struct kunit *test)
{
	struct core_context *context = test->priv;

	context->snap.sriov_error = -EIO;
	KUNIT_EXPECT_FALSE(test, core_known(context));
	context->snap.sriov_error = 0;
	context->pdev->sriov = NULL;
	KUNIT_EXPECT_FALSE(test, core_known(context));
	context->pdev->sriov = (void *)1;
	context->snap.kernel.is_physfn = false;
	KUNIT_EXPECT_FALSE(test, core_known(context));
}

static struct kunit_case core_nres_cases[] = {
	KUNIT_CASE(core_every_count),
	KUNIT_CASE_PARAM(core_other_layout, core_gen_params),
	KUNIT_CASE(core_proofs),
	KUNIT_CASE(core_nothing),
	/* sentinel */
	{},
};

static struct kunit_suite core_nres_suite = {
	.name = "sriovscope_core_nres",
	.init = core_init,
	.exit = core_exit,
	.test_cases = core_nres_cases,
};

kunit_test_suite(core_nres_suite);
