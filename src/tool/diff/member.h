/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A member of two objects: what it was and what it is, and whether that is known.
 */
#ifndef SRIOVSCOPE_TOOL_DIFF_MEMBER_H
#define SRIOVSCOPE_TOOL_DIFF_MEMBER_H

#include "diff.h"
#include "doc/doc.h"

/**
 * struct walk - where the comparison is
 * @diff: what was found
 * @later: of diff_looks()
 * @bdf: address of the PF
 * @moved: it has another address in the other look
 * @file: name of the file
 */
struct walk {
	struct diff *diff;
	bool later;
	const char *bdf;
	bool moved;
	const char *file;
};

/**
 * member_put() - put a member into one object more
 * @to: the object
 * @key: under which key
 * @value: what is put there, NULL for null
 */
void member_put(struct json_object *to, const char *key,
		struct json_object *value);

/**
 * member_first() - get the first member
 * @of: an object
 *
 * Return: its value, NULL when the object has none.
 */
struct json_object *member_first(struct json_object *of);

/**
 * row_is_unknown() - is nothing known of a row?
 * @row: a rule that could not be judged, a constraint of which nothing is known
 *
 * Return: true when that is what it says.
 */
bool row_is_unknown(struct json_object *row);

/**
 * change_add() - add a change
 * @walk: where it is
 * @list: of struct diff
 * @name: a key of the file, or the first cell of a row
 * @field: the column, NULL for none
 *
 * Return: it, without before and after.
 */
struct json_object *change_add(const struct walk *walk,
			       struct json_object *list, const char *name,
			       const char *field);

/**
 * compare_member() - compare a key or a cell
 * @walk: where it is; of a later look, @b gets what it does not know
 * @name: as of change_add()
 * @field: the same
 * @a: what the member is in before
 * @b: the same after
 */
void compare_member(const struct walk *walk, const char *name,
		    const char *field, struct json_object *a,
		    struct json_object *b);

#endif
