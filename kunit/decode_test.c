// SPDX-License-Identifier: GPL-2.0
/*
 * Decoding: every bit of the structure reaches its own member and no other.
 */
#include <kunit/test.h>
#include <linux/stddef.h>
#include <linux/string.h>
#include <sriovscope/sriov.h>

#define DWORDS 16

/* Where the member @m comes from: @w bits, the lowest is bit @l of dword @d. */
#define MEMBER(d, l, w, m)                                               \
	{                                                                \
		.dword = (d), .low = (l), .width = (w),                  \
		.offset = offsetof(struct sriov_state, m),               \
		.size = sizeof_field(struct sriov_state, m), .name = #m, \
	}

static const struct member {
	u8 dword;
	u8 low;
	u8 width;
	u8 offset;
	u8 size;
	const char *name;
} members[] = {
	MEMBER(0, 0, 16, capability_id),
	MEMBER(0, 16, 4, capability_version),
	MEMBER(0, 20, 12, next_capability),
	MEMBER(1, 0, 1, vf_migration_capable),
	MEMBER(1, 1, 1, ari_capable_hierarchy_preserved),
	MEMBER(1, 2, 1, vf_10bit_tag_requester_supported),
	MEMBER(1, 3, 1, vf_14bit_tag_requester_supported),
	MEMBER(1, 21, 11, vf_migration_interrupt_message_number),
	MEMBER(2, 0, 1, vf_enable),
	MEMBER(2, 1, 1, vf_migration_enable),
	MEMBER(2, 2, 1, vf_migration_interrupt_enable),
	MEMBER(2, 3, 1, vf_memory_space_enable),
	MEMBER(2, 4, 1, ari_capable_hierarchy),
	MEMBER(2, 5, 1, vf_10bit_tag_requester_enable),
	MEMBER(2, 6, 1, vf_14bit_tag_requester_enable),
	MEMBER(2, 16, 1, vf_migration_status),
	MEMBER(3, 0, 16, initial_vfs),
	MEMBER(3, 16, 16, total_vfs),
	MEMBER(4, 0, 16, num_vfs),
	MEMBER(4, 16, 8, function_dependency_link),
	MEMBER(5, 0, 16, first_vf_offset),
	MEMBER(5, 16, 16, vf_stride),
	MEMBER(6, 16, 16, vf_device_id),
	MEMBER(7, 0, 32, supported_page_sizes),
	MEMBER(8, 0, 32, system_page_size),
	MEMBER(9, 0, 32, vf_bar[0]),
	MEMBER(10, 0, 32, vf_bar[1]),
	MEMBER(11, 0, 32, vf_bar[2]),
	MEMBER(12, 0, 32, vf_bar[3]),
	MEMBER(13, 0, 32, vf_bar[4]),
	MEMBER(14, 0, 32, vf_bar[5]),
	MEMBER(15, 0, 32, vf_migration_state_array_offset),
};

static u32 member_of(const struct sriov_state *state, const struct member *m)
{
	const void *at = (const u8 *)state + m->offset;

	switch (m->size) {
	case sizeof(u8):
		return *(const u8 *)at;
	case sizeof(u16):
		return *(const u16 *)at;
	default:
		return *(const u32 *)at;
	}
}

static u32 member_bits(const struct sriov_snapshot *snap,
		       const struct member *m)
{
	return snap->dwords[m->dword] >> m->low & (u32)((1ULL << m->width) - 1);
}

/* The state is full of ones before: a member that is left out is noticed. */
static void expect_members(struct kunit *test,
			   const struct sriov_snapshot *snap)
{
	struct sriov_state state;
	u32 i;

	memset(&state, 0xff, sizeof(state));
	sriov_decode(snap, &state);
	KUNIT_EXPECT_EQ(test, state.capability_offset, snap->offset);
	KUNIT_EXPECT_EQ(test, state.span, snap->span);
	for (i = 0; i < ARRAY_SIZE(members); i++)
		KUNIT_EXPECT_EQ_MSG(test, member_of(&state, &members[i]),
				    member_bits(snap, &members[i]), "%s",
				    members[i].name);
}

static void decode_each_bit(struct kunit *test)
{
	struct sriov_snapshot snap;
	u32 bit;

	for (bit = 0; bit < DWORDS * 32; bit++) {
		memset(&snap, 0, sizeof(snap));
		snap.dwords[bit / 32] = 1U << bit % 32;
		expect_members(test, &snap);
	}
}

static void decode_each_bit_clear(struct kunit *test)
{
	struct sriov_snapshot snap;
	u32 bit;

	for (bit = 0; bit < DWORDS * 32; bit++) {
		memset(&snap, 0xff, sizeof(snap));
		snap.dwords[bit / 32] &= ~(1U << bit % 32);
		expect_members(test, &snap);
	}
}

