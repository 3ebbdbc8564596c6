/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The bounded typed view: fields of one capability, extended or conventional,
 * read and written by their names, with the type that each has.
 *
 *	struct sriov_view v;
 *	struct sriov_control_reg control;
 *	u16 total;
 *	u32 bar;
 *
 *	ret = sriov_view_find(space, &v);
 *	...
 *	ret = view_get(&v, total_vfs, &total);
 *	ret = view_get_at(&v, vf_bar, i, &bar);
 *	ret = view_read(&v, control, &control);
 *	on = register_get(&control, vf_enable);
 *	ret = view_set(&v, vf_10bit_tag_requester_enable, true);
 *
 * What does not compile: a field of another capability or register, a variable
 * of another type than the field, an array without an index, a constant index
 * past an array, writing what is read-only or the PCI core's, a constant that
 * the field has no room for. What returns an errno: an index or a value of that
 * kind which is only known at run time, a register past the end of the view,
 * and the reserved value of a field that has a list of them.
 */
#ifndef SRIOVSCOPE_VIEW_H
#define SRIOVSCOPE_VIEW_H

#include <linux/array_size.h>
#include <linux/build_bug.h>
#include <linux/compiler.h>
#include <linux/pci_regs.h>
#include <linux/stddef.h>
#include <sriovscope/config_view.h>
#include <sriovscope/register.h>
#include <sriovscope/snapshot.h>
#include <sriovscope/table.h>

/**
 * DECLARE_EXT_CAP() - bind ID, name and table of an extended capability
 * @cap: prefix
 * @TABLE: its table, see <sriovscope/field.h>
 * @cap_id: Capability ID, PCI_EXT_CAP_ID_*
 * @cap_name: name in one word
 * @last: last register that every such capability has; what follows it in the
 *	table is optional and ends where the view ends
 *
 * Declares struct @cap_view, struct @cap_snapshot, @cap_view_find() and
 * @cap_view_at(); struct @cap_REGISTER_reg for each register; and what these
 * are made of: struct @cap_regs is the layout.
 */
#define DECLARE_EXT_CAP(cap, TABLE, cap_id, cap_name, last)                  \
	DECLARE_CAP_OF(CAP_TYPE, CAP_EXTENDED, cap, TABLE, cap_id, cap_name, \
		       last)

/**
 * DECLARE_CONVENTIONAL_CAP() - the same for a conventional capability
 * @cap: prefix
 * @TABLE: its table
 * @cap_id: Capability ID, PCI_CAP_ID_*
 * @cap_name: name in one word
 * @last: last register that every such capability has
 *
 * Declares what DECLARE_EXT_CAP() declares.
 */
#define DECLARE_CONVENTIONAL_CAP(cap, TABLE, cap_id, cap_name, last)   \
	DECLARE_CAP_OF(CAP_TYPE, CAP_CONVENTIONAL, cap, TABLE, cap_id, \
		       cap_name, last)

/**
 * DEFINE_EXT_CAP() - declare an extended capability that one source has for itself
 * @cap: prefix
 * @TABLE: its table
 * @cap_id: Capability ID
 * @cap_name: name in one word
 * @last: last register that every such capability has
 *
 * Nobody else defines what DECLARE_EXT_CAP() only declares.
 */
#define DEFINE_EXT_CAP(cap, TABLE, cap_id, cap_name, last)                 \
	DECLARE_CAP_OF(CAP_TYPE_DEFINED, CAP_EXTENDED, cap, TABLE, cap_id, \
		       cap_name, last)

/**
 * DECLARE_ELEMENT() - what an array of a capability is made of
 * @elem: prefix
 * @TABLE: its table; offsets are from the start of the element
 *
 * Comes before the capability, whose table has a row ELEMENTS. Declares struct
 * @elem_view for view_element(), and struct @elem_REGISTER_reg.
 */
