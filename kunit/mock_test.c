// SPDX-License-Identifier: GPL-2.0
/*
 * The mocks themselves: what the other suites prove is worth as much as these.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <sriovscope/capabilities.h>

#include "core/mock/hardware.h"
#include "mock_space.h"

#define AT 0x40

static struct mock_config *mock_masked(struct kunit *test, u32 rw, u32 w1c)
{
	struct mock_config *mock = mock_config_new(test, PCI_CFG_SPACE_SIZE);

	mock_config_put32(mock, AT, 0x55667788);
	mock_config_put32(mock, AT + 4, 0x11223344);
	mock_config_put_masks(mock, AT, rw, w1c);
	return mock;
}

static void mock_masks(struct kunit *test)
{
	static const struct {
		u32 rw, w1c, write, expect;
	} cases[] = {
		{ 0, 0, U32_MAX, 0x55667788 },
		{ U32_MAX, 0, 0x01020304, 0x01020304 },
		{ 0, U32_MAX, 0, 0x55667788 },
		{ 0, U32_MAX, U32_MAX, 0 },
		{ 0, U32_MAX, 0x00660008, 0x55007780 },
		{ 0x0000ffff, 0xffff0000, 0x05000000, 0x50660000 },
		{ 0xf0f0f0f0, 0, 0xffffffff, 0xf5f6f7f8 },
	};
	struct mock_config *mock;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		mock = mock_masked(test, cases[i].rw, cases[i].w1c);
		KUNIT_EXPECT_EQ(test,
				config_write(&mock->space, AT, 4,
					     cases[i].write),
				0);
		KUNIT_EXPECT_EQ_MSG(test, mock_config_get32(mock, AT),
				    cases[i].expect, "case %u", i);
		KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT + 4),
				0x11223344);
		mock_config_expect_sane(test, mock);
	}
}

/* A narrow write neither changes nor clears a bit of its neighbours. */
static void mock_narrow_writes(struct kunit *test)
{
	static const struct {
		u32 offset, width, value, rw, w1c;
	} cases[] = {
		{ AT, 1, 0xff, 0x556677ff, 0x55667700 },
		{ AT + 1, 1, 0xff, 0x5566ff88, 0x55660088 },
		{ AT + 2, 1, 0x00, 0x55007788, 0x55667788 },
		{ AT + 3, 1, 0x11, 0x11667788, 0x44667788 },
		{ AT, 2, 0xff00, 0x5566ff00, 0x55660088 },
		{ AT + 2, 2, 0x00ff, 0x00ff7788, 0x55007788 },
	};
	struct mock_config *mock;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		mock = mock_masked(test, U32_MAX, 0);
		config_write(&mock->space, cases[i].offset, cases[i].width,
			     cases[i].value);
		KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT), cases[i].rw);

		mock = mock_masked(test, 0, U32_MAX);
		config_write(&mock->space, cases[i].offset, cases[i].width,
			     cases[i].value);
		KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT),
				cases[i].w1c);
	}
}

static void mock_log(struct kunit *test)
{
	struct mock_config *mock = mock_masked(test, U32_MAX, 0);
	const struct mock_access *access = mock->log->access;
	u32 value, i;

	config_read(&mock->space, AT + 2, 2, &value);
	config_write(&mock->space, AT + 1, 1, 0xab);
	KUNIT_ASSERT_EQ(test, mock->log->count, 2);
	KUNIT_EXPECT_EQ(test, mock->reads, 1);
	KUNIT_EXPECT_EQ(test, mock->writes, 1);
	KUNIT_EXPECT_EQ(test, access[0].offset, AT + 2);
	KUNIT_EXPECT_EQ(test, access[0].width, 2);
	KUNIT_EXPECT_EQ(test, access[0].value, 0x5566);
	KUNIT_EXPECT_FALSE(test, access[0].is_write);
	KUNIT_EXPECT_EQ(test, access[1].offset, AT + 1);
	KUNIT_EXPECT_EQ(test, access[1].width, 1);
	KUNIT_EXPECT_EQ(test, access[1].value, 0xab);
	KUNIT_EXPECT_TRUE(test, access[1].is_write);

	KUNIT_EXPECT_EQ(test, mock_config_reads_in(mock, AT, AT + 4), 1);
	KUNIT_EXPECT_EQ(test, mock_config_reads_in(mock, AT + 3, AT + 8), 1);
	KUNIT_EXPECT_EQ(test, mock_config_reads_in(mock, AT, AT + 2), 0);
	KUNIT_EXPECT_EQ(test, mock_config_reads_in(mock, AT + 4, AT + 8), 0);

	mock_config_forget(mock);
	for (i = 0; i < MOCK_LOG_MAX; i++)
		config_read(&mock->space, AT, 4, &value);
	KUNIT_EXPECT_FALSE(test, mock->log->overflowed);
	config_read(&mock->space, AT, 4, &value);
	KUNIT_EXPECT_TRUE(test, mock->log->overflowed);
	KUNIT_EXPECT_EQ(test, mock->log->count, MOCK_LOG_MAX);
	KUNIT_EXPECT_EQ(test, mock->reads, MOCK_LOG_MAX + 1);
}

