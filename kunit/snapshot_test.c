// SPDX-License-Identifier: GPL-2.0
/*
 * A snapshot costs each register once, and is true or an error.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <sriovscope/capabilities.h>

#include "mock_space.h"

#define AT 0x160
#define DWORDS 16

static struct mock_config *snapshot_mock(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	u32 i;

	mock_config_put_header(mock, 0x100, PCI_EXT_CAP_ID_ARI, 1, AT);
	mock_config_put_header(mock, AT, PCI_EXT_CAP_ID_SRIOV, 1, 0);
	for (i = 1; i < DWORDS; i++)
		mock_config_put32(mock, AT + 4 * i, 0x01010101 * i);
	return mock;
}

/* Takes a view, then begins to number the reads. */
static void snapshot_view(struct kunit *test, struct mock_config *mock,
			  struct sriov_view *view)
{
	mock_config_heal(mock);
	KUNIT_ASSERT_EQ(test, sriov_view_find(&mock->space, view), 0);
	mock_config_forget(mock);
}

static void snapshot_expect_reads(struct kunit *test,
				  const struct mock_config *mock)
{
	const struct mock_access *access = mock->log->access;
	u32 i, at;

	KUNIT_ASSERT_EQ(test, mock->log->count, DWORDS);
	KUNIT_EXPECT_EQ(test, mock->reads, DWORDS);
	for (i = 0; i < DWORDS; i++) {
		KUNIT_EXPECT_EQ(test, access[i].width, 4);
		at = AT + 4 * i;
		KUNIT_EXPECT_EQ(test, mock_config_reads_in(mock, at, at + 4),
				1);
	}
	KUNIT_EXPECT_EQ(test, access[DWORDS - 1].offset, AT);
	mock_config_expect_sane(test, mock);
}

static void snapshot_reads_each_once(struct kunit *test)
{
	struct mock_config *mock = snapshot_mock(test);
	struct sriov_snapshot snap;
	struct sriov_view view;
	u32 i;

	snapshot_view(test, mock, &view);
	KUNIT_ASSERT_EQ(test, view_snapshot(&view, &snap), 0);
	snapshot_expect_reads(test, mock);

	KUNIT_EXPECT_EQ(test, snap.offset, AT);
	KUNIT_EXPECT_EQ(test, snap.span, 4096 - AT);
	KUNIT_EXPECT_EQ(test, snap.dwords[0], 0x00010010);
	for (i = 1; i < DWORDS; i++)
		KUNIT_EXPECT_EQ(test, snap.dwords[i], 0x01010101 * i);
}

static void snapshot_gone_at_read(struct kunit *test)
{
	struct mock_config *mock = snapshot_mock(test);
	struct sriov_snapshot snap;
	struct sriov_view view;
	u32 n;

	for (n = 0; n <= DWORDS; n++) {
		snapshot_view(test, mock, &view);
		mock->faults.gone_from = n;
		KUNIT_EXPECT_EQ_MSG(test, view_snapshot(&view, &snap),
				    n < DWORDS ? -ENODEV : 0, "read %u", n);
	}
}

static void snapshot_failing_read(struct kunit *test)
{
	struct mock_config *mock = snapshot_mock(test);
	struct sriov_snapshot snap;
	struct sriov_view view;
	u32 n;

	for (n = 0; n <= DWORDS; n++) {
		snapshot_view(test, mock, &view);
		mock->faults.fail_access = n;
		mock->faults.fail_access_errno = -ETIMEDOUT;
		KUNIT_EXPECT_EQ_MSG(test, view_snapshot(&view, &snap),
				    n < DWORDS ? -ETIMEDOUT : 0, "read %u", n);
		KUNIT_EXPECT_EQ(test, mock->reads, min(n + 1, (u32)DWORDS));
	}
}

/* A register that is all ones is not a device that is gone. */
static void snapshot_register_of_ones(struct kunit *test)
{
	struct mock_config *mock = snapshot_mock(test);
	struct sriov_snapshot snap;
	struct sriov_view view;
	u32 n;

	for (n = 1; n < DWORDS; n++) {
		snapshot_view(test, mock, &view);
		mock->faults.ones_offset = AT + 4 * n;
		KUNIT_EXPECT_EQ(test, view_snapshot(&view, &snap), 0);
		KUNIT_EXPECT_EQ(test, snap.dwords[n], U32_MAX);
	}
}

/* Something else came to be where the capability was. */
static void snapshot_other_header(struct kunit *test)
{
	static const u32 headers[] = {
		0,	    0x0001000e, 0x0001ffff, 0x00010011,
		0x00010110, 0x10,	0xfff0000f,
	};
	struct mock_config *mock = snapshot_mock(test);
	struct sriov_snapshot snap;
	struct sriov_view view;
	u32 i;

	snapshot_view(test, mock, &view);
	for (i = 0; i < ARRAY_SIZE(headers); i++) {
		mock_config_put32(mock, AT, headers[i]);
		KUNIT_EXPECT_EQ_MSG(test, view_snapshot(&view, &snap),
				    headers[i] == 0x10 ? 0 : -EIO, "header %#x",
				    headers[i]);
	}
}

static struct kunit_case snapshot_cases[] = {
	KUNIT_CASE(snapshot_reads_each_once),
	KUNIT_CASE(snapshot_gone_at_read),
	KUNIT_CASE(snapshot_failing_read),
	KUNIT_CASE(snapshot_register_of_ones),
	KUNIT_CASE(snapshot_other_header),
	/* sentinel */
	{},
};

static struct kunit_suite snapshot_suite = {
	.name = "sriovscope_snapshot",
	.test_cases = snapshot_cases,
};

kunit_test_suite(snapshot_suite);
