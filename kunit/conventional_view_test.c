// SPDX-License-Identifier: GPL-2.0
/*
 * Views of conventional capabilities: found or met, bounded, and never of the
 * other kind.
 */
#include <kunit/test.h>
#include <linux/err.h>
#include <sriovscope/capabilities.h>

#include "device_space.h"
#include "masks.h"

/* A field that is all of its register */
#define PLACE(offset, wide) \
	((struct field_place){ (offset), (wide), 0, 8 * (wide) })

#define PM_AT 0x40
#define PCIE_AT 0x60
#define MSI_AT 0xa0
#define UNTOUCHED 0x5a

static void put_cap(struct mock_config *mock, u8 offset, u8 id, u8 next)
{
	mock_config_put8(mock, offset, id);
	mock_config_put8(mock, offset + 1, next);
}

/* Power Management, PCI Express and MSI, of which byte n reads n. */
static struct mock_config *three_mock(struct kunit *test, u32 size)
{
	struct mock_config *mock = mock_config_new(test, size);
	u32 offset;

	for (offset = 0; offset < MSI_AT - PCIE_AT; offset++) {
		mock_config_put8(mock, PCIE_AT + offset, offset);
		if (PM_AT + offset < PCIE_AT)
			mock_config_put8(mock, PM_AT + offset, offset);
	}
	mock_config_put32(mock, PCI_VENDOR_ID, 0x12345678);
	mock_config_put16(mock, PCI_STATUS, PCI_STATUS_CAP_LIST);
	mock_config_put8(mock, PCI_CAPABILITY_LIST, PM_AT);
	put_cap(mock, PM_AT, PCI_CAP_ID_PM, PCIE_AT);
	put_cap(mock, PCIE_AT, PCI_CAP_ID_EXP, MSI_AT);
	put_cap(mock, MSI_AT, PCI_CAP_ID_MSI, 0);
	return mock;
}

/* A space as it is, 256 or 4096 bytes, or behind a mock device. */
static const struct view_place {
	const char *name;
	u32 size;
	bool pci;
} view_places[] = {
	{ "256", 256, false },
	{ "4096", 4096, false },
	{ "pci 256", 256, true },
	{ "pci 4096", 4096, true },
};

