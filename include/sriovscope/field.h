/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A register field is declared once, in the table of its capability
 * (caps/NAME.h), which is a macro: it calls the generator that it is given once
 * a row. The rows, with "c" for the prefix of the capability:
 *
 *	X(c, REG, type, register, RSVDP or RSVDZ, section)
 *		a register whose bits have rows of their own; those that have
 *		none are reserved in that way
 *	X(c, BITS, register, type, field, msb, lsb, access, shown, section)
 *	X(c, ENUM, register, enum, field, msb, lsb, access, shown, section,
 *	  VALUES(0, 2, ...) or ONE_HOT)
 *		bits that have a list of values; all others are reserved
 *	X(c, WHOLE, type, field, access, shown, section)
 *		a register that is one field
 *	X(c, WHOLE_ENUM, type, enum, field, access, shown, section, values)
 *	X(c, ARRAY, type, field, count, access, shown, section)
 *		an array of registers that are one field each
 *	X(c, ELEMENTS, field, element, count, section)
 *		an array of what DECLARE_ELEMENT() has declared
 *	X(c, GAP, type, name)
 *		reserved bytes
 *
 * Registers come in the order that they have in the capability. Where a row of
 * bits stands is left to the table: "regs" prints in that order.
 */
#ifndef SRIOVSCOPE_FIELD_H
#define SRIOVSCOPE_FIELD_H

#include <linux/bits.h>
#include <linux/build_bug.h>
#include <linux/compiler.h>
#include <linux/errno.h>
#include <linux/stddef.h>
#include <linux/types.h>

struct ext_cap_type;

/**
 * enum cap_access - what software can do to a field, PCIe 7.4
 * @CAP_ACCESS_RO: read-only
 * @CAP_ACCESS_HWINIT: read-only, set by firmware or hardware
 * @CAP_ACCESS_RW: read and written
 * @CAP_ACCESS_RW1C: cleared by writing 1
 * @CAP_ACCESS_RSVDP: reserved, to be written as it was read
 * @CAP_ACCESS_RSVDZ: reserved, to be written as 0
 * @CAP_ACCESS_KIND: bits that have one of the above
 * @CAP_ACCESS_LOCKED: mark: read-only while VF Enable is set
 * @CAP_ACCESS_CORE: mark: the Linux PCI core owns it, nobody else writes it
 * @CAP_ACCESS_REST: mark: of a whole register, what its fields leave of it
 * @CAP_ACCESS_RW_LOCKED: RW and LOCKED
 * @CAP_ACCESS_RW_CORE: RW and CORE
 * @CAP_ACCESS_RW_CORE_LOCKED: RW, CORE and LOCKED
 *
 * Rows of tables have the names without CAP_ACCESS.
 */
enum cap_access {
	CAP_ACCESS_RO,
	CAP_ACCESS_HWINIT,
	CAP_ACCESS_RW,
	CAP_ACCESS_RW1C,
	CAP_ACCESS_RSVDP,
	CAP_ACCESS_RSVDZ,
	CAP_ACCESS_KIND = 0x0f,
	CAP_ACCESS_LOCKED = 0x10,
	CAP_ACCESS_CORE = 0x20,
	CAP_ACCESS_REST = 0x40,
	CAP_ACCESS_RW_LOCKED = CAP_ACCESS_RW | CAP_ACCESS_LOCKED,
	CAP_ACCESS_RW_CORE = CAP_ACCESS_RW | CAP_ACCESS_CORE,
	CAP_ACCESS_RW_CORE_LOCKED = CAP_ACCESS_RW_CORE | CAP_ACCESS_LOCKED,
};

/**
 * enum cap_show - how a field is written for people
 * @CAP_SHOW_NONE: not at all
 * @CAP_SHOW_YES_NO: in a word
 * @CAP_SHOW_COUNT: decimal
 * @CAP_SHOW_HEX8: hexadecimal, two digits
 * @CAP_SHOW_HEX12: three digits
 * @CAP_SHOW_HEX16: four digits
 * @CAP_SHOW_HEX32: eight digits
 * @CAP_SHOW_PAGE_SIZES: eight digits, and which page sizes those are
 *
 * Rows of tables have the names without CAP_SHOW.
 */
enum cap_show {
	CAP_SHOW_NONE,
	CAP_SHOW_YES_NO,
	CAP_SHOW_COUNT,
	CAP_SHOW_HEX8,
	CAP_SHOW_HEX12,
	CAP_SHOW_HEX16,
	CAP_SHOW_HEX32,
	CAP_SHOW_PAGE_SIZES,
};

/**
 * struct field_place - where a field is
 * @at: of its register, in bytes from the start of the capability
 * @width: of its register in bytes
 * @lsb: its lowest bit in the register
 * @bits: how many it has
 */
struct field_place {
	u16 at;
	u8 width;
	u8 lsb;
	u8 bits;
};

