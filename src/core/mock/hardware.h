/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Hardware's own door to the registers of a space that behaves: by the names
 * that software has for them, and past what software may do.
 *
 * Nobody but a simulator or a mock has business here: what looks at a device
 * has <sriovscope/view.h>.
 */
#ifndef SRIOVSCOPE_HARDWARE_H
#define SRIOVSCOPE_HARDWARE_H

#include <sriovscope/view.h>

#include "mock_config.h"

/**
 * hardware_get_place() - what hardware_get() is made of
 * @config: the space
 * @base: of the capability
 * @place: of the field
 *
 * Context: any; pure.
 * Return: the number that is there; 0 outside of the space.
 */
u32 hardware_get_place(const struct mock_config *config, u32 base,
		       struct field_place place);

/**
 * hardware_put_place() - what hardware_put() is made of
 * @config: the space
 * @base: of the capability
 * @place: of the field
 * @value: to place; one that does not fit is a violation, and is not placed
 *
 * Context: any.
 */
void hardware_put_place(struct mock_config *config, u32 base,
			struct field_place place, u64 value);

/**
 * hardware_let_place() - what hardware_let() is made of
 * @config: the space
 * @base: of the capability
 * @place: of the field; outside of the space, that is a violation
 *
 * Context: any.
 */
void hardware_let_place(struct mock_config *config, u32 base,
			struct field_place place);

/**
 * hardware_put_masks() - let software write what a capability's table says
 * @config: the space
 * @base: of the capability
 * @span: bytes that belong to it; what the table has behind them is no register
 * @type: the capability
 *
 * Sets the masks of each dword from @base to @base + @span, and what VF Enable
 * locks in it.
 *
 * Context: any.
 */
void hardware_put_masks(struct mock_config *config, u32 base, u32 span,
			const struct ext_cap_type *type);

/**
 * hardware_put_bar() - give a BAR a size
 * @config: the space
 * @at: of the BAR in bytes
 * @size: a power of two of at least 16, or 0 for a BAR that has no address
 * @is_64bit: it has two slots
 *
 * Sizing it writes all ones, and reads which stay: of the address those from
 * the size up. What is below reads 0.
 *
 * Context: any.
 */
void hardware_put_bar(struct mock_config *config, u32 at, u64 size,
		      bool is_64bit);

/* For typeof and sizeof alone */
#define hardware_field(cap, name) (&((struct cap##_fields *)NULL)->name)

/* An index past the end of an array is a place that no space has. */
#define hardware_shift(f, index)                            \
	({                                                  \
		const u64 __index = (index);                \
		__index < cap_field_count(f) ?              \
			cap_field_width(f) * (u32)__index : \
			PCI_CFG_SPACE_EXP_SIZE;             \
	})

/**
 * hardware_get() - a field, as it is
 * @config: the space
 * @base: of the capability in bytes
 * @cap: prefix of the capability
 * @field: of the capability
 *
 * That is no access.
 *
 * Context: any; pure.
 * Return: the value, in the type that the field has; of an enum it may be one
 *	that is reserved.
 */
#define hardware_get(config, base, cap, field)                       \
	({                                                           \
		typeof(hardware_field(cap, field)) __f = NULL;       \
		cap_field_check_single(__f, "hardware_get_at()");    \
		typeof(__f->value) __value =                         \
			hardware_get_place(config, base,             \
					   cap_field_place(__f, 0)); \
		__value;                                             \
	})

/**
 * hardware_put() - place a field, whatever software may do to it
 * @config: the space
 * @base: of the capability in bytes
 * @cap: prefix of the capability
 * @field: of the capability
 * @to: the value; a constant that is too wide does not compile
 *
 * The other fields of the register stay.
 *
 * Context: any.
 */
#define hardware_put(config, base, cap, field, to)                             \
	do {                                                                   \
		typeof(hardware_field(cap, field)) __f = NULL;                 \
		cap_field_check_single(__f, "hardware_put_at()");              \
		cap_field_check_width(__f, to);                                \
		hardware_put_place(config, base, cap_field_place(__f, 0), to); \
	} while (0)

/**
 * hardware_let() - let software write a field, whatever the table says
 * @config: the space
 * @base: of the capability in bytes
 * @cap: prefix of the capability
 * @field: of the capability
 *
 * Context: any.
 */
#define hardware_let(config, base, cap, field)                             \
	do {                                                               \
		typeof(hardware_field(cap, field)) __f = NULL;             \
		hardware_let_place(config, base, cap_field_place(__f, 0)); \
	} while (0)

/**
 * hardware_get_at() - a register of an array, as it is
 * @config: the space
 * @base: of the capability in bytes
 * @cap: prefix of the capability
 * @array: field of the capability that is an array
 * @index: which one
 *
 * Context: any; pure.
 * Return: the value; 0 past the end of the array.
 */
#define hardware_get_at(config, base, cap, array, index)                   \
	({                                                                 \
		typeof(hardware_field(cap, array)) __f = NULL;             \
		const u32 __shift = hardware_shift(__f, index);            \
		cap_field_check_index(__f, index);                         \
		typeof(__f->value) __value =                               \
			hardware_get_place(config, base,                   \
					   cap_field_place(__f, __shift)); \
		__value;                                                   \
	})

/**
 * hardware_put_at() - place a register of an array
 * @config: the space
 * @base: of the capability in bytes
 * @cap: prefix of the capability
 * @array: field of the capability that is an array
 * @index: which one; past the end, that is a violation
 * @to: the value
 *
 * Context: any.
 */
#define hardware_put_at(config, base, cap, array, index, to)           \
	do {                                                           \
		typeof(hardware_field(cap, array)) __f = NULL;         \
		const u32 __shift = hardware_shift(__f, index);        \
		cap_field_check_index(__f, index);                     \
		cap_field_check_width(__f, to);                        \
		hardware_put_place(config, base,                       \
				   cap_field_place(__f, __shift), to); \
	} while (0)

/**
 * hardware_element() - where an element of an array is
 * @base: of the capability in bytes
 * @cap: prefix of the capability
 * @array: field of the capability that is an array of elements
 * @index: which one
 *
 * Context: any; pure.
 * Return: the base for hardware_get() and hardware_put(), which then take the
 *	prefix and the fields of the element; past the end of the array one that
 *	no space has.
 */
#define hardware_element(base, cap, array, index)              \
	({                                                     \
		typeof(hardware_field(cap, array)) __f = NULL; \
		cap_field_check_index(__f, index);             \
		(u32)((base) + cap_field_at(__f) +             \
		      hardware_shift(__f, index));             \
	})

#endif
