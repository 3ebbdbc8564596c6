// SPDX-License-Identifier: GPL-2.0
/*
 * Which bits of a simulated function can be written: numbers are those of the
 * specification.
 *
 * Kernel only: the simulator is a module, and no part of the core.
 */
#include <kunit/test.h>

#include "sim_fixture.h"

#define MSI_AT 0xa0
#define PM_AT 0xa8
#define VENDOR_AT 0xb0

/* As short as can be, and one shorter, the first one last: their bits are theirs. */
static void sim_bits_of_capabilities(struct kunit *test)
{
	struct sim_context *context = test->priv;
	u8 *image = context->setup->image;

	image[PCIE_AT + PCI_CAP_LIST_NEXT] = VENDOR_AT;
	image[VENDOR_AT + PCI_CAP_LIST_NEXT] = PM_AT;
	image[PM_AT] = PCI_CAP_ID_PM;
	image[PM_AT + PCI_CAP_LIST_NEXT] = MSI_AT;
	image[MSI_AT] = PCI_CAP_ID_MSI;
	image[VENDOR_AT] = PCI_CAP_ID_VNDR;
	sim_on(test);
	sim_put(test, MSI_AT + PCI_MSI_ADDRESS_LO, 4, U32_MAX);
	KUNIT_EXPECT_EQ(test, sim_get(test, MSI_AT + PCI_MSI_ADDRESS_LO, 4),
			0xfffffffc);
	sim_put(test, PM_AT, 4, U32_MAX);
	KUNIT_EXPECT_EQ(test, sim_get(test, PM_AT, 4),
			MSI_AT << 8 | PCI_CAP_ID_PM);
	sim_put(test, PM_AT + PCI_PM_CTRL, 2, 3);
	KUNIT_EXPECT_EQ(test, sim_get(test, PM_AT + PCI_PM_CTRL, 2), 3);
	sim_put(test, VENDOR_AT, 4, U32_MAX);
	KUNIT_EXPECT_EQ(test, sim_get(test, VENDOR_AT, 4),
			PM_AT << 8 | PCI_CAP_ID_VNDR);
}

/* What stays of all ones that are written to a dword, and of zeroes behind them */
static void sim_expect_bits(struct kunit *test, u32 offset, u32 bits)
{
	u32 read_only;

	sim_put(test, offset, 4, 0);
	read_only = sim_get(test, offset, 4);
	sim_put(test, offset, 4, U32_MAX);
	KUNIT_EXPECT_EQ_MSG(test, sim_get(test, offset, 4) & ~read_only, bits,
			    "at %#x", offset);
}

/* With 64-bit Address Capable and Per-Vector Masking Capable, and without */
static void sim_layouts_of_msi(struct kunit *test)
{
	static const struct {
		u32 control;
		u32 bits[4];
	} cases[] = {
		{ 0x000, { U32_MAX } },
		{ 0x080, { U32_MAX, U32_MAX } },
		{ 0x100, { U32_MAX, U32_MAX } },
		{ 0x180, { U32_MAX, U32_MAX, U32_MAX } },
	};
	u32 i, n;

	sim_put_image(test, PCIE_AT, 2 << 16 | MSI_AT << 8 | PCI_CAP_ID_EXP);
	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		sim_put_image(test, MSI_AT,
			      cases[i].control << 16 | PCI_CAP_ID_MSI);
		sim_on(test);
		sim_expect_bits(test, MSI_AT, 0x0471 << 16);
		sim_expect_bits(test, MSI_AT + 4, 0xfffffffc);
		for (n = 0; n < ARRAY_SIZE(cases[i].bits); n++)
			sim_expect_bits(test, MSI_AT + 8 + n * 4,
					cases[i].bits[n]);
	}
}

#define PCIE_CONTROLS 6

/* Version 1 ends behind Device, Link, Slot or Root Control, by its type. */
static void sim_ends_of_pcie(struct kunit *test)
{
	static const u32 at[PCIE_CONTROLS] = {
		0x08, 0x10, 0x18, 0x1c, 0x28, 0x30,
	};
	static const u32 bits[PCIE_CONTROLS] = {
		0xffff, 0xffff, 0x7fff, 0x003f, 0xffff, 0xffbf,
	};
	static const struct {
		u32 flags;
		u32 controls;
	} cases[] = {
		{ 0x02, 6 }, { 0x42, 6 }, { 0x01, 2 }, { 0x11, 2 }, { 0x51, 2 },
		{ 0x61, 3 }, { 0x41, 4 }, { 0xa1, 4 }, { 0x91, 1 },
	};
	bool there;
	u32 i, n;

	sim_put_image(test, PCIE_AT + PCI_EXP_DEVCAP, 0);
	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		sim_put_image(test, PCIE_AT,
			      cases[i].flags << 16 | PCI_CAP_ID_EXP);
		sim_on(test);
		for (n = 0; n < PCIE_CONTROLS; n++) {
			there = n < cases[i].controls;
			sim_expect_bits(test, PCIE_AT + at[n],
					there ? bits[n] : 0);
		}
	}
}

#define OPTIONAL_AT 0x200

static void sim_put_cap(struct kunit *test, u32 id, u32 first, u32 second)
{
	sim_put_image(test, SRIOV_AT, OPTIONAL_AT << 20 | 1 << 16 | 0x10);
	sim_put_image(test, OPTIONAL_AT, 1 << 16 | id);
	sim_put_image(test, OPTIONAL_AT + 4, first);
	sim_put_image(test, OPTIONAL_AT + 8, second);
	sim_on(test);
}