static void view_place_describe(const struct view_place *place, char *name)
{
	strscpy(name, place->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(view_place, view_places, view_place_describe);

static struct mock_config *place_mock(struct kunit *test)
{
	const struct view_place *place = test->param_value;

	return three_mock(test, place->size);
}

static const struct config_space *place_space(struct kunit *test,
					      struct mock_config *mock)
{
	const struct view_place *place = test->param_value;

	return place->pci ? device_space_new(test, mock) : &mock->space;
}

static void find_refused(struct kunit *test, const struct config_space *space,
			 int expect)
{
	struct pcie_view view;

	memset(&view, UNTOUCHED, sizeof(view));
	KUNIT_EXPECT_EQ(test, pcie_view_find(space, &view), expect);
	KUNIT_EXPECT_PTR_EQ(test, memchr_inv(&view, UNTOUCHED, sizeof(view)),
			    NULL);
}

static void conventional_find(struct kunit *test)
{
	struct mock_config *mock = place_mock(test);
	const struct config_space *space = place_space(test, mock);
	struct pcie_view pcie;
	struct pm_view pm;

	KUNIT_ASSERT_EQ(test, pcie_view_find(space, &pcie), 0);
	KUNIT_EXPECT_EQ(test, mock->reads, 2 + 3);
	KUNIT_EXPECT_EQ(test, config_view_base(&pcie.view), PCIE_AT);
	KUNIT_EXPECT_EQ(test, config_view_span(&pcie.view), MSI_AT - PCIE_AT);
	KUNIT_ASSERT_EQ(test, pm_view_find(space, &pm), 0);
	KUNIT_EXPECT_EQ(test, config_view_base(&pm.view), PM_AT);
	KUNIT_EXPECT_EQ(test, config_view_span(&pm.view), PCIE_AT - PM_AT);

	/* The first of two; of a bridge, too. */
	mock_config_put8(mock, MSI_AT, PCI_CAP_ID_EXP);
	mock_config_put8(mock, PCI_HEADER_TYPE, PCI_HEADER_TYPE_BRIDGE);
	KUNIT_ASSERT_EQ(test, pcie_view_find(space, &pcie), 0);
	KUNIT_EXPECT_EQ(test, config_view_base(&pcie.view), PCIE_AT);
	mock_config_put8(mock, PCIE_AT, PCI_CAP_ID_VNDR);
	KUNIT_ASSERT_EQ(test, pcie_view_find(space, &pcie), 0);
	KUNIT_EXPECT_EQ(test, config_view_base(&pcie.view), MSI_AT);
	KUNIT_EXPECT_EQ(test, config_view_span(&pcie.view), 256 - MSI_AT);
	mock_config_expect_sane(test, mock);
}

static void conventional_absent(struct kunit *test)
{
	struct mock_config *mock = place_mock(test);
	const struct config_space *space = place_space(test, mock);

	mock_config_put8(mock, PCIE_AT, PCI_CAP_ID_VNDR);
	find_refused(test, space, -ENODEV);
	mock_config_put8(mock, PCIE_AT, PCI_CAP_ID_EXP);
	mock_config_put16(mock, PCI_STATUS, 0);
	find_refused(test, space, -ENODEV);
}

/* Gone at any read before the header of the capability was seen. */
static void conventional_gone(struct kunit *test)
{
	struct mock_config *mock = place_mock(test);
	const struct config_space *space = place_space(test, mock);
	struct pcie_view view;
	u32 n;

	for (n = 0; n < 5; n++) {
		mock_config_forget(mock);
		mock->faults.gone_from = n;
		if (n < 4)
			find_refused(test, space, -ENXIO);
		else
			KUNIT_EXPECT_EQ(test, pcie_view_find(space, &view), 0);
		mock_config_heal(mock);
		mock_config_forget(mock);
		mock->faults.fail_access = n;
		mock->faults.fail_access_errno = -ETIMEDOUT;
		find_refused(test, space, -ETIMEDOUT);
		KUNIT_EXPECT_EQ(test, mock->reads, n + 1);
		mock_config_heal(mock);
	}
	mock_config_expect_sane(test, mock);
}

/* PCI Express has the ID of SR-IOV, and Power Management that of AER. */
static void conventional_other_kind(struct kunit *test)
{
	struct mock_config *mock = place_mock(test);
	const struct config_space *space = place_space(test, mock);
	struct ext_chain *ext, *conventional;
	struct sriov_view sriov;
	struct pcie_view pcie;

	if (space->size == PCI_CFG_SPACE_SIZE) {
		KUNIT_EXPECT_EQ(test, sriov_view_find(space, &sriov), -EINVAL);
		return;
	}
	KUNIT_EXPECT_EQ(test, sriov_view_find(space, &sriov), -ENODEV);
	mock_config_put_sriov(mock, 0x100, 0);
	KUNIT_ASSERT_EQ(test, sriov_view_find(space, &sriov), 0);
	KUNIT_EXPECT_EQ(test, config_view_base(&sriov.view), 0x100);
	KUNIT_ASSERT_EQ(test, pcie_view_find(space, &pcie), 0);
	KUNIT_EXPECT_EQ(test, config_view_base(&pcie.view), PCIE_AT);

	ext = ext_chain_read(space);
	conventional = conventional_chain_read(space);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, ext);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, conventional);
	KUNIT_ASSERT_EQ(test, conventional->count, 3);
	KUNIT_ASSERT_EQ(test, ext->count, 1);
	conventional->caps[1].span = 64;
	KUNIT_EXPECT_EQ(test, pcie_view_at(ext, ext->caps, &pcie), -ENODEV);
	KUNIT_EXPECT_EQ(test,
			sriov_view_at(conventional, conventional->caps + 1,
				      &sriov),
			-ENODEV);
	/* Nor by lending a capability to the other chain. */
	KUNIT_EXPECT_EQ(test, pcie_view_at(conventional, ext->caps, &pcie),
			-EINVAL);
	KUNIT_EXPECT_EQ(test,
			sriov_view_at(ext, conventional->caps + 1, &sriov),
			-EINVAL);
	KUNIT_EXPECT_EQ(test,
			pcie_view_at(conventional, conventional->caps, &pcie),
			-ENODEV);
	KUNIT_EXPECT_EQ(test,
			pcie_view_at(conventional, conventional->caps + 1,
				     &pcie),
			0);
	ext_chain_free(ext);
	ext_chain_free(conventional);

	mock_config_put16(mock, PCI_STATUS, 0);
	find_refused(test, space, -ENODEV);
}

