// SPDX-License-Identifier: GPL-2.0
/*
 * How the capabilities of a PF are found: what it costs, what is kept of a device
 * that does not answer, and what two get who look at once.
 *
 * Kernel only: it is about PFs, which have a struct pci_dev, and about threads.
 */
#include <kunit/test.h>
#include <linux/err.h>

#include "pf/caps.h"
#include "pf_fixture.h"

/*
 * The extended chain twice, once by the kernel's search, which ends at SR-IOV;
 * Status, the pointer and the headers of the conventional one; the vendor. Two looks
 * find the same.
 */
#define CAPS_LOOK (5 + 2 + 2 + 2 + 1)
#define CAPS_READS (2 * CAPS_LOOK)

/* A PF that nobody has looked at */
static struct scope_pf *caps_new(struct kunit *test, struct mock_config *config)
{
	struct scope_pf *pf;

	pf = pf_create(mock_pci_new(test, config, 0, 6, 0), true);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, pf);
	mock_config_forget(config);
	return pf;
}

static void caps_found_once(struct kunit *test)
{
	struct mock_config *config = pf_fixture_config(test);
	struct scope_pf *pf = caps_new(test, config);
	const struct pf_caps *caps = pf_caps(pf);

	KUNIT_ASSERT_FALSE(test, IS_ERR(caps));
	KUNIT_EXPECT_EQ(test, config->reads, CAPS_READS);
	KUNIT_EXPECT_EQ(test, caps->offset, SRIOV_AT);
	KUNIT_EXPECT_EQ(test, caps->sriov_error, 0);
	KUNIT_EXPECT_EQ(test, caps->sriov_span, 0x1d0 - SRIOV_AT);
	KUNIT_EXPECT_EQ(test, caps->overlapped_by, 0);
	KUNIT_EXPECT_TRUE(test, caps->has_ari && caps->has_dev3);
	KUNIT_EXPECT_TRUE(test, caps->has_vf_rebar);
	KUNIT_EXPECT_TRUE(test, caps->has_pcie && caps->has_pm);
	KUNIT_EXPECT_PTR_EQ(test, pf_caps(pf), caps);
	KUNIT_EXPECT_EQ(test, config->reads, CAPS_READS);
	pf_put(pf);
}

/* A lower capability has registers in SR-IOV when it reaches there, and only then. */
static void caps_overlapped(struct kunit *test)
{
	static const u16 ats[] = { 0x104, SRIOV_AT - 4 };
	static const u16 by[] = { 0, SRIOV_AT - 4 };
	struct mock_config *config = pf_fixture_config(test);
	const struct pf_caps *caps;
	struct scope_pf *pf;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(ats); i++) {
		mock_config_put_header(config, 0x100, PCI_EXT_CAP_ID_ARI, 1,
				       ats[i]);
		mock_config_put_header(config, ats[i], PCI_EXT_CAP_ID_ACS, 1,
				       SRIOV_AT);
		pf = caps_new(test, config);
		caps = pf_caps(pf);
		KUNIT_ASSERT_FALSE(test, IS_ERR(caps));
		KUNIT_EXPECT_EQ(test, caps->sriov_error, 0);
		KUNIT_EXPECT_EQ(test, caps->overlapped_by, by[i]);
		pf_put(pf);
	}
}

/* What was found of a device that goes away at any read is not kept. */
static void caps_gone_at_any_read(struct kunit *test)
{
	struct mock_config *config = pf_fixture_config(test);
	struct scope_pf *pf = caps_new(test, config);
	u32 n;

	for (n = 0; n < CAPS_READS; n++) {
		mock_config_forget(config);
		config->faults.gone_from = n;
		KUNIT_EXPECT_EQ_MSG(test, PTR_ERR_OR_ZERO(pf_caps(pf)), -ENODEV,
				    "gone from read %u", n);
		mock_config_heal(config);
	}
	KUNIT_EXPECT_FALSE(test, IS_ERR(pf_caps(pf)));
	pf_put(pf);
}

/* The errno of a failing read, but for the kernel's search, which has none. */
static void caps_failing_read(struct kunit *test)
{
	struct mock_config *config = pf_fixture_config(test);
	struct scope_pf *pf;
	bool search;
	u32 n;

	for (n = 0; n < CAPS_READS; n++) {
		search = n % CAPS_LOOK == 5 || n % CAPS_LOOK == 6;
		pf = caps_new(test, config);
		config->faults.fail_access = n;
		config->faults.fail_access_errno = -EREMOTEIO;
		KUNIT_EXPECT_EQ_MSG(test, PTR_ERR_OR_ZERO(pf_caps(pf)),
				    search ? 0 : -EREMOTEIO, "read %u fails",
				    n);
		mock_config_heal(config);
		KUNIT_EXPECT_EQ_MSG(test, pf_caps(pf)->offset, SRIOV_AT,
				    "read %u failed", n);
		pf_put(pf);
	}
}

static void caps_port(struct kunit *test)
{
	struct mock_config *config = pf_fixture_config(test);
	struct pf_context *context = test->priv;
	struct pci_dev *port = mock_pci_new(test, config, 0, 0, 8);
	const struct pf_port *caps;

	context->pdev->bus->parent = port->bus;
	context->pdev->bus->self = port;
	config->faults.gone_from = 0;
	KUNIT_EXPECT_TRUE(test, IS_ERR(pf_port(context->pf)));
	mock_config_heal(config);
	caps = pf_port(context->pf);
	KUNIT_ASSERT_FALSE(test, IS_ERR(caps));
	KUNIT_EXPECT_TRUE(test, caps->caps.has_pcie && caps->caps.has_acs);
	mock_config_forget(config);
	KUNIT_EXPECT_PTR_EQ(test, pf_port(context->pf), caps);
	KUNIT_EXPECT_EQ(test, config->reads, 0);
}

static struct kunit_case caps_cases[] = {
	KUNIT_CASE(caps_found_once),
	KUNIT_CASE(caps_overlapped),
	KUNIT_CASE(caps_gone_at_any_read),
	KUNIT_CASE(caps_failing_read),
	KUNIT_CASE(caps_port),
	/* sentinel */
	{},
};

static struct kunit_suite caps_suite = {
	.name = "sriovscope_caps",
	.init = pf_fixture_init,
	.exit = pf_fixture_exit,
	.test_cases = caps_cases,
};

kunit_test_suite(caps_suite);
