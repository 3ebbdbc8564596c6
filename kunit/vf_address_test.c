// SPDX-License-Identifier: GPL-2.0
/*
 * Where VFs are: numbers counted from 0, routing IDs of 16 bits.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/pci.h>
#include <sriovscope/sriov.h>

#define UNTOUCHED 0x5a5a

/* @expect is the routing ID, or a negative errno. */
static const struct address_case {
	const char *name;
	u16 total_vfs;
	u16 offset;
	u16 stride;
	u16 pf;
	u32 vf;
	int expect;
} address_list[] = {
	{ "82576 with ARI, first", 8, 128, 2, 0x0100, 0, 0x0180 },
	{ "82576 with ARI, last", 8, 128, 2, 0x0100, 7, 0x018e },
	{ "82576 without ARI, first", 8, 384, 2, 0x0100, 0, 0x0280 },
	{ "82576 without ARI, last", 8, 384, 2, 0x0101, 7, 0x028f },
	{ "a bus for each, first", 4, 256, 256, 0x0300, 0, 0x0400 },
	{ "a bus for each, last", 4, 256, 256, 0x0300, 3, 0x0700 },
	{ "past TotalVFs", 8, 128, 2, 0x0100, 8, -ERANGE },
	{ "far past TotalVFs", 8, 128, 2, 0x0100, U32_MAX, -ERANGE },
	{ "number of 17 bits", 8, 128, 2, 0x0100, 0x10000, -ERANGE },
	{ "TotalVFs 0", 0, 128, 2, 0x0100, 0, -ERANGE },
	{ "TotalVFs 0, nothing set", 0, 0, 0, 0, 0, -ERANGE },
	{ "offset 0, first", 8, 0, 2, 0x0100, 0, -ENODATA },
	{ "offset 0, second", 8, 0, 2, 0x0100, 1, -ENODATA },
	{ "stride 0, first", 8, 1, 0, 0x0100, 0, 0x0101 },
	{ "stride 0, second", 8, 1, 0, 0x0100, 1, -ENODATA },
	{ "offset 1, stride 1", 8, 1, 1, 0x0000, 7, 8 },
	{ "last routing ID", 1, 1, 1, 0xfffe, 0, 0xffff },
	{ "first wraps", 1, 1, 1, 0xffff, 0, -EOVERFLOW },
	{ "offset wraps", 1, 0xffff, 1, 0x0001, 0, -EOVERFLOW },
	{ "largest offset", 1, 0xffff, 1, 0x0000, 0, 0xffff },
	{ "last before the wrap", 8, 0x10, 0x10, 0xff8f, 5, 0xffef },
	{ "last on the edge", 8, 0x10, 0x10, 0xff8f, 6, 0xffff },
	{ "stride wraps", 8, 0x10, 0x10, 0xff8f, 7, -EOVERFLOW },
	{ "wraps 32 bits", 0xffff, 0xffff, 0xffff, 0xffff, 0xfffe, -EOVERFLOW },
	{ "wraps to a good one", 0xffff, 1, 0x8000, 0, 2, -EOVERFLOW },
};

static void address_describe(const struct address_case *c, char *name)
{
	strscpy(name, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(address, address_list, address_describe);

static void address_cases(struct kunit *test)
{
	const struct address_case *c = test->param_value;
	const struct sriov_state state = {
		.total_vfs = c->total_vfs,
		.first_vf_offset = c->offset,
		.vf_stride = c->stride,
	};
	u16 id = UNTOUCHED;
	int ret = vf_routing_id(&state, c->pf, c->vf, &id);

	if (c->expect < 0) {
		KUNIT_EXPECT_EQ(test, ret, c->expect);
		KUNIT_EXPECT_EQ(test, id, UNTOUCHED);
	} else {
		KUNIT_EXPECT_EQ(test, ret, 0);
		KUNIT_EXPECT_EQ(test, id, c->expect);
	}
}

/* All VFs that can be: each is one stride from the one before, until the end. */
static void address_all_vfs(struct kunit *test, u16 pf, u16 offset, u16 stride)
{
	const struct sriov_state state = {
		.total_vfs = U16_MAX,
		.first_vf_offset = offset,
		.vf_stride = stride,
	};
	u32 at = pf + offset;
	u32 wrong = 0;
	u16 id;
	u32 vf;
	int ret;

	for (vf = 0; vf < U16_MAX; vf++, at += stride) {
		id = UNTOUCHED;
		ret = vf_routing_id(&state, pf, vf, &id);
		if (at < 0x10000)
			wrong += ret || id != at;
		else
			wrong += ret != -EOVERFLOW || id != UNTOUCHED;
	}
	KUNIT_EXPECT_EQ_MSG(test, wrong, 0, "offset %u stride %u", offset,
			    stride);
	KUNIT_EXPECT_EQ(test, vf_routing_id(&state, pf, U16_MAX, &id), -ERANGE);
}

static void address_many(struct kunit *test)
{
	address_all_vfs(test, 0, 1, 1);
	address_all_vfs(test, 0x0100, 128, 2);
	address_all_vfs(test, 0x0100, 384, 2);
	address_all_vfs(test, 0x0300, 256, 256);
	address_all_vfs(test, 0xff00, 0xff, 7);
	address_all_vfs(test, 0, 1, U16_MAX);
}

/* A VF has the bus that follows: 256 routing IDs are one bus. */
static void address_bus_of_its_own(struct kunit *test)
{
	const struct sriov_state state = {
		.total_vfs = 16,
		.first_vf_offset = 256,
		.vf_stride = 256,
	};
	u16 id;
	u32 vf;

	for (vf = 0; vf < state.total_vfs; vf++) {
		KUNIT_ASSERT_EQ(test, vf_routing_id(&state, 0x0308, vf, &id),
				0);
		KUNIT_EXPECT_EQ(test, PCI_BUS_NUM(id), 4 + vf);
		KUNIT_EXPECT_EQ(test, id & 0xff, PCI_DEVFN(1, 0));
	}
}

static struct kunit_case address_kunit_cases[] = {
	KUNIT_CASE_PARAM(address_cases, address_gen_params),
	KUNIT_CASE(address_many),
	KUNIT_CASE(address_bus_of_its_own),
	/* sentinel */
	{},
};

static struct kunit_suite address_suite = {
	.name = "sriovscope_vf_address",
	.test_cases = address_kunit_cases,
};

kunit_test_suite(address_suite);
