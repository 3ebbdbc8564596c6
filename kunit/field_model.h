/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A model of the fields of the capabilities, bit by bit, made from the PCI
 * Express specification and not from the tables in <sriovscope/caps/NAME.h>:
 * what the tables make of a field is held to it.
 *
 * A part is a list of rows in the order of the capability, one a line:
 *
 *	CAP(name)		a capability, or an element
 *	EXTENDED(name)		the same, and the header of an extended one
 *	CONVENTIONAL(name)	the same, and the header of a conventional one
 *	REG(name, byte, width, rest)
 *		a register with fields; its other bits are written as read ('p')
 *		or as 0 ('z')
 *	BITS(name, byte, bit, bits, who)
 *		a field of that register, which starts at a bit of a byte
 *	WHOLE(name, byte, width, who)
 *		a register that is a field
 *	MANY(name, byte, width, count, who)
 *		an array of them
 *	ELEMENTS(name, element, byte, width, count)
 *		an array of elements
 *
 * LISTED() and WHOLE_LISTED() are those that have reserved values, and end with
 * ONE_BIT or LEGAL(value...). Bytes count from the start of the capability, bits
 * from the lowest of their byte.
 *
 * Who may write a field, by the specification:
 *	r	nobody
 *	1	everybody, who clears it by writing 1
 *	w	everybody
 *	o	either, as the function has it
 *	c	everybody, and the Linux PCI core does: a table may say that it is
 *		the core's
 *	k	the same, and a table must say so
 * W, C and K are w, c and k that nobody may write while VF Enable is set.
 */
#ifndef SRIOVSCOPE_FIELD_MODEL_H
#define SRIOVSCOPE_FIELD_MODEL_H

#include <linux/kernel.h>
#include <linux/types.h>

/**
 * enum field_model_kind - what a row of the model is
 * @FIELD_MODEL_CAP: where a capability begins
 * @FIELD_MODEL_REG: a register that has fields
 * @FIELD_MODEL_FIELD: a field, or an array of them
 * @FIELD_MODEL_ELEMENTS: an array of elements
 */
enum field_model_kind {
	FIELD_MODEL_CAP,
	FIELD_MODEL_REG,
	FIELD_MODEL_FIELD,
	FIELD_MODEL_ELEMENTS,
};

/* For @legal_count: whatever has one bit set */
#define FIELD_MODEL_ONE_BIT 0xff

/**
 * struct field_model_row - a row as it is written
 * @kind: what it is
 * @name: of that
 * @element: for FIELD_MODEL_ELEMENTS, the name of one
 * @byte: the first one; of a field, that with its lowest bit
 * @width: of the register or element in bytes, 0 for a field of a register
 * @bit: lowest bit of the field in @byte
 * @bits: of the field
 * @count: of an array, else 1
 * @who: may write it
 * @legal: values that it may have
 * @legal_count: how many; 0 for all
 */
struct field_model_row {
	enum field_model_kind kind;
	const char *name;
	const char *element;
	u16 byte;
	u8 width;
	u8 bit;
	u8 bits;
	u8 count;
	char who;
	const u8 *legal;
	u8 legal_count;
};

/**
 * struct field_model_part - the rows of one file
 * @rows: the rows
 * @count: how many
 */
struct field_model_part {
	const struct field_model_row *rows;
	u32 count;
};

/**
 * struct field_model - a row and what the rows before it say
 * @row: the row; NULL before the first
 * @cap: its capability
 * @reg: its register: first byte
 * @width: of the register in bytes
 * @part: where @row is
 */
struct field_model {
	const struct field_model_row *row;
	const char *cap;
	u16 reg;
	u8 width;
	u32 part;
};

/**
 * field_model_next() - go on to the next row that is no FIELD_MODEL_CAP
 * @model: where to go on from; all zero to start
 *
 * Return: is there one?
 */
bool field_model_next(struct field_model *model);

/**
 * field_model_find() - find a row by its name
 * @model: to fill in
 * @cap: capability
 * @name: of a register, field or array
 * @is_reg: of a register that has fields
 *
 * Return: was it found?
 */
bool field_model_find(struct field_model *model, const char *cap,
		      const char *name, bool is_reg);

/**
 * field_model_legal() - may a field have this value?
 * @row: the field
 * @value: the value
 *
 * Return: no for a reserved one.
 */
bool field_model_legal(const struct field_model_row *row, u32 value);

/**
 * field_model_who() - who may write each bit of a capability
 * @cap: the capability
 * @who: to fill in, a character a bit from the lowest of the first byte: as in
 *	the rows, 'z' and 'p' for what no field has
 * @bits: how many there are
 */
void field_model_who(const char *cap, char *who, u32 bits);

extern const struct field_model_part field_model_sriov, field_model_around,
	field_model_aer, field_model_conventional, field_model_pcie,
	field_model_header;

/* clang-format off */
#define CAP(c) { .kind = FIELD_MODEL_CAP, .name = #c }
#define REG(n, at, wide, rest) \
	{ .kind = FIELD_MODEL_REG, .name = #n, .byte = at, .width = wide, \
	  .count = 1, .who = rest }
#define LISTED(n, at, lowest, many, can, ...) \
	{ .kind = FIELD_MODEL_FIELD, .name = #n, .byte = at, .bit = lowest, \
	  .bits = many, .count = 1, .who = can, ##__VA_ARGS__ }
#define BITS(n, at, lowest, many, can) LISTED(n, at, lowest, many, can)
#define MANY_LISTED(n, at, wide, number, can, ...) \
	{ .kind = FIELD_MODEL_FIELD, .name = #n, .byte = at, .width = wide, \
	  .bits = 8 * (wide), .count = number, .who = can, ##__VA_ARGS__ }
#define MANY(n, at, wide, number, can) MANY_LISTED(n, at, wide, number, can)
#define WHOLE(n, at, wide, can) MANY_LISTED(n, at, wide, 1, can)
#define WHOLE_LISTED(n, at, wide, can, ...) \
	MANY_LISTED(n, at, wide, 1, can, __VA_ARGS__)
#define ELEMENTS(n, elem, at, wide, number) \
	{ .kind = FIELD_MODEL_ELEMENTS, .name = #n, .element = #elem, \
	  .byte = at, .width = wide, .count = number }

#define ONE_BIT .legal_count = FIELD_MODEL_ONE_BIT
#define LEGAL(...) \
	.legal = (const u8[]){ __VA_ARGS__ }, .legal_count = sizeof((const u8[]){ __VA_ARGS__ })

#define EXTENDED(c) \
	CAP(c), \
	REG(header, 0, 4, 'p'), \
	BITS(capability_id, 0, 0, 16, 'r'), \
	BITS(capability_version, 2, 0, 4, 'r'), \
	BITS(next_capability, 2, 4, 12, 'r')
#define CONVENTIONAL(c) \
	CAP(c), \
	WHOLE(id, 0, 1, 'r'), \
	WHOLE(next, 1, 1, 'r')
/* clang-format on */

#endif
