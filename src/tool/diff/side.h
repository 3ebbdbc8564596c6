/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What two sides are: files, or PFs of a source.
 */
#ifndef SRIOVSCOPE_TOOL_SIDE_H
#define SRIOVSCOPE_TOOL_SIDE_H

#include <json-c/json.h>

#include "source/source.h"

/**
 * struct side - what is compared with another one
 * @name: as it was given
 * @is_pf: it is the address of a PF; else it is a file
 * @source: where it is from
 * @look: all that was seen of it, for diff_looks()
 */
struct side {
	const char *name;
	bool is_pf;
	struct source *source;
	struct json_object *look;
};

/**
 * sides_open() - open both sides
 * @sides: two of them, with name; all else is filled in, for sides_close()
 * @from: source of those that are addresses, NULL for the best
 * @root: a folder with another sys and proc, "" for /
 *
 * Return: false when one cannot be opened, which was said.
 */
bool sides_open(struct side *sides, const char *from, const char *root);

/**
 * sides_look() - look at both sides
 * @sides: both
 *
 * Of a PF and a file it is the PF at the same address in the file, or the only one.
 *
 * Return: false when not all could be looked at, which was said.
 */
bool sides_look(struct side *sides);

/**
 * sides_close() - let go of both sides
 * @sides: both
 */
void sides_close(struct side *sides);

#endif