static void mock_fails(struct kunit *test)
{
	struct mock_config *mock = mock_masked(test, U32_MAX, 0);
	u32 value;

	mock->faults.fail_access = 1;
	mock->faults.fail_access_errno = -EIO;
	KUNIT_EXPECT_EQ(test, config_read(&mock->space, AT, 4, &value), 0);
	KUNIT_EXPECT_EQ(test, config_write(&mock->space, AT, 4, 0), -EIO);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT), 0x55667788);
	KUNIT_EXPECT_EQ(test, config_read(&mock->space, AT, 4, &value), 0);

	mock->faults.fail_offset = AT + 3;
	mock->faults.fail_offset_errno = -ETIMEDOUT;
	KUNIT_EXPECT_EQ(test, config_read(&mock->space, AT, 1, &value),
			-ETIMEDOUT);
	KUNIT_EXPECT_EQ(test, config_read(&mock->space, AT + 4, 4, &value), 0);
	KUNIT_EXPECT_EQ(test, config_read(&mock->space, AT - 4, 4, &value), 0);

	mock_config_heal(mock);
	KUNIT_EXPECT_EQ(test, config_read(&mock->space, AT, 1, &value), 0);
}

static void mock_goes_away(struct kunit *test)
{
	struct mock_config *mock = mock_masked(test, U32_MAX, 0);
	u32 value;

	mock->faults.gone_from = 1;
	config_read(&mock->space, AT, 4, &value);
	KUNIT_EXPECT_EQ(test, value, 0x55667788);
	KUNIT_EXPECT_EQ(test, config_write(&mock->space, AT, 4, 0), 0);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT), 0x55667788);
	config_read(&mock->space, AT, 4, &value);
	KUNIT_EXPECT_EQ(test, value, U32_MAX);
	config_read(&mock->space, AT, 2, &value);
	KUNIT_EXPECT_EQ(test, value, U16_MAX);
	config_read(&mock->space, AT, 1, &value);
	KUNIT_EXPECT_EQ(test, value, U8_MAX);

	mock_config_heal(mock);
	mock->faults.ones_offset = AT + 4;
	config_read(&mock->space, AT + 6, 2, &value);
	KUNIT_EXPECT_EQ(test, value, U16_MAX);
	config_read(&mock->space, AT, 4, &value);
	KUNIT_EXPECT_EQ(test, value, 0x55667788);
}

/* What a broken gate would let through is counted, refused and logged. */
/* One read has other bits than before; the next one is as it should be. */
static void mock_odd_read(struct kunit *test)
{
	struct mock_config *mock = mock_masked(test, U32_MAX, 0);
	u32 value;

	mock->faults.odd_access = 1;
	mock->faults.odd_ones = 0xf;
	mock->faults.odd_flips = U32_MAX;
	config_read(&mock->space, AT, 4, &value);
	KUNIT_EXPECT_EQ(test, value, 0x55667788);
	config_read(&mock->space, AT, 2, &value);
	KUNIT_EXPECT_EQ(test, value, 0x8870);
	config_read(&mock->space, AT, 2, &value);
	KUNIT_EXPECT_EQ(test, value, 0x7788);
	mock_config_forget(mock);
	mock->faults.odd_access = 0;
	config_write(&mock->space, AT, 4, 0x01020304);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT), 0x01020304);
	mock_config_heal(mock);
	mock_config_forget(mock);
	config_read(&mock->space, AT, 4, &value);
	KUNIT_EXPECT_EQ(test, value, 0x01020304);
}

