// SPDX-License-Identifier: GPL-2.0
/*
 * A mock device: what the PCI core sees of it.
 *
 * Kernel only: struct pci_dev, and runtime power management.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/pm_runtime.h>

#include "mock_pci.h"

#define AT 0x40

static void mock_pci_accesses(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	struct pci_dev *pdev;
	u32 value;

	mock_config_put32(mock, PCI_VENDOR_ID, 0x10c98086);
	mock_config_put_masks(mock, AT, U32_MAX, 0);
	pdev = mock_pci_new(test, mock, 0x12, 0x03, PCI_DEVFN(4, 1));
	KUNIT_EXPECT_STREQ(test, pci_name(pdev), "0012:03:04.1");
	KUNIT_EXPECT_EQ(test, pci_domain_nr(pdev->bus), 0x12);
	KUNIT_EXPECT_EQ(test, pdev->bus->number, 3);
	KUNIT_EXPECT_EQ(test, pdev->vendor, 0x8086);
	KUNIT_EXPECT_EQ(test, pdev->device, 0x10c9);
	KUNIT_EXPECT_EQ(test, pci_write_config_dword(pdev, AT, 42), 0);
	KUNIT_EXPECT_EQ(test, pci_read_config_dword(pdev, AT, &value), 0);
	KUNIT_EXPECT_EQ(test, value, 42);

	mock_pci_fail(pdev, PCIBIOS_DEVICE_NOT_FOUND);
	KUNIT_EXPECT_EQ(test, pci_read_config_dword(pdev, AT, &value),
			PCIBIOS_DEVICE_NOT_FOUND);
	KUNIT_EXPECT_EQ(test, pci_user_read_config_dword(pdev, AT, &value),
			-ENODEV);
	mock_pci_fail(pdev, 0);
	KUNIT_EXPECT_EQ(test, pci_user_read_config_dword(pdev, AT, &value), 0);

	mock->faults.fail_offset = AT;
	mock->faults.fail_offset_errno = -ENODEV;
	KUNIT_EXPECT_EQ(test, pci_read_config_dword(pdev, AT, &value),
			PCIBIOS_DEVICE_NOT_FOUND);
	mock_config_expect_sane(test, mock);
}

static void mock_pci_resumes(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	struct pci_dev *one = mock_pci_new(test, mock, 0, 3, 0);
	struct pci_dev *two = mock_pci_new(test, mock, 0, 4, 0);
	int i;

	KUNIT_EXPECT_PTR_NE(test, one, two);
	KUNIT_EXPECT_STREQ(test, pci_name(one), "0000:03:00.0");
	KUNIT_EXPECT_STREQ(test, pci_name(two), "0000:04:00.0");
	for (i = 0; i < 3; i++) {
		KUNIT_EXPECT_EQ(test, pm_runtime_resume_and_get(&one->dev), 0);
		KUNIT_EXPECT_TRUE(test, pm_runtime_active(&one->dev));
		pm_runtime_put_sync(&one->dev);
	}
}

static struct kunit_case mock_pci_cases[] = {
	KUNIT_CASE(mock_pci_accesses),
	KUNIT_CASE(mock_pci_resumes),
	/* sentinel */
	{},
};

static struct kunit_suite mock_pci_suite = {
	.name = "sriovscope_mock_pci",
	.test_cases = mock_pci_cases,
};

kunit_test_suite(mock_pci_suite);
