// SPDX-License-Identifier: GPL-2.0
/*
 * Typed access: each field has the width and the place that its layout says.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <sriovscope/capabilities.h>
#include <sriovscope/pci_space.h>

#include "core/mock/mock_config.h"
#include "mock_pci.h"

#define AT 0x160
#define UNTOUCHED 0x5a

/* Expects of one read of a field that it cost one access of @width. */
static void expect_read(struct kunit *test, struct mock_config *mock, int ret,
			u32 width)
{
	KUNIT_EXPECT_EQ(test, ret, 0);
	KUNIT_EXPECT_EQ(test, mock->reads, 1);
	KUNIT_EXPECT_EQ(test, mock->log->access[0].width, width);
	mock_config_forget(mock);
}

#define expect_field(test, mock, v, field, want)                   \
	do {                                                       \
		typeof((v)->regs->field) got = 0;                  \
		expect_read(test, mock, view_read(v, field, &got), \
			    sizeof(got));                          \
		KUNIT_EXPECT_EQ(test, got, want);                  \
	} while (0)

/* An SR-IOV capability of which byte n reads n, but for the header. */
static struct mock_config *view_mock(struct kunit *test,
				     struct sriov_view *view)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	u32 offset;

	mock_config_put_header(mock, 0x100, PCI_EXT_CAP_ID_ARI, 1, AT);
	mock_config_put_sriov(mock, AT, 0x1a0);
	mock_config_put_header(mock, 0x1a0, PCI_EXT_CAP_ID_ATS, 1, 0);
	for (offset = 4; offset < 64; offset++)
		mock_config_put8(mock, AT + offset, offset);
	KUNIT_ASSERT_EQ(test, sriov_view_find(&mock->space, view), 0);
	mock_config_forget(mock);
	return mock;
}

static void view_fields(struct kunit *test)
{
	struct sriov_view view;
	struct mock_config *mock = view_mock(test, &view);

	expect_field(test, mock, &view, header, 0x1a010010);
	expect_field(test, mock, &view, capabilities, 0x07060504);
	expect_field(test, mock, &view, control, 0x0908);
	expect_field(test, mock, &view, status, 0x0b0a);
	expect_field(test, mock, &view, initial_vfs, 0x0d0c);
	expect_field(test, mock, &view, total_vfs, 0x0f0e);
	expect_field(test, mock, &view, num_vfs, 0x1110);
	expect_field(test, mock, &view, function_dependency_link, 0x12);
	expect_field(test, mock, &view, reserved_13, 0x13);
	expect_field(test, mock, &view, first_vf_offset, 0x1514);
	expect_field(test, mock, &view, vf_stride, 0x1716);
	expect_field(test, mock, &view, reserved_18, 0x1918);
	expect_field(test, mock, &view, vf_device_id, 0x1b1a);
	expect_field(test, mock, &view, supported_page_sizes, 0x1f1e1d1c);
	expect_field(test, mock, &view, system_page_size, 0x23222120);
	expect_field(test, mock, &view, vf_migration_state_array_offset,
		     0x3f3e3d3c);
	mock_config_expect_sane(test, mock);
}

static void view_array(struct kunit *test)
{
	static const u32 expect[] = {
		0x27262524, 0x2b2a2928, 0x2f2e2d2c,
		0x33323130, 0x37363534, 0x3b3a3938,
	};
	struct sriov_view view;
	struct mock_config *mock = view_mock(test, &view);
	u32 value, i;

	for (i = 0; i < PCI_SRIOV_NUM_BARS; i++) {
		KUNIT_EXPECT_EQ(test, view_read_at(&view, vf_bar, i, &value),
				0);
		KUNIT_EXPECT_EQ(test, value, expect[i]);
	}
	KUNIT_EXPECT_EQ(test, view_read_at(&view, vf_bar, 0, &value), 0);
	KUNIT_EXPECT_EQ(test, value, expect[0]);
	KUNIT_EXPECT_EQ(test, view_read_at(&view, vf_bar, 5, &value), 0);
	KUNIT_EXPECT_EQ(test, value, expect[5]);
	mock_config_expect_sane(test, mock);
}

