// SPDX-License-Identifier: GPL-2.0
/*
 * A write of a field changes that field, and does to the rest of its register
 * what the specification asks for.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <sriovscope/capabilities.h>

#include "core/mock/hardware.h"
#include "mock_space.h"

#define AT 0x100
#define MIXED_AT (AT + 4)
#define KEPT_AT (AT + 6)
#define WHOLE_AT (AT + 8)
#define DWORDS_AT (AT + 12)

/* A capability that is nowhere but here, with a field of each access. */
/* clang-format off */
#define PROBE_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u16, mixed, RSVDZ, "0") \
	X(c, BITS, mixed, u8, low, 3, 0, RW, COUNT, "0") \
	X(c, BITS, mixed, bool, first_event, 4, 4, RW1C, YES_NO, "0") \
	X(c, BITS, mixed, u8, two_events, 6, 5, RW1C, COUNT, "0") \
	X(c, BITS, mixed, u8, fixed, 8, 7, RO, COUNT, "0") \
	X(c, BITS, mixed, u8, must_stay, 10, 9, RSVDP, NONE, "0") \
	X(c, BITS, mixed, bool, high, 15, 15, RW, YES_NO, "0") \
	X(c, REG, u16, kept, RSVDP, "0") \
	X(c, ENUM, kept, enum vf_bar_type, listed, 2, 1, RW, COUNT, "0", VALUES(0, 2)) \
	X(c, BITS, kept, bool, owned, 3, 3, RW_CORE_LOCKED, YES_NO, "0") \
	X(c, BITS, kept, u8, must_be_zero, 15, 14, RSVDZ, NONE, "0") \
	X(c, WHOLE, u32, whole, RW, HEX32, "0") \
	X(c, ARRAY, u16, words, 4, RW_LOCKED, HEX16, "0")
/* clang-format on */

DEFINE_EXT_CAP(probe, PROBE_TABLE, 0xfffe, "probe", words);

/* All bits of all registers are set, and take what is written. */
static struct mock_config *probe_mock(struct kunit *test,
				      struct probe_view *view)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	u32 at;

	mock_config_put_header(mock, AT, 0xfffe, 1, 0);
	for (at = AT + 4; at < AT + 20; at += 4) {
		mock_config_put32(mock, at, U32_MAX);
		mock_config_put_masks(mock, at, U32_MAX, 0);
	}
	KUNIT_ASSERT_EQ(test, probe_view_find(&mock->space, view), 0);
	mock_config_forget(mock);
	return mock;
}

/* Expects one read and one write of the register, and what was written. */
static void expect_write(struct kunit *test, struct mock_config *mock, int ret,
			 u32 offset, u32 value)
{
	const struct mock_access *access = mock->log->access;

	KUNIT_EXPECT_EQ(test, ret, 0);
	KUNIT_ASSERT_EQ(test, mock_config_accesses(mock), 2);
	KUNIT_EXPECT_FALSE(test, access[0].is_write);
	KUNIT_EXPECT_EQ(test, access[0].offset, offset);
	KUNIT_EXPECT_EQ(test, access[0].width, 2);
	KUNIT_EXPECT_TRUE(test, access[1].is_write);
	KUNIT_EXPECT_EQ(test, access[1].offset, offset);
	KUNIT_EXPECT_EQ(test, access[1].width, 2);
	KUNIT_EXPECT_EQ(test, access[1].value, value);
	mock_config_put16(mock, offset, U16_MAX);
	mock_config_forget(mock);
}

static void write_keeps_the_rest(struct kunit *test)
{
	struct probe_view view;
	struct mock_config *mock = probe_mock(test, &view);

	/* Bits 15, 10 to 7 and 3 to 0; no event, nothing undeclared */
	expect_write(test, mock, view_set(&view, low, 5), MIXED_AT, 0x8785);
	expect_write(test, mock, view_set(&view, high, false), MIXED_AT,
		     0x078f);
	/* All but bits 15 and 14 */
	expect_write(test, mock, view_set(&view, listed, VF_BAR_64BIT), KEPT_AT,
		     0x3ffd);
	expect_write(test, mock, view_set(&view, listed, VF_BAR_32BIT), KEPT_AT,
		     0x3ff9);
	mock_config_expect_sane(test, mock);
}