static void mock_violations(struct kunit *test)
{
	static const struct {
		u32 offset, width;
	} cases[] = {
		{ 0x100, 4 }, { 0xfe, 4 },    { 0x1, 2 },
		{ 0x2, 4 },   { 0x0, 3 },     { 0x0, 0 },
		{ 0x0, 8 },   { U32_MAX, 1 }, { U32_MAX - 3, 4 },
	};
	struct mock_config *mock = mock_config_new(test, 0x100);
	u32 value, i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		KUNIT_EXPECT_EQ(test,
				mock->space.ops->read(&mock->space,
						      cases[i].offset,
						      cases[i].width, &value),
				-EINVAL);
		KUNIT_EXPECT_EQ(test,
				mock->space.ops->write(&mock->space,
						       cases[i].offset,
						       cases[i].width, 0),
				-EINVAL);
		KUNIT_EXPECT_EQ(test, mock->violations, 2 * (i + 1));
	}
	KUNIT_EXPECT_EQ(test, mock->log->count, 2 * ARRAY_SIZE(cases));
	KUNIT_EXPECT_TRUE(test, mock_config_intact(mock));
}

static void mock_canaries(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 0x123);
	u8 *const places[] = {
		mock->front,	     mock->front + MOCK_CANARY_SIZE - 1,
		mock->bytes + 0x123, mock->bytes + sizeof(mock->bytes) - 1,
		mock->back,	     mock->back + MOCK_CANARY_SIZE - 1,
	};
	u32 i;

	memset(mock->bytes, 0, 0x123);
	KUNIT_EXPECT_TRUE(test, mock_config_intact(mock));
	for (i = 0; i < ARRAY_SIZE(places); i++) {
		*places[i] ^= 1;
		KUNIT_EXPECT_FALSE(test, mock_config_intact(mock));
		*places[i] ^= 1;
	}
	KUNIT_EXPECT_TRUE(test, mock_config_intact(mock));
	KUNIT_EXPECT_EQ(test, mock_config_init(mock, 4097), -EINVAL);
}

/* Sizing a VF BAR, as the PCI core does, and the bits that never change. */
static void mock_ready_made(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, 4096);
	const struct config_space *space = &mock->space;
	u32 value;

	mock_config_put_sriov(mock, 0x160, 0);
	config_write(space, 0x160 + PCI_SRIOV_BAR, 4, U32_MAX);
	config_read(space, 0x160 + PCI_SRIOV_BAR, 4, &value);
	KUNIT_EXPECT_EQ(test, value, 0xffffc00c);
	config_write(space, 0x164 + PCI_SRIOV_BAR, 4, U32_MAX);
	config_read(space, 0x164 + PCI_SRIOV_BAR, 4, &value);
	KUNIT_EXPECT_EQ(test, value, U32_MAX);
	config_write(space, 0x160 + PCI_SRIOV_TOTAL_VF, 2, 0);
	config_read(space, 0x160 + PCI_SRIOV_TOTAL_VF, 2, &value);
	KUNIT_EXPECT_EQ(test, value, 8);
	config_write(space, 0x160 + PCI_SRIOV_CTRL, 2, U16_MAX);
	config_read(space, 0x160 + PCI_SRIOV_CTRL, 4, &value);
	KUNIT_EXPECT_EQ(test, value, 0x7d);
	config_write(space, 0x168 + PCI_SRIOV_BAR, 4, U32_MAX);
	config_read(space, 0x168 + PCI_SRIOV_BAR, 4, &value);
	KUNIT_EXPECT_EQ(test, value, 0);
}