/* The compiler must not see the index, or it refuses as it should. */
#define expect_index_refused(test, v, type, n)                            \
	do {                                                              \
		type at = (n);                                            \
		u32 read = UNTOUCHED;                                     \
		OPTIMIZER_HIDE_VAR(at);                                   \
		KUNIT_EXPECT_EQ(test, view_read_at(v, vf_bar, at, &read), \
				-ERANGE);                                 \
		KUNIT_EXPECT_EQ(test, read, UNTOUCHED);                   \
		KUNIT_EXPECT_EQ(test, view_write_at(v, vf_bar, at, 0),    \
				-ERANGE);                                 \
	} while (0)

static void view_index_past_array(struct kunit *test)
{
	struct sriov_view view;
	struct mock_config *mock = view_mock(test, &view);

	expect_index_refused(test, &view, u32, PCI_SRIOV_NUM_BARS);
	expect_index_refused(test, &view, u8, U8_MAX);
	expect_index_refused(test, &view, int, -1);
	expect_index_refused(test, &view, int, INT_MIN);
	expect_index_refused(test, &view, s8, -1);
	expect_index_refused(test, &view, u32, U32_MAX);
	expect_index_refused(test, &view, u32, 0x40000000);
	expect_index_refused(test, &view, s64, -1);
	expect_index_refused(test, &view, u64, 1ULL << 32);
	expect_index_refused(test, &view, u64, (1ULL << 32) + 5);
	expect_index_refused(test, &view, u64, 1ULL << 62);
	expect_index_refused(test, &view, u64, U64_MAX);
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 0);
}

static void view_untouched_on_error(struct kunit *test)
{
	struct sriov_view view;
	struct mock_config *mock = view_mock(test, &view);
	u8 link = UNTOUCHED;
	u16 num = UNTOUCHED;
	u32 bar = UNTOUCHED;

	mock->faults.fail_offset = AT + PCI_SRIOV_NUM_VF;
	mock->faults.fail_offset_errno = -ETIMEDOUT;
	KUNIT_EXPECT_EQ(test, view_read(&view, num_vfs, &num), -ETIMEDOUT);
	KUNIT_EXPECT_EQ(test, view_read(&view, function_dependency_link, &link),
			-ETIMEDOUT);
	mock->faults.fail_offset = AT + PCI_SRIOV_BAR + 8;
	KUNIT_EXPECT_EQ(test, view_read_at(&view, vf_bar, 2, &bar), -ETIMEDOUT);
	KUNIT_EXPECT_EQ(test, num, UNTOUCHED);
	KUNIT_EXPECT_EQ(test, link, UNTOUCHED);
	KUNIT_EXPECT_EQ(test, bar, UNTOUCHED);
}

static void view_writes(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	const struct mock_access *access = mock->log->access;
	struct sriov_view view;
	u16 value;
	u32 i;

	mock_config_put_sriov(mock, 0x100, 0);
	mock_config_put16(mock, 0x100 + PCI_SRIOV_STATUS, 1);
	KUNIT_ASSERT_EQ(test, sriov_view_find(&mock->space, &view), 0);
	mock_config_forget(mock);

	KUNIT_EXPECT_EQ(test, view_write(&view, num_vfs, 4), 0);
	KUNIT_EXPECT_EQ(test, access[0].offset, 0x100 + PCI_SRIOV_NUM_VF);
	KUNIT_EXPECT_EQ(test, access[0].width, 2);
	KUNIT_EXPECT_EQ(test, view_read(&view, num_vfs, &value), 0);
	KUNIT_EXPECT_EQ(test, value, 4);
	KUNIT_EXPECT_EQ(test, view_write(&view, total_vfs, 4), 0);
	KUNIT_EXPECT_EQ(test, view_read(&view, total_vfs, &value), 0);
	KUNIT_EXPECT_EQ(test, value, 8);

	/* Control does not clear the bit of Status beside it. */
	KUNIT_EXPECT_EQ(test, view_write(&view, control, U16_MAX), 0);
	KUNIT_EXPECT_EQ(test, view_read(&view, status, &value), 0);
	KUNIT_EXPECT_EQ(test, value, 1);
	KUNIT_EXPECT_EQ(test, view_write(&view, status, 1), 0);
	KUNIT_EXPECT_EQ(test, view_read(&view, status, &value), 0);
	KUNIT_EXPECT_EQ(test, value, 0);

	mock_config_forget(mock);
	for (i = 0; i < PCI_SRIOV_NUM_BARS; i++) {
		KUNIT_EXPECT_EQ(test, view_write_at(&view, vf_bar, i, i), 0);
		KUNIT_EXPECT_EQ(test, access[i].offset,
				0x100 + PCI_SRIOV_BAR + 4 * i);
		KUNIT_EXPECT_EQ(test, access[i].value, i);
	}
	mock_config_expect_sane(test, mock);
}

