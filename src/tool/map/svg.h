/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The parts of an SVG: text that cannot break it, and the two pictures in it.
 */
#ifndef SRIOVSCOPE_TOOL_MAP_SVG_H
#define SRIOVSCOPE_TOOL_MAP_SVG_H

#include "map.h"

/* In pixels; text is of a monospaced font, whose letters are 0.6 as wide as high. */
#define SVG_WIDTH 920
#define SVG_MARGIN 24
#define SVG_LETTER 12
#define SVG_LINE 17
#define SVG_COLUMNS ((SVG_WIDTH - 2 * SVG_MARGIN) * 10 / (SVG_LETTER * 63 / 10))

/**
 * struct svg - a picture on its way
 * @out: where it goes
 * @y: where the next thing is to be
 */
struct svg {
	FILE *out;
	u32 y;
};

/**
 * svg_escape() - text between tags
 * @out: where it goes
 * @text: any bytes; what is no printable ASCII becomes a question mark
 */
void svg_escape(FILE *out, const char *text);

/**
 * svg_text() - a line of text
 * @svg: the picture
 * @x: where it begins
 * @y: of its base line
 * @classes: how it looks
 * @text: the text
 */
void svg_text(struct svg *svg, u32 x, u32 y, const char *classes,
	      const char *text);

/**
 * svg_words() - text of several lines
 * @svg: the picture; y is behind it afterwards
 * @x: where each line begins
 * @columns: letters of a line
 * @classes: how it looks
 * @text: the text
 */
void svg_words(struct svg *svg, u32 x, u32 columns, const char *classes,
	       const char *text);

/**
 * svg_words_height() - how high svg_words() will be
 * @columns: letters of a line
 * @text: the text
 *
 * Return: pixels.
 */
u32 svg_words_height(u32 columns, const char *text);

/**
 * svg_ids() - the routing IDs
 * @svg: the picture; y is behind them afterwards
 * @map: the map
 */
void svg_ids(struct svg *svg, const struct map *map);

/**
 * svg_windows() - the windows of memory
 * @svg: the picture; y is behind them afterwards
 * @map: the map
 */
void svg_windows(struct svg *svg, const struct map *map);

#endif
