// SPDX-License-Identifier: GPL-2.0
/*
 * A map in characters.
 */
#include "color.h"
#include "draw.h"
#include "rows.h"
#include "words.h"

#define WIDTH 80
#define BAR_WIDTH 64
#define INDENT_MAX 4

/**
 * struct pen - how a character is drawn
 * @sign: the character
 * @color: its colour
 */
struct pen {
	char sign;
	const char *color;
};

static const struct pen pens[] = {
	[MAP_CELL_NOTHING] = { '.', DIM },
	[MAP_CELL_OTHER] = { 'f', CYAN },
	[MAP_CELL_PLANNED] = { 'o', BLUE },
	[MAP_CELL_ON] = { '#', GREEN },
	[MAP_CELL_PF] = { 'P', BOLD },
	[MAP_CELL_FAR] = { 'x', BOLD_RED },
	[MAP_CELL_CLASH] = { '!', BOLD_RED },
};

/**
 * struct canvas - where it is drawn
 * @out: the terminal
 * @color: with colours
 * @now: the colour that is on, NULL for none
 */
struct canvas {
	FILE *out;
	bool color;
	const char *now;
};

static void use_color(struct canvas *canvas, const char *color)
{
	if (!canvas->color || canvas->now == color)
		return;
	if (canvas->now)
		fputs(PLAIN, canvas->out);
	if (color)
		fputs(color, canvas->out);
	canvas->now = color;
}

static void draw_sign(struct canvas *canvas, const struct pen *pen)
{
	use_color(canvas, pen->color);
	fputc(pen->sign, canvas->out);
}

/* Lines of up to WIDTH columns; what follows the first one is indented. */
static void draw_words(struct canvas *canvas, const char *color, u32 indent,
		       const char *text)
{
	u32 len;

	use_color(canvas, color);
	while (*text) {
		len = map_wrap(text, WIDTH - indent);
		fprintf(canvas->out, "%*s%.*s\n", (int)indent, "", (int)len,
			text);
		text += len;
		text += strspn(text, " ");
	}
	use_color(canvas, NULL);
}

static void draw_ruler(struct canvas *canvas, const struct map_rows *rows)
{
	char text[8];
	u32 i;

	fputs("bus:dev", canvas->out);
	for (i = 0; i < MAP_ROW_CELLS / MAP_ROW_GROUP; i++) {
		map_group_name(rows, i, text);
		fprintf(canvas->out, " %-*s", MAP_ROW_GROUP,
			*text ? text : "01234567");
	}
	fputc('\n', canvas->out);
}

static void draw_row(struct canvas *canvas, const struct map_rows *rows,
		     const struct map_row *row)
{
	char name[8];
	u32 i;

	map_row_name(rows, row->first, name);
	fprintf(canvas->out, "%-7s", name);
	for (i = 0; i < MAP_ROW_CELLS; i++) {
		if (!(i % MAP_ROW_GROUP))
			fputc(' ', canvas->out);
		draw_sign(canvas, &pens[row->cells[i]]);
	}
	use_color(canvas, NULL);
	fputc('\n', canvas->out);
	if (row->last - row->first >= MAP_ROW_CELLS * rows->per_cell) {
		map_row_name(rows, row->last, name);
		fprintf(canvas->out, "   ...  the same up to %s\n", name);
	}
}

static void draw_legend(struct canvas *canvas, const struct map_rows *rows)
{
	u32 have = map_rows_have(rows), cell, column = 7, len;

	fprintf(canvas->out, "%7s", "");
	for (cell = MAP_CELLS; cell--;) {
		if (!(have & BIT(cell)))
			continue;
		len = 3 + strlen(map_cell_name(cell));
		if (column + len > WIDTH) {
			fprintf(canvas->out, "\n%7s", "");
			column = 7;
		}
		fputc(' ', canvas->out);
		draw_sign(canvas, &pens[cell]);
		use_color(canvas, NULL);
		fprintf(canvas->out, " %s", map_cell_name(cell));
		column += len;
	}
	fputc('\n', canvas->out);
}

static void draw_ids(struct canvas *canvas, const struct map *map)
{
	struct map_rows rows;
	char text[MAP_LINE_LEN];
	u32 i;

	map_rows_make(map, &rows);
	use_color(canvas, BOLD);
	fprintf(canvas->out, "\n%s\n", map_rows_title(&rows));
	use_color(canvas, NULL);
	draw_ruler(canvas, &rows);
	for (i = 0; i < rows.count; i++)
		draw_row(canvas, &rows, &rows.rows[i]);
	draw_legend(canvas, &rows);
	if (!map->has_all)
		draw_words(canvas, NULL, 0,
			   "Other functions are those that are in the dump.");
	for (i = 0; i < MAP_SENTENCES; i++) {
		if (map_say_ids(map, i, text))
			draw_words(canvas, BOLD_RED, 0, text);
		else
			draw_words(canvas, NULL, 0, text);
	}
}

