// SPDX-License-Identifier: GPL-2.0
/*
 * Who has the memory and the buses above a PF, made by hand.
 */
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

static void path_port(struct around_rooms *rooms)
{
	room_facts_window(rooms, (struct room_window){ .kind = ROOM_MEM,
						       .routing_id = 0x0008,
						       .start = 0xfe000000,
						       .size = 2 * MIB });
	room_facts_holder(rooms, (struct room_holder){ .use = ROOM_OF_BAR,
						       .routing_id = 0x0300,
						       .start = 0xfe000000,
						       .size = MIB });
	room_facts_window(rooms, (struct room_window){ .kind = ROOM_PREFETCH,
						       .is_64bit = true,
						       .routing_id = 0x0008,
						       .start = 0x900000000,
						       .size = 4 * MIB });
	room_facts_holder(rooms, (struct room_holder){ .use = ROOM_OF_BAR,
						       .number = 2,
						       .routing_id = 0x0300,
						       .start = 0x900000000,
						       .size = 4 * MIB });
	room_facts_window(rooms, (struct room_window){ .kind = ROOM_BUS,
						       .routing_id = 0x0008,
						       .start = 3,
						       .size = 1 });
	room_facts_holder(rooms, (struct room_holder){ .use = ROOM_OF_BUS,
						       .start = 3,
						       .size = 1 });
}

static void path_host_memory(struct around_rooms *rooms)
{
	room_facts_window(rooms, (struct room_window){ .level = 1,
						       .host = true,
						       .kind = ROOM_MEM,
						       .is_64bit = true,
						       .start = 0xf0000000,
						       .size = 256 * MIB });
	room_facts_holder(rooms, (struct room_holder){ .use = ROOM_OF_BRIDGE,
						       .number = ROOM_MEM,
						       .routing_id = 0x0008,
						       .start = 0xfe000000,
						       .size = 2 * MIB });
	room_facts_window(rooms, (struct room_window){ .level = 1,
						       .host = true,
						       .kind = ROOM_MEM,
						       .is_64bit = true,
						       .start = 0x800000000,
						       .size = 65536 * MIB });
	room_facts_holder(rooms, (struct room_holder){ .use = ROOM_OF_BRIDGE,
						       .number = ROOM_PREFETCH,
						       .routing_id = 0x0008,
						       .start = 0x900000000,
						       .size = 4 * MIB });
}

static void path_host_buses(struct around_rooms *rooms)
{
	room_facts_window(rooms, (struct room_window){ .level = 1,
						       .host = true,
						       .kind = ROOM_BUS,
						       .size = 256 });
	room_facts_holder(rooms, (struct room_holder){ .use = ROOM_OF_BUS,
						       .size = 1 });
	room_facts_holder(rooms, (struct room_holder){ .use = ROOM_OF_BRIDGE,
						       .number = ROOM_BUS,
						       .routing_id = 0x0010,
						       .start = 1,
						       .size = 2 });
	room_facts_holder(rooms, (struct room_holder){ .use = ROOM_OF_BRIDGE,
						       .number = ROOM_BUS,
						       .routing_id = 0x0008,
						       .start = 3,
						       .size = 1 });
	room_facts_holder(rooms, (struct room_holder){ .use = ROOM_OF_BRIDGE,
						       .number = ROOM_BUS,
						       .routing_id = 0x0018,
						       .start = 4,
						       .size = 12 });
}

void room_facts_path(struct around_rooms *rooms, struct room_facts *facts)
{
	room_facts_start(rooms, facts);
	path_port(rooms);
	path_host_memory(rooms);
	path_host_buses(rooms);
}
