// SPDX-License-Identifier: GPL-2.0
/*
 * What is at which routing ID.
 */
#include <sriovscope/routing_id.h>

#include "map.h"

static const char *place_error(int error)
{
	if (error == -EOVERFLOW)
		return "its routing ID would have more than 16 bits";
	return "First VF Offset or VF Stride is 0: the device does not say where";
}

/* VFs come one after the other: those that have a routing ID are the first ones. */
static u32 placed_vfs(const struct map *map, const struct sriov_state *sriov,
		      int *error)
{
	u32 vf;
	u16 id;

	for (vf = 0; vf < sriov->total_vfs; vf++) {
		*error = vf_routing_id(sriov, map->routing_id, vf, &id);
		if (*error)
			break;
	}
	return vf;
}

void map_place_vfs(struct map *map, const struct sriov_state *sriov)
{
	struct map_vfs *vfs = &map->vfs;
	int error = 0;

	map->first_vf_offset = sriov->first_vf_offset;
	map->vf_stride = sriov->vf_stride;
	vfs->total = sriov->total_vfs;
	vfs->on = sriov->vf_enable ?
			  min_t(u32, sriov->num_vfs, sriov->total_vfs) :
			  0;
	vfs->placed = placed_vfs(map, sriov, &error);
	vfs->first = map->routing_id + sriov->first_vf_offset;
	vfs->stride = sriov->vf_stride;
	if (error)
		snprintf(vfs->why, sizeof(vfs->why), "VF %u: %s", vfs->placed,
			 place_error(error));
}

/* Which VF is at a routing ID? Returns the number of VFs when none is. */
static u32 vf_at(const struct map_vfs *vfs, u32 routing_id)
{
	u32 far = routing_id - vfs->first;

	if (routing_id < vfs->first)
		return vfs->placed;
	/* One alone needs no stride. */
	if (!vfs->stride)
		return far ? vfs->placed : 0;
	return far % vfs->stride ? vfs->placed : far / vfs->stride;
}

/* The PF's own bus is there, whatever else is. */
static bool is_far(const struct map *map, u32 routing_id)
{
	u32 bus = routing_sum_bus(routing_id);

	return map->has_last_bus && bus > map->last_bus &&
	       bus != routing_id_bus(map->routing_id);
}

u8 map_at(const struct map *map, u32 routing_id)
{
	bool other = routing_id < AROUND_ROUTING_IDS &&
		     test_bit(routing_id, map->functions);
	u32 vf = vf_at(&map->vfs, routing_id);
	u8 what = other ? MAP_OTHER : 0;

	if (routing_id == map->routing_id)
		what |= MAP_PF;
	if (vf >= map->vfs.placed)
		return what;
	if (what)
		what |= MAP_CLASH;
	if (is_far(map, routing_id))
		what |= MAP_FAR;
	return what | (vf < map->vfs.on ? MAP_VF_ON : MAP_VF_PLANNED);
}

u32 map_last(const struct map *map)
{
	u32 bus = routing_id_bus(map->routing_id), last;

	if (map->has_last_bus)
		bus = max(bus, (u32)map->last_bus);
	if (map->vfs.placed) {
		last = map->vfs.first + map->vfs.stride * (map->vfs.placed - 1);
		bus = max(bus, routing_sum_bus(last));
	}
	return routing_id_first(bus + 1) - 1;
}

static void count_first(u32 *count, u32 *first, u32 routing_id)
{
	if (!(*count)++)
		*first = routing_id;
}

void map_count(const struct map *map, u32 first, u32 last,
	       struct map_counts *counts)
{
	u32 id;
	u8 what;

	memset(counts, 0, sizeof(*counts));
	for (id = first; id <= last; id++) {
		what = map_at(map, id);
		counts->pf += !!(what & MAP_PF);
		counts->on += !!(what & MAP_VF_ON);
		counts->planned += !!(what & MAP_VF_PLANNED);
		counts->other += !!(what & MAP_OTHER);
		if (what & MAP_FAR)
			count_first(&counts->far, &counts->first_far, id);
		if (what & MAP_CLASH)
			count_first(&counts->clash, &counts->first_clash, id);
	}
}

bool map_is_wrong(const struct map *map)
{
	struct map_counts counts;
	u32 i;

	map_count(map, 0, AROUND_ROUTING_IDS - 1, &counts);
	if (counts.far || counts.clash || map->vfs.placed < map->vfs.total)
		return true;
	for (i = 0; i < map->window_count; i++) {
		if (map_is_bad(&map->windows[i]))
			return true;
	}
	return false;
}
