// SPDX-License-Identifier: GPL-2.0
/*
 * Who has the memory and the buses above a PF: the windows of all bridges up to the
 * host bridge, and the resources of the functions below each, from sysfs and
 * /proc/iomem. That is the same for all PFs of a bus, so the last is kept.
 */
#include <sriovscope/routing_id.h>

#include "bridge.h"
#include "facts.h"
#include "host.h"
#include "iomem.h"
#include "resource.h"
#include "rooms.h"
#include "sysfs.h"

#define ROOT_WINDOWS_MAX 64

/**
 * struct fill - how far it is filled in
 * @host: the machine
 * @rooms: what is filled in
 * @domain: PCI domain
 * @bus: the bus at hand
 * @first: its first window
 * @failed: there was no memory
 */
struct fill {
	struct host *host;
	struct around_rooms *rooms;
	u32 domain;
	u8 bus;
	u32 first;
	bool failed;
};

static void fill_window(struct fill *fill, const struct room_window *window)
{
	struct around_rooms *rooms = fill->rooms;
	struct room_window *more;

	more = reallocarray(rooms->windows, rooms->window_count + 1,
			    sizeof(*more));
	if (!more) {
		fill->failed = true;
		return;
	}
	rooms->windows = more;
	more[rooms->window_count++] = *window;
}

static void fill_holder(struct fill *fill, const struct room_holder *holder)
{
	struct around_rooms *rooms = fill->rooms;
	struct room_holder *more;

	more = reallocarray(rooms->holders, rooms->holder_count + 1,
			    sizeof(*more));
	if (!more) {
		fill->failed = true;
		return;
	}
	rooms->holders = more;
	more[rooms->holder_count++] = *holder;
}

static void fill_place(struct room_window *window,
		       const struct host_window *place)
{
	window->start = place->assigned ? place->start : 0;
	window->size = place->assigned ? place->end - place->start + 1 : 0;
}

static void fill_buses(struct fill *fill, const struct host_function *bridge,
		       struct room_window *window)
{
	struct room_holder own = {
		.window = fill->rooms->window_count,
		.use = ROOM_OF_BUS,
		.start = fill->bus,
		.size = 1,
	};
	u32 last = 0;

	window->kind = ROOM_BUS;
	window->is_64bit = false;
	window->unknown =
		!bridge ||
		!sysfs_number(bridge, "subordinate_bus_number", &last) ||
		last < fill->bus;
	window->start = window->unknown ? 0 : fill->bus;
	window->size = window->unknown ? 0 : last - fill->bus + 1;
	fill_window(fill, window);
	fill_holder(fill, &own);
}

static void fill_bridge(struct fill *fill, const struct host_function *bridge,
			struct room_window *window)
{
	struct host_window places[HOST_BRIDGE_WINDOWS] = {};
	bool prefetches, is_64bit;

	window->routing_id = bridge->routing_id;
	window->hotplug = host_bridge_hotplug(bridge);
	window->unknown = host_bridge_windows(bridge, places);
	prefetches = host_bridge_prefetches(bridge, &is_64bit);
	window->kind = ROOM_MEM;
	fill_place(window, &places[ROOM_MEM]);
	fill_window(fill, window);
	if (prefetches || places[ROOM_PREFETCH].assigned) {
		window->kind = ROOM_PREFETCH;
		window->is_64bit = is_64bit;
		fill_place(window, &places[ROOM_PREFETCH]);
		fill_window(fill, window);
	}
	fill_buses(fill, bridge, window);
}

static void fill_host(struct fill *fill, struct room_window *window)
{
	struct host_window places[ROOT_WINDOWS_MAX];
	int count, i;

	window->host = true;
	window->routing_id = routing_id_first(fill->bus);
	window->kind = ROOM_MEM;
	window->is_64bit = true;
	count = host_root_windows(fill->host, fill->domain, fill->bus, places,
				  ROOT_WINDOWS_MAX);
	window->unknown = count < 0;
	if (window->unknown)
		fill_window(fill, window);
	for (i = 0; i < count; i++) {
		fill_place(window, &places[i]);
		fill_window(fill, window);
	}
	fill_buses(fill, NULL, window);
}

