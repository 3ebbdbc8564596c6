// SPDX-License-Identifier: GPL-2.0
/*
 * How views come to be: found or met while iterating, or refused.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <sriovscope/capabilities.h>

#include "device_space.h"

/* The structure is this long (PCIe 9.3.3). */
/* A field that is all of its register */
#define PLACE(offset, wide) \
	((struct field_place){ (offset), (wide), 0, 8 * (wide) })

#define SRIOV_LEN 64

#define UNTOUCHED 0x5a

/* A space as it is, or behind a mock device that the PCI core searches. */
static const struct find_way {
	const char *name;
	bool pci;
} find_ways[] = {
	{ "chain", false },
	{ "pci", true },
};

static void find_way_describe(const struct find_way *way, char *name)
{
	strscpy(name, way->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(find_way, find_ways, find_way_describe);

static bool find_is_pci(struct kunit *test)
{
	const struct find_way *way = test->param_value;

	return way->pci;
}

static const struct config_space *find_space(struct kunit *test,
					     struct mock_config *mock)
{
	return find_is_pci(test) ? device_space_new(test, mock) : &mock->space;
}

/* ARI, then SR-IOV, then ATS. */
static struct mock_config *find_three(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);

	mock_config_put_header(mock, 0x100, PCI_EXT_CAP_ID_ARI, 1, 0x160);
	mock_config_put_sriov(mock, 0x160, 0x1d0);
	mock_config_put_header(mock, 0x1d0, PCI_EXT_CAP_ID_ATS, 1, 0);
	return mock;
}

static void find_refused(struct kunit *test, const struct config_space *space,
			 int expect)
{
	struct sriov_view view;

	memset(&view, UNTOUCHED, sizeof(view));
	KUNIT_EXPECT_EQ(test, sriov_view_find(space, &view), expect);
	KUNIT_EXPECT_PTR_EQ(test, memchr_inv(&view, UNTOUCHED, sizeof(view)),
			    NULL);
}

static void find_present(struct kunit *test)
{
	struct mock_config *mock = find_three(test);
	const struct config_space *space = find_space(test, mock);
	struct sriov_view sriov;
	struct ats_view ats;
	struct ari_view ari;

	KUNIT_ASSERT_EQ(test, sriov_view_find(space, &sriov), 0);
	KUNIT_EXPECT_EQ(test, config_view_base(&sriov.view), 0x160);
	KUNIT_EXPECT_EQ(test, config_view_span(&sriov.view), 0x70);
	/* The chain, and what pci_find_ext_capability() read to get there. */
	KUNIT_EXPECT_EQ(test, mock->reads, find_is_pci(test) ? 3 + 2 : 3);

	KUNIT_ASSERT_EQ(test, ari_view_find(space, &ari), 0);
	KUNIT_EXPECT_EQ(test, config_view_base(&ari.view), 0x100);
	KUNIT_EXPECT_EQ(test, config_view_span(&ari.view), 0x60);
	KUNIT_ASSERT_EQ(test, ats_view_find(space, &ats), 0);
	KUNIT_EXPECT_EQ(test, config_view_base(&ats.view), 0x1d0);
	KUNIT_EXPECT_EQ(test, config_view_span(&ats.view), 0xe30);
	mock_config_expect_sane(test, mock);
}

static void find_absent(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);

	find_refused(test, find_space(test, mock), -ENODEV);
	mock_config_put_header(mock, 0x100, PCI_EXT_CAP_ID_ARI, 1, 0);
	find_refused(test, find_space(test, mock), -ENODEV);
}

static void find_first_of_two(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	struct sriov_view view;

	mock_config_put_header(mock, 0x100, PCI_EXT_CAP_ID_ARI, 1, 0x300);
	mock_config_put_sriov(mock, 0x300, 0x200);
	mock_config_put_sriov(mock, 0x200, 0);
	KUNIT_ASSERT_EQ(test, sriov_view_find(find_space(test, mock), &view),
			0);
	KUNIT_EXPECT_EQ(test, config_view_base(&view.view), 0x300);
}

static void find_no_extended_space(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, PCI_CFG_SPACE_SIZE);
	const struct config_space *space = find_space(test, mock);

	find_refused(test, space, -EINVAL);
	KUNIT_EXPECT_EQ(test, mock_config_accesses(mock), 0);
}

