// SPDX-License-Identifier: GPL-2.0
/*
 * The routing IDs in an SVG.
 */
#include "rows.h"
#include "svg.h"
#include "words.h"

#define CELLS_X 84
#define CELL_PITCH 12
#define CELL_WIDTH 10
#define CELL_HEIGHT 14
#define GROUP_GAP 6
#define ROW_HEIGHT 18

static u32 cell_x(u32 cell)
{
	return CELLS_X + cell * CELL_PITCH + cell / MAP_ROW_GROUP * GROUP_GAP;
}

static void svg_ruler(struct svg *svg, const struct map_rows *rows)
{
	char text[MAP_SIZE_LEN];
	u32 i;

	svg_text(svg, SVG_MARGIN, svg->y + SVG_LETTER, "dim", "bus:dev");
	for (i = 0; i < MAP_ROW_CELLS; i++) {
		map_group_name(rows, i / MAP_ROW_GROUP, text);
		if (!*text)
			snprintf(text, sizeof(text), "%x", i % MAP_ROW_GROUP);
		else if (i % MAP_ROW_GROUP)
			continue;
		svg_text(svg, cell_x(i) + 1, svg->y + SVG_LETTER, "dim", text);
	}
	svg->y += SVG_LINE;
}

/* All cells of a row that look the same are one path. */
static void svg_cells(struct svg *svg, const struct map_row *row, u32 what)
{
	bool any = false;
	u32 i;

	for (i = 0; i < MAP_ROW_CELLS; i++) {
		if (row->cells[i] != what)
			continue;
		if (!any)
			fprintf(svg->out, "<path class=\"c%u\" d=\"", what);
		any = true;
		fprintf(svg->out, "M%u %uh%uv%uh-%uz", cell_x(i), svg->y,
			CELL_WIDTH, CELL_HEIGHT, CELL_WIDTH);
	}
	if (any)
		fputs("\"/>\n", svg->out);
}

/* What is wrong is to be seen without colours, too. */
static void svg_cross(struct svg *svg, u32 x)
{
	fprintf(svg->out, "<path class=\"cross\" d=\"M%u %ul6 8m-6 0l6-8\"/>\n",
		x + 2, svg->y + 3);
}

static void svg_crosses(struct svg *svg, const struct map_row *row)
{
	u32 i;

	for (i = 0; i < MAP_ROW_CELLS; i++) {
		if (row->cells[i] >= MAP_CELL_FAR)
			svg_cross(svg, cell_x(i));
	}
}

static void svg_row(struct svg *svg, const struct map_rows *rows,
		    const struct map_row *row)
{
	char name[8], text[64];
	u32 what;

	map_row_name(rows, row->first, name);
	svg_text(svg, SVG_MARGIN, svg->y + SVG_LETTER, "name", name);
	for (what = 0; what < MAP_CELLS; what++)
		svg_cells(svg, row, what);
	svg_crosses(svg, row);
	svg->y += ROW_HEIGHT;
	if (row->last - row->first < MAP_ROW_CELLS * rows->per_cell)
		return;
	map_row_name(rows, row->last, name);
	snprintf(text, sizeof(text), "... the same up to %s", name);
	svg_words(svg, CELLS_X, SVG_COLUMNS, "dim", text);
}

static void svg_legend(struct svg *svg, const struct map_rows *rows)
{
	u32 have = map_rows_have(rows), cell, x = CELLS_X, width;

	svg->y += 6;
	for (cell = MAP_CELLS; cell--;) {
		if (!(have & BIT(cell)))
			continue;
		width = 34 +
			strlen(map_cell_name(cell)) * SVG_LETTER * 63 / 100;
		if (x + width > SVG_WIDTH - SVG_MARGIN) {
			x = CELLS_X;
			svg->y += ROW_HEIGHT;
		}
		fprintf(svg->out,
			"<rect class=\"c%u\" x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\"/>\n",
			cell, x, svg->y, CELL_WIDTH, CELL_HEIGHT);
		if (cell >= MAP_CELL_FAR)
			svg_cross(svg, x);
		svg_text(svg, x + 16, svg->y + SVG_LETTER, "dim",
			 map_cell_name(cell));
		x += width;
	}
	svg->y += ROW_HEIGHT + 4;
}

static void svg_sentences(struct svg *svg, const struct map *map)
{
	char text[MAP_LINE_LEN];
	bool bad;
	u32 i;

	if (!map->has_all)
		svg_words(svg, SVG_MARGIN, SVG_COLUMNS, "dim",
			  "Other functions are those that are in the dump.");
	for (i = 0; i < MAP_SENTENCES; i++) {
		bad = map_say_ids(map, i, text);
		svg_words(svg, SVG_MARGIN, SVG_COLUMNS, bad ? "bad" : "", text);
	}
}

void svg_ids(struct svg *svg, const struct map *map)
{
	struct map_rows rows;
	u32 i;

	map_rows_make(map, &rows);
	svg_words(svg, SVG_MARGIN, SVG_COLUMNS, "head", map_rows_title(&rows));
	svg->y += 4;
	svg_ruler(svg, &rows);
	for (i = 0; i < rows.count; i++)
		svg_row(svg, &rows, &rows.rows[i]);
	svg_legend(svg, &rows);
	svg_sentences(svg, map);
}
