// SPDX-License-Identifier: GPL-2.0
/*
 * The gate and what stands behind it: spaces, images, presence.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>

#include "mock_space.h"

#define UNTOUCHED 0x5a5a5a5a

/* How far around an edge every offset is tried */
#define EDGE 9

static const u32 widths[] = {
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 32, 4096, 0x80000000, U32_MAX,
};

static const u32 limits[] = {
	0,  1,	 2,   3,   4,	 5,    7,    8,		  60,
	64, 255, 256, 257, 4094, 4095, 4096, U32_MAX - 1, U32_MAX,
};

/* The rule once more, with arithmetic that cannot overflow. */
static int gate_rule(u64 limit, u64 offset, u64 width)
{
	if (width != 1 && width != 2 && width != 4)
		return -EINVAL;
	if (offset & (width - 1))
		return -EINVAL;
	return offset + width > limit ? -ERANGE : 0;
}

static void gate_around(struct kunit *test, u32 limit, u32 edge)
{
	u32 offset = edge - EDGE;
	u32 i;

	for (; offset != edge + EDGE; offset++) {
		for (i = 0; i < ARRAY_SIZE(widths); i++)
			KUNIT_EXPECT_EQ_MSG(test,
					    config_gate(limit, offset,
							widths[i]),
					    gate_rule(limit, offset, widths[i]),
					    "limit %#x offset %#x width %#x",
					    limit, offset, widths[i]);
	}
}

/* Around 0 the offsets come from the top: there offset + width overflows. */
static void gate_edges(struct kunit *test)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(limits); i++) {
		gate_around(test, limits[i], limits[i]);
		gate_around(test, limits[i], 0);
		gate_around(test, limits[i], 0x80000000);
	}
}

static u32 placed(u32 offset, u32 width)
{
	u32 value = 0;

	while (width--)
		value = value << 8 | (u8)((offset + width) * 7 + 3);
	return value;
}

static struct mock_config *gate_mock(struct kunit *test, u32 size)
{
	struct mock_config *mock = mock_config_new(test, size);
	u32 offset;

	for (offset = 0; offset < size; offset++)
		mock_config_put8(mock, offset, placed(offset, 1));
	return mock;
}

static void gate_try_read(struct kunit *test, struct mock_config *mock,
			  u32 offset, u32 width)
{
	int expect = gate_rule(mock->space.size, offset, width);
	u32 before = mock_config_accesses(mock);
	u32 value = UNTOUCHED;

	KUNIT_EXPECT_EQ(test, config_read(&mock->space, offset, width, &value),
			expect);
	KUNIT_EXPECT_EQ(test, value,
			expect ? UNTOUCHED : placed(offset, width));
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock) - before,
			expect ? 0 : 1);
}

/* Reads at every end that a space can have, and far behind it. */
static void gate_reads(struct kunit *test)
{
	static const u32 sizes[] = { 0, 1, 2, 3, 4, 0x100, 0x103, 4095, 4096 };
	struct mock_config *mock;
	u32 i, w, back;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		mock = gate_mock(test, sizes[i]);
		for (w = 0; w < ARRAY_SIZE(widths); w++) {
			for (back = 0; back < 2 * EDGE; back++)
				gate_try_read(test, mock,
					      sizes[i] + EDGE - back,
					      widths[w]);
			gate_try_read(test, mock, U32_MAX - 3, widths[w]);
			gate_try_read(test, mock, U32_MAX, widths[w]);
		}
		mock_config_expect_sane(test, mock);
	}
}

static void gate_read_fails(struct kunit *test)
{
	struct mock_config *mock = gate_mock(test, 4096);
	u32 value = UNTOUCHED;

	mock->faults.fail_offset = 0x40;
	mock->faults.fail_offset_errno = -ETIMEDOUT;
	KUNIT_EXPECT_EQ(test, config_read(&mock->space, 0x42, 2, &value),
			-ETIMEDOUT);
	KUNIT_EXPECT_EQ(test, value, UNTOUCHED);
}

