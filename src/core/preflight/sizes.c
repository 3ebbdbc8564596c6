// SPDX-License-Identifier: GPL-2.0
/*
 * What if: how many VFs would fit if a VF BAR had another size?
 */
#include <linux/bits.h>
#include <linux/math64.h>
#include <linux/minmax.h>

#include "core/bars/bar_set.h"
#include "core/room/room.h"
#include "preflight.h"

/* Size n as the capability has it; above 43 64 bits cannot say it. */
#define SIZE_END 44

static u64 sizes_of(const struct pf_facts *facts, u32 i)
{
	return facts->around->rebar.bars[i].sizes & (BIT_ULL(SIZE_END) - 1);
}

/* One that makes no sense is named by nobody: no slot has it. */
static bool is_resizable(const struct pf_facts *facts, u32 i)
{
	return !facts->sriov_error &&
	       facts->around->rebar.bars[i].slot < PCI_SRIOV_NUM_BARS;
}

/* Which size is number @n: the pair of the capability, and the bit */
static bool size_find(const struct pf_facts *facts, u32 n, u32 *pair, u8 *bit)
{
	for (*pair = 0; *pair < facts->around->rebar.count; (*pair)++) {
		if (!is_resizable(facts, *pair))
			continue;
		for (*bit = 0; *bit < SIZE_END; (*bit)++) {
			if (!(sizes_of(facts, *pair) & BIT_ULL(*bit)))
				continue;
			if (!n--)
				return true;
		}
	}
	return false;
}

u32 preflight_size_count(const struct pf_facts *facts)
{
	u32 count = 0, pair;
	u8 bit;

	while (size_find(facts, count, &pair, &bit))
		count++;
	return count;
}

static u32 vfs_in(const struct pf_facts *facts, u64 room, u64 bytes)
{
	return min_t(u64, div64_u64(room, bytes), facts->sriov.total_vfs);
}

/* A BAR has no bits below its size: elsewhere the device would answer before it. */
static u32 vfs_in_window(const struct pf_facts *facts,
			 const struct vf_window *window, u64 bytes)
{
	if (!window->assigned || window->start & (bytes - 1))
		return 0;
	return vfs_in(facts, window->size, bytes);
}

u32 preflight_vfs_if_moved(const struct pf_facts *facts, u32 slot, u64 bytes)
{
	const struct around_rooms *rooms = &facts->around->rooms;
	struct room_need need = { .align = bytes };
	const struct room_holder *own;
	const struct vf_bar *bar;
	struct bar_set set;
	u64 free;

	bar_set_make(&set, &facts->kernel, &facts->sriov, &facts->around->ea);
	bar = bar_set_find(&set, slot);
	if (!bar)
		return 0;
	need.prefetchable = bar->prefetchable;
	need.is_64bit = bar->is_64bit;
	own = room_find(rooms, facts->kernel.routing_id, ROOM_OF_VF_BAR, slot);
	room_best(rooms, &need, own, &free);
	return vfs_in(facts, free, bytes);
}

void preflight_size(const struct pf_facts *facts, u32 n,
		    struct preflight_size *size)
{
	const struct vf_window *window;
	u32 pair = 0;
	u8 bit = 0;

	size_find(facts, n, &pair, &bit);
	size->slot = facts->around->rebar.bars[pair].slot;
	size->bytes = BIT_ULL(bit + 20);
	size->now = facts->around->rebar.bars[pair].size == bit;
	window = &facts->kernel.windows[size->slot];
	size->unknown = facts_lack(facts, ABOUT_WINDOWS);
	size->max_vfs = vfs_in_window(facts, window, size->bytes);
	size->moved_unknown = facts_lack(facts, ABOUT_ROOMS | ABOUT_WINDOWS);
	size->max_vfs_moved =
		preflight_vfs_if_moved(facts, size->slot, size->bytes);
}

bool preflight_smaller_fits(const struct pf_facts *facts, u32 slot)
{
	u32 total = facts->sriov.total_vfs, pair, n;
	u8 bit;

	for (n = 0; size_find(facts, n, &pair, &bit); n++) {
		if (facts->around->rebar.bars[pair].slot == slot &&
		    bit < facts->around->rebar.bars[pair].size &&
		    preflight_vfs_if_moved(facts, slot, BIT_ULL(bit + 20)) >=
			    total)
			return true;
	}
	return false;
}
