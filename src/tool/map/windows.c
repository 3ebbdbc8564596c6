// SPDX-License-Identifier: GPL-2.0
/*
 * Which memory is within which, and what does not fit.
 */
#include "map.h"
#include "words.h"

struct map_window *map_add_window(struct map *map,
				  const struct map_window *window)
{
	struct map_window *added;

	if (map->window_count == MAP_WINDOWS_MAX)
		return NULL;
	added = &map->windows[map->window_count++];
	*added = *window;
	added->parent = MAP_NO_PARENT;
	return added;
}

static bool is_above(const struct map_window *above,
		     const struct map_window *window)
{
	return above->depth + 1 == window->depth;
}

static bool has_place(const struct map_window *window)
{
	return window->has_start && window->has_end;
}

static bool holds_start(const struct map_window *above,
			const struct map_window *window)
{
	return has_place(above) && above->start <= window->start &&
	       window->start <= above->end;
}

/*
 * Where the kernel would put it: what is prefetchable goes into a window that is,
 * unless it is one above 4G and the BAR has 32 bits.
 */
static bool is_for(const struct map_window *above,
		   const struct map_window *window)
{
	bool can = above->prefetchable && window->prefetchable &&
		   (window->is_64bit || above->end <= U32_MAX);

	return has_place(above) && above->level == MAP_PORT &&
	       can == above->prefetchable;
}

/* With a place it is where that is, without one where it would be. */
static int find_parent(const struct map *map, u32 of)
{
	const struct map_window *window = &map->windows[of], *above;
	int i, found = MAP_NO_PARENT;

	for (i = 0; i < of; i++) {
		above = &map->windows[i];
		if (!is_above(above, window))
			continue;
		if (window->has_start ? holds_start(above, window) :
					window->state == MAP_UNASSIGNED &&
						is_for(above, window))
			found = i;
	}
	return found;
}

/* Only when all windows above are known, it is in none of them. */
static bool above_is_known(const struct map *map, u32 of)
{
	const struct map_window *window = &map->windows[of], *above;
	bool known = false;
	u32 i;

	for (i = 0; i < of; i++) {
		above = &map->windows[i];
		if (!is_above(above, window))
			continue;
		if (above->state == MAP_UNKNOWN)
			return false;
		known = true;
	}
	return known;
}

static void window_say(struct map_window *window, const char *what,
		       const char *size)
{
	size_t len = strlen(window->why);

	snprintf(window->why + len, sizeof(window->why) - len, "%s%s%s",
		 len ? "; " : "", what, size);
}

static void judge_place(struct map *map, u32 of)
{
	struct map_window *window = &map->windows[of], *above;

	window->parent = find_parent(map, of);
	if (!window->has_start)
		return;
	if (window->parent == MAP_NO_PARENT) {
		if (!above_is_known(map, of))
			return;
		window->state = MAP_OUTSIDE;
		window_say(window, "it is outside of all windows above it", "");
		return;
	}
	above = &map->windows[window->parent];
	if (window->has_end && window->end > above->end) {
		window->state = MAP_OUTSIDE;
		window_say(window,
			   "it runs past the end of the window above it", "");
	}
}

/* What a VF BAR needs, all windows above it need. */
static void add_need(struct map *map, u32 of)
{
	u64 needed = map->windows[of].needed;
	struct map_window *above;
	int i = map->windows[of].parent;

	for (; i != MAP_NO_PARENT; i = map->windows[i].parent) {
		above = &map->windows[i];
		if (check_add_overflow(above->needed, needed, &above->needed))
			above->needed = U64_MAX;
	}
}

static void judge_need(struct map_window *window)
{
	char size[MAP_SIZE_LEN];

	if (!has_place(window) || window->needed <= map_window_size(window))
		return;
	window->state = MAP_TOO_SMALL;
	map_say_size(window->needed, size);
	window_say(window,
		   window->level == MAP_VF_BAR ? "too small: all VFs need " :
						 "too small: the VF BARs need ",
		   size);
}

void map_judge_windows(struct map *map)
{
	u32 i;

	for (i = 0; i < map->window_count; i++)
		judge_place(map, i);
	for (i = 0; i < map->window_count; i++) {
		if (map->windows[i].level == MAP_VF_BAR)
			add_need(map, i);
	}
	for (i = 0; i < map->window_count; i++)
		judge_need(&map->windows[i]);
}

#define SMALL (1024 * 1024)

static u32 order_below(const struct map *map, int parent, u32 *order, u32 count)
{
	u32 i;

	for (i = 0; i < map->window_count; i++) {
		if (map->windows[i].parent != parent)
			continue;
		order[count] = i;
		count = order_below(map, i, order, count + 1);
	}
	return count;
}

static bool is_small(const struct map_window *window)
{
	return window->level == MAP_ROOT && window->has_end &&
	       map_window_size(window) < SMALL;
}

u32 map_order(const struct map *map, u32 order[MAP_WINDOWS_MAX])
{
	u32 count = order_below(map, MAP_NO_PARENT, order, 0), kept = 0, i;
	u32 below;

	for (i = 0; i < count; i++) {
		below = i + 1 < count ? order[i + 1] : order[i];
		if (!is_small(&map->windows[order[i]]) ||
		    map->windows[below].parent == order[i])
			order[kept++] = order[i];
	}
	return kept;
}
