/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The bounded typed view: registers of one capability, extended or
 * conventional, read by the name of the field, with the width that the field
 * has.
 *
 *	struct sriov_view v;
 *	u16 total;
 *	u32 bar;
 *
 *	ret = sriov_view_find(space, &v);
 *	...
 *	ret = view_read(&v, total_vfs, &total);
 *	ret = view_read_at(&v, vf_bar, i, &bar);
 *
 * What does not compile: a field of another capability, a variable of another
 * type than the field, a 64-bit or misaligned field, a whole array, a constant
 * index past an array. What returns an errno: an index past the array that is
 * only known at run time, and a register past the end of the view.
 */
#ifndef SRIOVSCOPE_VIEW_H
#define SRIOVSCOPE_VIEW_H

#include <linux/build_bug.h>
#include <linux/compiler.h>
#include <linux/stddef.h>
#include <linux/string.h>
#include <sriovscope/config_view.h>

/**
 * DECLARE_EXT_CAP() - bind ID, name and layout of an extended capability
 * @cap: prefix; struct @cap_regs is the layout, fields in the CPU's types
 * @cap_id: Capability ID, PCI_EXT_CAP_ID_*
 * @cap_name: name in one word
 * @last: last field that every such capability has; what follows it in the
 *	layout is optional and ends where the view ends
 *
 * Declares struct @cap_view, struct @cap_snapshot, @cap_view_find() and
 * @cap_view_at(). The pointer to the layout in the view is there for typeof
 * alone; it shares the place of the view and is never followed.
 */
#define DECLARE_EXT_CAP(cap, cap_id, cap_name, last) \
	DECLARE_CAP_OF(CAP_EXTENDED, cap, cap_id, cap_name, last)

/**
 * DECLARE_CONVENTIONAL_CAP() - the same for a conventional capability
 * @cap: prefix; struct @cap_regs is the layout, fields in the CPU's types
 * @cap_id: Capability ID, PCI_CAP_ID_*
 * @cap_name: name in one word
 * @last: last field that every such capability has
 *
 * Declares what DECLARE_EXT_CAP() declares.
 */
#define DECLARE_CONVENTIONAL_CAP(cap, cap_id, cap_name, last) \
	DECLARE_CAP_OF(CAP_CONVENTIONAL, cap, cap_id, cap_name, last)

/* How long a capability of the kind can be */
#define CAP_ROOM(cap_kind)                                     \
	((cap_kind) == CAP_EXTENDED ?                          \
		 PCI_CFG_SPACE_EXP_SIZE - PCI_CFG_SPACE_SIZE : \
		 PCI_CFG_SPACE_SIZE - PCI_STD_HEADER_SIZEOF)