/* What VF Enable locks can be written before and after. */
static void mock_locks(struct kunit *test)
{
	struct mock_config *mock = mock_masked(test, U32_MAX, 0);
	const struct config_space *space = &mock->space;

	mock_config_put_locks(mock, AT, 0xffff0000);
	config_write(space, AT, 4, 0x11112222);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT), 0x11112222);
	mock->locked = true;
	config_write(space, AT, 4, 0x33334444);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT), 0x11114444);
	mock->locked = false;
	config_write(space, AT, 4, 0x55556666);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT), 0x55556666);
}

/* What hardware itself does to fields */
static void mock_hardware(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, PCI_CFG_SPACE_SIZE);
	const struct config_space *space = &mock->space;

	mock_config_put32(mock, AT + 4, 0xffff5555);
	hardware_put(mock, AT, pm, power_state, PM_STATE_D1);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT + 4), 0xffff5555);
	hardware_put(mock, AT, pm, data_select, 5);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT + 4), 0xffff4b55);
	KUNIT_EXPECT_EQ(test, hardware_get(mock, AT, pm, data_select), 5);

	hardware_let(mock, AT, pm, data_select);
	config_write(space, AT + 4, 4, 0);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT + 4), 0xffff4155);

	KUNIT_EXPECT_EQ(test, mock->violations, 0);
	hardware_put_place(mock, AT, (struct field_place){ 4, 2, 9, 4 }, 16);
	KUNIT_EXPECT_EQ(test, mock->violations, 1);
	KUNIT_EXPECT_EQ(test, mock_config_get32(mock, AT + 4), 0xffff4155);
	hardware_let(mock, PCI_CFG_SPACE_SIZE, pm, data_select);
	KUNIT_EXPECT_EQ(test, mock->violations, 2);
	hardware_put(mock, PCI_CFG_SPACE_SIZE, pm, data_select, 5);
	KUNIT_EXPECT_EQ(test, mock->violations, 3);
	KUNIT_EXPECT_EQ(test,
			hardware_get(mock, PCI_CFG_SPACE_SIZE, pm, data_select),
			0);
}

/* Masks end where the capability does, in the middle of a dword too. */
static void mock_masks_of_a_table(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, PCI_CFG_SPACE_SIZE);
	u32 at = AT / sizeof(u32);

	hardware_put_masks(mock, AT, 10, &msix_type);
	KUNIT_EXPECT_EQ(test, mock->rw[at], 0xc0000000);
	hardware_put_masks(mock, AT, 6, &pm_type);
	KUNIT_EXPECT_EQ(test, mock->rw[at], 0);
	KUNIT_EXPECT_EQ(test, mock->rw[at + 1], 0x00001f03);
	KUNIT_EXPECT_EQ(test, mock->w1c[at + 1], 0x00008000);
	hardware_put_masks(mock, AT, 14, &msi_type);
	KUNIT_EXPECT_EQ(test, mock->rw[at + 3], 0x0000ffff);
	KUNIT_EXPECT_EQ(test, mock->rw[at + 4], 0);
	hardware_put_masks(mock, AT, sizeof(struct sriov_regs), &sriov_type);
	KUNIT_EXPECT_EQ(test, mock->rw[at + 2], 0x0000007d);
	KUNIT_EXPECT_EQ(test, mock->locks[at + 2], 0x00000060);
	KUNIT_EXPECT_EQ(test, mock->locks[at + 4], 0x0000ffff);
	KUNIT_EXPECT_EQ(test, mock->locks[at + 8], U32_MAX);
}

static struct kunit_case mock_cases[] = {
	KUNIT_CASE(mock_masks),
	KUNIT_CASE(mock_narrow_writes),
	KUNIT_CASE(mock_log),
	KUNIT_CASE(mock_fails),
	KUNIT_CASE(mock_goes_away),
	KUNIT_CASE(mock_odd_read),
	KUNIT_CASE(mock_violations),
	KUNIT_CASE(mock_canaries),
	KUNIT_CASE(mock_ready_made),
	KUNIT_CASE(mock_locks),
	KUNIT_CASE(mock_hardware),
	KUNIT_CASE(mock_masks_of_a_table),
	/* sentinel */
	{},
};

static struct kunit_suite mock_suite = {
	.name = "sriovscope_mock",
	.test_cases = mock_cases,
};

kunit_test_suite(mock_suite);
