/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What was read of a capability, once: see view_snapshot().
 */
#ifndef SRIOVSCOPE_CAP_SNAPSHOT_H
#define SRIOVSCOPE_CAP_SNAPSHOT_H

#include <linux/string.h>
#include <sriovscope/field.h>
#include <sriovscope/register.h>

/* As in a view, the pointers are there for typeof and sizeof alone. */
#define DECLARE_SNAPSHOT(cap)                                                \
	struct cap##_snapshot {                                              \
		u16 offset;                                                  \
		u16 span;                                                    \
		union {                                                      \
			u32 dwords[sizeof(struct cap##_regs) / sizeof(u32)]; \
			struct cap##_regs *regs;                             \
			struct cap##_fields *fields;                         \
			struct cap##_registers *registers;                   \
		};                                                           \
	}

/* Dwords are in the CPU's byte order, so that a shift finds all in them. */
#define snapshot_raw_at(snap, at) \
	((snap)->dwords[(at) / sizeof(u32)] >> (at) % sizeof(u32) * 8)

/**
 * snapshot_bits() - a field as a number, whether it has reserved values or not
 * @snap: pointer to struct NAME_snapshot
 * @field: of the capability
 *
 * One load, mask and shift.
 *
 * Context: any; pure.
 * Return: the number.
 */
#define snapshot_bits(snap, field)                                           \
	({                                                                   \
		typeof(&(snap)->fields->field) __f = NULL;                   \
		cap_field_check_single(__f, "snapshot_get_at()");            \
		cap_field_of(__f, snapshot_raw_at(snap, cap_field_at(__f))); \
	})

/**
 * snapshot_get() - a field of a snapshot
 * @snap: pointer to struct NAME_snapshot
 * @field: of the capability, without reserved values
 *
 * Context: any; pure.
 * Return: the value, in the type that the field has.
 */
#define snapshot_get(snap, field)                                        \
	({                                                               \
		typeof(&(snap)->fields->field) __g = NULL;               \
		cap_check_all_values(__g);                               \
		typeof(__g->value) __value = snapshot_bits(snap, field); \
		__value;                                                 \
	})

/**
 * snapshot_get_enum() - a field of a snapshot that may have a reserved value
 * @snap: pointer to struct NAME_snapshot
 * @field: of the capability
 * @out: where the value goes: a pointer to the type of the field; untouched on
 *	error
 *
 * Context: any; pure.
 * Return: 0, or -EDOM when the value is a reserved one.
 */
#define snapshot_get_enum(snap, field, out)                                   \
	({                                                                    \
		typeof(&(snap)->fields->field) __f = NULL;                    \
		typeof(&(__f)->value) __out = (out);                          \
		cap_field_check_single(__f, "snapshot_get_at()");             \
		cap_field_check_out(__f, out);                                \
		cap_field_take(__f, snapshot_raw_at(snap, cap_field_at(__f)), \
			       __out);                                        \
	})

/* A register of an array as a number; the caller has checked the index. */
#define snapshot_bits_at(snap, array, index)                          \
	({                                                            \
		typeof(&(snap)->fields->array) __f = NULL;            \
		const u32 __at = cap_field_at(__f) +                  \
				 cap_field_width(__f) * (u32)(index); \
		cap_field_of(__f, snapshot_raw_at(snap, __at));       \
	})

/**
 * snapshot_get_at() - a register of a snapshot's array
 * @snap: pointer to struct NAME_snapshot
 * @array: field of the capability that is an array
 * @index: which one, a constant; past the end it does not compile
 *
 * Context: any; pure.
 * Return: the value, in the type that the field has.
 */
#define snapshot_get_at(snap, array, index)                                \
	({                                                                 \
		typeof(&(snap)->fields->array) __f = NULL;                 \
		static_assert((index) < cap_field_count(__f),              \
			      "index past the end of the register array"); \
		typeof(__f->value) __value =                               \
			snapshot_bits_at(snap, array, index);              \
		__value;                                                   \
	})

/**
 * snapshot_register() - a register of a snapshot, to get several fields of it
 * @snap: pointer to struct NAME_snapshot
 * @reg: register of the capability
 *
 * Context: any; pure.
 * Return: struct NAME_REGISTER_reg, for register_get().
 */
#define snapshot_register(snap, reg)                                   \
	({                                                             \
		typeof((snap)->registers->reg) __reg;                  \
		__reg.raw = snapshot_raw_at(snap, cap_reg_at(&__reg)); \
		__reg;                                                 \
	})

#endif
