/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A register as a value: read once with view_read(), or made of a number that is
 * kept in plain data,
 *
 *	struct memory_bar_low_reg low = { .raw = state->vf_bar[0] };
 *
 * and then asked for its fields. One of another register does not compile.
 */
#ifndef SRIOVSCOPE_REGISTER_H
#define SRIOVSCOPE_REGISTER_H

#include <sriovscope/field.h>

#define cap_reg_at(reg) (sizeof(*(reg)->at) - 1)

#define register_check(reg, field)                                           \
	static_assert(sizeof(*(reg)->at) == sizeof((reg)->fields->field.at), \
		      "a field of another register")

/* Whoever ignores reserved values must not get an enum. */
#define cap_check_all_values(f)                             \
	static_assert(cap_values_kind(f) == CAP_VALUES_ALL, \
		      "a field with reserved values: get it as enum")

/**
 * register_bits() - a field as a number, whether it has reserved values or not
 * @reg: pointer to struct NAME_REGISTER_reg
 * @field: of that register
 *
 * Context: any; pure.
 * Return: the number.
 */
#define register_bits(reg, field)                         \
	({                                                \
		typeof(&(reg)->fields->field) __f = NULL; \
		register_check(reg, field);               \
		cap_field_of(__f, (u32)(reg)->raw);       \
	})

/**
 * register_get() - a field of a register
 * @reg: pointer to struct NAME_REGISTER_reg
 * @field: of that register, without reserved values
 *
 * Context: any; pure.
 * Return: the value, in the type that the field has.
 */
#define register_get(reg, field)                                        \
	({                                                              \
		typeof(&(reg)->fields->field) __g = NULL;               \
		cap_check_all_values(__g);                              \
		typeof(__g->value) __value = register_bits(reg, field); \
		__value;                                                \
	})

/**
 * register_get_enum() - a field of a register that may have a reserved value
 * @reg: pointer to struct NAME_REGISTER_reg
 * @field: of that register
 * @out: where the value goes: a pointer to the type of the field; untouched on
 *	error
 *
 * Context: any; pure.
 * Return: 0, or -EDOM when the value is a reserved one.
 */
#define register_get_enum(reg, field, out)                   \
	({                                                   \
		typeof(&(reg)->fields->field) __f = NULL;    \
		typeof(&(__f)->value) __out = (out);         \
		register_check(reg, field);                  \
		cap_field_check_out(__f, out);               \
		cap_field_take(__f, (u32)(reg)->raw, __out); \
	})

/**
 * register_masked() - a field where it is in its register, all else 0
 * @reg: pointer to struct NAME_REGISTER_reg
 * @field: of that register
 *
 * Context: any; pure.
 * Return: the bits.
 */
#define register_masked(reg, field)                                           \
	({                                                                    \
		typeof(&(reg)->fields->field) __f = NULL;                     \
		register_check(reg, field);                                   \
		(u32)((reg)->raw & cap_field_max(__f) << cap_field_lsb(__f)); \
	})

#endif
