/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a picture of a PF shows, as plain data: which function is at which routing
 * ID, and which memory is within which. Who draws knows no more than this.
 */
#ifndef SRIOVSCOPE_TOOL_MAP_H
#define SRIOVSCOPE_TOOL_MAP_H

#include "core/facts/facts.h"

#define MAP_NAME_LEN 48
#define MAP_WHY_LEN 256

/* More levels of bridges than any machine has; a dump may go in circles. */
#define MAP_DEPTH_MAX 16

/* Windows of a host bridge, of bridges, and of VF BARs */
#define MAP_ROOTS_MAX 16
#define MAP_WINDOWS_MAX 64

/* What is at a routing ID */
#define MAP_PF BIT(0) /* the PF */
#define MAP_VF_ON BIT(1) /* a VF that is on */
#define MAP_VF_PLANNED BIT(2) /* the place of one that is not */
#define MAP_OTHER BIT(3) /* another function */
#define MAP_FAR BIT(4) /* a VF, on a bus that does not lead to the device */
#define MAP_CLASH BIT(5) /* a VF, where another function is */

/* What is wrong */
#define MAP_BAD (MAP_FAR | MAP_CLASH)

/**
 * struct map_vfs - where the VFs are, by the registers of now
 * @total: TotalVFs
 * @on: how many of them are on
 * @placed: how many have a routing ID, which are the first ones
 * @first: routing ID of the first one
 * @stride: from one to the next
 * @why: why others have none; empty when all have one
 */
struct map_vfs {
	u32 total;
	u32 on;
	u32 placed;
	u32 first;
	u32 stride;
	char why[MAP_WHY_LEN];
};

/**
 * enum map_level - what a window is
 * @MAP_ROOT: of a host bridge
 * @MAP_PORT: of a bridge
 * @MAP_VF_BAR: all VFs' copies of a VF BAR
 */
enum map_level {
	MAP_ROOT,
	MAP_PORT,
	MAP_VF_BAR,
};

/**
 * enum map_state - how a window is
 * @MAP_FITS: nothing is wrong with it, as far as it is known
 * @MAP_CLOSED: a bridge has none of the kind
 * @MAP_UNKNOWN: where it is could not be had
 * @MAP_UNASSIGNED: a VF BAR without a place
 * @MAP_OUTSIDE: it is not within the windows above it
 * @MAP_TOO_SMALL: what belongs into it needs more
 * @MAP_BROKEN: the registers make no sense
 *
 * Those from MAP_UNASSIGNED on are wrong.
 */
enum map_state {
	MAP_FITS,
	MAP_CLOSED,
	MAP_UNKNOWN,
	MAP_UNASSIGNED,
	MAP_OUTSIDE,
	MAP_TOO_SMALL,
	MAP_BROKEN,
};

#define MAP_NO_PARENT (-1)

/**
 * struct map_window - memory
 * @level: what it is
 * @state: how it is
 * @name: of the bus, the bridge or the VF BAR
 * @depth: how many levels are above
 * @parent: which window it is in, or would be; else MAP_NO_PARENT
 * @has_kind: @prefetchable is known
 * @prefetchable: reads have no side effects
 * @is_64bit: of a VF BAR: its register has 64 bits
 * @has_start: @start is known
 * @has_end: @end is known
 * @start: first address
 * @end: last address
 * @vf_size: of a VF BAR: bytes of one VF's copy, 0 when that is not known
 * @needed: bytes that it needs, of a bridge for the VF BARs alone; 0 when that
 *	is not known
 * @why: what is not known of it, or wrong with it, and why; or empty
 */
struct map_window {
	enum map_level level;
	enum map_state state;
	char name[MAP_NAME_LEN];
	u32 depth;
	int parent;
	bool has_kind;
	bool prefetchable;
	bool is_64bit;
	bool has_start;
	bool has_end;
	u64 start;
	u64 end;
	u64 vf_size;
	u64 needed;
	char why[MAP_WHY_LEN];
};

