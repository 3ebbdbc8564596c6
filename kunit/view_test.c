// SPDX-License-Identifier: GPL-2.0
/*
 * Typed access: each field has the width and the place that its layout says.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <sriovscope/capabilities.h>

#include "mock_space.h"

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

/* Expects of a field what it is, and an access of @wide bytes. */
#define expect_field(test, mock, v, field, wide, want)                   \
	do {                                                             \
		typeof((v)->fields->field.value) got = 0;                \
		expect_read(test, mock, view_get(v, field, &got), wide); \
		KUNIT_EXPECT_EQ(test, got, want);                        \
	} while (0)

/* Expects of a register what it is, and an access of its width. */
#define expect_register(test, mock, v, reg, want)                \
	do {                                                     \
		typeof((v)->registers->reg) got = {};            \
		expect_read(test, mock, view_read(v, reg, &got), \
			    sizeof(got.raw));                    \
		KUNIT_EXPECT_EQ(test, got.raw, want);            \
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

static void view_registers(struct kunit *test)
{
	struct sriov_view view;
	struct mock_config *mock = view_mock(test, &view);

	expect_register(test, mock, &view, header, 0x1a010010);
	expect_register(test, mock, &view, capabilities, 0x07060504);
	expect_register(test, mock, &view, control, 0x0908);
	expect_register(test, mock, &view, status, 0x0b0a);
	expect_register(test, mock, &view, num_vfs, 0x1110);
	expect_register(test, mock, &view, function_dependency_link, 0x12);
	expect_register(test, mock, &view, system_page_size, 0x23222120);
	mock_config_expect_sane(test, mock);
}

static void view_fields(struct kunit *test)
{
	struct sriov_view view;
	struct mock_config *mock = view_mock(test, &view);

	expect_field(test, mock, &view, capability_id, 4, 0x0010);
	expect_field(test, mock, &view, capability_version, 4, 1);
	expect_field(test, mock, &view, next_capability, 4, 0x1a0);
	expect_field(test, mock, &view, vf_migration_capable, 4, false);
	expect_field(test, mock, &view, vf_10bit_tag_requester_supported, 4,
		     true);
	expect_field(test, mock, &view, vf_migration_interrupt_message_number,
		     4, 0x07060504 >> 21);
	expect_field(test, mock, &view, vf_enable, 2, false);
	expect_field(test, mock, &view, vf_memory_space_enable, 2, true);
	expect_field(test, mock, &view, vf_migration_status, 2, false);
	expect_field(test, mock, &view, initial_vfs, 2, 0x0d0c);
	expect_field(test, mock, &view, total_vfs, 2, 0x0f0e);
	expect_field(test, mock, &view, num_vfs, 2, 0x1110);
	expect_field(test, mock, &view, function_dependency_link, 1, 0x12);
	expect_field(test, mock, &view, first_vf_offset, 2, 0x1514);
	expect_field(test, mock, &view, vf_stride, 2, 0x1716);
	expect_field(test, mock, &view, vf_device_id, 2, 0x1b1a);
	expect_field(test, mock, &view, supported_page_sizes, 4, 0x1f1e1d1c);
	expect_field(test, mock, &view, vf_migration_state_array_offset, 4,
		     0x3f3e3d3c);
	mock_config_expect_sane(test, mock);
}

/* One bit is a page size, any other number is none. */
static void view_reserved_value(struct kunit *test)
{
	struct sriov_view view;
	struct mock_config *mock = view_mock(test, &view);
	enum sriov_page_size size;
	u32 bit, at = AT + PCI_SRIOV_SYS_PGSIZE;

	for (bit = 0; bit < 32; bit++) {
		mock_config_put32(mock, at, BIT(bit));
		KUNIT_ASSERT_EQ(test, view_get(&view, system_page_size, &size),
				0);
		KUNIT_EXPECT_EQ(test, (u32)size, BIT(bit));
		size = UNTOUCHED;
		mock_config_put32(mock, at, BIT(bit) | BIT((bit + 7) % 32));
		KUNIT_EXPECT_EQ(test, view_get(&view, system_page_size, &size),
				-EDOM);
		KUNIT_EXPECT_EQ(test, (u32)size, UNTOUCHED);
	}
	mock_config_put32(mock, at, 0);
	KUNIT_EXPECT_EQ(test, view_get(&view, system_page_size, &size), -EDOM);
}

/* The type of a BAR has two reserved values of four. */
static void view_plain_data(struct kunit *test)
{
	struct memory_bar_low_reg low;
	enum vf_bar_type type;
	u32 value;

	for (value = 0; value < 4; value++) {
		low.raw = 0xabcd0009 | value << 1;
		type = UNTOUCHED;
		KUNIT_EXPECT_EQ(test,
				register_get_enum(&low, memory_type, &type),
				value % 2 ? -EDOM : 0);
		KUNIT_EXPECT_EQ(test, (u32)type, value % 2 ? UNTOUCHED : value);
		KUNIT_EXPECT_EQ(test, register_bits(&low, memory_type), value);
		KUNIT_EXPECT_TRUE(test, register_get(&low, io_space));
		KUNIT_EXPECT_TRUE(test, register_get(&low, prefetchable));
		KUNIT_EXPECT_EQ(test, register_get(&low, address), 0xabcd000);
		KUNIT_EXPECT_EQ(test, register_masked(&low, address),
				0xabcd0000);
	}
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
	int ret;

	for (i = 0; i < PCI_SRIOV_NUM_BARS; i++) {
		ret = view_get_at(&view, vf_bar, i, &value);
		KUNIT_ASSERT_EQ(test, ret, 0);
		KUNIT_EXPECT_EQ(test, value, expect[i]);
	}
	ret = view_get_at(&view, vf_bar, 0, &value);
	KUNIT_ASSERT_EQ(test, ret, 0);
	KUNIT_EXPECT_EQ(test, value, expect[0]);
	ret = view_get_at(&view, vf_bar, 5, &value);
	KUNIT_ASSERT_EQ(test, ret, 0);
	KUNIT_EXPECT_EQ(test, value, expect[5]);
	mock_config_expect_sane(test, mock);
}

/* The compiler must not see the index, or it refuses as it should. */
#define expect_read_refused(test, v, type, n)            \
	do {                                             \
		u32 read = UNTOUCHED;                    \
		type at = (n);                           \
		int got;                                 \
		OPTIMIZER_HIDE_VAR(at);                  \
		got = view_get_at(v, vf_bar, at, &read); \
		KUNIT_EXPECT_EQ(test, got, -ERANGE);     \
		KUNIT_EXPECT_EQ(test, read, UNTOUCHED);  \
	} while (0)

#define expect_index_refused(test, v, acs, type, n)    \
	do {                                           \
		type to = (n);                         \
		int set;                               \
		expect_read_refused(test, v, type, n); \
		OPTIMIZER_HIDE_VAR(to);                \
		set = view_set_at(acs, egress, to, 0); \
		KUNIT_EXPECT_EQ(test, set, -ERANGE);   \
	} while (0)

static void view_index_past_array(struct kunit *test)
{
	struct sriov_view view;
	struct mock_config *mock = view_mock(test, &view);
	struct acs_view acs;

	mock_config_put_header(mock, 0x1a0, PCI_EXT_CAP_ID_ACS, 1, 0);
	KUNIT_ASSERT_EQ(test, acs_view_find(&mock->space, &acs), 0);
	mock_config_forget(mock);
	expect_index_refused(test, &view, &acs, u32, ACS_EGRESS_DWORDS);
	expect_index_refused(test, &view, &acs, u8, U8_MAX);
	expect_index_refused(test, &view, &acs, int, -1);
	expect_index_refused(test, &view, &acs, int, INT_MIN);
	expect_index_refused(test, &view, &acs, s8, -1);
	expect_index_refused(test, &view, &acs, u32, U32_MAX);
	expect_index_refused(test, &view, &acs, u32, 0x40000000);
	expect_index_refused(test, &view, &acs, s64, -1);
	expect_index_refused(test, &view, &acs, u64, 1ULL << 32);
	expect_index_refused(test, &view, &acs, u64, (1ULL << 32) + 5);
	expect_index_refused(test, &view, &acs, u64, 1ULL << 62);
	expect_index_refused(test, &view, &acs, u64, U64_MAX);
	expect_read_refused(test, &view, u32, PCI_SRIOV_NUM_BARS);
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 0);
}