/* Reads each byte of the view, and what is around it. */
static void use_all(struct kunit *test, struct mock_config *mock,
		    const struct config_view *view)
{
	u32 base = config_view_base(view), span = config_view_span(view);
	u32 offset, value = UNTOUCHED;

	mock_config_forget(mock);
	for (offset = 0; offset < span; offset++)
		KUNIT_EXPECT_EQ(test, config_view_read(view, offset, 1, &value),
				0);
	for (offset = span; offset < 2 * PCI_CFG_SPACE_EXP_SIZE; offset++)
		KUNIT_EXPECT_EQ(test, config_view_read(view, offset, 1, &value),
				-ERANGE);
	KUNIT_EXPECT_EQ(test, config_view_read(view, -4, 4, &value), -ERANGE);
	KUNIT_EXPECT_EQ(test, config_view_set(view, PLACE(span, 1), 0),
			-ERANGE);
	KUNIT_EXPECT_EQ(test, mock->reads, span);
	KUNIT_EXPECT_EQ(test, mock_config_reads_in(mock, base, base + span),
			span);
	mock_config_expect_sane(test, mock);
}

/* Every distance at which a neighbour, or byte 256, can be. */
static void conventional_span(struct kunit *test)
{
	struct mock_config *mock = place_mock(test);
	const struct config_space *space = place_space(test, mock);
	const u32 least = PCI_CAP_EXP_RC_ENDPOINT_SIZEOF_V1;
	struct pcie_view view;
	u32 len;

	for (len = 4; PCIE_AT + len <= 256; len += 4) {
		mock_config_put16(mock, PCIE_AT + len - 2, 0);
		put_cap(mock, PCIE_AT, PCI_CAP_ID_EXP, 0);
		if (PCIE_AT + len < 256) {
			put_cap(mock, PCIE_AT, PCI_CAP_ID_EXP, PCIE_AT + len);
			put_cap(mock, PCIE_AT + len, PCI_CAP_ID_MSI, 0);
		}
		if (len < least) {
			find_refused(test, space, -EINVAL);
			continue;
		}
		KUNIT_ASSERT_EQ(test, pcie_view_find(space, &view), 0);
		KUNIT_EXPECT_EQ(test, config_view_span(&view.view), len);
		use_all(test, mock, &view.view);
	}
}

/* What version 1 does not have belongs to the neighbour: it is not read. */
static void conventional_short(struct kunit *test)
{
	struct mock_config *mock = place_mock(test);
	const struct config_space *space = place_space(test, mock);
	struct pcie_snapshot snap;
	struct pcie_view view;
	struct pcie_slot_capabilities_reg slot = { .raw = UNTOUCHED };
	struct pcie_link_status_reg link;
	bool value = false;
	int ret;

	put_cap(mock, PCIE_AT, PCI_CAP_ID_EXP, PCIE_AT + 0x14);
	put_cap(mock, PCIE_AT + 0x14, PCI_CAP_ID_MSI, 0);
	KUNIT_ASSERT_EQ(test, pcie_view_find(space, &view), 0);
	mock_config_forget(mock);
	KUNIT_EXPECT_EQ(test,
			view_get(&view, tag_10bit_requester_enable, &value),
			-ERANGE);
	KUNIT_EXPECT_EQ(test, view_read(&view, slot_capabilities, &slot),
			-ERANGE);
	ret = view_set(&view, tag_10bit_requester_enable, true);
	KUNIT_EXPECT_EQ(test, ret, -ERANGE);
	KUNIT_EXPECT_EQ(test, view_snapshot(&view, &snap), -ERANGE);
	KUNIT_EXPECT_FALSE(test, value);
	KUNIT_EXPECT_EQ(test, slot.raw, UNTOUCHED);
	KUNIT_EXPECT_EQ(test,
			mock_config_reads_in(mock, PCIE_AT + 0x14, U32_MAX), 0);
	KUNIT_ASSERT_EQ(test, view_read(&view, link_status, &link), 0);
	KUNIT_EXPECT_EQ(test, link.raw, 0x1312);
	mock_config_expect_sane(test, mock);
}

#define expect_register(test, mock, v, reg, want)                   \
	do {                                                        \
		typeof((v)->registers->reg) got = {};               \
		mock_config_forget(mock);                           \
		KUNIT_EXPECT_EQ(test, view_read(v, reg, &got), 0);  \
		KUNIT_EXPECT_EQ(test, (mock)->reads, 1);            \
		KUNIT_EXPECT_EQ(test, (mock)->log->access[0].width, \
				sizeof(got.raw));                   \
		KUNIT_EXPECT_EQ(test, got.raw, want);               \
	} while (0)

