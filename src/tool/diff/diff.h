/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is not the same in two looks at PFs. Pure: who has looked, and where to, is
 * not asked here.
 */
#ifndef SRIOVSCOPE_TOOL_DIFF_H
#define SRIOVSCOPE_TOOL_DIFF_H

#include <json-c/json.h>
#include <stdbool.h>

/**
 * struct diff - what is not the same
 * @changes: an array of changes that both looks know
 * @unknown: the same, of what only one of them knows: this is no change
 *
 * A change is an object: bdf, the address of the PF in the first look that has it;
 * file; name, which is a key of the file or the first cell of a row, of "check" and
 * "preflight" the rule or constraint; field, the column, null for a key and for a
 * row that came or went; before and after, null for what was not there.
 */
struct diff {
	struct json_object *changes;
	struct json_object *unknown;
};

/**
 * diff_looks() - compare two looks
 * @a: the first: an object of PFs by address; each is an object of files by name,
 *	from doc_file(); what could not be read is not in it
 * @b: the second
 * @later: @b is a later look at the same machine. What it does not know, and @a
 *	does, is put into it, so that a series of looks tells what changed while one
 *	of them could not see it
 * @diff: to fill in, for diff_drop()
 *
 * PFs are found by their addresses, and rows by their names, in whatever order they
 * are. If there is one PF on each side, of which @b is not @later, they are compared
 * with each other, whatever their addresses; where their VFs are is not asked then.
 * Remarks are for people, and not compared.
 */
void diff_looks(struct json_object *a, struct json_object *b, bool later,
		struct diff *diff);

/**
 * diff_drop() - forget what is not the same
 * @diff: from diff_looks()
 */
void diff_drop(struct diff *diff);

#endif
