/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the tables make of each field, for tests that go through all of them: the
 * rows of a table once more, and a function for each way to a field.
 */
#ifndef SRIOVSCOPE_FIELD_CASES_H
#define SRIOVSCOPE_FIELD_CASES_H

#include <linux/errno.h>
#include <linux/stddef.h>
#include <sriovscope/view.h>

#include "core/mock/hardware.h"
#include "core/mock/mock_config.h"

/**
 * enum field_door - a way to read a field
 * @FIELD_BY_VIEW: view_get(), or view_get_at()
 * @FIELD_BY_REGISTER: register_get(), or register_get_enum()
 * @FIELD_BY_SNAPSHOT: snapshot_get(), or snapshot_get_enum()
 * @FIELD_BY_HARDWARE: hardware_get(), or hardware_get_at()
 * @FIELD_OF_REGISTER: register_bits()
 * @FIELD_OF_SNAPSHOT: snapshot_bits(), or snapshot_bits_at()
 * @FIELD_DOORS: how many there are
 *
 * The last three know nothing of reserved values.
 */
enum field_door {
	FIELD_BY_VIEW,
	FIELD_BY_REGISTER,
	FIELD_BY_SNAPSHOT,
	FIELD_BY_HARDWARE,
	FIELD_OF_REGISTER,
	FIELD_OF_SNAPSHOT,
	FIELD_DOORS,
};

/**
 * struct field_subject - a capability or element in a mock space
 * @mock: the space
 * @base: where it is
 * @view: of it
 */
struct field_subject {
	struct mock_config *mock;
	u32 base;
	struct config_view view;
};

/**
 * enum field_case_kind - what a row of a table is
 * @FIELD_CASE_REG: a register that has fields
 * @FIELD_CASE_FIELD: a field, or an array of them
 * @FIELD_CASE_ELEMENTS: an array of elements
 */
enum field_case_kind {
	FIELD_CASE_REG,
	FIELD_CASE_FIELD,
	FIELD_CASE_ELEMENTS,
};

/**
 * struct field_case - a row of a table
 * @kind: what it is
 * @name: of it
 * @at: first byte of its register
 * @width: of the register, or an element, in bytes
 * @lsb: lowest bit in the register
 * @bits: how many
 * @count: of an array, 0 for all else
 * @access: &enum cap_access; of a register, what is left of it
 * @get: reads it; -EOPNOTSUPP where there is no such way
 * @set: view_set(), or view_set_at(); -EPERM where that does not compile
 * @put: hardware_put(), or hardware_put_at()
 * @element: makes an element the subject, and says where hardware has it
 */
struct field_case {
	enum field_case_kind kind;
	const char *name;
	u16 at;
	u8 width;
	u8 lsb;
	u8 bits;
	u16 count;
	u8 access;
	int (*get)(const struct field_subject *subject, enum field_door door,
		   u32 index, u32 *value);
	int (*set)(const struct field_subject *subject, u32 index, u64 value);
	void (*put)(const struct field_subject *subject, u32 index, u64 value);
	int (*element)(const struct field_subject *subject, u32 index,
		       struct field_subject *inner, u32 *hardware);
};

/**
 * struct field_table - a table
 * @name: prefix
 * @type: what register_masks() takes
 * @boxed: an element: the type of the capability that is around it
 * @size: in bytes
 * @cases: its rows
 * @count: how many
 * @open: fills in the view of a subject, of the first one that the space has
 */
struct field_table {
	const char *name;
	const struct ext_cap_type *type;
	const struct ext_cap_type *boxed;
	u32 size;
	const struct field_case *cases;
	u32 count;
	int (*open)(struct field_subject *subject);
};

/* clang-format off */
/* All tables, one each: extended, conventional, and elements with the headers */
#define FIELD_TABLES(X) \
	X(sriov) X(ari) X(acs) X(ats) X(pasid) X(pri) X(rebar) X(vf_rebar) \
	X(dev3) X(ide) X(dsn) X(tph) X(ltr) X(aer) X(dvsec) \
	X(pm) X(msi) X(msi_32) X(msix) X(pcie) X(ea) \
	X(vpd) \
	X(memory_bar) X(rebar_pair) X(vf_rebar_pair) X(ea_dword) X(ea_offset) \
	X(ide_selective) X(header0) X(header1)
#define FIELD_TABLE_DECLARE(c) extern const struct field_table c##_field_table;
#define FIELD_TABLE_POINTER(c) &c##_field_table,
#define FIELD_TABLE_LIST { FIELD_TABLES(FIELD_TABLE_POINTER) }
FIELD_TABLES(FIELD_TABLE_DECLARE)

#define FIELD_SET_RO(set) (-EPERM)
#define FIELD_SET_HWINIT(set) (-EPERM)
#define FIELD_SET_RW(set) (set)
#define FIELD_SET_RW1C(set) (set)
#define FIELD_SET_RW_LOCKED(set) (set)
#define FIELD_SET_RW_CORE(set) (-EPERM)
#define FIELD_SET_RW_CORE_LOCKED(set) (-EPERM)

