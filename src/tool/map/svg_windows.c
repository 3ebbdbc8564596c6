// SPDX-License-Identifier: GPL-2.0
/*
 * The windows of memory in an SVG: a bar for each, all of which is that window, and
 * between two bars what part of the upper one the lower one is.
 */
#include "svg.h"
#include "words.h"

#define BAR_X 384
#define BAR_WIDTH (SVG_WIDTH - SVG_MARGIN - BAR_X)
#define BAR_HEIGHT 22
#define BAR_COLUMNS (BAR_WIDTH * 10 / (SVG_LETTER * 63 / 10))
#define ROW_GAP 16
#define INDENT 10
#define INDENT_MAX 5

/* Wide enough to be seen */
#define PART_MIN 3

/* What a bar has free behind what it shows, where its end is not known */
#define OPEN_WIDTH 24

/* So many copies have edges between them. */
#define EDGES_MAX 64

static u32 row_height(const struct map *map, const struct map_window *window)
{
	u32 notes = svg_words_height(BAR_COLUMNS, window->why) + BAR_HEIGHT + 4;
	u32 label = SVG_LINE;
	char room[MAP_NAME_LEN];

	if (window->state == MAP_CLOSED)
		return label;
	map_say_room(map, window, room);
	label += *room ? SVG_LINE : 0;
	label += window->has_start ? SVG_LINE : 0;
	return max(notes, label);
}

/* Where a child is in the bar of its parent */
static void part_of(const struct map *map, const struct map_window *child,
		    u32 *x, u32 *width)
{
	const struct map_window *parent = &map->windows[child->parent];
	u64 size = map_window_size(parent);
	u32 end;

	*x = map_scale(child->start - parent->start, size, BAR_WIDTH);
	end = *x;
	if (child->has_end)
		end = map_scale(child->end - parent->start + 1, size,
				BAR_WIDTH);
	*width = max(end - *x, (u32)PART_MIN);
	*x = min_t(u32, *x, BAR_WIDTH - *width);
}

static bool is_within(const struct map_window *window)
{
	return window->parent != MAP_NO_PARENT && window->has_start;
}

static void svg_zoom(struct svg *svg, const struct map *map, const u32 *ys,
		     u32 n)
{
	const struct map_window *window = &map->windows[n];
	u32 x, width;

	if (!is_within(window))
		return;
	part_of(map, window, &x, &width);
	fprintf(svg->out, "<path class=\"zoom\" d=\"M%u %uh%uL%u %uh-%uz\"/>\n",
		BAR_X + x, ys[window->parent] + BAR_HEIGHT, width,
		BAR_X + BAR_WIDTH, ys[n], BAR_WIDTH);
}

static void svg_rect(struct svg *svg, const char *classes, u32 x, u32 width)
{
	fprintf(svg->out,
		"<rect class=\"%s\" x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\"/>\n",
		classes, x, svg->y, width, BAR_HEIGHT);
}

static void svg_children(struct svg *svg, const struct map *map, u32 of)
{
	const struct map_window *child;
	u32 i, x, width;

	for (i = of + 1; i < map->window_count; i++) {
		child = &map->windows[i];
		if (child->parent != of || !child->has_start)
			continue;
		part_of(map, child, &x, &width);
		svg_rect(svg, map_is_bad(child) ? "c5" : "part", BAR_X + x,
			 width);
	}
}

static void svg_copies(struct svg *svg, const struct map *map,
		       const struct map_window *window)
{
	u32 total = map->vfs.total, used = BAR_WIDTH - OPEN_WIDTH, on, i;

	if (window->has_end)
		used = map_scale(window->needed, map_window_size(window),
				 BAR_WIDTH);
	on = map_scale(map->vfs.on, total, used);
	svg_rect(svg, "c2", BAR_X, used);
	if (on)
		svg_rect(svg, "c3", BAR_X, on);
	for (i = 1; total <= EDGES_MAX && i < total; i++)
		fprintf(svg->out, "<path class=\"edge\" d=\"M%u %uv%u\"/>\n",
			BAR_X + map_scale(i, total, used), svg->y, BAR_HEIGHT);
}

