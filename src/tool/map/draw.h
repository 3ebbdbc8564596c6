/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A map as a picture, for a terminal or for a file, and as JSON.
 */
#ifndef SRIOVSCOPE_TOOL_MAP_DRAW_H
#define SRIOVSCOPE_TOOL_MAP_DRAW_H

#include <json-c/json.h>

#include "map.h"

/**
 * map_draw_text() - draw a map in characters
 * @map: the map
 * @color: with colours
 * @out: where to; lines have up to 80 columns
 */
void map_draw_text(const struct map *map, bool color, FILE *out);

/**
 * map_draw_svg() - draw a map as a picture
 * @map: the map
 * @out: where to: an SVG that is complete in itself
 *
 * Return: 0; -ENOMEM. Whether all could be written @out knows.
 */
int map_draw_svg(const struct map *map, FILE *out);

/**
 * map_put_json() - add what a map shows to an object
 * @map: the map
 * @to: the object
 */
void map_put_json(const struct map *map, struct json_object *to);

#endif
