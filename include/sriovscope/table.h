/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is made of the table of a capability: a generator a thing. Each takes
 * the rows of all kinds; <sriovscope/field.h> has the rows.
 */
#ifndef SRIOVSCOPE_TABLE_H
#define SRIOVSCOPE_TABLE_H

#include <linux/array_size.h>
#include <sriovscope/field.h>

/* The layout: a member a register */
#define CAP_LAYOUT(c, kind, ...) CAP_LAYOUT_##kind(c, __VA_ARGS__)
#define CAP_LAYOUT_REG(c, type, name, rest, section) type name;
#define CAP_LAYOUT_BITS(c, ...)
#define CAP_LAYOUT_ENUM(c, ...)
#define CAP_LAYOUT_WHOLE(c, type, name, ...) type name;
#define CAP_LAYOUT_WHOLE_ENUM(c, type, of, name, ...) type name;
#define CAP_LAYOUT_ARRAY(c, type, name, count, ...) type name[count];
#define CAP_LAYOUT_ELEMENTS(c, name, element, count, section) \
	struct element##_regs name[count];
#define CAP_LAYOUT_GAP(c, type, name) type name;

/* All that is known of a field, in types: a member a field */
#define CAP_FIELD(c, type, name, reg, msb, low, can, number, of)    \
	struct {                                                    \
		type value;                                         \
		char at[offsetof(struct c##_regs, reg) + 1];        \
		char width[sizeof_field(struct c##_regs, reg) + 1]; \
		char lsb[(low) + 1];                                \
		char bits[(msb) - (low) + 2];                       \
		char access[CAP_ACCESS_##can + 1];                  \
		char count[(number) + 1];                           \
		CAP_OF_##of values;                                 \
	} name;

#define CAP_FIELDS(c, kind, ...) CAP_FIELDS_##kind(c, __VA_ARGS__)
#define CAP_FIELDS_REG(c, ...)
#define CAP_FIELDS_BITS(c, reg, type, name, msb, lsb, access, show, section) \
	CAP_FIELD(c, type, name, reg, msb, lsb, access, 0, ALL)
#define CAP_FIELDS_ENUM(c, reg, type, name, msb, lsb, access, show, section, \
			values)                                              \
	CAP_FIELD(c, type, name, reg, msb, lsb, access, 0, values)
#define CAP_FIELDS_WHOLE(c, type, name, access, show, section) \
	CAP_FIELD(c, type, name, name, sizeof(type) * 8 - 1, 0, access, 0, ALL)
#define CAP_FIELDS_WHOLE_ENUM(c, type, of, name, access, show, section, \
			      values)                                   \
	CAP_FIELD(c, of, name, name, sizeof(type) * 8 - 1, 0, access, 0, values)
#define CAP_FIELDS_ARRAY(c, type, name, count, access, show, section)      \
	CAP_FIELD(c, type, name, name[0], sizeof(type) * 8 - 1, 0, access, \
		  count, ALL)
#define CAP_FIELDS_ELEMENTS(c, name, element, number, section) \
	struct {                                               \
		struct element##_view *view;                   \
		struct element##_fields *fields;               \
		char at[offsetof(struct c##_regs, name) + 1];  \
		char width[sizeof(struct element##_regs) + 1]; \
		char count[(number) + 1];                      \
	} name;
#define CAP_FIELDS_GAP(c, ...)

/*
 * A register as a value: only its own fields can be got out of it. What is
 * beside the value is there for typeof and sizeof alone.
 */
#define CAP_REGISTER(c, type, name)                                      \
	struct c##_##name##_reg {                                        \
		union {                                                  \
			type raw;                                        \
			struct c##_fields *fields;                       \
			char (*at)[offsetof(struct c##_regs, name) + 1]; \
		};                                                       \
	};

#define CAP_REGISTERS(c, kind, ...) CAP_REGISTERS_##kind(c, __VA_ARGS__)
#define CAP_REGISTERS_REG(c, type, name, rest, section) \
	CAP_REGISTER(c, type, name)
#define CAP_REGISTERS_BITS(c, ...)
#define CAP_REGISTERS_ENUM(c, ...)
#define CAP_REGISTERS_WHOLE(c, type, name, ...) CAP_REGISTER(c, type, name)
#define CAP_REGISTERS_WHOLE_ENUM(c, type, of, name, ...) \
	CAP_REGISTER(c, type, name)
#define CAP_REGISTERS_ARRAY(c, ...)
#define CAP_REGISTERS_ELEMENTS(c, ...)
#define CAP_REGISTERS_GAP(c, ...)

/* The registers of a capability: a member a register, its type the above */
#define CAP_NAMED(c, kind, ...) CAP_NAMED_##kind(c, __VA_ARGS__)
#define CAP_NAMED_REG(c, type, name, rest, section) \
	struct c##_##name##_reg name;
#define CAP_NAMED_BITS(c, ...)
#define CAP_NAMED_ENUM(c, ...)
#define CAP_NAMED_WHOLE(c, type, name, ...) struct c##_##name##_reg name;
#define CAP_NAMED_WHOLE_ENUM(c, type, of, name, ...) \
	struct c##_##name##_reg name;
#define CAP_NAMED_ARRAY(c, ...)
#define CAP_NAMED_ELEMENTS(c, ...)
#define CAP_NAMED_GAP(c, ...)

/* The rows at run time */
#define CAP_ROW(c, reg, number, msb, low, can)               \
	{                                                    \
		.at = offsetof(struct c##_regs, reg),        \
		.count = (number),                           \
		.width = sizeof_field(struct c##_regs, reg), \
		.lsb = (low),                                \
		.bits = (msb) - (low) + 1,                   \
		.access = (can),                             \
	},

#define CAP_ROWS(c, kind, ...) CAP_ROWS_##kind(c, __VA_ARGS__)
#define CAP_ROWS_REG(c, type, name, rest, section)   \
	CAP_ROW(c, name, 1, sizeof(type) * 8 - 1, 0, \
		CAP_ACCESS_REST | CAP_ACCESS_##rest)
#define CAP_ROWS_BITS(c, reg, type, name, msb, lsb, access, show, section) \
	CAP_ROW(c, reg, 1, msb, lsb, CAP_ACCESS_##access)
#define CAP_ROWS_ENUM(c, reg, type, name, msb, lsb, access, ...) \
	CAP_ROW(c, reg, 1, msb, lsb, CAP_ACCESS_##access)
#define CAP_ROWS_WHOLE(c, type, name, access, ...) \
	CAP_ROW(c, name, 1, sizeof(type) * 8 - 1, 0, CAP_ACCESS_##access)
#define CAP_ROWS_WHOLE_ENUM(c, type, of, name, access, ...) \
	CAP_ROW(c, name, 1, sizeof(type) * 8 - 1, 0, CAP_ACCESS_##access)
#define CAP_ROWS_ARRAY(c, type, name, count, access, ...) \
	CAP_ROW(c, name[0], count, sizeof(type) * 8 - 1, 0, CAP_ACCESS_##access)
#define CAP_ROWS_ELEMENTS(c, name, of, number, section) \
	{                                               \
		.at = offsetof(struct c##_regs, name),  \
		.count = (number),                      \
		.width = sizeof(struct of##_regs),      \
		.element = &of##_type,                  \
	},
#define CAP_ROWS_GAP(c, type, name) \
	CAP_ROW(c, name, 1, sizeof(type) * 8 - 1, 0, CAP_ACCESS_RSVDP)

/* What a row must not say */
#define CAP_CHECK_REGISTER(c, reg)                                         \
	static_assert(sizeof_field(struct c##_regs, reg) <= sizeof(u32) && \
			      !(offsetof(struct c##_regs, reg) %           \
				sizeof_field(struct c##_regs, reg)),       \
		      "not an aligned register of 8, 16 or 32 bits");

#define CAP_CHECK_FIELD(c, reg, type, msb, lsb)                               \
	static_assert((lsb) <= (msb) &&                                       \
			      (msb) < sizeof_field(struct c##_regs, reg) * 8, \
		      "bits that the register does not have");                \
	static_assert(!__same_type(type, bool) || (msb) == (lsb),             \
		      "a bool of more than one bit");                         \
	static_assert((msb) - (lsb) < sizeof(type) * 8,                       \
		      "a type that is too narrow for the field");

#define CAP_CHECKS(c, kind, ...) CAP_CHECKS_##kind(c, __VA_ARGS__)
#define CAP_CHECKS_REG(c, type, name, rest, section)         \
	CAP_CHECK_REGISTER(c, name)                          \
	static_assert(CAP_ACCESS_##rest >= CAP_ACCESS_RSVDP, \
		      "what is left of a register is RSVDP or RSVDZ");
#define CAP_CHECKS_BITS(c, reg, type, name, msb, lsb, ...) \
	CAP_CHECK_FIELD(c, reg, type, msb, lsb)
#define CAP_CHECKS_ENUM(c, reg, type, name, msb, lsb, ...) \
	CAP_CHECK_FIELD(c, reg, type, msb, lsb)
#define CAP_CHECKS_WHOLE(c, type, name, ...) CAP_CHECK_REGISTER(c, name)
#define CAP_CHECKS_WHOLE_ENUM(c, type, of, name, ...) \
	CAP_CHECK_REGISTER(c, name)
#define CAP_CHECKS_ARRAY(c, type, name, ...) CAP_CHECK_REGISTER(c, name[0])
#define CAP_CHECKS_ELEMENTS(c, name, element, count, section)                 \
	static_assert(!(offsetof(struct c##_regs, name) % sizeof(u32)) &&     \
			      !(sizeof(struct element##_regs) % sizeof(u32)), \
		      "elements that are not of whole dwords");
#define CAP_CHECKS_GAP(c, type, name) CAP_CHECK_REGISTER(c, name)

/* A label a field, for a switch that exists because no two can be the same */
#define CAP_LABEL(c, reg, msb, lsb)               \
	case offsetof(struct c##_regs, reg) * 8 + \
		(lsb)... offsetof(struct c##_regs, reg) * 8 + (msb):

#define CAP_LABELS(c, kind, ...) CAP_LABELS_##kind(c, __VA_ARGS__)
#define CAP_LABELS_REG(c, ...)
#define CAP_LABELS_BITS(c, reg, type, name, msb, lsb, ...) \
	CAP_LABEL(c, reg, msb, lsb)
#define CAP_LABELS_ENUM(c, reg, type, name, msb, lsb, ...) \
	CAP_LABEL(c, reg, msb, lsb)
#define CAP_LABELS_WHOLE(c, type, name, ...) \
	CAP_LABEL(c, name, sizeof(type) * 8 - 1, 0)
#define CAP_LABELS_WHOLE_ENUM(c, type, of, name, ...) \
	CAP_LABEL(c, name, sizeof(type) * 8 - 1, 0)
#define CAP_LABELS_ARRAY(c, ...)
#define CAP_LABELS_ELEMENTS(c, ...)
#define CAP_LABELS_GAP(c, ...)

/*
 * The rows, and what names them, exist once: sources that include the tables of
 * the capabilities declare them, and src/core/view/tables.c defines them.
 */
#define CAP_TYPE_DECLARED(c, TABLE, ...) \
	extern const struct ext_cap_type c##_type
#define CAP_TYPE_DEFINED(c, TABLE, ...)                                     \
	CAP_TYPE_DECLARED(c, TABLE);                                        \
	static const struct cap_field c##_table[] = { TABLE(CAP_ROWS, c) }; \
	const struct ext_cap_type c##_type = {                              \
		.rows = c##_table,                                          \
		.row_count = ARRAY_SIZE(c##_table),                         \
		__VA_ARGS__,                                                \
	}
#ifdef DEFINE_CAPS
#define CAP_TYPE CAP_TYPE_DEFINED
#else
#define CAP_TYPE CAP_TYPE_DECLARED
#endif

/* All of the above that is types alone */
#define DECLARE_CAP_TABLE(c, TABLE)                                      \
	struct c##_regs {                                                \
		TABLE(CAP_LAYOUT, c)                                     \
	} __packed;                                                      \
	struct c##_fields {                                              \
		TABLE(CAP_FIELDS, c)                                     \
	};                                                               \
	TABLE(CAP_REGISTERS, c)                                          \
	struct c##_registers {                                           \
		TABLE(CAP_NAMED, c)                                      \
	};                                                               \
	TABLE(CAP_CHECKS, c)                                             \
	static inline void __maybe_unused c##_fields_overlap(size_t bit) \
	{                                                                \
		switch (bit) {                                           \
			TABLE(CAP_LABELS, c)                             \
			break;                                           \
		}                                                        \
	}                                                                \
	static_assert(sizeof(struct c##_regs) % sizeof(u32) == 0,        \
		      "a capability that is not of whole dwords")

#endif