/* Whoever has a part of memory is within the window that it has it of. */
static void fill_part(struct fill *fill, struct room_holder holder)
{
	const struct room_window *window;
	u32 n;

	for (n = fill->first; n < fill->rooms->window_count; n++) {
		window = &fill->rooms->windows[n];
		if (window->kind == ROOM_BUS || holder.start < window->start ||
		    holder.start - window->start >= window->size)
			continue;
		holder.window = n;
		fill_holder(fill, &holder);
		return;
	}
}

static void line_use(u32 line, struct room_holder *holder)
{
	if (line < PCI_STD_NUM_BARS) {
		holder->use = ROOM_OF_BAR;
		holder->number = line;
	} else if (line < RESOURCE_VF_BARS) {
		holder->use = ROOM_OF_ROM;
	} else {
		holder->use = ROOM_OF_VF_BAR;
		holder->number = line - RESOURCE_VF_BARS;
	}
}

/* What is in the tree is part of a window; what a bridge hands down has other names. */
static void fill_lines(struct fill *fill, const struct host_function *fn)
{
	const struct iomem *iomem = host_iomem(fill->host);
	struct resource_line lines[RESOURCE_LINES_MAX];
	struct room_holder holder = { .routing_id = fn->routing_id };
	u32 count = resource_read(fn, lines), i;

	for (i = 0; i < count; i++) {
		if (!lines[i].flags ||
		    !iomem_has(iomem, lines[i].start, lines[i].end, fn->name))
			continue;
		line_use(i, &holder);
		holder.start = lines[i].start;
		holder.size = lines[i].end - lines[i].start + 1;
		fill_part(fill, holder);
	}
}

static void fill_bridge_windows(struct fill *fill,
				const struct host_function *bridge)
{
	struct host_window places[HOST_BRIDGE_WINDOWS];
	struct room_holder holder = {
		.use = ROOM_OF_BRIDGE,
		.routing_id = bridge->routing_id,
	};
	u32 i;

	if (host_bridge_windows(bridge, places))
		return;
	for (i = 0; i < HOST_BRIDGE_WINDOWS; i++) {
		if (!places[i].assigned)
			continue;
		holder.number = i;
		holder.start = places[i].start;
		holder.size = places[i].end - places[i].start + 1;
		fill_part(fill, holder);
	}
}

/* The buses of a bus are its last window. */
static void fill_bridge_buses(struct fill *fill,
			      const struct host_function *bridge, u32 secondary)
{
	struct room_holder holder = {
		.window = fill->rooms->window_count - 1,
		.use = ROOM_OF_BRIDGE,
		.number = ROOM_BUS,
		.routing_id = bridge->routing_id,
		.start = secondary,
	};
	u32 last;

	if (!sysfs_number(bridge, "subordinate_bus_number", &last) ||
	    !secondary || last < secondary)
		return;
	holder.size = last - secondary + 1;
	fill_holder(fill, &holder);
}

static void fill_function(struct fill *fill, const struct host_function *fn)
{
	u32 secondary;

	fill_lines(fill, fn);
	if (!sysfs_number(fn, "secondary_bus_number", &secondary))
		return;
	fill_bridge_windows(fill, fn);
	fill_bridge_buses(fill, fn, secondary);
}

static void fill_functions(struct fill *fill)
{
	const struct host_function *fn;
	u32 i;

	for (i = 0; i < fill->host->count; i++) {
		fn = &fill->host->functions[i];
		if (fn->domain == fill->domain && fn->owner == HOST_NO_OWNER &&
		    routing_id_bus(fn->routing_id) == fill->bus)
			fill_function(fill, fn);
	}
}

static bool is_within_one(const struct around_rooms *rooms, u32 window,
			  u64 start, u64 end)
{
	const struct room_holder *holder;
	u32 i;

	for (i = 0; i < rooms->holder_count; i++) {
		holder = &rooms->holders[i];
		if (holder->window == window && start >= holder->start &&
		    end - holder->start < holder->size)
			return true;
	}
	return false;
}

