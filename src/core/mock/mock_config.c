// SPDX-License-Identifier: GPL-2.0
/*
 * A configuration space that behaves.
 */
#include <linux/bits.h>
#include <linux/container_of.h>
#include <linux/errno.h>
#include <linux/math.h>
#include <linux/string.h>

#include "mock_config.h"

#define MOCK_CANARY 0xa5

static u32 *mock_dword_mask(u32 *masks, u32 offset)
{
	return &masks[offset / sizeof(u32)];
}

static bool mock_same_dword(u32 offset, u32 fault)
{
	return fault != MOCK_NEVER &&
	       offset / sizeof(u32) == fault / sizeof(u32);
}

/* Not config_gate(): the mock is there to notice what the gate lets through. */
static bool mock_is_violation(const struct mock_config *mock, u32 offset,
			      u32 width)
{
	if (width != 1 && width != 2 && width != 4)
		return true;
	return offset & (width - 1) || (u64)offset + width > mock->space.size;
}

static int mock_fault(const struct mock_config *mock, u32 number, u32 offset)
{
	if (number == mock->faults.fail_access)
		return mock->faults.fail_access_errno;
	if (mock_same_dword(offset, mock->faults.fail_offset))
		return mock->faults.fail_offset_errno;
	return 0;
}

/* Byte by byte: the content is little endian, and builders need no alignment. */
static u32 mock_load(const struct mock_config *mock, u32 offset, u32 width)
{
	u32 value = 0;
	u32 i;

	for (i = 0; i < width; i++)
		value |= (u32)mock->bytes[offset + i] << (i * BITS_PER_BYTE);
	return value;
}

static void mock_place(struct mock_config *mock, u32 offset, u32 width,
		       u32 value)
{
	u32 i;

	for (i = 0; i < width; i++)
		mock->bytes[offset + i] = value >> (i * BITS_PER_BYTE);
}

/* Byte lanes of an access in its dword: of no register is anything known here. */
static u32 mock_lane(u32 offset)
{
	return offset % sizeof(u32) * BITS_PER_BYTE;
}

static u32 mock_lanes(u32 width)
{
	return ~0U >> (32 - width * BITS_PER_BYTE);
}

/* The bits of a dword that software can write now */
static u32 mock_writable(struct mock_config *mock, u32 offset)
{
	u32 rw = *mock_dword_mask(mock->rw, offset);

	return mock->locked ? rw & ~*mock_dword_mask(mock->locks, offset) : rw;
}

/* What software writes, through the masks. */
static void mock_store(struct mock_config *mock, u32 offset, u32 width,
		       u32 value)
{
	u32 shift = mock_lane(offset);
	u32 lanes = mock_lanes(width) << shift;
	u32 at = round_down(offset, sizeof(u32));
	u32 rw = mock_writable(mock, offset) & lanes;
	u32 w1c = *mock_dword_mask(mock->w1c, offset) & lanes;
	u32 dword = mock_load(mock, at, sizeof(dword));

	value <<= shift;
	dword = (dword & ~rw) | (value & rw);
	dword &= ~(value & w1c);
	mock_place(mock, at, sizeof(dword), dword);
}

static void mock_note(struct mock_config *mock, u32 offset, u32 width,
		      bool is_write, u32 value)
{
	struct mock_log *log = mock->log;

	if (is_write)
		mock->writes++;
	else
		mock->reads++;

	if (!log)
		return;
	if (log->count == MOCK_LOG_MAX) {
		log->overflowed = true;
		return;
	}
	log->access[log->count++] = (struct mock_access){
		.value = value,
		.offset = offset,
		.width = width,
		.is_write = is_write,
	};
}

/* May this access reach the bytes? An errno when it may not. */
static int mock_admit(struct mock_config *mock, u32 number, u32 offset,
		      u32 width)
{
	if (mock_is_violation(mock, offset, width)) {
		mock->violations++;
		return -EINVAL;
	}
	return mock_fault(mock, number, offset);
}

static u32 mock_odd(const struct mock_config *mock, u32 width, u32 value)
{
	const struct mock_faults *faults = &mock->faults;

	return ((value | faults->odd_ones) ^ faults->odd_flips) &
	       mock_lanes(width);
}