static void view_untouched_on_error(struct kunit *test)
{
	struct sriov_view view;
	struct mock_config *mock = view_mock(test, &view);
	u8 link = UNTOUCHED;
	u16 num = UNTOUCHED;
	u32 bar = UNTOUCHED;
	int ret;

	mock->faults.fail_offset = AT + PCI_SRIOV_NUM_VF;
	mock->faults.fail_offset_errno = -ETIMEDOUT;
	KUNIT_EXPECT_EQ(test, view_get(&view, num_vfs, &num), -ETIMEDOUT);
	KUNIT_EXPECT_EQ(test, view_get(&view, function_dependency_link, &link),
			-ETIMEDOUT);
	mock->faults.fail_offset = AT + PCI_SRIOV_BAR + 8;
	ret = view_get_at(&view, vf_bar, 2, &bar);
	KUNIT_EXPECT_EQ(test, ret, -ETIMEDOUT);
	KUNIT_EXPECT_EQ(test, num, UNTOUCHED);
	KUNIT_EXPECT_EQ(test, link, UNTOUCHED);
	KUNIT_EXPECT_EQ(test, bar, UNTOUCHED);
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
	expect_register(test, mock, &ari, capability, 0x0403);
	expect_register(test, mock, &ari, control, 0x0605);

	mock_config_put_header(mock, 0x100, PCI_EXT_CAP_ID_ATS, 1, 0);
	KUNIT_ASSERT_EQ(test, ats_view_find(&mock->space, &ats), 0);
	mock_config_forget(mock);
	expect_register(test, mock, &ats, header, 0x0001000f);
	expect_register(test, mock, &ats, capability, 0x0403);
	expect_register(test, mock, &ats, control, 0x0605);
	mock_config_expect_sane(test, mock);
}