/* What firmware keeps, say; what is within somebody's part is that one's affair. */
static void fill_others(struct fill *fill, u32 n)
{
	const struct room_window window = fill->rooms->windows[n];
	struct room_holder holder = { .window = n, .use = ROOM_OF_OTHER };
	u64 last = window.start + window.size - 1, start, end;
	size_t from = 0;

	while (iomem_within(host_iomem(fill->host), window.start, last, &from,
			    &start, &end)) {
		if ((start == window.start && end == last) ||
		    is_within_one(fill->rooms, n, start, end))
			continue;
		holder.start = start;
		holder.size = end - start + 1;
		fill_holder(fill, &holder);
	}
}

static void fill_level(struct fill *fill, const struct host_function *bridge,
		       u8 level)
{
	struct room_window window = { .level = level };
	u32 n;

	fill->first = fill->rooms->window_count;
	if (bridge)
		fill_bridge(fill, bridge, &window);
	else
		fill_host(fill, &window);
	if (fill->failed)
		return;
	fill_functions(fill);
	for (n = fill->first; n < fill->rooms->window_count; n++) {
		if (fill->rooms->windows[n].kind != ROOM_BUS &&
		    fill->rooms->windows[n].size)
			fill_others(fill, n);
	}
}

static bool is_host_bridge(const char *name)
{
	return !strncmp(name, "pci", 3);
}

/* Returns false when not all of the way up can be seen, as in a container. */
static bool fill_levels(struct fill *fill, const struct host_function *fn)
{
	const struct host_function *bridge;
	char name[AROUND_NAME_LEN];
	u8 level;

	for (level = 0; level < ROOM_LEVELS_MAX && !fill->failed; level++) {
		fill->bus = routing_id_bus(fn->routing_id);
		bridge = host_port(fn);
		if (!bridge && (!sysfs_parent(fn, name, sizeof(name)) ||
				!is_host_bridge(name)))
			return false;
		fill_level(fill, bridge, level);
		if (!bridge)
			return true;
		fn = bridge;
	}
	return !fill->failed;
}

void host_rooms_forget(struct host *host)
{
	free(host->rooms.windows);
	free(host->rooms.holders);
	host->rooms = (struct around_rooms){};
	host->rooms_of = 0;
}

/* A bus by its number, and that one is kept at all */
static u64 key_of(const struct host_function *fn)
{
	return 1ULL + routing_id_bus(fn->routing_id) +
	       (U8_MAX + 1ULL) * fn->domain;
}

static void *copy_of(const void *from, size_t size)
{
	void *copy = malloc(size ?: 1);

	return copy ? memcpy(copy, from, size) : NULL;
}

static int rooms_copy(const struct around_rooms *from, struct around_rooms *to)
{
	*to = *from;
	to->windows = copy_of(from->windows,
			      from->window_count * sizeof(*from->windows));
	to->holders = copy_of(from->holders,
			      from->holder_count * sizeof(*from->holders));
	if (to->windows && to->holders)
		return 0;
	to->window_count = 0;
	to->holder_count = 0;
	return -ENOMEM;
}

int facts_rooms(struct host_function *fn, struct pf_facts *facts)
{
	struct host *host = fn->host;
	struct fill fill = { host, &host->rooms, fn->domain };
	bool found = true;

	if (!host->live || !host_iomem(host)) {
		facts->unknown |= ABOUT_ROOMS;
		return 0;
	}
	if (host->rooms_of != key_of(fn)) {
		host_rooms_forget(host);
		found = fill_levels(&fill, fn);
		facts_sort_rooms(&host->rooms);
		host->rooms_of = found ? key_of(fn) : 0;
	}
	if (fill.failed)
		return -ENOMEM;
	if (!found) {
		facts->unknown |= ABOUT_ROOMS;
		return 0;
	}
	return rooms_copy(&host->rooms, &facts->around->rooms);
}
