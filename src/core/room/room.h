/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Room: what is free of the memory and the buses above a PF, who has the rest, and
 * which bridge is the first that has too little.
 */
#ifndef SRIOVSCOPE_ROOM_H
#define SRIOVSCOPE_ROOM_H

#include "core/facts/facts.h"

/* As many holders of a window as a sentence names */
#define ROOM_NAMED 3

/**
 * struct room_need - a piece of memory that is looked for
 * @size: in bytes
 * @align: of its first address, in bytes; 0 for none
 * @prefetchable: it may be in a window for what may be prefetched
 * @is_64bit: it may be above 4 GiB
 */
struct room_need {
	u64 size;
	u64 align;
	bool prefetchable;
	bool is_64bit;
};

/**
 * room_used() - how much of a window somebody has
 * @rooms: who has what
 * @window: one of them
 * @without: one who is about to give back what it has, or NULL
 *
 * What two have at once counts once.
 *
 * Context: any; pure.
 * Return: bytes, or numbers; at least so much of a window that is @open.
 */
u64 room_used(const struct around_rooms *rooms,
	      const struct room_window *window,
	      const struct room_holder *without);

/**
 * room_free() - how much of a window one piece can have
 * @rooms: who has what
 * @window: one of them
 * @need: what it must be fit for, but for the size; NULL for anything
 * @without: one who is about to give back what it has, or NULL
 *
 * Context: any; pure.
 * Return: the most bytes, or numbers, that are free in one piece; no more than so
 *	much of a window that is @open.
 */
u64 room_free(const struct around_rooms *rooms,
	      const struct room_window *window, const struct room_need *need,
	      const struct room_holder *without);

/**
 * room_largest() - who has most of a window
 * @rooms: who has what
 * @window: one of them
 * @named: to fill in, the largest first
 *
 * Context: any; pure.
 * Return: how many are in @named.
 */
u32 room_largest(const struct around_rooms *rooms,
		 const struct room_window *window,
		 const struct room_holder *named[ROOM_NAMED]);

/**
 * room_find() - what somebody has
 * @rooms: who has what
 * @routing_id: of the function
 * @use: what for
 * @number: which of them
 *
 * Context: any; pure.
 * Return: it, NULL when it has no place.
 */
const struct room_holder *room_find(const struct around_rooms *rooms,
				    u16 routing_id, enum room_use use,
				    u8 number);

/**
 * room_best() - the window above the PF that has most for it
 * @rooms: who has what
 * @need: what it must be fit for, but for the size
 * @without: one who is about to give back what it has, or NULL
 * @free: what room_free() says of it; to fill in
 *
 * Context: any; pure.
 * Return: the window; NULL, with 0 in @free, when the bus of the PF has none of the
 *	kind.
 */
const struct room_window *room_best(const struct around_rooms *rooms,
				    const struct room_need *need,
				    const struct room_holder *without,
				    u64 *free);

/**
 * room_kind_of() - of which kind is the window that is made larger for a piece?
 * @rooms: who has what
 * @need: the piece
 *
 * Context: any; pure.
 * Return: the kind of the window of the bridge above the PF; pieces of one kind
 *	share it.
 */
enum room_kind room_kind_of(const struct around_rooms *rooms,
			    const struct room_need *need);

/**
 * enum room_end - how looking for room ends
 * @ROOM_FITS: the bus of the PF has a piece
 * @ROOM_GROWS: a bridge can be given more, by one further up that has it
 * @ROOM_SHORT: even the host bridge has too little
 * @ROOM_UNKNOWN: where the host bridge's memory or buses are is not known; or it has
 *	enough only if bridges ask for no more than they must
 */
enum room_end {
	ROOM_FITS,
	ROOM_GROWS,
	ROOM_SHORT,
	ROOM_UNKNOWN,
};

/**
 * struct room_verdict - where there is too little, and where there is more
 * @end: how looking for it ends
 * @window: where it fits; else the first that is too small, from the PF up: the one
 *	that would be made larger, NULL when the bus of the PF has none of the kind
 * @kind: of that window, be it there or not
 * @free: of @window in one piece
 * @needs: how large that window would have to be
 * @align: of what is looked for
 * @giver: with ROOM_GROWS who has it; with ROOM_SHORT the host bridge's that has
 *	most, or NULL
 * @is_64bit: what the host bridge would have to give could be above 4 GiB
 */
struct room_verdict {
	enum room_end end;
	const struct room_window *window;
	enum room_kind kind;
	u64 free;
	u64 needs;
	u64 align;
	const struct room_window *giver;
	bool is_64bit;
};

/**
 * room_judge() - where is room for a piece of memory?
 * @rooms: who has what
 * @need: the piece
 * @verdict: to fill in
 *
 * As the kernel does when it may move what bridges have (pci=realloc): the window
 * of a bridge that is too small is given back and asked for anew, as large as what
 * is in it and the piece need, in MiB; see __pci_bus_size_bridges() in
 * drivers/pci/setup-bus.c.
 *
 * Context: any; pure.
 */
void room_judge(const struct around_rooms *rooms, const struct room_need *need,
		struct room_verdict *verdict);

/**
 * room_judge_buses() - where are bus numbers for VFs?
 * @rooms: who has what
 * @last_bus: the last number that is needed, above those of the bus of the PF
 * @verdict: to fill in
 *
 * Context: any; pure.
 */
void room_judge_buses(const struct around_rooms *rooms, u32 last_bus,
		      struct room_verdict *verdict);

#endif