/* The Egress Control Vector is there as far as the space is. */
static void view_acs(struct kunit *test)
{
	struct mock_config *mock;
	struct acs_view view;
	u32 value, dwords, i;
	int ret;

	for (dwords = 0; dwords <= ACS_EGRESS_DWORDS; dwords++) {
		mock = mock_config_new(test, 0x108 + 4 * dwords);
		mock_config_put_header(mock, 0x100, PCI_EXT_CAP_ID_ACS, 1, 0);
		mock_config_put32(mock, 0x104, 0x00200010);
		for (i = 0; i < dwords; i++)
			mock_config_put32(mock, 0x108 + 4 * i, 0xace00000 + i);

		KUNIT_ASSERT_EQ(test, acs_view_find(&mock->space, &view), 0);
		mock_config_forget(mock);
		expect_register(test, mock, &view, capability, 0x10);
		expect_register(test, mock, &view, control, 0x20);
		for (i = 0; i <= ACS_EGRESS_DWORDS; i++) {
			value = UNTOUCHED;
			ret = view_get_at(&view, egress, i, &value);
			KUNIT_EXPECT_EQ(test, ret, i < dwords ? 0 : -ERANGE);
			KUNIT_EXPECT_EQ(test, value,
					i < dwords ? 0xace00000 + i :
						     UNTOUCHED);
		}
		mock_config_expect_sane(test, mock);
	}
}

static struct kunit_case view_cases[] = {
	KUNIT_CASE(view_registers),
	KUNIT_CASE(view_fields),
	KUNIT_CASE(view_reserved_value),
	KUNIT_CASE(view_plain_data),
	KUNIT_CASE(view_array),
	KUNIT_CASE(view_index_past_array),
	KUNIT_CASE(view_untouched_on_error),
	KUNIT_CASE(view_ari_and_ats),
	KUNIT_CASE(view_acs),
	/* sentinel */
	{},
};

static struct kunit_suite view_suite = {
	.name = "sriovscope_view",
	.test_cases = view_cases,
};

kunit_test_suite(view_suite);