static void write_clears_one_event(struct kunit *test)
{
	struct probe_view view;
	struct mock_config *mock = probe_mock(test, &view);

	expect_write(test, mock, view_set(&view, first_event, true), MIXED_AT,
		     0x879f);
	expect_write(test, mock, view_set(&view, two_events, 2), MIXED_AT,
		     0x87cf);
	expect_write(test, mock, view_set(&view, two_events, 0), MIXED_AT,
		     0x878f);
}

/* The field that is all of its register leaves nothing that must be read. */
static void write_whole_register(struct kunit *test)
{
	struct probe_view view;
	struct mock_config *mock = probe_mock(test, &view);
	const struct mock_access *access = mock->log->access;
	u32 i;
	int ret;

	ret = view_set(&view, whole, 0x12345678);
	KUNIT_EXPECT_EQ(test, ret, 0);
	KUNIT_EXPECT_EQ(test, access[0].offset, WHOLE_AT);
	for (i = 0; i < 4; i++) {
		ret = view_set_at(&view, words, i, i);
		KUNIT_EXPECT_EQ(test, ret, 0);
	}
	for (i = 0; i < 4; i++) {
		KUNIT_EXPECT_EQ(test, access[1 + i].offset, DWORDS_AT + 2 * i);
		KUNIT_EXPECT_EQ(test, access[1 + i].width, 2);
		KUNIT_EXPECT_EQ(test, access[1 + i].value, i);
	}
	KUNIT_EXPECT_EQ(test, mock->reads, 0);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, WHOLE_AT), 0x12345678);
	mock_config_expect_sane(test, mock);
}

/* The compiler must not see the value, or it refuses as it should. */
#define expect_refused(test, v, field, type, n, want) \
	do {                                          \
		type to = (n);                        \
		int got;                              \
		OPTIMIZER_HIDE_VAR(to);               \
		got = view_set(v, field, to);         \
		KUNIT_EXPECT_EQ(test, got, want);     \
	} while (0)

static void write_too_wide(struct kunit *test)
{
	struct probe_view view;
	struct mock_config *mock = probe_mock(test, &view);

	expect_refused(test, &view, low, u32, 16, -ERANGE);
	expect_refused(test, &view, low, int, -1, -ERANGE);
	expect_refused(test, &view, low, u64, BIT_ULL(32), -ERANGE);
	expect_refused(test, &view, high, u8, 2, -ERANGE);
	expect_refused(test, &view, whole, u64, BIT_ULL(32), -ERANGE);
	expect_refused(test, &view, whole, s64, -1, -ERANGE);
	expect_refused(test, &view, listed, u32, 4, -ERANGE);
	expect_refused(test, &view, listed, u32, 1, -EDOM);
	expect_refused(test, &view, listed, u32, 3, -EDOM);
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 0);
	expect_refused(test, &view, low, u32, 15, 0);
}

static void write_read_fails(struct kunit *test)
{
	struct probe_view view;
	struct mock_config *mock = probe_mock(test, &view);
	int ret;

	mock->faults.fail_access = 0;
	mock->faults.fail_access_errno = -ETIMEDOUT;
	ret = view_set(&view, low, 1);
	KUNIT_EXPECT_EQ(test, ret, -ETIMEDOUT);
	KUNIT_EXPECT_EQ(test, mock->writes, 0);
}

static void write_past_view(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 0x10c);
	struct acs_view view;
	int ret;

	mock_config_put_header(mock, AT, PCI_EXT_CAP_ID_ACS, 1, 0);
	KUNIT_ASSERT_EQ(test, acs_view_find(&mock->space, &view), 0);
	mock_config_forget(mock);
	ret = view_set_at(&view, egress, 0, 1);
	KUNIT_EXPECT_EQ(test, ret, 0);
	ret = view_set_at(&view, egress, 1, 1);
	KUNIT_EXPECT_EQ(test, ret, -ERANGE);
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 1);
	mock_config_expect_sane(test, mock);
}

