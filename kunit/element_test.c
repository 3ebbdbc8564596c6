// SPDX-License-Identifier: GPL-2.0
/*
 * Elements of an array: each is a view of its own, which ends where it does.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <sriovscope/capabilities.h>

#include "mock_space.h"

#define AT 0x100

/* Two pairs, then a neighbour. Dword n of the capability reads n. */
static struct mock_config *pairs_mock(struct kunit *test,
				      struct vf_rebar_view *view)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	u32 i;

	mock_config_put_header(mock, AT, EXT_CAP_ID_VF_REBAR, 1, AT + 0x14);
	mock_config_put_header(mock, AT + 0x14, PCI_EXT_CAP_ID_ARI, 1, 0);
	for (i = 1; i < 5; i++)
		mock_config_put32(mock, AT + 4 * i, i);
	KUNIT_ASSERT_EQ(test, vf_rebar_view_find(&mock->space, view), 0);
	mock_config_forget(mock);
	return mock;
}

/* The compiler must not see the index, or it refuses as it should. */
static noinline int element_at(const struct vf_rebar_view *view, u64 index,
			       struct vf_rebar_pair_view *pair)
{
	OPTIMIZER_HIDE_VAR(index);
	return view_element(view, pair, index, pair);
}

static void element_of_view(struct kunit *test)
{
	struct vf_rebar_view view;
	struct mock_config *mock = pairs_mock(test, &view);
	struct vf_rebar_pair_capability_reg capability;
	struct vf_rebar_pair_control_reg control;
	struct vf_rebar_pair_view pair;
	u32 i;

	for (i = 0; i < 2; i++) {
		KUNIT_ASSERT_EQ(test, element_at(&view, i, &pair), 0);
		KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 0);
		KUNIT_EXPECT_EQ(test, config_view_base(&pair.view),
				AT + 4 + 8 * i);
		KUNIT_EXPECT_EQ(test, config_view_span(&pair.view), 8);
		KUNIT_ASSERT_EQ(test, view_read(&pair, capability, &capability),
				0);
		KUNIT_EXPECT_EQ(test, capability.raw, 2 * i + 1);
		KUNIT_ASSERT_EQ(test, view_read(&pair, control, &control), 0);
		KUNIT_EXPECT_EQ(test, control.raw, 2 * i + 2);
		mock_config_forget(mock);
	}
	mock_config_expect_sane(test, mock);
}

static void element_fields(struct kunit *test)
{
	struct vf_rebar_view view;
	struct mock_config *mock = pairs_mock(test, &view);
	struct vf_rebar_pair_view pair;
	u8 index, count, size;

	mock_config_put32(mock, AT + 8, 0xffff0000 | 42 << 8 | 3 << 5 | 4);
	KUNIT_ASSERT_EQ(test, view_element(&view, pair, 0, &pair), 0);
	KUNIT_ASSERT_EQ(test, view_get(&pair, vf_bar_index, &index), 0);
	KUNIT_ASSERT_EQ(test,
			view_get(&pair, number_of_vf_resizable_bars, &count),
			0);
	KUNIT_ASSERT_EQ(test, view_get(&pair, vf_bar_size, &size), 0);
	KUNIT_EXPECT_EQ(test, index, 4);
	KUNIT_EXPECT_EQ(test, count, 3);
	KUNIT_EXPECT_EQ(test, size, 42);
}

