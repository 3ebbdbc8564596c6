// SPDX-License-Identifier: GPL-2.0
/*
 * Who has the memory and the buses above a PF, made by hand.
 */
#include <linux/array_size.h>
#include <linux/string.h>

#include "room_facts.h"

#define MIB 0x100000ULL

void room_facts_start(struct around_rooms *rooms, struct room_facts *facts)
{
	*rooms = (struct around_rooms){
		.windows = facts->windows,
		.holders = facts->holders,
	};
}

struct room_window *room_facts_window(struct around_rooms *rooms,
				      struct room_window window)
{
	rooms->windows[rooms->window_count] = window;
	return &rooms->windows[rooms->window_count++];
}

void room_facts_holder(struct around_rooms *rooms, struct room_holder holder)
{
	holder.window = rooms->window_count - 1;
	rooms->holders[rooms->holder_count++] = holder;
}

static const struct room_window path_windows[] = {
	{ .kind = ROOM_MEM,
	  .routing_id = 0x0008,
	  .start = 0xfe000000,
	  .size = 2 * MIB },
	{ .kind = ROOM_PREFETCH,
	  .is_64bit = true,
	  .routing_id = 0x0008,
	  .start = 0x900000000,
	  .size = 4 * MIB },
	{ .kind = ROOM_BUS, .routing_id = 0x0008, .start = 3, .size = 1 },
	{ .level = 1,
	  .host = true,
	  .kind = ROOM_MEM,
	  .is_64bit = true,
	  .start = 0xf0000000,
	  .size = 256 * MIB },
	{ .level = 1,
	  .host = true,
	  .kind = ROOM_MEM,
	  .is_64bit = true,
	  .start = 0x800000000,
	  .size = 65536 * MIB },
	{ .level = 1, .host = true, .kind = ROOM_BUS, .size = 256 },
};

/* Window, what for and which, whose, and where */
static const struct room_holder path_holders[] = {
	{ 0, ROOM_OF_BAR, 0, 0x0300, 0xfe000000, MIB },
	{ 1, ROOM_OF_BAR, 2, 0x0300, 0x900000000, 4 * MIB },
	{ 2, ROOM_OF_BUS, 0, 0, 3, 1 },
	{ 3, ROOM_OF_BRIDGE, ROOM_MEM, 0x0008, 0xfe000000, 2 * MIB },
	{ 4, ROOM_OF_BRIDGE, ROOM_PREFETCH, 0x0008, 0x900000000, 4 * MIB },
	{ 5, ROOM_OF_BUS, 0, 0, 0, 1 },
	{ 5, ROOM_OF_BRIDGE, ROOM_BUS, 0x0010, 1, 2 },
	{ 5, ROOM_OF_BRIDGE, ROOM_BUS, 0x0008, 3, 1 },
	{ 5, ROOM_OF_BRIDGE, ROOM_BUS, 0x0018, 4, 12 },
};

void room_facts_path(struct around_rooms *rooms, struct room_facts *facts)
{
	room_facts_start(rooms, facts);
	memcpy(facts->windows, path_windows, sizeof(path_windows));
	memcpy(facts->holders, path_holders, sizeof(path_holders));
	rooms->window_count = ARRAY_SIZE(path_windows);
	rooms->holder_count = ARRAY_SIZE(path_holders);
}
