// SPDX-License-Identifier: GPL-2.0
/*
 * From the rows of a capability's table to the masks of a register.
 */
#include <sriovscope/config_view.h>

/**
 * struct mask_window - what masks are wanted of
 * @at: first byte, from the start of what the rows are of
 * @width: bytes, up to 4
 * @masks: the masks so far
 * @declared: bits that are a field
 * @rest: bits of registers whose undeclared bits are to be written as 0
 */
struct mask_window {
	u32 at;
	u32 width;
	struct register_masks masks;
	u32 declared;
	u32 rest;
};

/* The bits of a register at @at that are in the window, where they are there */
static u32 window_bits(const struct mask_window *window,
		       const struct cap_field *row, u32 at)
{
	u64 bits = (u64)(~0U >> (32 - row->bits)) << row->lsb;

	if (at < window->at)
		bits >>= (window->at - at) * BITS_PER_BYTE;
	else
		bits <<= (at - window->at) * BITS_PER_BYTE;
	return bits & (~0U >> (32 - window->width * BITS_PER_BYTE));
}

static void window_add_field(struct mask_window *window, u8 access, u32 bits)
{
	struct register_masks *masks = &window->masks;

	window->declared |= bits;
	if (access & CAP_ACCESS_LOCKED)
		masks->locked |= bits;
	switch (access & CAP_ACCESS_KIND) {
	case CAP_ACCESS_RW:
		masks->rw |= bits;
		break;
	case CAP_ACCESS_RW1C:
		masks->w1c |= bits;
		break;
	case CAP_ACCESS_RSVDZ:
		masks->rsvdz |= bits;
		break;
	}
}

static void window_add(struct mask_window *window, u8 access, u32 bits)
{
	if (!(access & CAP_ACCESS_REST))
		window_add_field(window, access, bits);
	else if ((access & CAP_ACCESS_KIND) == CAP_ACCESS_RSVDZ)
		window->rest |= bits;
}

/* The first element of an array that ends behind the start of the window */
static u32 window_first(const struct mask_window *window,
			const struct cap_field *row, u32 base)
{
	u32 start = base + row->at;

	return window->at > start ? (window->at - start) / row->width : 0;
}

static void window_add_rows(struct mask_window *window,
			    const struct ext_cap_type *type, u32 base);

static void window_add_row(struct mask_window *window,
			   const struct cap_field *row, u32 base)
{
	u32 end = window->at + window->width;
	u32 n = window_first(window, row, base);
	u32 at = base + row->at + n * row->width;

	for (; n < row->count && at < end; n++, at += row->width) {
		if (row->element)
			window_add_rows(window, row->element, at);
		else
			window_add(window, row->access,
				   window_bits(window, row, at));
	}
}

/* Elements have no elements, so this comes back to itself once. */
static void window_add_rows(struct mask_window *window,
			    const struct ext_cap_type *type, u32 base)
{
	const struct cap_field *row;

	for (row = type->rows; row < type->rows + type->row_count; row++)
		window_add_row(window, row, base);
}

struct register_masks register_masks(const struct ext_cap_type *type, u32 at,
				     u32 width)
{
	struct mask_window window = { .at = at, .width = width };

	window_add_rows(&window, type, 0);
	window.masks.rsvdz |= window.rest & ~window.declared;
	return window.masks;
}
