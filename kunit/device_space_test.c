// SPDX-License-Identifier: GPL-2.0
/*
 * The space of a device: what the PCI core reads, and never a write.
 *
 * Kernel only: it is about the PCI core.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <sriovscope/capabilities.h>
#include <sriovscope/pci_space.h>

#include "mock_pci.h"

#define AT 0x160
#define UNTOUCHED 0x5a5a5a5a

/* Device and mock of one test: SR-IOV at AT, and a value in every other byte */
static struct mock_config *device_new(struct kunit *test, struct pci_space *pci)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	u32 offset;

	for (offset = 0x800; offset < 4096; offset++)
		mock_config_put8(mock, offset, offset * 7 + 3);
	mock_config_put_header(mock, 0x100, PCI_EXT_CAP_ID_ARI, 1, AT);
	mock_config_put_sriov(mock, AT, 0);
	pci_space_init(pci, mock_pci_new(test, mock, 0, 3, 0));
	mock_config_forget(mock);
	return mock;
}

static u32 placed(u32 offset, u32 width)
{
	u32 value = 0;

	while (width--)
		value = value << 8 | (u8)((offset + width) * 7 + 3);
	return value;
}

/* A real device is never written, neither as it is nor by a view. */
static void device_read_only(struct kunit *test)
{
	struct sriov_view view;
	struct pci_space pci;
	struct mock_config *mock = device_new(test, &pci);
	u16 total;
	int ret;

	mock_config_put_masks(mock, 0x40, U32_MAX, 0);
	KUNIT_EXPECT_EQ(test, config_write(&pci.space, 0x40, 4, 1), -EROFS);
	KUNIT_EXPECT_EQ(test, config_write(&pci.space, 0x40, 1, 1), -EROFS);
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 0);

	KUNIT_ASSERT_EQ(test, sriov_view_find(&pci.space, &view), 0);
	ret = view_set(&view, vf_migration_status, true);
	KUNIT_EXPECT_EQ(test, ret, -EROFS);
	KUNIT_EXPECT_EQ(test, mock->writes, 0);
	ret = view_get(&view, total_vfs, &total);
	KUNIT_EXPECT_EQ(test, ret, 0);
	KUNIT_EXPECT_EQ(test, total, 8);
}

/* Each width through the PCI core gives what the mock gives. */
static void device_reads(struct kunit *test)
{
	struct pci_space pci;
	struct mock_config *mock = device_new(test, &pci);
	u32 offset, width, value;

	for (width = 1; width <= 4; width *= 2) {
		for (offset = 0xff0; offset < 4096; offset += width) {
			value = UNTOUCHED;
			KUNIT_EXPECT_EQ(test,
					config_read(&pci.space, offset, width,
						    &value),
					0);
			KUNIT_EXPECT_EQ(test, value, placed(offset, width));
		}
		KUNIT_EXPECT_EQ(test,
				config_read(&pci.space, 4096, width, &value),
				-ERANGE);
	}
	KUNIT_EXPECT_EQ(test, mock->reads, 16 + 8 + 4);

	mock_pci_fail(pci.pdev, PCIBIOS_DEVICE_NOT_FOUND);
	for (width = 1; width <= 4; width *= 2) {
		value = UNTOUCHED;
		KUNIT_EXPECT_EQ(test, config_read(&pci.space, 0, width, &value),
				-ENODEV);
		KUNIT_EXPECT_EQ(test, value, UNTOUCHED);
	}
	mock_config_expect_sane(test, mock);
}

/* As snapshot_reads_each_once() has it of a mock: the header last */
static void device_snapshot(struct kunit *test)
{
	const u32 dwords = PCI_EXT_CAP_SRIOV_SIZEOF / sizeof(u32);
	struct sriov_snapshot snap;
	struct sriov_view view;
	struct pci_space pci;
	struct mock_config *mock = device_new(test, &pci);
	u32 at;

	KUNIT_ASSERT_EQ(test, sriov_view_find(&pci.space, &view), 0);
	mock_config_forget(mock);
	KUNIT_ASSERT_EQ(test, view_snapshot(&view, &snap), 0);
	KUNIT_ASSERT_EQ(test, mock->log->count, dwords);
	for (at = AT; at < AT + PCI_EXT_CAP_SRIOV_SIZEOF; at += sizeof(u32))
		KUNIT_EXPECT_EQ(test, mock_config_reads_in(mock, at, at + 4),
				1);
	KUNIT_EXPECT_EQ(test, mock->log->access[dwords - 1].offset, AT);
	mock_config_expect_sane(test, mock);

	mock_pci_fail(pci.pdev, PCIBIOS_DEVICE_NOT_FOUND);
	KUNIT_EXPECT_EQ(test, view_snapshot(&view, &snap), -ENODEV);
}

static struct kunit_case device_cases[] = {
	KUNIT_CASE(device_read_only),
	KUNIT_CASE(device_reads),
	KUNIT_CASE(device_snapshot),
	/* sentinel */
	{},
};

static struct kunit_suite device_suite = {
	.name = "sriovscope_device_space",
	.test_cases = device_cases,
};

kunit_test_suite(device_suite);