/* The typed view of a subject */
#define FIELD_VIEW(c, subject) \
	const struct c##_view v __maybe_unused = { .view = (subject)->view }

#define FIELD_LOAD(subject, snap) \
	(memset(&(snap), 0, sizeof(snap)), \
	 config_view_read_dwords(&(subject)->view, (snap).dwords, 0, \
				 ARRAY_SIZE((snap).dwords)))

/* How fields that have reserved values are got, and those that have none */
#define FIELD_REGISTER_ALL(reg, name, value) ((value) = register_get(reg, name), 0)
#define FIELD_REGISTER_LISTED(reg, name, value) register_get_enum(reg, name, &(value))
#define FIELD_SNAPSHOT_ALL(snap, name, value) ((value) = snapshot_get(snap, name), 0)
#define FIELD_SNAPSHOT_LISTED(snap, name, value) snapshot_get_enum(snap, name, &(value))

#define FIELD_FUNCTIONS(c, reg, type, name, can, values) \
	static int c##_##name##_get(const struct field_subject *subject, \
				    enum field_door door, u32 index, u32 *out) \
	{ \
		FIELD_VIEW(c, subject); \
		struct c##_snapshot snap; \
		struct c##_##reg##_reg r; \
		type value = 0; \
		int ret = 0; \
		switch (door) { \
		case FIELD_BY_VIEW: \
			ret = view_get(&v, name, &value); \
			break; \
		case FIELD_BY_REGISTER: \
			ret = view_read(&v, reg, &r) ?: \
			      FIELD_REGISTER_##values(&r, name, value); \
			break; \
		case FIELD_BY_SNAPSHOT: \
			FIELD_LOAD(subject, snap); \
			ret = FIELD_SNAPSHOT_##values(&snap, name, value); \
			break; \
		case FIELD_BY_HARDWARE: \
			value = hardware_get(subject->mock, subject->base, c, name); \
			break; \
		case FIELD_OF_REGISTER: \
			ret = view_read(&v, reg, &r); \
			*out = ret ? 0 : register_bits(&r, name); \
			return ret; \
		default: \
			FIELD_LOAD(subject, snap); \
			*out = snapshot_bits(&snap, name); \
			return 0; \
		} \
		*out = value; \
		return ret; \
	} \
	static int c##_##name##_set(const struct field_subject *subject, u32 index, \
				    u64 value) \
	{ \
		FIELD_VIEW(c, subject); \
		return FIELD_SET_##can(view_set(&v, name, value)); \
	} \
	static void c##_##name##_put(const struct field_subject *subject, u32 index, \
				     u64 value) \
	{ \
		hardware_put(subject->mock, subject->base, c, name, value); \
	}

#define FIELD_DO(c, kind, ...) FIELD_DO_##kind(c, __VA_ARGS__)
#define FIELD_DO_REG(c, ...)
#define FIELD_DO_BITS(c, reg, type, name, msb, lsb, access, show, section) \
	FIELD_FUNCTIONS(c, reg, type, name, access, ALL)
#define FIELD_DO_ENUM(c, reg, type, name, msb, lsb, access, ...) \
	FIELD_FUNCTIONS(c, reg, type, name, access, LISTED)
#define FIELD_DO_WHOLE(c, type, name, access, ...) \
	FIELD_FUNCTIONS(c, name, type, name, access, ALL)
#define FIELD_DO_WHOLE_ENUM(c, type, of, name, access, ...) \
	FIELD_FUNCTIONS(c, name, of, name, access, LISTED)
#define FIELD_DO_ARRAY(c, type, name, count, can, ...) \
	static int c##_##name##_get(const struct field_subject *subject, \
				    enum field_door door, u32 index, u32 *out) \
	{ \
		FIELD_VIEW(c, subject); \
		struct c##_snapshot snap; \
		type value = 0; \
		int ret = 0; \
		switch (door) { \
		case FIELD_BY_VIEW: \
			ret = view_get_at(&v, name, index, &value); \
			break; \
		case FIELD_BY_HARDWARE: \
			value = hardware_get_at(subject->mock, subject->base, c, \
						name, index); \
			break; \
		case FIELD_OF_SNAPSHOT: \
			FIELD_LOAD(subject, snap); \
			value = snapshot_bits_at(&snap, name, index); \
			break; \
		default: \
			return -EOPNOTSUPP; \
		} \
		*out = value; \
		return ret; \
	} \
	static int c##_##name##_set(const struct field_subject *subject, u32 index, \
				    u64 value) \
	{ \
		FIELD_VIEW(c, subject); \
		return FIELD_SET_##can(view_set_at(&v, name, index, value)); \
	} \
	static void c##_##name##_put(const struct field_subject *subject, u32 index, \
				     u64 value) \
	{ \
		hardware_put_at(subject->mock, subject->base, c, name, index, value); \
	}