/* A space may leave anything behind when it fails. */
static int leave_behind(const struct config_space *space, u32 offset, u32 width,
			u32 *value)
{
	*value = ~UNTOUCHED;
	return -ETIMEDOUT;
}

static void gate_read_leaves_nothing(struct kunit *test)
{
	static const struct config_space_ops ops = { .read = leave_behind };
	const struct config_space space = { .ops = &ops, .size = 4096 };
	u32 value = UNTOUCHED;

	KUNIT_EXPECT_EQ(test, config_read(&space, 0x42, 2, &value), -ETIMEDOUT);
	KUNIT_EXPECT_EQ(test, value, UNTOUCHED);
}

static void gate_writes(struct kunit *test)
{
	static const struct {
		u32 offset, width, value;
		int expect;
	} cases[] = {
		{ 0x10, 1, 0xff, 0 },		{ 0x10, 1, 0x100, -ERANGE },
		{ 0x10, 1, U32_MAX, -ERANGE },	{ 0x10, 2, 0xffff, 0 },
		{ 0x10, 2, 0x10000, -ERANGE },	{ 0x10, 4, U32_MAX, 0 },
		{ 0x11, 2, 0, -EINVAL },	{ 0x12, 4, 0, -EINVAL },
		{ 0x10, 3, 0, -EINVAL },	{ 0x10, 8, 0, -EINVAL },
		{ 0x10, 0, 0, -EINVAL },	{ 0xff, 1, 0, 0 },
		{ 0x100, 1, 0, -ERANGE },	{ 0xfe, 2, 0, 0 },
		{ 0x100, 2, 0, -ERANGE },	{ 0xfc, 4, 0, 0 },
		{ 0x100, 4, 0, -ERANGE },	{ U32_MAX, 1, 0, -ERANGE },
		{ U32_MAX - 3, 4, 0, -ERANGE },
	};
	struct mock_config *mock = mock_config_new(test, 0x100);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		mock_config_forget(mock);
		KUNIT_EXPECT_EQ_MSG(test,
				    config_write(&mock->space, cases[i].offset,
						 cases[i].width,
						 cases[i].value),
				    cases[i].expect, "case %u", i);
		KUNIT_EXPECT_EQ(test, mock->writes, !cases[i].expect);
	}
	mock_config_expect_sane(test, mock);
}

/* A copy of a device is not written. */
static void gate_read_only(struct kunit *test)
{
	struct image_space *image =
		kunit_kzalloc(test, sizeof(*image), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, image);
	KUNIT_ASSERT_EQ(test, image_space_init(image, 4096), 0);
	KUNIT_EXPECT_EQ(test, config_write(&image->space, 0x40, 4, 1), -EROFS);
	KUNIT_EXPECT_EQ(test, le32_to_cpu(image->dwords[0x10]), 0);
}

static void gate_presence(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);

	mock_config_put32(mock, PCI_VENDOR_ID, 0x10c98086);
	KUNIT_EXPECT_EQ(test, config_present(&mock->space), 0);
	mock_config_put32(mock, PCI_VENDOR_ID, 0x1000ffff);
	KUNIT_EXPECT_EQ(test, config_present(&mock->space), 0);
	mock->faults.gone_from = 0;
	KUNIT_EXPECT_EQ(test, config_present(&mock->space), -ENODEV);
	mock->faults.fail_offset = PCI_VENDOR_ID;
	mock->faults.fail_offset_errno = -EIO;
	KUNIT_EXPECT_EQ(test, config_present(&mock->space), -EIO);
}

static struct kunit_case gate_cases[] = {
	KUNIT_CASE(gate_edges),
	KUNIT_CASE(gate_reads),
	KUNIT_CASE(gate_read_fails),
	KUNIT_CASE(gate_read_leaves_nothing),
	KUNIT_CASE(gate_writes),
	KUNIT_CASE(gate_read_only),
	KUNIT_CASE(gate_presence),
	/* sentinel */
	{},
};

static struct kunit_suite gate_suite = {
	.name = "sriovscope_gate",
	.test_cases = gate_cases,
};

kunit_test_suite(gate_suite);
