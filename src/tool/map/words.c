// SPDX-License-Identifier: GPL-2.0
/*
 * What stands beside a picture, in words.
 */
#include <sriovscope/routing_id.h>

#include "words.h"

void map_say_size(u64 bytes, char *text)
{
	static const char *const units[] = { "B",   "KiB", "MiB", "GiB",
					     "TiB", "PiB", "EiB" };
	u64 unit = 1;
	u32 n = 0;

	while (bytes / unit >= 1024) {
		unit *= 1024;
		n++;
	}
	if (bytes % unit)
		snprintf(text, MAP_SIZE_LEN, "%llu.%llu %s", bytes / unit,
			 bytes % unit / (unit / 1024) * 10 / 1024, units[n]);
	else
		snprintf(text, MAP_SIZE_LEN, "%llu %s", bytes / unit, units[n]);
}

void map_say_id(u32 routing_id, char *text)
{
	snprintf(text, MAP_SIZE_LEN, "%02x:%02x.%x", routing_id_bus(routing_id),
		 routing_id_device(routing_id),
		 routing_id_function(routing_id));
}

void map_say_range(const struct map_window *window, char *text)
{
	*text = '\0';
	if (window->has_start && window->has_end)
		snprintf(text, MAP_RANGE_LEN, "0x%llx-0x%llx", window->start,
			 window->end);
	else if (window->has_start)
		snprintf(text, MAP_RANGE_LEN, "from 0x%llx on", window->start);
}

void map_say_window(const struct map_window *window, char *text)
{
	const char *kind = !window->has_kind	? "" :
			   window->prefetchable ? " prefetchable" :
						  " memory";

	snprintf(text, MAP_NAME_LEN, "%.28s%s%s", window->name, kind,
		 window->state == MAP_CLOSED ? ": none" : "");
}

void map_say_room(const struct map *map, const struct map_window *window,
		  char *text)
{
	char size[MAP_SIZE_LEN] = "", one[MAP_SIZE_LEN];
	u32 vfs = map->vfs.total;

	*text = '\0';
	if (window->has_start && window->has_end)
		map_say_size(map_window_size(window), size);
	if (window->level != MAP_VF_BAR || !window->vf_size) {
		snprintf(text, MAP_NAME_LEN, "%s", size);
		return;
	}
	map_say_size(window->vf_size, one);
	snprintf(text, MAP_NAME_LEN, "%s%s%u x %s", size, *size ? " = " : "",
		 vfs, one);
}

static const char *plural(u32 count)
{
	return count == 1 ? "" : "s";
}

/* From the first to the last VF of some: "4 on at 01:10.0 to 01:10.6" */
static int say_vfs(const struct map *map, u32 from, u32 to, const char *what,
		   char *text, size_t size)
{
	char first[MAP_SIZE_LEN], last[MAP_SIZE_LEN];
	const struct map_vfs *vfs = &map->vfs;
	u32 end = min(to, vfs->placed), len;

	if (from == to)
		return 0;
	len = scnprintf(text, size, ", %u %s", to - from, what);
	if (from >= end || !map->has_place)
		return len;
	map_say_id(vfs->first + vfs->stride * from, first);
	map_say_id(vfs->first + vfs->stride * (end - 1), last);
	len += scnprintf(text + len, size - len, " at %s", first);
	if (end - from > 1)
		len += scnprintf(text + len, size - len, " to %s", last);
	return len;
}

static bool say_where(const struct map *map, char *text)
{
	const struct map_vfs *vfs = &map->vfs;
	size_t len;

	len = scnprintf(text, MAP_LINE_LEN, "%u VF%s", vfs->total,
			plural(vfs->total));
	len += say_vfs(map, 0, vfs->on, "on", text + len, MAP_LINE_LEN - len);
	len += say_vfs(map, vfs->on, vfs->total, "planned", text + len,
		       MAP_LINE_LEN - len);
	len += scnprintf(text + len, MAP_LINE_LEN - len,
			 " (First VF Offset %u, VF Stride %u, as they are now)",
			 map->first_vf_offset, map->vf_stride);
	if (!map->has_place)
		scnprintf(text + len, MAP_LINE_LEN - len,
			  "; where the PF was is unknown: 00:00.0 is made up");
	return false;
}

static bool say_buses(const struct map *map, char *text)
{
	u32 own = routing_id_bus(map->routing_id);

	if (!map->has_last_bus)
		scnprintf(text, MAP_LINE_LEN, "The bus range is unknown: %s",
			  map->buses_why);
	else if (map->last_bus > own)
		scnprintf(text, MAP_LINE_LEN,
			  "Port %s leads to buses %02x to %02x", map->port, own,
			  map->last_bus);
	else
		scnprintf(text, MAP_LINE_LEN, "Port %s leads to bus %02x alone",
			  map->port, own);
	return false;
}

static bool say_unplaced(const struct map *map, char *text)
{
	const struct map_vfs *vfs = &map->vfs;

	if (vfs->placed == vfs->total)
		return false;
	scnprintf(text, MAP_LINE_LEN, "%u VF%s without a routing ID; %s",
		  vfs->total - vfs->placed, plural(vfs->total - vfs->placed),
		  vfs->why);
	return true;
}

static bool say_far(const struct map *map, const struct map_counts *counts,
		    char *text)
{
	char first[MAP_SIZE_LEN];

	if (!counts->far)
		return false;
	map_say_id(counts->first_far, first);
	scnprintf(text, MAP_LINE_LEN,
		  "%u VF%s out of the bus range, from %s on: requests for them do not come past %s",
		  counts->far, plural(counts->far), first, map->port);
	return true;
}

static bool say_clash(const struct map_counts *counts, char *text)
{
	char first[MAP_SIZE_LEN];

	if (!counts->clash)
		return false;
	map_say_id(counts->first_clash, first);
	scnprintf(text, MAP_LINE_LEN,
		  "%u VF%s where another function is, from %s on",
		  counts->clash, plural(counts->clash), first);
	return true;
}

bool map_say_ids(const struct map *map, u32 n, char *text)
{
	struct map_counts counts;

	*text = '\0';
	switch (n) {
	case 0:
		return say_where(map, text);
	case 1:
		return map->has_place && say_buses(map, text);
	case 2:
		return say_unplaced(map, text);
	}
	map_count(map, 0, AROUND_ROUTING_IDS - 1, &counts);
	return n == 3 ? say_far(map, &counts, text) : say_clash(&counts, text);
}

u32 map_wrap(const char *text, u32 width)
{
	u32 len = strlen(text), at;

	if (len <= width)
		return len;
	for (at = width; at; at--) {
		if (text[at] == ' ')
			return at;
	}
	return width;
}

u32 map_scale(u64 part, u64 whole, u32 width)
{
	if (!whole || part >= whole)
		return whole ? width : 0;
	return (long double)part / whole * width;
}