/* What the two kinds have in common */
#define DECLARE_CAP_OF(cap_kind, cap, cap_id, cap_name, last)                \
	struct cap##_view {                                                  \
		union {                                                      \
			struct config_view view;                             \
			struct cap##_regs *regs;                             \
		};                                                           \
	};                                                                   \
	/* what was read of it, once */                                      \
	struct cap##_snapshot {                                              \
		u16 offset;                                                  \
		u16 span;                                                    \
		union {                                                      \
			u32 dwords[sizeof(struct cap##_regs) / sizeof(u32)]; \
			struct cap##_regs regs;                              \
		};                                                           \
	};                                                                   \
	static_assert(sizeof(struct cap##_regs) % sizeof(u32) == 0);         \
	static const struct ext_cap_type cap##_type __maybe_unused = {       \
		.kind = (cap_kind),                                          \
		.id = (cap_id),                                              \
		.size = offsetofend(struct cap##_regs, last),                \
		.name = (cap_name),                                          \
	};                                                                   \
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

#define view_offset(v, place) offsetof(typeof(*(v)->regs), place)

/* What every access to a field asks of the layout. */
#define view_check_field(v, place)                                 \
	static_assert((sizeof((v)->regs->place) == sizeof(u8) ||   \
		       sizeof((v)->regs->place) == sizeof(u16) ||  \
		       sizeof((v)->regs->place) == sizeof(u32)) && \
			      !(view_offset(v, place) %            \
				sizeof((v)->regs->place)),         \
		      "not an aligned register of 8, 16 or 32 bits")

#define view_check_plain(field, instead)                \
	BUILD_BUG_ON_MSG(__builtin_strchr(#field, '['), \
			 "index an array with " instead)

#define view_check_index(v, array, index)                                      \
	BUILD_BUG_ON_MSG(__builtin_constant_p(index) &&                        \
				 (u64)(index) >= ARRAY_SIZE((v)->regs->array), \
			 "index past the end of the register array")

#define view_read_raw(v, place, shift, out)                                    \
	({                                                                     \
		typeof(&(v)->regs->place) __view_out = (out);                  \
		u32 __view_got;                                                \
		int __view_ret;                                                \
		view_check_field(v, place);                                    \
		static_assert(__same_type(out, &(v)->regs->place),             \
			      "not a pointer to the type of the field");       \
		__view_ret = config_view_read(&(v)->view,                      \
					      view_offset(v, place) + (shift), \
					      sizeof(*__view_out),             \
					      &__view_got);                    \
		if (!__view_ret)                                               \
			*__view_out = __view_got;                              \
		__view_ret;                                                    \
	})

/* A value is not cut to the field: config_write() refuses one too wide. */
#define view_write_raw(v, place, shift, value)                             \
	({                                                                 \
		const u64 __view_in = (value);                             \
		view_check_field(v, place);                                \
		__view_in > U32_MAX ?                                      \
			-ERANGE :                                          \
			config_view_write(&(v)->view,                      \
					  view_offset(v, place) + (shift), \
					  sizeof((v)->regs->place),        \
					  (u32)__view_in);                 \
	})

/**
 * view_read() - read a register by the name of its field
 * @v: typed view
 * @field: field of the capability's layout
 * @out: where the value goes: a pointer to the type of the field; untouched on
 *	error
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0, -ERANGE when the field is past the end of the view, or the
 *	space's errno.
 */
#define view_read(v, field, out)                           \
	({                                                 \
		view_check_plain(field, "view_read_at()"); \
		view_read_raw(v, field, 0, out);           \
	})

/**
 * view_read_at() - read a register of an array of registers
 * @v: typed view
 * @array: field of the capability's layout that is an array
 * @index: which element; past the end, a constant does not compile
 * @out: where the value goes: a pointer to the type of the element
 * @...: .member, when the elements are structures
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0, -ERANGE when the element is past the end of the array or of the
 *	view, or the space's errno.
 */
#define view_read_at(v, array, index, out, ...)                            \
	({                                                                 \
		const u64 __view_index = (index);                          \
		view_check_index(v, array, index);                         \
		__view_index < ARRAY_SIZE((v)->regs->array) ?              \
			view_read_raw(v, array[0] __VA_ARGS__,             \
				      (u32)__view_index *                  \
					      sizeof((v)->regs->array[0]), \
				      out) :                               \
			-ERANGE;                                           \
	})

/**
 * view_write() - write a register by the name of its field
 * @v: typed view
 * @field: field of the capability's layout
 * @value: to write
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0, -EROFS for a space that is read-only, -ERANGE when the field is
 *	past the end of the view or @value does not fit it, or the space's
 *	errno.
 */
#define view_write(v, field, value)                         \
	({                                                  \
		view_check_plain(field, "view_write_at()"); \
		view_write_raw(v, field, 0, value);         \
	})

/**
 * view_write_at() - write a register of an array of registers
 * @v: typed view
 * @array: field of the capability's layout that is an array
 * @index: which element; past the end, a constant does not compile
 * @value: to write
 * @...: .member, when the elements are structures
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: as view_write(), and -ERANGE when the element is past the array.
 */
#define view_write_at(v, array, index, value, ...)                          \
	({                                                                  \
		const u64 __view_index = (index);                           \
		view_check_index(v, array, index);                          \
		__view_index < ARRAY_SIZE((v)->regs->array) ?               \
			view_write_raw(v, array[0] __VA_ARGS__,             \
				       (u32)__view_index *                  \
					       sizeof((v)->regs->array[0]), \
				       value) :                             \
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
#define view_snapshot(v, snap)                                       \
	({                                                           \
		typeof(snap) __snap = (snap);                        \
		static_assert(__same_type(*(v)->regs, __snap->regs), \
			      "a snapshot of another capability");   \
		__snap->offset = config_view_base(&(v)->view);       \
		__snap->span = config_view_span(&(v)->view);         \
		config_view_snapshot(&(v)->view, __snap->dwords,     \
				     ARRAY_SIZE(__snap->dwords));    \
	})

/**
 * view_snapshot_part() - read some registers of a capability, dword by dword
 * @v: typed view
 * @snap: struct NAME_snapshot of the same capability; undefined on error
 * @first: field of the capability's layout; its dword is the first one read
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
		typeof(snap) __snap = (snap);                                  \
		enum {                                                         \
			__first = view_offset(v, first) / sizeof(u32),         \
			__last = view_offset(v, last) / sizeof(u32),           \
		};                                                             \
		static_assert(__same_type(*(v)->regs, __snap->regs),           \
			      "a snapshot of another capability");             \
		static_assert(__first <= __last, "from the end to the start"); \
		memset(__snap, 0, sizeof(*__snap));                            \
		__snap->offset = config_view_base(&(v)->view);                 \
		__snap->span = config_view_span(&(v)->view);                   \
		config_view_read_dwords(&(v)->view, __snap->dwords, __first,   \
					__last - __first + 1);                 \
	})

#define snapshot_get_raw(snap, place)                                   \
	({                                                              \
		enum { __at = offsetof(typeof((snap)->regs), place) };  \
		static_assert(__at % sizeof((snap)->regs.place) == 0);  \
		static_assert(__at / sizeof(u32) <                      \
			      ARRAY_SIZE((snap)->dwords));              \
		const u32 __dword = (snap)->dwords[__at / sizeof(u32)]; \
		(typeof((snap)->regs.place))(__dword >>                 \
					     __at % sizeof(u32) *       \
						     BITS_PER_BYTE);    \
	})

/**
 * snapshot_get() - a field of a snapshot, in the type that the field has
 * @snap: pointer to struct NAME_snapshot
 * @field: field of the capability's layout
 *
 * Shifts it out of its dword, so that the CPU's byte order does not matter.
 *
 * Context: any; pure.
 * Return: the value.
 */
#define snapshot_get(snap, field)                             \
	({                                                    \
		view_check_plain(field, "snapshot_get_at()"); \
		snapshot_get_raw(snap, field);                \
	})

/**
 * snapshot_get_at() - an element of a snapshot's array
 * @snap: pointer to struct NAME_snapshot
 * @array: field of the capability's layout that is an array
 * @index: which element, a constant; past the end it does not compile
 *
 * Context: any; pure.
 * Return: the value, in the type that the element has.
 */
#define snapshot_get_at(snap, array, index)                                \
	({                                                                 \
		static_assert((index) < ARRAY_SIZE((snap)->regs.array),    \
			      "index past the end of the register array"); \
		snapshot_get_raw(snap, array[index]);                      \
	})

#endif