/* Past the view, then past the array; what was there before stays. */
static void element_past_end(struct kunit *test)
{
	struct vf_rebar_view view;
	struct mock_config *mock = pairs_mock(test, &view);
	struct vf_rebar_pair_view pair;
	u64 index;

	KUNIT_ASSERT_EQ(test, view_element(&view, pair, 1, &pair), 0);
	for (index = 2; index < 10; index++)
		KUNIT_EXPECT_EQ(test, element_at(&view, index, &pair), -ERANGE);
	for (index = 1ULL << 32; index; index <<= 1)
		KUNIT_EXPECT_EQ(test, element_at(&view, index, &pair), -ERANGE);
	KUNIT_EXPECT_EQ(test, config_view_base(&pair.view), AT + 12);
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 0);

	/* Not even the pair that every such capability has. */
	mock_config_put_header(mock, AT, EXT_CAP_ID_VF_REBAR, 1, AT + 8);
	mock_config_put_header(mock, AT + 8, PCI_EXT_CAP_ID_ARI, 1, 0);
	KUNIT_EXPECT_EQ(test, vf_rebar_view_find(&mock->space, &view), -EINVAL);
	mock_config_expect_sane(test, mock);
}

/* An array that ends before its view does */
static void element_past_array(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	struct vf_rebar_pair_view pair;
	struct vf_rebar_view view;
	u32 index;

	mock_config_put_header(mock, AT, EXT_CAP_ID_VF_REBAR, 1, 0);
	KUNIT_ASSERT_EQ(test, vf_rebar_view_find(&mock->space, &view), 0);
	for (index = 0; index < 20; index++)
		KUNIT_EXPECT_EQ(test, element_at(&view, index, &pair),
				index < PCI_SRIOV_NUM_BARS ? 0 : -ERANGE);
}

/* Bounds of the view are its own: nothing behind the element is in it. */
static void element_bounds(struct kunit *test)
{
	struct vf_rebar_view view;
	struct mock_config *mock = pairs_mock(test, &view);
	struct vf_rebar_pair_view pair;
	u32 value, offset;

	KUNIT_ASSERT_EQ(test, view_element(&view, pair, 0, &pair), 0);
	for (offset = 0; offset < 8; offset++)
		KUNIT_EXPECT_EQ(test,
				config_view_read(&pair.view, offset, 1, &value),
				0);
	for (; offset < 16; offset++)
		KUNIT_EXPECT_EQ(test,
				config_view_read(&pair.view, offset, 1, &value),
				-ERANGE);
	mock_config_expect_sane(test, mock);
}

/* Of a place that the device says: on a dword, and all of it within the view */
static void element_inner(struct kunit *test)
{
	static const struct {
		u32 at;
		int ret;
	} cases[] = {
		{ 0x00, 0 },	   { 0x08, 0 },
		{ 0x0c, 0 },	   { 0x0e, -ERANGE },
		{ 0x10, -ERANGE }, { 0x14, -ERANGE },
		{ 0x18, -ERANGE }, { U32_MAX - 3, -ERANGE },
		{ 0x09, -ERANGE },
	};
	struct vf_rebar_view view;
	struct mock_config *mock = pairs_mock(test, &view);
	struct vf_rebar_pair_control_reg control;
	struct vf_rebar_pair_view pair;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		KUNIT_EXPECT_EQ_MSG(test,
				    view_inner(&view, vf_rebar_pair,
					       cases[i].at, &pair),
				    cases[i].ret, "at %#x", cases[i].at);
	}
	KUNIT_ASSERT_EQ(test, view_inner(&view, vf_rebar_pair, 8, &pair), 0);
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 0);
	KUNIT_EXPECT_EQ(test, config_view_base(&pair.view), AT + 8);
	KUNIT_EXPECT_EQ(test, config_view_span(&pair.view), 8);
	KUNIT_ASSERT_EQ(test, view_read(&pair, control, &control), 0);
	KUNIT_EXPECT_EQ(test, control.raw, 3);
	mock_config_expect_sane(test, mock);
}

static struct kunit_case element_test_cases[] = {
	KUNIT_CASE(element_of_view),
	KUNIT_CASE(element_fields),
	KUNIT_CASE(element_past_end),
	KUNIT_CASE(element_past_array),
	KUNIT_CASE(element_bounds),
	KUNIT_CASE(element_inner),
	/* sentinel */
	{},
};

static struct kunit_suite element_suite = {
	.name = "sriovscope_element",
	.test_cases = element_test_cases,
};

kunit_test_suite(element_suite);