static void find_failing_read(struct kunit *test)
{
	static const int errnos[] = { -EIO, -ETIMEDOUT, -ENODEV };
	struct mock_config *mock = find_three(test);
	const struct config_space *space = find_space(test, mock);
	u32 read, i;

	for (i = 0; i < ARRAY_SIZE(errnos); i++) {
		for (read = 0; read < 3; read++) {
			mock_config_forget(mock);
			mock->faults.fail_access = read;
			mock->faults.fail_access_errno = errnos[i];
			find_refused(test, space, errnos[i]);
		}
	}
}

static void find_all_ones(struct kunit *test)
{
	struct mock_config *mock = find_three(test);
	const struct config_space *space = find_space(test, mock);
	struct sriov_view view;

	mock->faults.gone_from = 0;
	find_refused(test, space, -ENXIO);

	/* SR-IOV is before the header that does not answer, or behind it. */
	mock_config_heal(mock);
	mock->faults.ones_offset = 0x1d0;
	KUNIT_EXPECT_EQ(test, sriov_view_find(space, &view), 0);
	mock->faults.ones_offset = 0x160;
	find_refused(test, space, -ENXIO);
	mock->faults.ones_offset = 0x100;
	find_refused(test, space, -ENXIO);
	mock_config_expect_sane(test, mock);
}

/* The device leaves between the walk and the PCI core's own search. */
static void find_gone_meanwhile(struct kunit *test)
{
	struct mock_config *mock = find_three(test);
	const struct config_space *space = find_space(test, mock);
	struct sriov_view view;

	mock->faults.gone_from = 3;
	KUNIT_EXPECT_EQ(test, sriov_view_find(space, &view),
			find_is_pci(test) ? -ENODEV : 0);
}

/* The PCI core gives up after 480 capabilities, an image does not. */
static void find_far_behind(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	const struct config_space *space = find_space(test, mock);
	struct sriov_view view;
	u32 offset = 0x100;

	for (; offset < 0x100 + 500 * 4; offset += 4)
		mock_config_put_header(mock, offset, PCI_EXT_CAP_ID_VNDR, 1,
				       offset + 4);
	mock_config_put_sriov(mock, offset, 0);
	KUNIT_EXPECT_EQ(test, sriov_view_find(space, &view),
			find_is_pci(test) ? -ENODEV : 0);
	mock_config_expect_sane(test, mock);
}

/* Reads and writes each byte of the structure through the view, and one more. */
static void find_use_all(struct kunit *test, struct sriov_view *view)
{
	u32 span = config_view_span(&view->view);
	u32 offset, value;

	for (offset = 0; offset < span; offset++)
		KUNIT_EXPECT_EQ(test,
				config_view_read(&view->view, offset, 1,
						 &value),
				0);
	KUNIT_EXPECT_EQ(test, config_view_read(&view->view, span, 1, &value),
			-ERANGE);
	KUNIT_EXPECT_EQ(test, config_view_read(&view->view, U32_MAX, 1, &value),
			-ERANGE);
	KUNIT_EXPECT_EQ(test, config_view_set(&view->view, PLACE(span, 1), 0),
			-ERANGE);
	KUNIT_EXPECT_EQ(test, config_view_set(&view->view, PLACE(span, 4), 0),
			-ERANGE);
}

static void find_truncated(struct kunit *test, const struct config_space *space,
			   struct mock_config *mock, u32 len)
{
	struct sriov_view view;

	if (len < SRIOV_LEN) {
		find_refused(test, space, -EINVAL);
	} else {
		KUNIT_ASSERT_EQ_MSG(test, sriov_view_find(space, &view), 0,
				    "%u bytes", len);
		KUNIT_EXPECT_EQ(test, config_view_span(&view.view),
				round_down(len, 4));
		find_use_all(test, &view);
	}
	KUNIT_EXPECT_EQ(test, mock_config_reads_in(mock, 0x100 + len, U32_MAX),
			0);
	mock_config_expect_sane(test, mock);
}

/* Every length at which the space can end within the structure, and past it. */
static void find_space_ends(struct kunit *test)
{
	struct mock_config *whole = mock_config_new(test, 4096);
	struct mock_config *mock;
	u32 len;

	mock_config_put_sriov(whole, 0x100, 0);
	for (len = 0; len <= SRIOV_LEN + 8; len++) {
		mock = mock_config_new(test, 0x100 + len);
		memcpy(mock->bytes, whole->bytes, 0x100 + len);
		find_truncated(test, find_space(test, mock), mock, len);
	}
}