/**
 * struct map - what there is to draw
 * @name: address of the PF
 * @title: its vendor and device, in words
 * @routing_id: of the PF
 * @first_vf_offset: of its registers
 * @vf_stride: so too
 * @has_place: the routing ID is that which it had
 * @has_all: all functions are known; else those that are in a dump
 * @vfs: where its VFs are
 * @has_last_bus: @last_bus is known
 * @last_bus: up to which bus the port above leads here
 * @port: address of that port, empty when there is none, or it is not known
 * @buses_why: why @last_bus is not known
 * @functions: by the routing ID a bit for each function that is neither the PF
 *	nor a VF of it that is on
 * @window_count: how many windows
 * @windows: from the host bridge down
 */
struct map {
	char name[AROUND_NAME_LEN];
	char title[128];
	u16 routing_id;
	u16 first_vf_offset;
	u16 vf_stride;
	bool has_place;
	bool has_all;
	struct map_vfs vfs;
	bool has_last_bus;
	u8 last_bus;
	char port[AROUND_NAME_LEN];
	char buses_why[MAP_WHY_LEN];
	DECLARE_BITMAP(functions, AROUND_ROUTING_IDS);
	u32 window_count;
	struct map_window windows[MAP_WINDOWS_MAX];
};

/**
 * map_place_vfs() - find out where the VFs are
 * @map: routing_id is there; vfs is filled in
 * @sriov: the registers
 */
void map_place_vfs(struct map *map, const struct sriov_state *sriov);

/**
 * map_at() - what is at a routing ID?
 * @map: the map
 * @routing_id: bus in the high byte, devfn in the low one
 *
 * Return: bits MAP_PF to MAP_CLASH, 0 for nothing.
 */
u8 map_at(const struct map *map, u32 routing_id);

/**
 * map_last() - up to which routing ID is there something to draw?
 * @map: the map
 *
 * Return: the last one of the last bus that the port leads to, or a VF is on.
 */
u32 map_last(const struct map *map);

/**
 * struct map_counts - how much there is of each
 * @pf: PFs, which is 1 or 0
 * @on: VFs that are on
 * @planned: VFs that are not
 * @other: other functions
 * @far: VFs out of the bus range
 * @clash: VFs where another function is
 * @first_far: routing ID of the first VF out of the range
 * @first_clash: of the first one where another function is
 */
struct map_counts {
	u32 pf;
	u32 on;
	u32 planned;
	u32 other;
	u32 far;
	u32 clash;
	u32 first_far;
	u32 first_clash;
};

/**
 * map_count() - count what is at some routing IDs
 * @map: the map
 * @first: the first one
 * @last: the last one
 * @counts: to fill in
 */
void map_count(const struct map *map, u32 first, u32 last,
	       struct map_counts *counts);

/**
 * map_add_window() - add a window
 * @map: the map
 * @window: what is known of it; those above it came before
 *
 * Return: the one that was added, NULL when there is no room for more.
 */
struct map_window *map_add_window(struct map *map,
				  const struct map_window *window);

/**
 * map_judge_windows() - find out what is within what, and what does not fit
 * @map: parent, needed, state and why of its windows are filled in
 */
void map_judge_windows(struct map *map);

/**
 * map_order() - which windows are drawn, one below the other?
 * @map: the map
 * @order: to fill in: numbers of windows, each before those that are within it
 *
 * A host bridge has small windows of its own that no device is in: those are left
 * out.
 *
 * Return: how many.
 */
u32 map_order(const struct map *map, u32 order[MAP_WINDOWS_MAX]);

/**
 * map_window_size() - how large a window is
 * @window: with has_start and has_end
 *
 * Return: bytes; U64_MAX for all memory that there can be.
 */
static inline u64 map_window_size(const struct map_window *window)
{
	u64 last = window->end - window->start;

	return last == U64_MAX ? last : last + 1;
}

/**
 * map_is_bad() - is something wrong with a window?
 * @window: the window
 *
 * Return: true when there is.
 */
static inline bool map_is_bad(const struct map_window *window)
{
	return window->state >= MAP_UNASSIGNED;
}

/**
 * map_is_wrong() - is something wrong?
 * @map: the map
 *
 * Return: true when something has its place in vain, or has none.
 */
bool map_is_wrong(const struct map *map);

#endif