static void conventional_fields(struct kunit *test)
{
	struct mock_config *mock = place_mock(test);
	const struct config_space *space = place_space(test, mock);
	struct pcie_view pcie;
	struct pm_view pm;

	KUNIT_ASSERT_EQ(test, pm_view_find(space, &pm), 0);
	expect_register(test, mock, &pm, id, PCI_CAP_ID_PM);
	expect_register(test, mock, &pm, next, PCIE_AT);
	expect_register(test, mock, &pm, capabilities, 0x0302);
	expect_register(test, mock, &pm, control_status, 0x0504);
	expect_register(test, mock, &pm, data, 0x07);

	KUNIT_ASSERT_EQ(test, pcie_view_find(space, &pcie), 0);
	expect_register(test, mock, &pcie, id, PCI_CAP_ID_EXP);
	expect_register(test, mock, &pcie, next, MSI_AT);
	expect_register(test, mock, &pcie, flags, 0x0302);
	expect_register(test, mock, &pcie, device_capabilities, 0x07060504);
	expect_register(test, mock, &pcie, device_control, 0x0908);
	expect_register(test, mock, &pcie, link_status, 0x1312);
	expect_register(test, mock, &pcie, root_status, 0x23222120);
	expect_register(test, mock, &pcie, device_capabilities_2, 0x27262524);
	expect_register(test, mock, &pcie, device_control_2, 0x2928);
	expect_register(test, mock, &pcie, slot_status_2, 0x3b3a);
	mock_config_expect_sane(test, mock);
}

/* The next pointer and what is behind it are no part of the ID. */
static void conventional_snapshot(struct kunit *test)
{
	struct mock_config *mock = place_mock(test);
	const struct config_space *space = place_space(test, mock);
	struct pm_snapshot snap;
	struct pm_view view;

	KUNIT_ASSERT_EQ(test, pm_view_find(space, &view), 0);
	mock_config_forget(mock);
	KUNIT_ASSERT_EQ(test, view_snapshot(&view, &snap), 0);
	KUNIT_EXPECT_EQ(test, mock->reads, 2);
	KUNIT_EXPECT_EQ(test, snap.offset, PM_AT);
	KUNIT_EXPECT_EQ(test, snap.span, PCIE_AT - PM_AT);
	KUNIT_EXPECT_EQ(test, snapshot_get(&snap, next), PCIE_AT);
	KUNIT_EXPECT_EQ(test, snapshot_register(&snap, control_status).raw,
			0x0504);
	KUNIT_EXPECT_EQ(test, snapshot_get(&snap, data), 0x07);

	mock_config_put8(mock, PM_AT, PCI_CAP_ID_VNDR);
	KUNIT_EXPECT_EQ(test, view_snapshot(&view, &snap), -EIO);
	mock->faults.gone_from = 0;
	KUNIT_EXPECT_EQ(test, view_snapshot(&view, &snap), -ENODEV);
}

/* Device 3 is an extended one beside them. */
static void conventional_device_3(struct kunit *test)
{
	struct mock_config *mock = three_mock(test, 0x110);
	struct dev3_view view;

	mock_config_put_header(mock, 0x100, EXT_CAP_ID_DEV3, 1, 0);
	mock_config_put32(mock, 0x104, DEV3_CAP_14BIT_TAG_REQUESTER);
	mock_config_put32(mock, 0x108, 8);
	mock_config_put32(mock, 0x10c, 12);
	KUNIT_ASSERT_EQ(test, dev3_view_find(&mock->space, &view), 0);
	expect_register(test, mock, &view, capabilities, 4);
	expect_register(test, mock, &view, control, 8);
	expect_register(test, mock, &view, status, 12);
	KUNIT_EXPECT_STREQ(test, ext_cap_name(EXT_CAP_ID_DEV3), dev3_type.name);
	KUNIT_EXPECT_EQ(test, ext_cap_min_size(EXT_CAP_ID_DEV3),
			dev3_type.size);
	mock_config_expect_sane(test, mock);
}

static struct kunit_case conventional_view_cases[] = {
	KUNIT_CASE_PARAM(conventional_find, view_place_gen_params),
	KUNIT_CASE_PARAM(conventional_absent, view_place_gen_params),
	KUNIT_CASE_PARAM(conventional_gone, view_place_gen_params),
	KUNIT_CASE_PARAM(conventional_other_kind, view_place_gen_params),
	KUNIT_CASE_PARAM(conventional_span, view_place_gen_params),
	KUNIT_CASE_PARAM(conventional_short, view_place_gen_params),
	KUNIT_CASE_PARAM(conventional_fields, view_place_gen_params),
	KUNIT_CASE_PARAM(conventional_snapshot, view_place_gen_params),
	KUNIT_CASE(conventional_device_3),
	/* sentinel */
	{},
};

static struct kunit_suite conventional_view_suite = {
	.name = "sriovscope_conventional_view",
	.test_cases = conventional_view_cases,
};

kunit_test_suite(conventional_view_suite);
