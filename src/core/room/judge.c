// SPDX-License-Identifier: GPL-2.0
/*
 * Which bridge has too little, and which one further up has more.
 */
#include <linux/limits.h>
#include <linux/math64.h>
#include <linux/minmax.h>
#include <linux/overflow.h>

#include "room.h"

/* Windows of bridges begin and end at MiB, PCIe 7.5.1.3.8. */
#define WINDOW_STEP 0x100000ULL

/* The kernel's default of pci=hpmmiosize= and pci=hpmmioprefsize= */
#define KEPT_FOR_HOTPLUG (2 * WINDOW_STEP)

/*
 * What must not be prefetched cannot be in a window that is. Nor does the kernel put
 * what must be below 4 GiB into one of a bridge that can be above, be it below now:
 * see __pci_assign_resource() in drivers/pci/setup-res.c.
 */
static bool is_of_kind(const struct room_window *window,
		       const struct room_need *need)
{
	if (window->kind != ROOM_PREFETCH)
		return window->kind == ROOM_MEM;
	return need->prefetchable &&
	       (need->is_64bit || window->host || !window->is_64bit);
}

static bool can_hold(const struct room_window *window,
		     const struct room_need *need)
{
	return window->size && is_of_kind(window, need);
}

static const struct room_window *best_of(const struct around_rooms *rooms,
					 u8 level, const struct room_need *need,
					 const struct room_holder *without,
					 u64 *free)
{
	const struct room_window *window, *best = NULL;
	u64 size;
	u32 n;

	*free = 0;
	for (n = 0; n < rooms->window_count; n++) {
		window = &rooms->windows[n];
		if (window->level != level || !can_hold(window, need))
			continue;
		size = room_free(rooms, window, need, without);
		if (best && size <= *free)
			continue;
		best = window;
		*free = size;
	}
	return best;
}

const struct room_window *room_best(const struct around_rooms *rooms,
				    const struct room_need *need,
				    const struct room_holder *without,
				    u64 *free)
{
	return best_of(rooms, 0, need, without, free);
}

static const struct room_window *window_of(const struct around_rooms *rooms,
					   u8 level, enum room_kind kind)
{
	u32 n;

	for (n = 0; n < rooms->window_count; n++) {
		if (rooms->windows[n].level == level &&
		    rooms->windows[n].kind == kind)
			return &rooms->windows[n];
	}
	return NULL;
}

static bool has_host(const struct around_rooms *rooms)
{
	return rooms->window_count &&
	       rooms->windows[rooms->window_count - 1].host;
}

static bool is_unknown(const struct around_rooms *rooms, u8 level)
{
	u32 n;

	for (n = 0; n < rooms->window_count; n++) {
		if (rooms->windows[n].level == level &&
		    rooms->windows[n].unknown &&
		    rooms->windows[n].kind != ROOM_BUS)
			return true;
	}
	return false;
}

/* The window of a bridge that is made larger for what it has no piece for */
static const struct room_window *
window_to_grow(const struct around_rooms *rooms, u8 level,
	       const struct room_need *need)
{
	const struct room_window *window;

	window = window_of(rooms, level, ROOM_PREFETCH);
	if (window && is_of_kind(window, need))
		return window;
	return window_of(rooms, level, ROOM_MEM);
}

enum room_kind room_kind_of(const struct around_rooms *rooms,
			    const struct room_need *need)
{
	const struct room_window *window = window_to_grow(rooms, 0, need);

	return window ? window->kind : ROOM_MEM;
}

/* In steps; what is more than 64 bits can say is more than any bridge has. */
static u64 grown(u64 used, u64 more, u64 step)
{
	u64 sum;

	if (check_add_overflow(used, more, &sum) ||
	    check_add_overflow(sum, step - 1, &sum))
		return U64_MAX;
	return div64_u64(sum, step) * step;
}

/*
 * What a bridge asks of the one above it, to have room for @need. At most it has that on
 * top of what it keeps free for hot-plug, and in steps of its alignment: how much less
 * the kernel takes is its affair, see pbus_size_mem() in drivers/pci/setup-bus.c.
 */