/* By register, and by dword with two registers or two of an array in it */
static void write_masks(struct kunit *test)
{
	struct register_masks masks;

	masks = register_masks(&probe_type, 4, 2);
	KUNIT_EXPECT_EQ(test, masks.rw, 0x800f);
	KUNIT_EXPECT_EQ(test, masks.w1c, 0x0070);
	KUNIT_EXPECT_EQ(test, masks.rsvdz, 0x7800);
	KUNIT_EXPECT_EQ(test, masks.locked, 0);
	masks = register_masks(&probe_type, 6, 2);
	KUNIT_EXPECT_EQ(test, masks.rw, 0x000e);
	KUNIT_EXPECT_EQ(test, masks.rsvdz, 0xc000);
	KUNIT_EXPECT_EQ(test, masks.locked, 0x0008);
	masks = register_masks(&probe_type, 4, 4);
	KUNIT_EXPECT_EQ(test, masks.rw, 0x000e800f);
	KUNIT_EXPECT_EQ(test, masks.w1c, 0x70);
	KUNIT_EXPECT_EQ(test, masks.rsvdz, 0xc0007800);
	masks = register_masks(&probe_type, 14, 2);
	KUNIT_EXPECT_EQ(test, masks.rw, 0xffff);
	masks = register_masks(&probe_type, 16, 4);
	KUNIT_EXPECT_EQ(test, masks.locked, 0xffffffff);
	masks = register_masks(&probe_type, 20, 4);
	KUNIT_EXPECT_EQ(test, masks.rw | masks.w1c | masks.rsvdz, 0);
	/* The second dword of a pair: VF BAR Size */
	masks = register_masks(&vf_rebar_type, 8 + 8, 4);
	KUNIT_EXPECT_EQ(test, masks.rw, 0x3f00);
	masks = register_masks(&vf_rebar_type, 12, 4);
	KUNIT_EXPECT_EQ(test, masks.rw, 0);
}

static void write_by_hardware(struct kunit *test)
{
	struct probe_view view;
	struct mock_config *mock = probe_mock(test, &view);
	u32 wide = 4, pair;

	hardware_put(mock, AT, probe, fixed, 1);
	hardware_put(mock, AT, probe, owned, false);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, MIXED_AT), 0xfff7feff);
	KUNIT_EXPECT_EQ(test, hardware_get(mock, AT, probe, fixed), 1);
	KUNIT_EXPECT_FALSE(test, hardware_get(mock, AT, probe, owned));
	hardware_put_at(mock, AT, probe, words, 3, 0x1234);
	KUNIT_EXPECT_EQ(test, hardware_get_at(mock, AT, probe, words, 3),
			0x1234);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, DWORDS_AT + 4),
			0x1234ffff);
	pair = hardware_element(AT, vf_rebar, pair, 0);
	hardware_put(mock, pair, vf_rebar_pair, vf_bar_index, 2);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT + 8), 0xfffffffa);
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 0);
	KUNIT_EXPECT_EQ(test, mock->violations, 0);

	OPTIMIZER_HIDE_VAR(wide);
	hardware_put(mock, AT, probe, fixed, wide);
	KUNIT_EXPECT_EQ(test, hardware_get(mock, AT, probe, fixed), 1);
	KUNIT_EXPECT_EQ(test, mock->violations, 1);
}

static void write_masks_of_hardware(struct kunit *test)
{
	struct probe_view view;
	struct mock_config *mock = probe_mock(test, &view);
	int ret;

	hardware_put_masks(mock, AT, 12, &probe_type);
	KUNIT_EXPECT_EQ(test, mock->rw[AT / 4], 0);
	KUNIT_EXPECT_EQ(test, mock->rw[AT / 4 + 1], 0x000e800f);
	KUNIT_EXPECT_EQ(test, mock->w1c[AT / 4 + 1], 0x70);
	KUNIT_EXPECT_EQ(test, mock->rw[AT / 4 + 2], U32_MAX);
	mock_config_put32(mock, MIXED_AT, 0x00001fff);
	ret = view_set(&view, first_event, true);
	KUNIT_EXPECT_EQ(test, ret, 0);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, MIXED_AT), 0x00001fef);
}

static struct kunit_case write_test_cases[] = {
	KUNIT_CASE(write_keeps_the_rest),
	KUNIT_CASE(write_clears_one_event),
	KUNIT_CASE(write_whole_register),
	KUNIT_CASE(write_too_wide),
	KUNIT_CASE(write_read_fails),
	KUNIT_CASE(write_past_view),
	KUNIT_CASE(write_masks),
	KUNIT_CASE(write_by_hardware),
	KUNIT_CASE(write_masks_of_hardware),
	/* sentinel */
	{},
};

static struct kunit_suite write_suite = {
	.name = "sriovscope_write",
	.test_cases = write_test_cases,
};

kunit_test_suite(write_suite);