static u32 bar_column(const struct map_window *window, u64 address)
{
	return min_t(u32, BAR_WIDTH - 1,
		     map_scale(address - window->start, map_window_size(window),
			       BAR_WIDTH));
}

/* Each child where it is in its parent, a column at the least */
static void bar_of_children(const struct map *map, u32 of, struct pen *bar)
{
	const struct map_window *window = &map->windows[of], *child;
	u32 i, from, to;

	for (i = of + 1; i < map->window_count; i++) {
		child = &map->windows[i];
		if (child->parent != of || !child->has_start)
			continue;
		from = bar_column(window, child->start);
		to = child->has_end ? bar_column(window, child->end) : from;
		for (; from <= to; from++)
			bar[from] = map_is_bad(child) ?
					    (struct pen){ '!', BOLD_RED } :
					    (struct pen){ '=', BOLD };
	}
}

/* Copies of VFs that are on, of others, and what is left of the window */
static void bar_of_vfs(const struct map *map, const struct map_window *window,
		       struct pen *bar)
{
	u32 used = BAR_WIDTH, on, i;

	if (window->has_end && window->needed)
		used = map_scale(window->needed, map_window_size(window),
				 BAR_WIDTH);
	on = map_scale(map->vfs.on, map->vfs.total, used);
	for (i = 0; i < used; i++)
		bar[i] = pens[i < on ? MAP_CELL_ON : MAP_CELL_PLANNED];
}

/* In a bar of what is wrong all is red. */
static void draw_bar(struct canvas *canvas, const struct map *map, u32 n,
		     u32 indent)
{
	const struct map_window *window = &map->windows[n];
	struct pen bar[BAR_WIDTH];
	u32 i;

	for (i = 0; i < BAR_WIDTH; i++)
		bar[i] = pens[MAP_CELL_NOTHING];
	if (window->level == MAP_VF_BAR)
		bar_of_vfs(map, window, bar);
	else
		bar_of_children(map, n, bar);
	fprintf(canvas->out, "%*s[", (int)indent, "");
	for (i = 0; i < BAR_WIDTH; i++) {
		if (map_is_bad(window))
			bar[i].color = BOLD_RED;
		draw_sign(canvas, &bar[i]);
	}
	use_color(canvas, NULL);
	fputs(window->has_end ? "]\n" : " ?\n", canvas->out);
}

static void draw_window(struct canvas *canvas, const struct map *map, u32 n)
{
	const struct map_window *window = &map->windows[n];
	u32 indent = 2 * min_t(u32, window->depth, INDENT_MAX), used;
	char name[MAP_NAME_LEN], room[MAP_NAME_LEN], range[MAP_RANGE_LEN];
	const char *color = map_is_bad(window) ? BOLD_RED : NULL;

	map_say_window(window, name);
	map_say_room(map, window, room);
	map_say_range(window, range);
	use_color(canvas, color ?: BOLD);
	fprintf(canvas->out, "%*s%s", (int)indent, "", name);
	use_color(canvas, NULL);
	if (window->state == MAP_UNKNOWN)
		fputs(": unknown", canvas->out);
	if (*room)
		fprintf(canvas->out, "  %s", room);
	/* All in one line, if it has the room */
	used = indent + strlen(name) + strlen(room) + strlen(range);
	if (*range && used + 4 <= WIDTH)
		fprintf(canvas->out, "  %s", range);
	else if (*range)
		fprintf(canvas->out, "\n%*s%s", (int)indent, "", range);
	fputc('\n', canvas->out);
	if (window->has_start)
		draw_bar(canvas, map, n, indent);
	draw_words(canvas, color, indent, window->why);
}

static void draw_windows(struct canvas *canvas, const struct map *map)
{
	u32 order[MAP_WINDOWS_MAX], count = map_order(map, order), i;

	use_color(canvas, BOLD);
	fputs("\nMemory, from the host bridge down; each bar is all of its window\n",
	      canvas->out);
	use_color(canvas, NULL);
	for (i = 0; i < count; i++)
		draw_window(canvas, map, order[i]);
	fprintf(canvas->out,
		"%7s = what is below   # VFs that are on   o VFs planned   ! does not fit\n",
		"");
}

void map_draw_text(const struct map *map, bool color, FILE *out)
{
	struct canvas canvas = { .out = out, .color = color };

	use_color(&canvas, BOLD);
	fprintf(out, "%s", map->name);
	use_color(&canvas, NULL);
	fprintf(out, " %.*s\n", (int)(WIDTH - 1 - strlen(map->name)),
		map->title);
	draw_ids(&canvas, map);
	draw_windows(&canvas, map);
}