/* Root Error Command is there of those that errors are reported to. */
static void sim_root_errors(struct kunit *test)
{
	static const struct {
		u32 flags;
		u32 bits;
	} cases[] = {
		{ 0x02, 0 },
		{ 0x42, 7 },
		{ 0x62, 0 },
		{ 0xa2, 7 },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		sim_put_image(test, PCIE_AT,
			      cases[i].flags << 16 | PCI_CAP_ID_EXP);
		sim_put_cap(test, PCI_EXT_CAP_ID_ERR, 0, 0);
		sim_expect_bits(test, OPTIONAL_AT + 0x2c, cases[i].bits);
		sim_expect_bits(test, OPTIONAL_AT + 0x14, 0x0000f1c1);
	}
}

/* An Egress Control Vector of so many dwords, by P2P Egress Control and size */
static void sim_egress_control(struct kunit *test)
{
	static const struct {
		u32 capability;
		u32 dwords;
	} cases[] = {
		{ 0x2000, 0 }, { 0x0120, 1 }, { 0x2020, 1 },
		{ 0x2120, 2 }, { 0xff20, 8 }, { 0x0020, 8 },
	};
	bool there;
	u32 i, n;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		sim_put_cap(test, PCI_EXT_CAP_ID_ACS, cases[i].capability, 0);
		for (n = 0; n < 10; n++) {
			there = n < cases[i].dwords;
			sim_expect_bits(test, OPTIONAL_AT + 8 + n * 4,
					there ? U32_MAX : 0);
		}
	}
}

/* An ST Table has half a dword at its end, or is somewhere else. */
static void sim_st_table(struct kunit *test)
{
	sim_put_cap(test, PCI_EXT_CAP_ID_TPH, 2 << 16 | 1 << 9, 0);
	sim_expect_bits(test, OPTIONAL_AT + 8, 0x307);
	sim_expect_bits(test, OPTIONAL_AT + 0xc, U32_MAX);
	sim_expect_bits(test, OPTIONAL_AT + 0x10, U16_MAX);
	sim_expect_bits(test, OPTIONAL_AT + 0x14, 0);
	sim_put_cap(test, PCI_EXT_CAP_ID_TPH, 2 << 16 | 2 << 9, 0);
	sim_expect_bits(test, OPTIONAL_AT + 0xc, 0);
}

/* Behind Link IDE for one TC: a stream with an address block, and one without */
static void sim_ide_streams(struct kunit *test)
{
	const u32 first = OPTIONAL_AT + 0x0c + 8, second = first + 0x20;

	sim_put_image(test, first, 1);
	sim_put_cap(test, 0x30, 1 << 16 | 3, 0);
	sim_expect_bits(test, OPTIONAL_AT + 4, 0);
	sim_expect_bits(test, OPTIONAL_AT + 8, 4);
	sim_expect_bits(test, OPTIONAL_AT + 0xc, 0);
	sim_expect_bits(test, first, 0);
	sim_expect_bits(test, first + 4, 0xfffffffd);
	sim_expect_bits(test, first + 0xc, 0x00ffff00);
	sim_expect_bits(test, first + 0x10, 0xffffff01);
	sim_expect_bits(test, first + 0x14, 0);
	sim_expect_bits(test, second, 0);
	sim_expect_bits(test, second + 4, 0xfffffffd);
	sim_expect_bits(test, second + 0x10, 0xffffff01);
	sim_expect_bits(test, second + 0x18, 0);

	/* One alone, and nothing where the other was */
	sim_put_cap(test, 0x30, 0 << 16 | 3, 0);
	sim_expect_bits(test, first + 4, 0xfffffffd);
	sim_expect_bits(test, second + 4, 0);
}

/* A bridge has bus numbers where others have BARs, and neither has a ROM. */
static void sim_headers(struct kunit *test)
{
	struct sim_context *context = test->priv;

	sim_put_image(test, PCI_ROM_ADDRESS, 0xfe000001);
	sim_on(test);
	sim_expect_bits(test, PCI_ROM_ADDRESS, 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_ROM_ADDRESS, 4), 0);
	sim_expect_bits(test, PCI_BASE_ADDRESS_4, 0);

	context->setup->image[PCI_HEADER_TYPE] = PCI_HEADER_TYPE_BRIDGE;
	sim_put_image(test, PCI_ROM_ADDRESS1, 0xfe000001);
	sim_on(test);
	sim_expect_bits(test, PCI_PRIMARY_BUS, 0x00ffffff);
	sim_expect_bits(test, PCI_ROM_ADDRESS1, 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_ROM_ADDRESS1, 4), 0);
	sim_expect_bits(test, PCI_INTERRUPT_LINE, 0x005f00ff);
}

static struct kunit_case sim_masks_cases[] = {
	KUNIT_CASE(sim_bits_of_capabilities),
	KUNIT_CASE(sim_layouts_of_msi),
	KUNIT_CASE(sim_ends_of_pcie),
	KUNIT_CASE(sim_root_errors),
	KUNIT_CASE(sim_egress_control),
	KUNIT_CASE(sim_st_table),
	KUNIT_CASE(sim_ide_streams),
	KUNIT_CASE(sim_headers),
	/* sentinel */
	{},
};

static struct kunit_suite sim_masks_suite = {
	.name = "sriovscope_sim_masks",
	.init = sim_fixture_init,
	.exit = sim_fixture_exit,
	.test_cases = sim_masks_cases,
};

kunit_test_suite(sim_masks_suite);