/* Reserved bits change nothing at all. */
static void decode_reserved_bits(struct kunit *test)
{
	static const u32 reserved[DWORDS] = {
		[1] = 0x001ffff0,
		[2] = 0xfffeff80,
		[4] = 0xff000000,
		[6] = 0x0000ffff,
	};
	struct sriov_state state, empty;
	struct sriov_snapshot snap = {};

	memset(&state, 0, sizeof(state));
	memset(&empty, 0, sizeof(empty));
	memcpy(snap.dwords, reserved, sizeof(reserved));
	sriov_decode(&snap, &state);
	KUNIT_EXPECT_EQ(test, memcmp(&state, &empty, sizeof(state)), 0);
}

/* A structure written down byte by byte, as the wire has it. */
static const u8 by_hand[][4] = {
	/* version 3, next 0x1a0 */
	{ 0x10, 0x00, 0x03, 0x1a },
	/* message number 0x401 */
	{ 0x02, 0x00, 0x20, 0x80 },
	{ 0x19, 0x00, 0x01, 0x00 },
	{ 0x08, 0x01, 0x09, 0x02 },
	/* a reserved byte of ee */
	{ 0x0a, 0x03, 0x0b, 0xee },
	{ 0x80, 0x01, 0x02, 0x04 },
	{ 0xee, 0xee, 0xca, 0x10 },
	{ 0x53, 0x05, 0x00, 0x00 },
	{ 0x01, 0x00, 0x00, 0x00 },
	{ 0x0c, 0x00, 0x00, 0xd0 },
	{ 0x78, 0x56, 0x34, 0x12 },
	{ 0x00, 0x00, 0x00, 0xd2 },
	{ 0x04, 0x00, 0x00, 0xd3 },
	{ 0x00, 0x00, 0x00, 0xd4 },
	{ 0x08, 0x00, 0x00, 0xd5 },
	{ 0x03, 0x30, 0x00, 0x00 },
};

static void by_hand_decode(struct sriov_state *s)
{
	struct sriov_snapshot snap = { .offset = 0x160, .span = 0x40 };
	u32 i;

	for (i = 0; i < sizeof(by_hand); i++)
		snap.dwords[i / 4] |= (u32)by_hand[i / 4][i % 4] << i % 4 * 8;
	sriov_decode(&snap, s);
}

static void decode_flags_by_hand(struct kunit *test)
{
	struct sriov_state s;

	by_hand_decode(&s);
	KUNIT_EXPECT_FALSE(test, s.vf_migration_capable);
	KUNIT_EXPECT_TRUE(test, s.ari_capable_hierarchy_preserved);
	KUNIT_EXPECT_FALSE(test, s.vf_10bit_tag_requester_supported);
	KUNIT_EXPECT_TRUE(test, s.vf_enable);
	KUNIT_EXPECT_FALSE(test, s.vf_migration_enable);
	KUNIT_EXPECT_FALSE(test, s.vf_migration_interrupt_enable);
	KUNIT_EXPECT_TRUE(test, s.vf_memory_space_enable);
	KUNIT_EXPECT_TRUE(test, s.ari_capable_hierarchy);
	KUNIT_EXPECT_FALSE(test, s.vf_10bit_tag_requester_enable);
	KUNIT_EXPECT_TRUE(test, s.vf_migration_status);
}

static void decode_numbers_by_hand(struct kunit *test)
{
	static const u32 bars[] = {
		0xd000000c, 0x12345678, 0xd2000000,
		0xd3000004, 0xd4000000, 0xd5000008,
	};
	struct sriov_state s;

	by_hand_decode(&s);
	KUNIT_EXPECT_EQ(test, s.capability_offset, 0x160);
	KUNIT_EXPECT_EQ(test, s.span, 0x40);
	KUNIT_EXPECT_EQ(test, s.capability_version, 3);
	KUNIT_EXPECT_EQ(test, s.next_capability, 0x1a0);
	KUNIT_EXPECT_EQ(test, s.vf_migration_interrupt_message_number, 0x401);
	KUNIT_EXPECT_EQ(test, s.initial_vfs, 0x108);
	KUNIT_EXPECT_EQ(test, s.total_vfs, 0x209);
	KUNIT_EXPECT_EQ(test, s.num_vfs, 0x30a);
	KUNIT_EXPECT_EQ(test, s.function_dependency_link, 0x0b);
	KUNIT_EXPECT_EQ(test, s.first_vf_offset, 384);
	KUNIT_EXPECT_EQ(test, s.vf_stride, 0x402);
	KUNIT_EXPECT_EQ(test, s.vf_device_id, 0x10ca);
	KUNIT_EXPECT_EQ(test, s.supported_page_sizes, 0x553);
	KUNIT_EXPECT_EQ(test, s.system_page_size, 1);
	KUNIT_EXPECT_EQ(test, memcmp(s.vf_bar, bars, sizeof(bars)), 0);
	KUNIT_EXPECT_EQ(test, s.vf_migration_state_array_offset, 0x3003);
}