/* A value that the field cannot hold is refused, not cut. */
static void view_write_too_wide(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	struct sriov_view view;
	u32 before;

	mock_config_put_sriov(mock, 0x100, 0);
	KUNIT_ASSERT_EQ(test, sriov_view_find(&mock->space, &view), 0);
	before = mock_config_get32(mock, 0x100 + PCI_SRIOV_NUM_VF);
	mock_config_forget(mock);

	KUNIT_EXPECT_EQ(test, view_write(&view, num_vfs, 0x10000), -ERANGE);
	KUNIT_EXPECT_EQ(test, view_write(&view, num_vfs, -1), -ERANGE);
	KUNIT_EXPECT_EQ(test, view_write(&view, system_page_size, BIT_ULL(32)),
			-ERANGE);
	KUNIT_EXPECT_EQ(test, view_write_at(&view, vf_bar, 0, BIT_ULL(32)),
			-ERANGE);
	KUNIT_EXPECT_EQ(test, mock->writes, 0);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, 0x100 + PCI_SRIOV_NUM_VF),
			before);
	KUNIT_EXPECT_EQ(test, view_write(&view, num_vfs, 0xffff), 0);
}

static void view_of_device_is_read_only(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	struct sriov_view view;
	struct pci_space pci;
	u16 total;

	mock_config_put_sriov(mock, 0x100, 0);
	pci_space_init(&pci, mock_pci_new(test, mock, 0, 3, 0));
	KUNIT_ASSERT_EQ(test, sriov_view_find(&pci.space, &view), 0);
	KUNIT_EXPECT_EQ(test, view_write(&view, num_vfs, 4), -EROFS);
	KUNIT_EXPECT_EQ(test, view_write_at(&view, vf_bar, 0, 4), -EROFS);
	KUNIT_EXPECT_EQ(test, mock->writes, 0);
	KUNIT_EXPECT_EQ(test, view_read(&view, total_vfs, &total), 0);
	KUNIT_EXPECT_EQ(test, total, 8);
}

static void view_ari_and_ats(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 0x10c);
	struct ari_view ari;
	struct ats_view ats;

	mock_config_put_header(mock, 0x100, PCI_EXT_CAP_ID_ARI, 1, 0);
	mock_config_put16(mock, 0x104, 0x0403);
	mock_config_put16(mock, 0x106, 0x0605);
	KUNIT_ASSERT_EQ(test, ari_view_find(&mock->space, &ari), 0);
	KUNIT_EXPECT_EQ(test, ats_view_find(&mock->space, &ats), -ENODEV);
	mock_config_forget(mock);
	expect_field(test, mock, &ari, capability, 0x0403);
	expect_field(test, mock, &ari, control, 0x0605);

	mock_config_put_header(mock, 0x100, PCI_EXT_CAP_ID_ATS, 1, 0);
	KUNIT_ASSERT_EQ(test, ats_view_find(&mock->space, &ats), 0);
	mock_config_forget(mock);
	expect_field(test, mock, &ats, header, 0x0001000f);
	expect_field(test, mock, &ats, capability, 0x0403);
	expect_field(test, mock, &ats, control, 0x0605);
	mock_config_expect_sane(test, mock);
}