static int mock_read(const struct config_space *space, u32 offset, u32 width,
		     u32 *value)
{
	struct mock_config *mock =
		container_of(space, struct mock_config, space);
	u32 number = mock_config_accesses(mock);
	u32 got = 0;
	int ret;

	ret = mock_admit(mock, number, offset, width);
	if (!ret) {
		got = mock_load(mock, offset, width);
		if (number >= mock->faults.gone_from ||
		    mock_same_dword(offset, mock->faults.ones_offset))
			got = mock_lanes(width);
		if (number == mock->faults.odd_access)
			got = mock_odd(mock, width, got);
		*value = got;
	}
	mock_note(mock, offset, width, false, got);
	return ret;
}

static int mock_write(const struct config_space *space, u32 offset, u32 width,
		      u32 value)
{
	struct mock_config *mock =
		container_of(space, struct mock_config, space);
	u32 number = mock_config_accesses(mock);
	int ret;

	ret = mock_admit(mock, number, offset, width);
	if (!ret && number < mock->faults.gone_from)
		mock_store(mock, offset, width, value);
	mock_note(mock, offset, width, true, value);
	return ret;
}

static const struct config_space_ops mock_config_ops = {
	.read = mock_read,
	.write = mock_write,
};

int mock_config_init(struct mock_config *mock, u32 size)
{
	if (size > sizeof(mock->bytes))
		return -EINVAL;

	memset(mock, 0, sizeof(*mock));
	mock->space.ops = &mock_config_ops;
	mock->space.size = size;
	memset(mock->front, MOCK_CANARY, sizeof(mock->front));
	memset(mock->bytes + size, MOCK_CANARY, sizeof(mock->bytes) - size);
	memset(mock->back, MOCK_CANARY, sizeof(mock->back));
	mock_config_heal(mock);
	return 0;
}

void mock_config_forget(struct mock_config *mock)
{
	mock->reads = 0;
	mock->writes = 0;
	if (mock->log) {
		mock->log->count = 0;
		mock->log->overflowed = false;
	}
}

void mock_config_heal(struct mock_config *mock)
{
	mock->faults = (struct mock_faults){
		.fail_access = MOCK_NEVER,
		.fail_offset = MOCK_NEVER,
		.gone_from = MOCK_NEVER,
		.ones_offset = MOCK_NEVER,
		.odd_access = MOCK_NEVER,
	};
}

u32 mock_config_accesses(const struct mock_config *mock)
{
	return mock->reads + mock->writes;
}

u32 mock_config_reads_in(const struct mock_config *mock, u32 from, u32 end)
{
	const struct mock_access *access = mock->log->access;
	u32 i, count = 0;

	for (i = 0; i < mock->log->count; i++, access++) {
		if (!access->is_write && access->offset < end &&
		    (u64)access->offset + access->width > from)
			count++;
	}
	return count;
}

bool mock_config_intact(const struct mock_config *mock)
{
	u32 behind = sizeof(mock->bytes) - mock->space.size;

	return !memchr_inv(mock->front, MOCK_CANARY, sizeof(mock->front)) &&
	       !memchr_inv(mock->bytes + mock->space.size, MOCK_CANARY,
			   behind) &&
	       !memchr_inv(mock->back, MOCK_CANARY, sizeof(mock->back));
}

/* Where the builders may write: a test that builds outside is wrong itself. */
static bool mock_may_put(const struct mock_config *mock, u32 offset, u32 width)
{
	return !WARN_ON((u64)offset + width > mock->space.size);
}

void mock_config_put8(struct mock_config *mock, u32 offset, u8 value)
{
	if (mock_may_put(mock, offset, sizeof(value)))
		mock_place(mock, offset, sizeof(value), value);
}

void mock_config_put16(struct mock_config *mock, u32 offset, u16 value)
{
	if (mock_may_put(mock, offset, sizeof(value)))
		mock_place(mock, offset, sizeof(value), value);
}

void mock_config_put32(struct mock_config *mock, u32 offset, u32 value)
{
	if (mock_may_put(mock, offset, sizeof(value)))
		mock_place(mock, offset, sizeof(value), value);
}

u32 mock_config_get32(const struct mock_config *mock, u32 offset)
{
	if (!mock_may_put(mock, offset, sizeof(u32)))
		return 0;
	return mock_load(mock, offset, sizeof(u32));
}

void mock_config_put_masks(struct mock_config *mock, u32 offset, u32 rw,
			   u32 w1c)
{
	if (!mock_may_put(mock, offset, sizeof(u32)))
		return;
	*mock_dword_mask(mock->rw, offset) = rw;
	*mock_dword_mask(mock->w1c, offset) = w1c;
}

void mock_config_put_locks(struct mock_config *mock, u32 offset, u32 locks)
{
	if (mock_may_put(mock, offset, sizeof(u32)))
		*mock_dword_mask(mock->locks, offset) = locks;
}
