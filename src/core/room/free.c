// SPDX-License-Identifier: GPL-2.0
/*
 * What is free of a window, and who has the rest.
 */
#include <linux/limits.h>
#include <linux/math64.h>
#include <linux/minmax.h>
#include <linux/overflow.h>

#include "room.h"

/**
 * struct scan - a way through a window
 * @rooms: who has what
 * @window: the window
 * @without: who counts for nobody, or NULL
 * @at: the next holder, as they are sorted
 *
 * Places are counted from the start of the window, so that its end has a number
 * wherever it is.
 */
struct scan {
	const struct around_rooms *rooms;
	const struct room_window *window;
	const struct room_holder *without;
	u32 at;
};

/**
 * struct extent - a part of a window
 * @from: where it begins
 * @to: where it has ended
 */
struct extent {
	u64 from;
	u64 to;
};

/* What of the window holder @n has; false for nothing */
static bool scan_extent(const struct scan *scan, u32 n, struct extent *extent)
{
	const struct room_holder *holder = &scan->rooms->holders[n];
	const struct room_window *window = scan->window;
	u64 before;

	if (scan->rooms->windows + holder->window != window ||
	    holder == scan->without)
		return false;
	before = window->start - min(window->start, holder->start);
	if (holder->size <= before)
		return false;
	extent->from = holder->start + before - window->start;
	if (check_add_overflow(extent->from, holder->size - before,
			       &extent->to))
		extent->to = U64_MAX;
	extent->to = min(extent->to, window->size);
	return extent->from < extent->to;
}

/* The next piece that nobody has, from @gap->to on; false at the end */
static bool scan_next(struct scan *scan, struct extent *gap)
{
	struct extent taken;

	gap->from = gap->to;
	gap->to = scan->window->size;
	for (; scan->at < scan->rooms->holder_count; scan->at++) {
		if (!scan_extent(scan, scan->at, &taken))
			continue;
		if (taken.from > gap->from) {
			gap->to = taken.from;
			return true;
		}
		gap->from = max(gap->from, taken.to);
	}
	return gap->from < gap->to;
}

u64 room_used(const struct around_rooms *rooms,
	      const struct room_window *window,
	      const struct room_holder *without)
{
	struct scan scan = { rooms, window, without };
	u64 used = window->size;
	struct extent gap = {};

	while (scan_next(&scan, &gap))
		used -= gap.to - gap.from;
	return used;
}

/* Up to where a window can be used, in places: what has 32 bits ends at 4 GiB. */
static u64 usable(const struct room_window *window,
		  const struct room_need *need)
{
	if (need->is_64bit)
		return window->size;
	if (window->start > U32_MAX)
		return 0;
	return min(window->size, U32_MAX - window->start + 1);
}

/* Of a piece what is left behind the first address that is aligned */
static u64 aligned(const struct room_window *window, u64 align,
		   const struct extent *piece)
{
	u64 from = window->start + piece->from, rest;

	if (align <= 1)
		return piece->to - piece->from;
	rest = from - div64_u64(from, align) * align;
	rest = rest ? align - rest : 0;
	return piece->to - piece->from - min(piece->to - piece->from, rest);
}

u64 room_free(const struct around_rooms *rooms,
	      const struct room_window *window, const struct room_need *need,
	      const struct room_holder *without)
{
	static const struct room_need anything = { .is_64bit = true };
	struct scan scan = { rooms, window, without };
	struct extent gap = {}, piece;
	u64 end, most = 0;

	need = need ?: &anything;
	end = usable(window, need);
	while (scan_next(&scan, &gap)) {
		piece.from = min(gap.from, end);
		piece.to = min(gap.to, end);
		most = max(most, aligned(window, need->align, &piece));
	}
	return most;
}

/* Which of two is named first: who has more, then who is before the other */
static bool is_before(const struct room_holder *a, const struct room_holder *b)
{
	return a->size != b->size ? a->size > b->size : a->start < b->start;
}

/* Up from the place at @at to where it belongs */
static void move_up(const struct room_holder *named[ROOM_NAMED], u32 at)
{
	const struct room_holder *holder = named[at];

	for (; at && is_before(holder, named[at - 1]); at--)
		named[at] = named[at - 1];
	named[at] = holder;
}

u32 room_largest(const struct around_rooms *rooms,
		 const struct room_window *window,
		 const struct room_holder *named[ROOM_NAMED])
{
	const struct scan scan = { .rooms = rooms, .window = window };
	const struct room_holder *holder;
	struct extent extent;
	u32 count = 0, n;

	for (n = 0; n < rooms->holder_count; n++) {
		if (!scan_extent(&scan, n, &extent))
			continue;
		holder = &rooms->holders[n];
		if (count < ROOM_NAMED)
			named[count++] = holder;
		else if (is_before(holder, named[count - 1]))
			named[count - 1] = holder;
		else
			continue;
		move_up(named, count - 1);
	}
	return count;
}

const struct room_holder *room_find(const struct around_rooms *rooms,
				    u16 routing_id, enum room_use use,
				    u8 number)
{
	const struct room_holder *holder;

	for (holder = rooms->holders;
	     holder < rooms->holders + rooms->holder_count; holder++) {
		if (holder->use == use && holder->number == number &&
		    holder->routing_id == routing_id)
			return holder;
	}
	return NULL;
}
