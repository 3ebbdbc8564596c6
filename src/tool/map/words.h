/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What stands beside a picture, in words. The pictures of a terminal and of a file
 * have the same.
 */
#ifndef SRIOVSCOPE_TOOL_MAP_WORDS_H
#define SRIOVSCOPE_TOOL_MAP_WORDS_H

#include "map.h"

#define MAP_SIZE_LEN 24
#define MAP_RANGE_LEN 48
#define MAP_LINE_LEN 512

/**
 * map_say_size() - a size for people
 * @bytes: the size
 * @text: where it goes, MAP_SIZE_LEN bytes: "16 KiB", "1.5 GiB"
 */
void map_say_size(u64 bytes, char *text);

/**
 * map_say_id() - a routing ID for people
 * @routing_id: bus in the high byte, devfn in the low one
 * @text: where it goes, MAP_SIZE_LEN bytes: "01:10.2"
 */
void map_say_id(u32 routing_id, char *text);

/**
 * map_say_range() - where a window is
 * @window: the window
 * @text: where it goes, MAP_RANGE_LEN bytes; empty when that is not known
 */
void map_say_range(const struct map_window *window, char *text);

/**
 * map_say_window() - what a window is called
 * @window: the window
 * @text: where it goes, MAP_NAME_LEN bytes
 */
void map_say_window(const struct map_window *window, char *text);

/**
 * map_say_room() - how large a window is, and what it is for
 * @map: the map
 * @window: one of its windows
 * @text: where it goes, MAP_NAME_LEN bytes; empty when that is not known
 */
void map_say_room(const struct map *map, const struct map_window *window,
		  char *text);

/* Sentences about the routing IDs, by their number */
#define MAP_SENTENCES 5

/**
 * map_say_ids() - a sentence about the routing IDs
 * @map: the map
 * @n: which, below MAP_SENTENCES
 * @text: where it goes, MAP_LINE_LEN bytes; empty when there is nothing to say
 *
 * Return: whether it says that something is wrong.
 */
bool map_say_ids(const struct map *map, u32 n, char *text);

/**
 * map_wrap() - how much of a text goes into a line
 * @text: the text
 * @width: of the line
 *
 * Return: bytes of @text, up to a blank if there is one.
 */
u32 map_wrap(const char *text, u32 width);

/**
 * map_scale() - a part of something, to scale
 * @part: of @whole
 * @whole: all of it
 * @width: which @whole has in the picture
 *
 * Return: the width of @part, up to @width.
 */
u32 map_scale(u64 part, u64 whole, u32 width);

#endif
