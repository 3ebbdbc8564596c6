/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The routing IDs of a map as rows of cells. Rows that are the same are one, so that
 * 65535 VFs are no more to look at than 8.
 */
#ifndef SRIOVSCOPE_TOOL_MAP_ROWS_H
#define SRIOVSCOPE_TOOL_MAP_ROWS_H

#include "map.h"

#define MAP_ROW_CELLS 64
#define MAP_ROWS_MAX 24

/* Cells that stand together */
#define MAP_ROW_GROUP 8

/**
 * enum map_cell - what a cell of a row shows; of several the last one here
 * @MAP_CELL_NOTHING: no function
 * @MAP_CELL_OTHER: another function
 * @MAP_CELL_PLANNED: the place of a VF
 * @MAP_CELL_ON: a VF that is on
 * @MAP_CELL_PF: the PF
 * @MAP_CELL_FAR: a VF out of the bus range
 * @MAP_CELL_CLASH: a VF where another function is
 * @MAP_CELLS: how many kinds there are
 */
enum map_cell {
	MAP_CELL_NOTHING,
	MAP_CELL_OTHER,
	MAP_CELL_PLANNED,
	MAP_CELL_ON,
	MAP_CELL_PF,
	MAP_CELL_FAR,
	MAP_CELL_CLASH,
	MAP_CELLS,
};

/**
 * struct map_row - routing IDs that are shown by the same cells
 * @first: the first one
 * @last: the last one; behind the first ones come others that look the same
 * @cells: what each cell shows
 */
struct map_row {
	u32 first;
	u32 last;
	u8 cells[MAP_ROW_CELLS];
};

/**
 * struct map_rows - all of them
 * @per_cell: routing IDs of a cell: 1, and 4, 16 or 64 where there would be too
 *	many rows
 * @count: how many rows
 * @rows: those
 */
struct map_rows {
	u32 per_cell;
	u32 count;
	struct map_row rows[MAP_ROWS_MAX];
};

/**
 * map_rows_make() - the rows of a map
 * @map: the map
 * @rows: to fill in
 */
void map_rows_make(const struct map *map, struct map_rows *rows);

/**
 * map_rows_have() - which cells are there?
 * @rows: from map_rows_make()
 *
 * Return: a bit for each enum map_cell.
 */
u32 map_rows_have(const struct map_rows *rows);

/**
 * map_rows_title() - what the columns are
 * @rows: from map_rows_make()
 *
 * Return: a heading.
 */
const char *map_rows_title(const struct map_rows *rows);

/**
 * map_group_name() - what a group of cells is called
 * @rows: from map_rows_make()
 * @group: number of the group in its row
 * @text: where it goes, 8 bytes; empty with one function for each cell
 */
void map_group_name(const struct map_rows *rows, u32 group, char *text);

/**
 * map_row_name() - what a row is called
 * @rows: from map_rows_make()
 * @routing_id: one that it begins with
 * @text: where it goes, 8 bytes: bus and device
 */
void map_row_name(const struct map_rows *rows, u32 routing_id, char *text);

/**
 * map_cell_name() - what a cell means
 * @cell: which
 *
 * Return: a few words, for a legend.
 */
const char *map_cell_name(enum map_cell cell);

#endif
