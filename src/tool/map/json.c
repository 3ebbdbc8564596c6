// SPDX-License-Identifier: GPL-2.0
/*
 * What a map shows, as JSON.
 */
#include <sriovscope/routing_id.h>

#include "doc/doc.h"
#include "draw.h"
#include "words.h"

static void put_hex(struct json_object *to, const char *key, u64 value)
{
	char text[MAP_SIZE_LEN];

	snprintf(text, sizeof(text), "0x%llx", value);
	doc_put_string(to, key, text);
}

static void put_hex_or_null(struct json_object *to, const char *key, bool known,
			    u64 value)
{
	if (known)
		put_hex(to, key, value);
	else
		json_object_object_add(to, key, NULL);
}

static void put_string_or_null(struct json_object *to, const char *key,
			       const char *text)
{
	if (*text)
		doc_put_string(to, key, text);
	else
		json_object_object_add(to, key, NULL);
}

static void put_id(struct json_object *to, const char *key,
		   const struct map *map, u32 routing_id)
{
	char text[2 * MAP_SIZE_LEN], id[MAP_SIZE_LEN];

	/* The domain is that of the PF. */
	map_say_id(routing_id, id);
	snprintf(text, sizeof(text), "%.*s%s", (int)strcspn(map->name, ":") + 1,
		 map->name, id);
	doc_put_string(to, key, text);
}

/* VFs from one to another, as a rule; null when there are none */
static struct json_object *vfs_json(const struct map *map, u32 from, u32 to)
{
	const struct map_vfs *vfs = &map->vfs;
	struct json_object *object;

	to = min(to, vfs->placed);
	if (from >= to)
		return NULL;
	object = json_object_new_object();
	put_id(object, "first", map, vfs->first + from * vfs->stride);
	put_id(object, "last", map, vfs->first + (to - 1) * vfs->stride);
	doc_put_number(object, "stride", vfs->stride);
	doc_put_number(object, "count", to - from);
	return object;
}

static struct json_object *vfs_all_json(const struct map *map)
{
	struct json_object *object = json_object_new_object();
	const struct map_vfs *vfs = &map->vfs;

	doc_put_number(object, "total", vfs->total);
	doc_put_number(object, "on", vfs->on);
	doc_put_number(object, "with_routing_id", vfs->placed);
	json_object_object_add(object, "on_at", vfs_json(map, 0, vfs->on));
	json_object_object_add(object, "planned_at",
			       vfs_json(map, vfs->on, vfs->total));
	put_string_or_null(object, "why", vfs->why);
	return object;
}

static struct json_object *range_json(const struct map *map)
{
	struct json_object *object = json_object_new_object();

	put_string_or_null(object, "port", map->port);
	doc_put_number(object, "first", routing_id_bus(map->routing_id));
	if (map->has_last_bus)
		doc_put_number(object, "last", map->last_bus);
	else
		doc_put_string(object, "last", "unknown");
	put_string_or_null(object, "why", map->buses_why);
	return object;
}

/* One bus, NULL when nothing is on it */
static struct json_object *bus_json(const struct map *map, u32 bus)
{
	struct json_object *object;
	struct map_counts counts;

	map_count(map, routing_id_first(bus), routing_id_first(bus + 1) - 1,
		  &counts);
	if (!counts.pf && !counts.on && !counts.planned && !counts.other)
		return NULL;
	object = json_object_new_object();
	doc_put_number(object, "bus", bus);
	doc_put_number(object, "pf", counts.pf);
	doc_put_number(object, "vfs_on", counts.on);
	doc_put_number(object, "vfs_planned", counts.planned);
	doc_put_number(object, "other_functions", counts.other);
	doc_put_number(object, "vfs_out_of_range", counts.far);
	doc_put_number(object, "vfs_where_others_are", counts.clash);
	return object;
}

static struct json_object *buses_json(const struct map *map)
{
	struct json_object *list = json_object_new_array(), *one;
	u32 bus = routing_id_bus(map->routing_id);

	for (; bus <= routing_sum_bus(map_last(map)); bus++) {
		one = bus_json(map, bus);
		if (one)
			json_object_array_add(list, one);
	}
	return list;
}

static void put_ids(const struct map *map, struct json_object *to)
{
	struct json_object *ids;

	if (!map->has_place) {
		doc_put_string(to, "routing_ids", "unknown");
		return;
	}
	ids = json_object_new_object();
	put_id(ids, "pf", map, map->routing_id);
	json_object_object_add(ids, "vfs", vfs_all_json(map));
	json_object_object_add(ids, "bus_range", range_json(map));
	json_object_object_add(ids, "all_functions",
			       json_object_new_boolean(map->has_all));
	json_object_object_add(ids, "buses", buses_json(map));
	json_object_object_add(to, "routing_ids", ids);
}

static const char *const level_names[] = {
	[MAP_ROOT] = "host_bridge",
	[MAP_PORT] = "port",
	[MAP_VF_BAR] = "vf_bar",
};

static const char *const state_names[] = {
	[MAP_FITS] = "fits",	   [MAP_CLOSED] = "closed",
	[MAP_UNKNOWN] = "unknown", [MAP_UNASSIGNED] = "unassigned",
	[MAP_OUTSIDE] = "outside", [MAP_TOO_SMALL] = "too_small",
	[MAP_BROKEN] = "broken",
};

static struct json_object *window_json(const struct map_window *window)
{
	struct json_object *object = json_object_new_object();
	struct json_object *within = NULL, *prefetchable = NULL;

	doc_put_string(object, "level", level_names[window->level]);
	doc_put_string(object, "name", window->name);
	doc_put_number(object, "depth", window->depth);
	if (window->parent != MAP_NO_PARENT)
		within = json_object_new_int(window->parent);
	json_object_object_add(object, "within", within);
	if (window->has_kind)
		prefetchable = json_object_new_boolean(window->prefetchable);
	json_object_object_add(object, "prefetchable", prefetchable);
	put_hex_or_null(object, "start", window->has_start, window->start);
	put_hex_or_null(object, "end", window->has_end, window->end);
	put_hex_or_null(object, "vf_size", window->vf_size, window->vf_size);
	put_hex_or_null(object, "needed", window->needed, window->needed);
	doc_put_string(object, "state", state_names[window->state]);
	put_string_or_null(object, "why", window->why);
	return object;
}

void map_put_json(const struct map *map, struct json_object *to)
{
	struct json_object *list = json_object_new_array();
	u32 i;

	put_ids(map, to);
	for (i = 0; i < map->window_count; i++)
		json_object_array_add(list, window_json(&map->windows[i]));
	json_object_object_add(to, "windows", list);
}
