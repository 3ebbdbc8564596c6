/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Of the first generation of the view: whole registers of a layout, for the
 * capabilities that have no table yet. Gone when the last one has.
 */
#ifndef SRIOVSCOPE_TRANSITION_H
#define SRIOVSCOPE_TRANSITION_H

#include <linux/array_size.h>
#include <sriovscope/view.h>

#define DECLARE_LAYOUT_EXT_CAP(cap, cap_id, cap_name, last) \
	DECLARE_LAYOUT_CAP_OF(CAP_EXTENDED, cap, cap_id, cap_name, last)
#define DECLARE_LAYOUT_CONVENTIONAL_CAP(cap, cap_id, cap_name, last) \
	DECLARE_LAYOUT_CAP_OF(CAP_CONVENTIONAL, cap, cap_id, cap_name, last)

#define DECLARE_LAYOUT_CAP_OF(cap_kind, cap, cap_id, cap_name, last)         \
	DECLARE_VIEW(cap);                                                   \
	DECLARE_SNAPSHOT(cap);                                               \
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
	static_assert(sizeof(struct cap##_regs) % sizeof(u32) == 0)

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

#define view_read_place(v, place, shift, out)                                  \
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

#define view_read_raw(v, field, out)                           \
	({                                                     \
		view_check_plain(field, "view_read_raw_at()"); \
		view_read_place(v, field, 0, out);             \
	})

#define view_read_raw_at(v, array, index, out, ...)                          \
	({                                                                   \
		const u64 __view_index = (index);                            \
		view_check_index(v, array, index);                           \
		__view_index < ARRAY_SIZE((v)->regs->array) ?                \
			view_read_place(v, array[0] __VA_ARGS__,             \
					(u32)__view_index *                  \
						sizeof((v)->regs->array[0]), \
					out) :                               \
			-ERANGE;                                             \
	})

#endif
