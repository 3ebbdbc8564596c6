/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Who has the memory and the buses above a PF, made by hand.
 */
#ifndef SRIOVSCOPE_ROOM_FACTS_H
#define SRIOVSCOPE_ROOM_FACTS_H

#include "core/facts/facts.h"

#define ROOM_FACTS_WINDOWS 8
#define ROOM_FACTS_HOLDERS 24

/**
 * struct room_facts - room for what is made up
 * @windows: windows
 * @holders: who has parts of them
 */
struct room_facts {
	struct room_window windows[ROOM_FACTS_WINDOWS];
	struct room_holder holders[ROOM_FACTS_HOLDERS];
};

/**
 * room_facts_start() - nobody has anything
 * @rooms: is made to point to @facts
 * @facts: what is made up
 */
void room_facts_start(struct around_rooms *rooms, struct room_facts *facts);

/**
 * room_facts_window() - one window more
 * @rooms: from room_facts_start()
 * @window: the window
 *
 * Return: it, so that it can be bent.
 */
struct room_window *room_facts_window(struct around_rooms *rooms,
				      struct room_window window);

/**
 * room_facts_holder() - one more who has a part of the last window
 * @rooms: with a window
 * @holder: who; window is filled in
 */
void room_facts_holder(struct around_rooms *rooms, struct room_holder holder);

/**
 * room_facts_path() - a PF at 03:00.0 behind a port of the root bus
 * @rooms: is made to point to @facts
 * @facts: what is made up
 *
 * The port at 00:01.0 has 2 MiB of memory at 0xfe000000, 4 MiB that may be prefetched
 * at 0x900000000, and bus 3. The host bridge has 256 MiB at 0xf0000000, 64 GiB at
 * 0x800000000 and all buses, of which other ports have 01 to 02 and 04 to 0f.
 */
void room_facts_path(struct around_rooms *rooms, struct room_facts *facts);

#endif