/**
 * struct cap_field - a row of a capability's table at run time
 * @at: of the register, in bytes from the start of the capability
 * @count: how many there are, one after the other; 1 for all but arrays
 * @width: of the register, or of an element, in bytes
 * @lsb: lowest bit in the register
 * @bits: how many bits, 0 for an element
 * @access: &enum cap_access and its marks
 * @element: what an element is; NULL for all else
 *
 * Only those who need masks look at it: all else is in types.
 */
struct cap_field {
	u16 at;
	u16 count;
	u8 width;
	u8 lsb;
	u8 bits;
	u8 access;
	const struct ext_cap_type *element;
};

/**
 * struct register_masks - what software can do to the bits of a register
 * @rw: can be written
 * @w1c: are cleared by writing 1
 * @rsvdz: are to be written as 0
 * @locked: those of @rw that are read-only while VF Enable is set
 */
struct register_masks {
	u32 rw;
	u32 w1c;
	u32 rsvdz;
	u32 locked;
};

/**
 * register_masks() - the masks of a register, or of a dword with several
 * @type: the capability or element
 * @at: first byte, from its start
 * @width: bytes, up to 4
 *
 * Context: any; pure.
 * Return: the masks; none for what is in no row.
 */
struct register_masks register_masks(const struct ext_cap_type *type, u32 at,
				     u32 width);

/* The rows that every extended capability begins with */
/* clang-format off */
#define EXT_HEADER(X, c) \
	X(c, REG, u32, header, RSVDP, "7.6.3") \
	X(c, BITS, header, u16, capability_id, 15, 0, RO, NONE, "7.6.3") \
	X(c, BITS, header, u8, capability_version, 19, 16, RO, COUNT, "7.6.3") \
	X(c, BITS, header, u16, next_capability, 31, 20, RO, HEX12, "7.6.3")

/* The rows that every conventional capability begins with */
#define CONVENTIONAL_HEADER(X, c) \
	X(c, WHOLE, u8, id, RO, NONE, "7.5.3.1") \
	X(c, WHOLE, u8, next, RO, HEX8, "7.5.3.1")
/* clang-format on */

/*
 * What is known of a field is in the types of a struct's members, as sizes of
 * arrays, each one too large by one. No such struct ever exists, so that
 * nothing of it costs a byte: its members are asked for typeof and sizeof.
 */
#define cap_field_at(f) (sizeof((f)->at) - 1)
#define cap_field_width(f) (sizeof((f)->width) - 1)
#define cap_field_lsb(f) (sizeof((f)->lsb) - 1)
#define cap_field_bits(f) (sizeof((f)->bits) - 1)
#define cap_field_access(f) (sizeof((f)->access) - 1)
#define cap_field_count(f) (sizeof((f)->count) - 1)
#define cap_field_max(f) (~0U >> (32 - cap_field_bits(f)))

/* @shift: in bytes, to an element of an array */
#define cap_field_place(f, shift)                \
	((struct field_place){                   \
		.at = cap_field_at(f) + (shift), \
		.width = cap_field_width(f),     \
		.lsb = cap_field_lsb(f),         \
		.bits = cap_field_bits(f),       \
	})

/* The bits of a field, out of the value that its register has */
#define cap_field_of(f, raw) \
	((u32)((raw) >> cap_field_lsb(f)) & cap_field_max(f))

/*
 * Which values a field can have: a struct of this form says it, see above. A
 * list has up to 16; what it leaves of them is its first one again.
 */
#define CAP_VALUES(has, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, \
		   v13, v14, v15, behind, ...)                                 \
	struct {                                                               \
		char kind[(has) + 1];                                          \
		char a[(v0) + 1], b[(v1) + 1], c[(v2) + 1], d[(v3) + 1];       \
		char e[(v4) + 1], f[(v5) + 1], g[(v6) + 1], h[(v7) + 1];       \
		char i[(v8) + 1], j[(v9) + 1], k[(v10) + 1], l[(v11) + 1];     \
		char m[(v12) + 1], n[(v13) + 1], o[(v14) + 1], p[(v15) + 1];   \
		char too_many[(behind) == (v0) ? 1 : -1];                      \
	}

/**
 * enum cap_values_kind - which values of a field are not reserved
 * @CAP_VALUES_ALL: none is reserved
 * @CAP_VALUES_LISTED: those of a list
 * @CAP_VALUES_POWERS: those with exactly one bit set
 */
enum cap_values_kind {
	CAP_VALUES_ALL,
	CAP_VALUES_LISTED,
	CAP_VALUES_POWERS,
};

#define CAP_NO_LIST 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
#define CAP_VALUES_OF(...) CAP_VALUES(__VA_ARGS__)

/* The last word of a row: VALUES(), ONE_HOT, or none */
#define CAP_OF_VALUES(first, ...)                                          \
	CAP_VALUES(CAP_VALUES_LISTED, first, ##__VA_ARGS__, first, first,  \
		   first, first, first, first, first, first, first, first, \
		   first, first, first, first, first, first)
