// SPDX-License-Identifier: GPL-2.0
/*
 * The routing IDs of a map as rows of cells.
 */
#include <sriovscope/routing_id.h>

#include "rows.h"

static enum map_cell cell_of(u8 what)
{
	return what & MAP_CLASH	     ? MAP_CELL_CLASH :
	       what & MAP_FAR	     ? MAP_CELL_FAR :
	       what & MAP_PF	     ? MAP_CELL_PF :
	       what & MAP_VF_ON	     ? MAP_CELL_ON :
	       what & MAP_VF_PLANNED ? MAP_CELL_PLANNED :
	       what & MAP_OTHER	     ? MAP_CELL_OTHER :
				       MAP_CELL_NOTHING;
}

static void row_fill(const struct map *map, u32 per_cell, u32 first,
		     struct map_row *row)
{
	u32 i, id;
	u8 cell;

	row->first = first;
	row->last = min(first + MAP_ROW_CELLS * per_cell - 1, map_last(map));
	memset(row->cells, 0, sizeof(row->cells));
	for (i = 0; i < MAP_ROW_CELLS * per_cell; i++) {
		id = first + i;
		cell = cell_of(map_at(map, id));
		row->cells[i / per_cell] = max(row->cells[i / per_cell], cell);
	}
}

/* A row that looks like the one before makes that one longer. */
static bool row_add(struct map_rows *rows, const struct map_row *row)
{
	struct map_row *before = rows->count ? &rows->rows[rows->count - 1] :
					       NULL;

	if (before && !memcmp(before->cells, row->cells, sizeof(row->cells))) {
		before->last = row->last;
		return true;
	}
	if (rows->count == MAP_ROWS_MAX)
		return false;
	rows->rows[rows->count++] = *row;
	return true;
}

/* Returns whether there was room for all. */
static bool rows_fill(const struct map *map, u32 per_cell,
		      struct map_rows *rows)
{
	u32 first = routing_id_first(routing_id_bus(map->routing_id));
	u32 last = map_last(map);
	struct map_row row;

	rows->per_cell = per_cell;
	rows->count = 0;
	for (; first < last; first = row.last + 1) {
		row_fill(map, per_cell, first, &row);
		if (!row_add(rows, &row))
			return false;
	}
	return true;
}

void map_rows_make(const struct map *map, struct map_rows *rows)
{
	u32 per_cell = 1;

	/* With 64 for each cell all of them are 16 rows. */
	while (!rows_fill(map, per_cell, rows))
		per_cell *= 4;
}

u32 map_rows_have(const struct map_rows *rows)
{
	u32 have = 0, i, cell;

	for (i = 0; i < rows->count; i++) {
		for (cell = 0; cell < MAP_ROW_CELLS; cell++)
			have |= BIT(rows->rows[i].cells[cell]);
	}
	return have;
}

const char *map_rows_title(const struct map_rows *rows)
{
	switch (rows->per_cell) {
	case 1:
		return "Routing IDs: one function for each cell";
	case 4:
		return "Routing IDs: four functions for each cell";
	case 16:
		return "Routing IDs: 16 functions, two devices, for each cell";
	default:
		return "Routing IDs: 64 functions, eight devices, for each cell";
	}
}

/* How far the group is behind the start of the row */
void map_group_name(const struct map_rows *rows, u32 group, char *text)
{
	u32 far = group * MAP_ROW_GROUP * rows->per_cell;

	*text = '\0';
	if (rows->per_cell > 1)
		snprintf(text, 8, "+%x:%02x", routing_id_bus(far),
			 routing_id_device(far));
}

void map_row_name(const struct map_rows *rows, u32 routing_id, char *text)
{
	snprintf(text, 8, "%02x:%02x", routing_id_bus(routing_id),
		 routing_id_device(routing_id));
}

const char *map_cell_name(enum map_cell cell)
{
	static const char *const names[] = {
		[MAP_CELL_NOTHING] = "nothing",
		[MAP_CELL_OTHER] = "other function",
		[MAP_CELL_PLANNED] = "VF planned",
		[MAP_CELL_ON] = "VF on",
		[MAP_CELL_PF] = "PF",
		[MAP_CELL_FAR] = "VF out of the bus range",
		[MAP_CELL_CLASH] = "VF where another function is",
	};

	return names[cell];
}