static void svg_bar(struct svg *svg, const struct map *map, u32 n)
{
	const struct map_window *window = &map->windows[n];

	svg_rect(svg, window->has_end ? "bar" : "open", BAR_X, BAR_WIDTH);
	if (!window->has_end)
		svg_text(svg, BAR_X + BAR_WIDTH - OPEN_WIDTH + 8, svg->y + 15,
			 "dim", "?");
	if (window->level == MAP_VF_BAR)
		svg_copies(svg, map, window);
	else
		svg_children(svg, map, n);
	if (map_is_bad(window))
		svg_rect(svg, "open wrong", BAR_X, BAR_WIDTH);
}

static const char *empty_word(const struct map_window *window)
{
	return window->state == MAP_UNASSIGNED ? "unassigned" :
	       window->state == MAP_BROKEN     ? "makes no sense" :
						 "unknown";
}

/* Without a place there is no bar. */
static void svg_empty(struct svg *svg, const struct map_window *window)
{
	bool bad = map_is_bad(window);

	svg_rect(svg, bad ? "open wrong" : "open", BAR_X, BAR_WIDTH);
	svg_text(svg, BAR_X + 10, svg->y + 15, bad ? "bad" : "dim",
		 empty_word(window));
}

static void svg_label(struct svg *svg, const struct map *map,
		      const struct map_window *window)
{
	u32 x = SVG_MARGIN + INDENT * min_t(u32, window->depth, INDENT_MAX);
	char text[MAP_NAME_LEN], range[MAP_RANGE_LEN];
	u32 y = svg->y + SVG_LETTER;

	map_say_window(window, text);
	svg_text(svg, x, y, map_is_bad(window) ? "bad" : "name", text);
	map_say_room(map, window, text);
	if (*text) {
		y += SVG_LINE;
		svg_text(svg, x, y, "", text);
	}
	map_say_range(window, range);
	if (*range)
		svg_text(svg, x, y + SVG_LINE, "dim", range);
}

static void svg_window(struct svg *svg, const struct map *map, u32 n)
{
	const struct map_window *window = &map->windows[n];

	svg_label(svg, map, window);
	if (window->state == MAP_CLOSED)
		return;
	if (window->has_start)
		svg_bar(svg, map, n);
	else
		svg_empty(svg, window);
	svg->y += BAR_HEIGHT + 4;
	svg_words(svg, BAR_X, BAR_COLUMNS, map_is_bad(window) ? "bad" : "dim",
		  window->why);
}

static void svg_key(struct svg *svg, u32 x, const char *classes,
		    const char *what)
{
	fprintf(svg->out,
		"<rect class=\"%s\" x=\"%u\" y=\"%u\" width=\"10\" height=\"14\"/>\n",
		classes, x, svg->y);
	svg_text(svg, x + 16, svg->y + SVG_LETTER, "dim", what);
}

static void svg_keys(struct svg *svg)
{
	svg_key(svg, SVG_MARGIN, "part", "what is below, to scale");
	svg_key(svg, SVG_MARGIN + 220, "c3", "VFs that are on");
	svg_key(svg, SVG_MARGIN + 380, "c2", "VFs planned");
	svg_key(svg, SVG_MARGIN + 520, "c5",
		"too small, outside, or without a place");
	svg->y += SVG_LINE;
}

void svg_windows(struct svg *svg, const struct map *map)
{
	u32 order[MAP_WINDOWS_MAX], count = map_order(map, order);
	u32 ys[MAP_WINDOWS_MAX], end, i;

	svg_words(svg, SVG_MARGIN, SVG_COLUMNS, "head",
		  "Memory windows, from the host bridge down");
	svg->y += 8;
	end = svg->y;
	for (i = 0; i < count; i++) {
		ys[order[i]] = end;
		end += row_height(map, &map->windows[order[i]]) + ROW_GAP;
	}
	for (i = 0; i < count; i++)
		svg_zoom(svg, map, ys, order[i]);
	for (i = 0; i < count; i++) {
		svg->y = ys[order[i]];
		svg_window(svg, map, order[i]);
	}
	svg->y = end;
	svg_keys(svg);
}