/* Every distance at which a neighbour can start, wherever the chain has it. */
static void find_neighbour(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	const struct config_space *space = find_space(test, mock);
	struct sriov_view view;
	u32 len;

	for (len = 4; len <= SRIOV_LEN + 8; len += 4) {
		mock_config_forget(mock);
		mock_config_put_sriov(mock, 0x100, 0x800);
		mock_config_put_header(mock, 0x100 + len, PCI_EXT_CAP_ID_VNDR,
				       1, 0);
		mock_config_put_header(mock, 0x800, PCI_EXT_CAP_ID_VNDR, 1,
				       0x100 + len);
		if (len < SRIOV_LEN) {
			find_refused(test, space, -EINVAL);
			continue;
		}
		KUNIT_ASSERT_EQ(test, sriov_view_find(space, &view), 0);
		KUNIT_EXPECT_EQ(test, config_view_span(&view.view), len);
		mock_config_forget(mock);
		find_use_all(test, &view);
		KUNIT_EXPECT_EQ(test, mock->reads, len);
		KUNIT_EXPECT_EQ(test,
				mock_config_reads_in(mock, 0x100, 0x100 + len),
				len);
	}
	mock_config_expect_sane(test, mock);
}

/* The view of a capability that iterating met. */
static void find_at(struct kunit *test)
{
	struct mock_config *mock = find_three(test);
	struct ext_chain *chain = ext_chain_read(&mock->space);
	struct ext_cap stranger;
	struct sriov_view view;

	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, chain);
	stranger = chain->caps[1];
	memset(&view, UNTOUCHED, sizeof(view));
	KUNIT_EXPECT_EQ(test, sriov_view_at(chain, &chain->caps[0], &view),
			-ENODEV);
	KUNIT_EXPECT_EQ(test, sriov_view_at(chain, &stranger, &view), -EINVAL);
	KUNIT_EXPECT_EQ(test, sriov_view_at(chain, chain->caps + 3, &view),
			-EINVAL);
	KUNIT_EXPECT_EQ(test, sriov_view_at(chain, chain->caps - 1, &view),
			-EINVAL);
	chain->caps[1].span = SRIOV_LEN - 4;
	KUNIT_EXPECT_EQ(test, sriov_view_at(chain, &chain->caps[1], &view),
			-EINVAL);
	KUNIT_EXPECT_PTR_EQ(test, memchr_inv(&view, UNTOUCHED, sizeof(view)),
			    NULL);

	chain->caps[1].span = SRIOV_LEN;
	KUNIT_EXPECT_EQ(test, sriov_view_at(chain, &chain->caps[1], &view), 0);
	ext_chain_free(chain);

	/* The chain is not needed any more. */
	KUNIT_EXPECT_EQ(test, config_view_base(&view.view), 0x160);
	KUNIT_EXPECT_EQ(test, config_view_span(&view.view), SRIOV_LEN);
	find_use_all(test, &view);
	mock_config_expect_sane(test, mock);
}

static struct kunit_case find_cases[] = {
	KUNIT_CASE_PARAM(find_present, find_way_gen_params),
	KUNIT_CASE_PARAM(find_absent, find_way_gen_params),
	KUNIT_CASE_PARAM(find_first_of_two, find_way_gen_params),
	KUNIT_CASE_PARAM(find_no_extended_space, find_way_gen_params),
	KUNIT_CASE_PARAM(find_failing_read, find_way_gen_params),
	KUNIT_CASE_PARAM(find_all_ones, find_way_gen_params),
	KUNIT_CASE_PARAM(find_gone_meanwhile, find_way_gen_params),
	KUNIT_CASE_PARAM(find_far_behind, find_way_gen_params),
	KUNIT_CASE_PARAM(find_space_ends, find_way_gen_params),
	KUNIT_CASE_PARAM(find_neighbour, find_way_gen_params),
	KUNIT_CASE(find_at),
	/* sentinel */
	{},
};

static struct kunit_suite find_suite = {
	.name = "sriovscope_find",
	.test_cases = find_cases,
};

kunit_test_suite(find_suite);
