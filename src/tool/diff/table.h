/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Files that are tables: their rows are found by their names.
 */
#ifndef SRIOVSCOPE_TOOL_DIFF_TABLE_H
#define SRIOVSCOPE_TOOL_DIFF_TABLE_H

#include "member.h"

struct table;

/**
 * table_of() - which table is in a file?
 * @file: its name
 *
 * Return: the table, NULL for none.
 */
const struct table *table_of(const char *file);

/**
 * compare_tables() - compare the rows of a table
 * @walk: where it is
 * @table: which table
 * @a: the file before
 * @b: the file after
 */
void compare_tables(const struct walk *walk, const struct table *table,
		    struct json_object *a, struct json_object *b);

#endif
