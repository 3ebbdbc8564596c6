// SPDX-License-Identifier: GPL-2.0
/*
 * Functions that the kernel has where VFs are: those of the machine that the
 * tests run on, since a mock device is not in the kernel's list.
 *
 * Kernel only: it asks the machine's own PCI devices.
 */
#include <kunit/test.h>
#include <linux/bitmap.h>
#include <linux/mm.h>

#include "pf/around.h"
#include "pf/pf.h"
#include "mock_pci.h"

struct functions_context {
	struct pci_dev *real;
	struct scope_pf pf;
	struct sriov_state sriov;
};

/* A PF right before a function of the machine */
static int functions_init(struct kunit *test)
{
	struct functions_context *context =
		kunit_kzalloc(test, sizeof(*context), GFP_KERNEL);
	struct mock_config *config =
		mock_config_new(test, PCI_CFG_SPACE_EXP_SIZE);
	struct pci_dev *pdev = NULL;
	u16 id;

	KUNIT_ASSERT_NOT_NULL(test, context);
	test->priv = context;
	for_each_pci_dev(pdev) {
		if (pci_dev_id(pdev) && !pci_domain_nr(pdev->bus))
			break;
	}
	context->real = pdev;
	if (!pdev)
		kunit_skip(test, "the machine has no PCI function but 00:00.0");
	id = pci_dev_id(pdev) - 1;
	context->pf.pdev =
		mock_pci_new(test, config, 0, PCI_BUS_NUM(id), id & 0xff);
	context->sriov.num_vfs = 1;
	context->sriov.first_vf_offset = 1;
	return 0;
}

static void functions_exit(struct kunit *test)
{
	struct functions_context *context = test->priv;

	if (context)
		pci_dev_put(context->real);
}

/* Is the function of the machine there? */
static bool functions_see(struct kunit *test)
{
	struct functions_context *context = test->priv;
	struct pf_around around = {};
	bool seen;

	KUNIT_EXPECT_EQ(test,
			around_functions(&context->pf, &context->sriov,
					 &around),
			0);
	seen = around.functions &&
	       test_bit(pci_dev_id(context->real), around.functions);
	kvfree(around.functions);
	return seen;
}

static void functions_there(struct kunit *test)
{
	struct functions_context *context = test->priv;

	KUNIT_EXPECT_TRUE(test, functions_see(test));
	context->sriov.first_vf_offset = 2;
	KUNIT_EXPECT_FALSE(test, functions_see(test));
}

/* Without VFs nothing is looked for. */
static void functions_no_vfs(struct kunit *test)
{
	struct functions_context *context = test->priv;

	context->sriov.num_vfs = 0;
	KUNIT_EXPECT_FALSE(test, functions_see(test));
}

/* The PF itself is not in its own way, nor are its own VFs. */
static void functions_own(struct kunit *test)
{
	struct functions_context *context = test->priv;
	struct pci_dev *mock = context->pf.pdev, *real = context->real;
	struct pci_dev *physfn = real->physfn;

	context->sriov.first_vf_offset = 0;
	context->pf.pdev = real;
	KUNIT_EXPECT_FALSE(test, functions_see(test));
	context->pf.pdev = mock;
	if (real->is_physfn || real->is_virtfn)
		kunit_skip(test, "the function is a PF or a VF already");
	real->physfn = mock;
	real->is_virtfn = true;
	KUNIT_EXPECT_FALSE(test, functions_see(test));
	real->is_virtfn = false;
	real->physfn = physfn;
	KUNIT_EXPECT_TRUE(test, functions_see(test));
}

static void functions_other_domain(struct kunit *test)
{
	struct functions_context *context = test->priv;
	struct mock_config *config =
		mock_config_new(test, PCI_CFG_SPACE_EXP_SIZE);
	u16 id = pci_dev_id(context->pf.pdev);

	context->pf.pdev =
		mock_pci_new(test, config, 0x7777, PCI_BUS_NUM(id), id & 0xff);
	KUNIT_EXPECT_FALSE(test, functions_see(test));
}

static struct kunit_case functions_cases[] = {
	KUNIT_CASE(functions_there),
	KUNIT_CASE(functions_no_vfs),
	KUNIT_CASE(functions_own),
	KUNIT_CASE(functions_other_domain),
	/* sentinel */
	{},
};

static struct kunit_suite functions_suite = {
	.name = "sriovscope_around_functions",
	.init = functions_init,
	.exit = functions_exit,
	.test_cases = functions_cases,
};

kunit_test_suite(functions_suite);