static void need_of_bridge(const struct around_rooms *rooms,
			   const struct room_window *window,
			   const struct room_holder *without, bool at_most,
			   struct room_need *need)
{
	u64 used = room_used(rooms, window, without), step;

	if (at_most && window->hotplug)
		used = max(used, KEPT_FOR_HOTPLUG);
	need->align = max(need->align, WINDOW_STEP);
	step = at_most ? need->align : WINDOW_STEP;
	need->size = grown(used, need->size, step);
	need->prefetchable = window->kind == ROOM_PREFETCH;
	need->is_64bit = need->prefetchable && window->is_64bit;
}

/* The host bridge is the last, be it the first as well; see ROOM_LEVELS_MAX. */
static bool is_last(const struct around_rooms *rooms, u8 level)
{
	u32 n;

	for (n = 0; n < rooms->window_count; n++) {
		if (rooms->windows[n].level > level)
			return false;
	}
	return true;
}

/* What is too small is what would grow; one that is closed is no window. */
static void say_small(const struct around_rooms *rooms,
		      const struct room_window *window,
		      const struct room_need *need,
		      struct room_verdict *verdict)
{
	verdict->window = window->size ? window : NULL;
	verdict->free = window->size ? room_free(rooms, window, need, NULL) : 0;
}

static void climb(const struct around_rooms *rooms, struct room_need need,
		  bool at_most, struct room_verdict *verdict)
{
	const struct room_holder *without = NULL;
	const struct room_window *window;
	u64 free;
	u8 level;

	for (level = 0; !is_last(rooms, level); level++) {
		window = window_to_grow(rooms, level, &need);
		if (!window)
			return;
		if (!level)
			say_small(rooms, window, &need, verdict);
		need_of_bridge(rooms, window, without, at_most, &need);
		if (!level)
			verdict->needs = need.size;
		without = room_find(rooms, window->routing_id, ROOM_OF_BRIDGE,
				    window->kind);
		verdict->is_64bit = need.is_64bit;
		verdict->giver =
			best_of(rooms, level + 1, &need, without, &free);
		if (verdict->giver && free >= need.size) {
			verdict->end = ROOM_GROWS;
			return;
		}
	}
	if (is_unknown(rooms, level) || !has_host(rooms))
		verdict->end = ROOM_UNKNOWN;
}

void room_judge(const struct around_rooms *rooms, const struct room_need *need,
		struct room_verdict *verdict)
{
	*verdict = (struct room_verdict){
		.end = ROOM_SHORT,
		.kind = room_kind_of(rooms, need),
		.needs = need->size,
		.align = need->align,
		.is_64bit = need->is_64bit,
	};
	verdict->window = room_best(rooms, need, NULL, &verdict->free);
	verdict->giver = verdict->window;
	if (verdict->window && verdict->free >= need->size)
		verdict->end = ROOM_FITS;
	else
		climb(rooms, *need, true, verdict);
	if (verdict->end != ROOM_SHORT)
		return;
	/* What is enough for the least alone may be, or may not. */
	climb(rooms, *need, false, verdict);
	if (verdict->end == ROOM_GROWS)
		verdict->end = ROOM_UNKNOWN;
}

void room_judge_buses(const struct around_rooms *rooms, u32 last_bus,
		      struct room_verdict *verdict)
{
	const struct room_window *window, *own;
	u64 more;
	u32 n;

	*verdict = (struct room_verdict){ .end = ROOM_SHORT };
	own = window_of(rooms, 0, ROOM_BUS);
	if (!own || own->unknown) {
		verdict->end = ROOM_UNKNOWN;
		return;
	}
	verdict->window = own;
	verdict->free = room_free(rooms, own, NULL, NULL);
	verdict->needs = last_bus + 1 - own->start;
	more = last_bus + 1 - (own->start + own->size);
	for (n = 0; n < rooms->window_count; n++) {
		window = &rooms->windows[n];
		if (window->kind != ROOM_BUS || window == own)
			continue;
		verdict->giver = window;
		if (window->unknown)
			verdict->end = ROOM_UNKNOWN;
		else if (window->size - room_used(rooms, window, NULL) >= more)
			verdict->end = ROOM_GROWS;
		if (verdict->end == ROOM_GROWS)
			return;
	}
}