/* A capability that is nowhere but here, with a register of each kind. */
/* clang-format off */
#define PROBE_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, ARRAY, u8, byte, 4, RO, HEX8, "0") \
	X(c, ARRAY, u16, word, 2, RO, HEX16, "0") \
	X(c, WHOLE, u32, dword, RO, HEX32, "0") \
	X(c, REG, u8, byte_reg, RSVDP, "0") \
	X(c, BITS, byte_reg, bool, bit, 7, 7, RO, YES_NO, "0") \
	X(c, REG, u8, list_reg, RSVDP, "0") \
	X(c, ENUM, list_reg, enum vf_bar_type, list, 5, 4, RO, COUNT, "0", VALUES(0, 2)) \
	X(c, GAP, u16, reserved)
/* clang-format on */

DECLARE_EXT_CAP(probe, PROBE_TABLE, 0xfffe, "probe", dword);
DECLARE_CAP_STATE(probe, PROBE_TABLE);
static DEFINE_CAP_DECODE(probe, PROBE_TABLE)

	static const struct probe_snapshot probe_snap = {
		.dwords = { 0x11223344, 0x55667788, 0x99aabbcc, 0xddeeff01,
			    0xff80 },
	};

static void decode_snapshot_get(struct kunit *test)
{
	const struct probe_snapshot *snap = &probe_snap;
	enum vf_bar_type type = VF_BAR_64BIT;

	KUNIT_EXPECT_EQ(test, snapshot_register(snap, header).raw, 0x11223344);
	KUNIT_EXPECT_EQ(test, snapshot_get(snap, capability_id), 0x3344);
	KUNIT_EXPECT_EQ(test, snapshot_get(snap, next_capability), 0x112);
	KUNIT_EXPECT_EQ(test, snapshot_get_at(snap, byte, 0), 0x88);
	KUNIT_EXPECT_EQ(test, snapshot_get_at(snap, byte, 1), 0x77);
	KUNIT_EXPECT_EQ(test, snapshot_get_at(snap, byte, 2), 0x66);
	KUNIT_EXPECT_EQ(test, snapshot_get_at(snap, byte, 3), 0x55);
	KUNIT_EXPECT_EQ(test, snapshot_get_at(snap, word, 0), 0xbbcc);
	KUNIT_EXPECT_EQ(test, snapshot_get_at(snap, word, 1), 0x99aa);
	KUNIT_EXPECT_EQ(test, snapshot_get(snap, dword), 0xddeeff01);
	KUNIT_EXPECT_TRUE(test, snapshot_get(snap, bit));
	KUNIT_EXPECT_EQ(test, snapshot_register(snap, byte_reg).raw, 0x80);
	KUNIT_EXPECT_EQ(test, snapshot_register(snap, list_reg).raw, 0xff);
	KUNIT_EXPECT_EQ(test, snapshot_bits(snap, list), 3);
	KUNIT_EXPECT_EQ(test, snapshot_get_enum(snap, list, &type), -EDOM);
	KUNIT_EXPECT_EQ(test, type, VF_BAR_64BIT);

	KUNIT_EXPECT_EQ(test, sizeof(snapshot_get_at(snap, byte, 3)), 1);
	KUNIT_EXPECT_EQ(test, sizeof(snapshot_get_at(snap, word, 1)), 2);
	KUNIT_EXPECT_EQ(test, sizeof(snapshot_get(snap, dword)), 4);
	KUNIT_EXPECT_EQ(test, sizeof(snapshot_get(snap, bit)), sizeof(bool));
}

/* A reserved value is in the state as the number that it is. */
static void decode_any_capability(struct kunit *test)
{
	struct probe_state state;

	probe_decode(&probe_snap, &state);
	KUNIT_EXPECT_EQ(test, state.capability_id, 0x3344);
	KUNIT_EXPECT_EQ(test, state.byte[3], 0x55);
	KUNIT_EXPECT_EQ(test, state.word[0], 0xbbcc);
	KUNIT_EXPECT_EQ(test, state.dword, 0xddeeff01);
	KUNIT_EXPECT_TRUE(test, state.bit);
	KUNIT_EXPECT_EQ(test, state.list, 3);
	KUNIT_EXPECT_EQ(test, sizeof(state.list), 1);
}

static struct kunit_case decode_cases[] = {
	KUNIT_CASE(decode_each_bit),
	KUNIT_CASE(decode_each_bit_clear),
	KUNIT_CASE(decode_reserved_bits),
	KUNIT_CASE(decode_flags_by_hand),
	KUNIT_CASE(decode_numbers_by_hand),
	KUNIT_CASE(decode_snapshot_get),
	KUNIT_CASE(decode_any_capability),
	/* sentinel */
	{},
};

static struct kunit_suite decode_suite = {
	.name = "sriovscope_decode",
	.test_cases = decode_cases,
};

kunit_test_suite(decode_suite);
