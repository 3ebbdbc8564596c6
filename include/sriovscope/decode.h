/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A capability decoded: a struct with a member for each row of its table.
 */
#ifndef SRIOVSCOPE_DECODE_H
#define SRIOVSCOPE_DECODE_H

#include <sriovscope/snapshot.h>

#define CAP_STATE(c, kind, ...) CAP_STATE_##kind(c, __VA_ARGS__)
#define CAP_STATE_REG(c, ...)
#define CAP_STATE_BITS(c, reg, type, name, ...) type name;
#define CAP_STATE_ENUM(c, reg, type, name, ...) \
	typeof(((struct c##_regs *)NULL)->reg) name;
#define CAP_STATE_WHOLE(c, type, name, ...) type name;
#define CAP_STATE_WHOLE_ENUM(c, type, of, name, ...) type name;
#define CAP_STATE_ARRAY(c, type, name, count, ...) type name[count];
#define CAP_STATE_ELEMENTS(c, ...)
#define CAP_STATE_GAP(c, ...)

#define CAP_DECODE(c, kind, ...) CAP_DECODE_##kind(c, __VA_ARGS__)
#define CAP_DECODE_REG(c, ...)
#define CAP_DECODE_BITS(c, reg, type, name, ...) \
	state->name = snapshot_bits(snap, name);
#define CAP_DECODE_ENUM(c, reg, type, name, ...) \
	state->name = snapshot_bits(snap, name);
#define CAP_DECODE_WHOLE(c, type, name, ...) \
	state->name = snapshot_bits(snap, name);
#define CAP_DECODE_WHOLE_ENUM(c, type, of, name, ...) \
	state->name = snapshot_bits(snap, name);
#define CAP_DECODE_ARRAY(c, type, name, count, ...) \
	for (i = 0; i < (count); i++)               \
		state->name[i] = snapshot_bits_at(snap, name, i);
#define CAP_DECODE_ELEMENTS(c, ...)
#define CAP_DECODE_GAP(c, ...)

/**
 * DECLARE_CAP_STATE() - the struct that a capability is decoded into
 * @cap: prefix; the struct is struct @cap_state
 * @TABLE: its table
 *
 * A field of a type of its own is the number that it is in the register, since
 * that may be a reserved one. Arrays of elements are not in it.
 */
#define DECLARE_CAP_STATE(cap, TABLE)  \
	struct cap##_state {           \
		u16 capability_offset; \
		u16 span;              \
		TABLE(CAP_STATE, cap)  \
	}

/**
 * DEFINE_CAP_DECODE() - the function that decodes a capability
 * @cap: prefix; the function is @cap_decode(), from struct @cap_snapshot into
 *	struct @cap_state, every member
 * @TABLE: its table
 */
#define DEFINE_CAP_DECODE(cap, TABLE)                        \
	void cap##_decode(const struct cap##_snapshot *snap, \
			  struct cap##_state *state)         \
	{                                                    \
		u32 i __maybe_unused;                        \
		state->capability_offset = snap->offset;     \
		state->span = snap->span;                    \
		TABLE(CAP_DECODE, cap)                       \
	}

#endif