/* The Egress Control Vector is there as far as the space is. */
static void view_acs(struct kunit *test)
{
	struct mock_config *mock;
	struct acs_view view;
	u32 value, dwords, i;

	for (dwords = 0; dwords <= ACS_EGRESS_DWORDS; dwords++) {
		mock = mock_config_new(test, 0x108 + 4 * dwords);
		mock_config_put_header(mock, 0x100, PCI_EXT_CAP_ID_ACS, 1, 0);
		mock_config_put32(mock, 0x104, 0x00200010);
		for (i = 0; i < dwords; i++)
			mock_config_put32(mock, 0x108 + 4 * i, 0xace00000 + i);

		KUNIT_ASSERT_EQ(test, acs_view_find(&mock->space, &view), 0);
		mock_config_forget(mock);
		expect_field(test, mock, &view, capability, 0x10);
		expect_field(test, mock, &view, control, 0x20);
		for (i = 0; i <= ACS_EGRESS_DWORDS; i++) {
			value = UNTOUCHED;
			KUNIT_EXPECT_EQ(test,
					view_read_at(&view, egress, i, &value),
					i < dwords ? 0 : -ERANGE);
			KUNIT_EXPECT_EQ(test, value,
					i < dwords ? 0xace00000 + i :
						     UNTOUCHED);
		}
		mock_config_expect_sane(test, mock);
	}
}

static void view_vf_rebar(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	struct vf_rebar_view view;
	u32 value, i;

	/* Two pairs, then a neighbour. */
	mock_config_put_header(mock, 0x100, EXT_CAP_ID_VF_REBAR, 1, 0x114);
	mock_config_put_header(mock, 0x114, PCI_EXT_CAP_ID_ARI, 1, 0);
	for (i = 1; i < 5; i++)
		mock_config_put32(mock, 0x100 + 4 * i, i);
	KUNIT_ASSERT_EQ(test, vf_rebar_view_find(&mock->space, &view), 0);

	for (i = 0; i < PCI_SRIOV_NUM_BARS + 1; i++) {
		value = UNTOUCHED;
		KUNIT_EXPECT_EQ(test,
				view_read_at(&view, bar, i, &value,
					     .capability),
				i < 2 ? 0 : -ERANGE);
		KUNIT_EXPECT_EQ(test, value, i < 2 ? 2 * i + 1 : UNTOUCHED);
		value = UNTOUCHED;
		KUNIT_EXPECT_EQ(test,
				view_read_at(&view, bar, i, &value, .control),
				i < 2 ? 0 : -ERANGE);
		KUNIT_EXPECT_EQ(test, value, i < 2 ? 2 * i + 2 : UNTOUCHED);
	}

	mock_config_put_masks(mock, 0x110, U32_MAX, 0);
	KUNIT_EXPECT_EQ(test, view_write_at(&view, bar, 1, 77, .control), 0);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, 0x110), 77);
	KUNIT_EXPECT_EQ(test, view_write_at(&view, bar, 2, 77, .capability),
			-ERANGE);

	/* Not even the pair that every such capability has. */
	mock_config_put_header(mock, 0x100, EXT_CAP_ID_VF_REBAR, 1, 0x108);
	mock_config_put_header(mock, 0x108, PCI_EXT_CAP_ID_ARI, 1, 0);
	KUNIT_EXPECT_EQ(test, vf_rebar_view_find(&mock->space, &view), -EINVAL);
	mock_config_expect_sane(test, mock);
}

static struct kunit_case view_cases[] = {
	KUNIT_CASE(view_fields),
	KUNIT_CASE(view_array),
	KUNIT_CASE(view_index_past_array),
	KUNIT_CASE(view_untouched_on_error),
	KUNIT_CASE(view_writes),
	KUNIT_CASE(view_write_too_wide),
	KUNIT_CASE(view_of_device_is_read_only),
	KUNIT_CASE(view_ari_and_ats),
	KUNIT_CASE(view_acs),
	KUNIT_CASE(view_vf_rebar),
	/* sentinel */
	{},
};

static struct kunit_suite view_suite = {
	.name = "sriovscope_view",
	.test_cases = view_cases,
};

kunit_test_suite(view_suite);