#define FIELD_DO_ELEMENTS(c, name, elem, count, section) \
	static int c##_##name##_element(const struct field_subject *subject, \
					u32 index, struct field_subject *inner, \
					u32 *hardware) \
	{ \
		FIELD_VIEW(c, subject); \
		struct elem##_view e = {}; \
		int ret = view_element(&v, name, index, &e); \
		*inner = *subject; \
		inner->view = e.view; \
		*hardware = hardware_element(subject->base, c, name, index); \
		return ret; \
	}
#define FIELD_DO_GAP(c, ...)

/* What is known of a field in types, see <sriovscope/table.h> */
#define FIELD_KNOWN(c, name) (&((struct c##_fields *)NULL)->name)

#define FIELD_ROW_OF(c, n, can) \
	{ \
		.kind = FIELD_CASE_FIELD, .name = #n, \
		.at = cap_field_at(FIELD_KNOWN(c, n)), \
		.width = cap_field_width(FIELD_KNOWN(c, n)), \
		.lsb = cap_field_lsb(FIELD_KNOWN(c, n)), \
		.bits = cap_field_bits(FIELD_KNOWN(c, n)), \
		.count = cap_field_count(FIELD_KNOWN(c, n)), \
		.access = CAP_ACCESS_##can, \
		.get = c##_##n##_get, .set = c##_##n##_set, .put = c##_##n##_put, \
	},

#define FIELD_ROW(c, kind, ...) FIELD_ROW_##kind(c, __VA_ARGS__)
#define FIELD_ROW_REG(c, type, n, rest, section) \
	{ \
		.kind = FIELD_CASE_REG, .name = #n, \
		.at = offsetof(struct c##_regs, n), \
		.width = sizeof_field(struct c##_regs, n), \
		.access = CAP_ACCESS_##rest, \
	},
#define FIELD_ROW_BITS(c, reg, type, n, msb, lsb, access, show, section) \
	FIELD_ROW_OF(c, n, access)
#define FIELD_ROW_ENUM(c, reg, type, n, msb, lsb, access, ...) \
	FIELD_ROW_OF(c, n, access)
#define FIELD_ROW_WHOLE(c, type, n, access, ...) FIELD_ROW_OF(c, n, access)
#define FIELD_ROW_WHOLE_ENUM(c, type, of, n, access, ...) \
	FIELD_ROW_OF(c, n, access)
#define FIELD_ROW_ARRAY(c, type, n, number, access, ...) \
	FIELD_ROW_OF(c, n, access)
#define FIELD_ROW_ELEMENTS(c, n, elem, number, section) \
	{ \
		.kind = FIELD_CASE_ELEMENTS, .name = #n, \
		.at = cap_field_at(FIELD_KNOWN(c, n)), \
		.width = cap_field_width(FIELD_KNOWN(c, n)), \
		.count = cap_field_count(FIELD_KNOWN(c, n)), \
		.element = c##_##n##_element, \
	},
#define FIELD_ROW_GAP(c, ...)

#define FIELD_TABLE_OF(c, TABLE, around) \
	static const struct field_case c##_cases[] = { TABLE(FIELD_ROW, c) }; \
	const struct field_table c##_field_table = { \
		.name = #c, .type = &c##_type, .boxed = (around), \
		.size = sizeof(struct c##_regs), \
		.cases = c##_cases, .count = ARRAY_SIZE(c##_cases), \
		.open = c##_open, \
	}

/* Defines NAME_field_table of a capability */
#define FIELD_TABLE(c, TABLE) \
	TABLE(FIELD_DO, c) \
	static int c##_open(struct field_subject *subject) \
	{ \
		struct c##_view v = {}; \
		int ret = c##_view_find(&subject->mock->space, &v); \
		subject->view = v.view; \
		subject->base = ret ? 0 : config_view_base(&v.view); \
		return ret; \
	} \
	FIELD_TABLE_OF(c, TABLE, NULL)

/*
 * The same of an element, which is in a box: a capability of nothing else. BOX is
 * the table of that.
 */
#define FIELD_TABLE_BOXED(c, TABLE, BOX) \
	DEFINE_EXT_CAP(box_##c, BOX, PCI_EXT_CAP_ID_VNDR, "box", inner); \
	DECLARE_SNAPSHOT(c); \
	TABLE(FIELD_DO, c) \
	static int c##_open(struct field_subject *subject) \
	{ \
		struct box_##c##_view box; \
		struct c##_view v = {}; \
		int ret = box_##c##_view_find(&subject->mock->space, &box) ?: \
			  view_element(&box, inner, 0, &v); \
		subject->view = v.view; \
		subject->base = ret ? 0 : config_view_base(&v.view); \
		return ret; \
	} \
	FIELD_TABLE_OF(c, TABLE, &box_##c##_type)

#define FIELD_BOX(X, c, elem) \
	EXT_HEADER(X, c) \
	X(c, ELEMENTS, inner, elem, 1, "")
/* clang-format on */

#endif