#define CAP_OF_ONE_HOT CAP_VALUES_OF(CAP_VALUES_POWERS, CAP_NO_LIST)
#define CAP_OF_ALL struct cap_values_all

/**
 * struct cap_values_all - what CAP_VALUES() makes for a field without a list
 *
 * For sizeof alone: the members are those of a list, and say nothing.
 */
struct cap_values_all {
	/* private: */
	char kind[CAP_VALUES_ALL + 1];
	char a[1], b[1], c[1], d[1], e[1], f[1], g[1], h[1];
	char i[1], j[1], k[1], l[1], m[1], n[1], o[1], p[1];
};

/*
 * Small values are one comparison when they are all up to the last one, else one
 * test of a bit in a constant; the few others are compared.
 */
#define cap_value(at, n) (sizeof((at)->values.n) - 1)
#define cap_low_value(at, n) \
	(cap_value(at, n) < 32 ? 1U << cap_value(at, n) % 32 : 0)
#define cap_low_values(at)                                                    \
	(cap_low_value(at, a) | cap_low_value(at, b) | cap_low_value(at, c) | \
	 cap_low_value(at, d) | cap_low_value(at, e) | cap_low_value(at, f) | \
	 cap_low_value(at, g) | cap_low_value(at, h) | cap_low_value(at, i) | \
	 cap_low_value(at, j) | cap_low_value(at, k) | cap_low_value(at, l) | \
	 cap_low_value(at, m) | cap_low_value(at, n) | cap_low_value(at, o) | \
	 cap_low_value(at, p))
#define cap_is_high(at, n, bits) \
	(cap_value(at, n) >= 32 && (bits) == cap_value(at, n))
#define cap_is_high_value(at, bits)                              \
	(cap_is_high(at, a, bits) || cap_is_high(at, b, bits) || \
	 cap_is_high(at, c, bits) || cap_is_high(at, d, bits) || \
	 cap_is_high(at, e, bits) || cap_is_high(at, f, bits) || \
	 cap_is_high(at, g, bits) || cap_is_high(at, h, bits) || \
	 cap_is_high(at, i, bits) || cap_is_high(at, j, bits) || \
	 cap_is_high(at, k, bits) || cap_is_high(at, l, bits) || \
	 cap_is_high(at, m, bits) || cap_is_high(at, n, bits) || \
	 cap_is_high(at, o, bits) || cap_is_high(at, p, bits))
#define cap_is_low_value(at, bits)                       \
	(cap_low_values(at) & (cap_low_values(at) + 1) ? \
		 cap_low_values(at) >> (bits) % 32 & 1 : \
		 (bits) < __builtin_popcount(cap_low_values(at)))
#define cap_is_listed(at, bits)                         \
	(((bits) < 32 && cap_is_low_value(at, bits)) || \
	 cap_is_high_value(at, bits))

#define cap_values_kind(f) (sizeof((f)->values.kind) - 1)

/* May the field have this value, or is it a reserved one? */
#define cap_field_valid(f, bits)                            \
	(cap_values_kind(f) == CAP_VALUES_LISTED ?          \
		 cap_is_listed(f, bits) :                   \
		 cap_values_kind(f) != CAP_VALUES_POWERS || \
			 ((bits) && ((bits) & (~(bits) + 1)) == (bits)))

/* Gives *@out the field, or nothing when the value is a reserved one. */
#define cap_field_take(f, raw, out)                              \
	({                                                       \
		const u32 __bits = cap_field_of(f, raw);         \
		const bool __valid = cap_field_valid(f, __bits); \
		if (__valid)                                     \
			*(out) = __bits;                         \
		__valid ? 0 : -EDOM;                             \
	})

/**
 * enum cap_probe - an enum that no field has
 * @CAP_PROBE: its only value
 *
 * An enum is compatible with the integer that it is made of, but not with another
 * enum: so this one tells enums and integers apart.
 */
enum cap_probe {
	CAP_PROBE,
};

#define cap_same_type(a, b)   \
	(__same_type(a, b) && \
	 __same_type(a, enum cap_probe *) == __same_type(b, enum cap_probe *))

#define cap_field_check_out(f, out)                    \
	static_assert(cap_same_type(out, &(f)->value), \
		      "not a pointer to the type of the field")

#define cap_field_check_single(f, instead) \
	static_assert(!cap_field_count(f), "index an array with " instead)

#define cap_field_check_index(f, index)                              \
	BUILD_BUG_ON_MSG(__builtin_constant_p(index) &&              \
				 (u64)(index) >= cap_field_count(f), \
			 "index past the end of the register array")

/* The bits of a constant are known now, and those that are too many. */
#define cap_field_check_width(f, given)                             \
	BUILD_BUG_ON_MSG(__builtin_constant_p(given) &&             \
				 (u64)(given) >> cap_field_bits(f), \
			 "a value that is too wide for the field")

#endif