#define DECLARE_ELEMENT(elem, TABLE)    \
	DECLARE_CAP_TABLE(elem, TABLE); \
	DECLARE_VIEW(elem);             \
	CAP_TYPE(elem, TABLE, .size = sizeof(struct elem##_regs), .name = #elem)

/*
 * The pointers beside the view are there for typeof and sizeof alone; they
 * share its place and are never followed.
 */
#define DECLARE_VIEW(cap)                                  \
	struct cap##_view {                                \
		union {                                    \
			struct config_view view;           \
			struct cap##_regs *regs;           \
			struct cap##_fields *fields;       \
			struct cap##_registers *registers; \
		};                                         \
	}

/* How long a capability of the kind can be */
#define CAP_ROOM(cap_kind)                                     \
	((cap_kind) == CAP_EXTENDED ?                          \
		 PCI_CFG_SPACE_EXP_SIZE - PCI_CFG_SPACE_SIZE : \
		 PCI_CFG_SPACE_SIZE - PCI_STD_HEADER_SIZEOF)

/* What the two kinds have in common */
#define DECLARE_CAP_OF(type, cap_kind, cap, TABLE, cap_id, cap_name, last)   \
	DECLARE_CAP_TABLE(cap, TABLE);                                       \
	DECLARE_VIEW(cap);                                                   \
	DECLARE_SNAPSHOT(cap);                                               \
	type(cap, TABLE, .kind = (cap_kind), .id = (cap_id),                 \
	     .size = offsetofend(struct cap##_regs, last),                   \
	     .name = (cap_name));                                            \
	static inline int cap##_view_find(const struct config_space *space,  \
					  struct cap##_view *view)           \
	{                                                                    \
		return ext_cap_find(space, &cap##_type, &view->view);        \
	}                                                                    \
	static inline int cap##_view_at(const struct ext_chain *chain,       \
					const struct ext_cap *ext_cap,       \
					struct cap##_view *view)             \
	{                                                                    \
		return ext_cap_at(chain, ext_cap, &cap##_type, &view->view); \
	}                                                                    \
	static_assert((cap_kind) == CAP_EXTENDED || (cap_id) <= U8_MAX,      \
		      "a Capability ID of more than 8 bits");                \
	static_assert(offsetofend(struct cap##_regs, last) <=                \
			      CAP_ROOM(cap_kind),                            \
		      "longer than the space that its kind has")

/* What view_get() and view_get_at() have in common */
#define view_get_field(v, f, shift, out)                              \
	({                                                            \
		typeof(&(f)->value) __out = (out);                    \
		u32 __raw;                                            \
		int __ret;                                            \
		cap_field_check_out(f, out);                          \
		__ret = config_view_read(&(v)->view,                  \
					 cap_field_at(f) + (shift),   \
					 cap_field_width(f), &__raw); \
		__ret ?: cap_field_take(f, __raw, __out);             \
	})

/**
 * view_get() - read a field
 * @v: typed view
 * @field: of the capability
 * @out: where the value goes: a pointer to the type of the field; untouched on
 *	error
 *
 * One access, of the width of the register.
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0, -ERANGE when the field is past the end of the view, -EDOM when it
 *	has a reserved value, or the space's errno.
 */
#define view_get(v, field, out)                               \
	({                                                    \
		typeof(&(v)->fields->field) __f = NULL;       \
		cap_field_check_single(__f, "view_get_at()"); \
		view_get_field(v, __f, 0, out);               \
	})

/**
 * view_get_at() - read a register of an array of registers
 * @v: typed view
 * @array: field of the capability that is an array
 * @index: which one; past the end, a constant does not compile
 * @out: where the value goes: a pointer to the type of the field
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: as view_get(), and -ERANGE when @index is past the end of the array.
 */
#define view_get_at(v, array, index, out)                                   \
	({                                                                  \
		typeof(&(v)->fields->array) __f = NULL;                     \
		const u64 __index = (index);                                \
		cap_field_check_index(__f, index);                          \
		__index < cap_field_count(__f) ?                            \
			view_get_field(v, __f,                              \
				       cap_field_width(__f) * (u32)__index, \
				       out) :                               \
			-ERANGE;                                            \
	})

/**
 * view_read() - read a register, to get several fields of it
 * @v: typed view
 * @reg: register of the capability
 * @out: where it goes: a pointer to struct NAME_REGISTER_reg; untouched on
 *	error
 *
 * register_get() gets the fields.
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0, -ERANGE when the register is past the end of the view, or the
 *	space's errno.
 */
#define view_read(v, reg, out)                                              \
	({                                                                  \
		typeof(&(v)->registers->reg) __out = (out);                 \
		u32 __raw;                                                  \
		int __ret;                                                  \
		static_assert(__same_type(out, &(v)->registers->reg),       \
			      "not a pointer to the type of the register"); \
		__ret = config_view_read(&(v)->view, cap_reg_at(__out),     \
					 sizeof(__out->raw), &__raw);       \
		if (!__ret)                                                 \
			__out->raw = __raw;                                 \
		__ret;                                                      \
	})

/**
 * view_element() - make the view of an element of an array
 * @v: typed view
 * @array: field of the capability that is an array of elements
 * @index: which one; past the end, a constant does not compile
 * @element: to fill in: a pointer to struct ELEMENT_view; untouched on error
 *
 * It ends where the element does. Reads nothing.
 *
 * Context: any.
 * Return: 0, -ERANGE when @index is past the end of the array or the element is
 *	past the end of the view.
 */
#define view_element(v, array, index, element)                             \
	({                                                                 \
		typeof(&(v)->fields->array) __f = NULL;                    \
		typeof(__f->view) __element = (element);                   \
		const u64 __index = (index);                               \
		static_assert(__same_type(element, __f->view),             \
			      "an element of another array");              \
		cap_field_check_index(__f, index);                         \
		__index < cap_field_count(__f) ?                           \
			config_view_element(&(v)->view, cap_field_at(__f), \
					    __index, &__element->view) :   \
			-ERANGE;                                           \
	})

/**
 * view_inner() - make the view of an element whose place the device says
 * @v: typed view
 * @elem: prefix of the element
 * @at: where it is, in bytes from the start of the capability
 * @element: to fill in: a pointer to struct ELEM_view; untouched on error
 *
 * For elements of different lengths, which no array has. It ends where the
 * registers of the table do. Reads nothing.
 *
 * Context: any.
 * Return: 0, -ERANGE when the element is not on a dword, or reaches past the end
 *	of the view.
 */
#define view_inner(v, elem, at, element)                                  \
	({                                                                \
		struct elem##_view *__element = (element);                \
		static_assert(__same_type(element, struct elem##_view *), \
			      "a view of another element");               \
		config_view_inner(&(v)->view, at, &elem##_type,           \
				  &__element->view);                      \
	})

/* For typeof and sizeof alone */
#define view_register_of(f, reg) (&(f)->view->registers->reg)

/**
 * view_read_in() - read a register of an element, without a view of that
 * @v: typed view
 * @array: field of the capability that is an array of elements
 * @index: which one; past the end, a constant does not compile
 * @reg: register of the element
 * @out: where it goes: a pointer to struct ELEMENT_REGISTER_reg; untouched on
 *	error
 *
 * For who reads one register of each: that is one access, and nothing else.
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: as view_read(), and -ERANGE when @index is past the end of the array.
 */
#define view_read_in(v, array, index, reg, out)                                 \
	({                                                                      \
		typeof(&(v)->fields->array) __f = NULL;                         \
		typeof(view_register_of(__f, reg)) __out = (out);               \
		const u64 __index = (index);                                    \
		u32 __raw;                                                      \
		int __ret = -ERANGE;                                            \
		static_assert(__same_type(out, view_register_of(__f, reg)),     \
			      "not a pointer to the type of the register");     \
		cap_field_check_index(__f, index);                              \
		if (__index < cap_field_count(__f))                             \
			__ret = config_view_read(&(v)->view,                    \
						 cap_field_at(__f) +            \
							 cap_field_width(       \
								 __f) *         \
								 (u32)__index + \
							 cap_reg_at(__out),     \
						 sizeof(__out->raw), &__raw);   \
		if (!__ret)                                                     \
			__out->raw = __raw;                                     \
		__ret;                                                          \
	})

#define cap_field_check_set(f)                                           \
	static_assert((cap_field_access(f) & CAP_ACCESS_KIND) ==         \
				      CAP_ACCESS_RW ||                   \
			      (cap_field_access(f) & CAP_ACCESS_KIND) == \
				      CAP_ACCESS_RW1C,                   \
		      "a field that is read-only");                      \
	static_assert(!(cap_field_access(f) & CAP_ACCESS_CORE),          \
		      "a field that the PCI core owns")

/* What view_set() and view_set_at() have in common */
#define view_set_field(v, f, shift, to)                                        \
	({                                                                     \
		const u64 __to = (to);                                         \
		cap_field_check_set(f);                                        \
		cap_field_check_width(f, to);                                  \
		__to > cap_field_max(f) ?                                      \
			-ERANGE :                                              \
		!cap_field_valid(f, (u32)__to) ?                               \
			-EDOM :                                                \
			config_view_set(&(v)->view, cap_field_place(f, shift), \
					(u32)__to);                            \
	})

/**
 * view_set() - write a field
 * @v: typed view
 * @field: of the capability; one that is read-only, or that the PCI core owns,
 *	does not compile
 * @to: the value; a constant that the field has no room for does not compile
 *
 * The other fields of the register stay what they are: it is read before,
 * unless there are none. What is cleared by writing 1, and what is to be
 * written as 0, is written as 0. A field of the former kind is cleared by
 * setting it.
 *
 * Context: as the space has it; may sleep for a PCI device. Whoever writes the
 *	same register at the same time loses: locking is the caller's.
 * Return: 0, -EROFS for a space that is read-only, -ERANGE when the field is
 *	past the end of the view or @to does not fit it, -EDOM when @to is a
 *	reserved value, or the space's errno.
 */
#define view_set(v, field, to)                                \
	({                                                    \
		typeof(&(v)->fields->field) __f = NULL;       \
		cap_field_check_single(__f, "view_set_at()"); \
		view_set_field(v, __f, 0, to);                \
	})

/**
 * view_set_at() - write a register of an array of registers
 * @v: typed view
 * @array: field of the capability that is an array
 * @index: which one; past the end, a constant does not compile
 * @to: the value
 *
 * Context: as view_set().
 * Return: as view_set(), and -ERANGE when @index is past the end of the array.
 */
#define view_set_at(v, array, index, to)                                    \
	({                                                                  \
		typeof(&(v)->fields->array) __f = NULL;                     \
		const u64 __index = (index);                                \
		cap_field_check_index(__f, index);                          \
		__index < cap_field_count(__f) ?                            \
			view_set_field(v, __f,                              \
				       cap_field_width(__f) * (u32)__index, \
				       to) :                                \
			-ERANGE;                                            \
	})

/**
 * view_snapshot() - read all registers of a capability, dword by dword, once
 * @v: typed view
 * @snap: struct NAME_snapshot of the same capability; undefined on error
 *
 * The header is read last: a device that is gone by then did not answer all of
 * the reads before it, and one that is there answered them.
 * For capabilities without an optional part.
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0; -ENODEV when the device is gone; -EIO when the header is not that
 *	of the capability; the errno of a read.
 */
#define view_snapshot(v, snap)                                        \
	({                                                            \
		const struct config_view *__view = &(v)->view;        \
		typeof(snap) __snap = (snap);                         \
		static_assert(__same_type(*(v)->regs, *__snap->regs), \
			      "a snapshot of another capability");    \
		__snap->offset = config_view_base(__view);            \
		__snap->span = config_view_span(__view);              \
		config_view_snapshot(__view, __snap->dwords,          \
				     ARRAY_SIZE(__snap->dwords));     \
	})

/**
 * view_snapshot_part() - read some registers of a capability, dword by dword
 * @v: typed view
 * @snap: struct NAME_snapshot of the same capability; undefined on error
 * @first: register of the capability; its dword is the first one read
 * @last: the same for the last one
 *
 * What lies outside of them is 0 in @snap. The header is not read: a device
 * that is gone shows as all ones in every dword.
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0; -ENODEV when all that was read is all ones; -ERANGE when @last is
 *	past the end of the view; the errno of a read.
 */
#define view_snapshot_part(v, snap, first, last)                               \
	({                                                                     \
		const struct config_view *__view = &(v)->view;                 \
		typeof(snap) __snap = (snap);                                  \
		enum {                                                         \
			__first = offsetof(typeof(*(v)->regs), first) / 4,     \
			__last = offsetof(typeof(*(v)->regs), last) / 4,       \
		};                                                             \
		static_assert(__same_type(*(v)->regs, *__snap->regs),          \
			      "a snapshot of another capability");             \
		static_assert(__first <= __last, "from the end to the start"); \
		memset(__snap, 0, sizeof(*__snap));                            \
		__snap->offset = config_view_base(__view);                     \
		__snap->span = config_view_span(__view);                       \
		config_view_read_dwords(__view, __snap->dwords, __first,       \
					__last - __first + 1);                 \
	})

#endif
