// SPDX-License-Identifier: GPL-2.0
/*
 * Files that are tables: their rows are found by their names.
 */
#include <string.h>

#include "table.h"

#define TABLE_COLUMNS 2

/**
 * struct table - a file that is a table, or has one
 * @file: name of the file
 * @member: where in it the table is, NULL when it is the table
 * @key: the column by which a row is known
 * @columns: what is compared, row by row; NULL for all other columns, one by one
 * @complete: every row is always there; one that is not is unknown
 */
struct table {
	const char *file;
	const char *member;
	const char *key;
	const char *columns[TABLE_COLUMNS];
	bool complete;
};

static const struct table tables[] = {
	{ "check", "rules", "rule", { "verdict", "detail" }, true },
	{ "preflight", "constraints", "name", { "max_vfs", "detail" }, false },
	{ "caps", NULL, "offset", {}, false },
	{ "bars", NULL, "slot", {}, false },
	{ "vfs", NULL, "vf", {}, false },
};

const struct table *table_of(const char *file)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(tables); i++) {
		if (!strcmp(tables[i].file, file))
			return &tables[i];
	}
	return NULL;
}

static const char *name_of(const struct table *table, struct json_object *row)
{
	return json_object_get_string(json_object_object_get(row, table->key)) ?:
		       "-";
}

static struct json_object *rows_of(const struct table *table,
				   struct json_object *doc)
{
	if (table->member)
		return doc_array(doc, table->member);
	return json_object_is_type(doc, json_type_array) ? doc : NULL;
}

/* There may be 65535 VFs: a row is found by its name in no time. */
static struct json_object *index_of(const struct table *table,
				    struct json_object *rows)
{
	struct json_object *index = json_object_new_object(), *row;
	size_t i;

	for (i = 0; i < json_object_array_length(rows); i++) {
		row = json_object_array_get_idx(rows, i);
		member_put(index, name_of(table, row), row);
	}
	return index;
}

/**
 * struct rows - a table on both sides, by the names of rows
 * @table: which table
 * @a: the rows of one side
 * @b: those of the other
 */
struct rows {
	const struct table *table;
	struct json_object *a;
	struct json_object *b;
};

static void compare_column(const struct walk *walk, const struct rows *rows,
			   const char *column)
{
	struct json_object *other;

	if (walk->moved && !strcmp(column, "bdf"))
		return;
	json_object_object_foreach(rows->a, name, row)
	{
		if (json_object_object_get_ex(rows->b, name, &other))
			compare_member(walk, name, column, row, other);
	}
}

static void compare_named(const struct walk *walk, const struct rows *rows)
{
	const char *const *columns = rows->table->columns;
	struct json_object *other;
	size_t i;

	json_object_object_foreach(rows->a, name, row)
	{
		if (!json_object_object_get_ex(rows->b, name, &other))
			continue;
		for (i = 0; i < TABLE_COLUMNS; i++)
			compare_member(walk, name, columns[i], row, other);
	}
}

/* All columns of the first row, but for those that were compared already */
static void compare_columns_of(const struct walk *walk, const struct rows *rows,
			       struct json_object *first,
			       struct json_object *compared)
{
	json_object_object_foreach(first, column, value)
	{
		(void)value;
		if (strcmp(column, rows->table->key) &&
		    !json_object_object_get_ex(compared, column, NULL))
			compare_column(walk, rows, column);
	}
}

static void compare_columns(const struct walk *walk, const struct rows *rows)
{
	struct json_object *a = member_first(rows->a),
			   *b = member_first(rows->b);

	if (!a || !b)
		return;
	compare_columns_of(walk, rows, a, NULL);
	compare_columns_of(walk, rows, b, a);
}

/* Rows that are on one side alone: before, or after */
static void compare_rows(const struct walk *walk, const struct rows *rows,
			 bool went)
{
	struct json_object *here = went ? rows->a : rows->b;
	struct json_object *there = went ? rows->b : rows->a, *list, *change;

	json_object_object_foreach(here, name, row)
	{
		if (json_object_object_get_ex(there, name, NULL))
			continue;
		list = rows->table->complete || row_is_unknown(row) ?
			       walk->diff->unknown :
			       walk->diff->changes;
		change = change_add(walk, list, name, NULL);
		member_put(change, "before", went ? row : NULL);
		member_put(change, "after", went ? NULL : row);
	}
}

void compare_tables(const struct walk *walk, const struct table *table,
		    struct json_object *a, struct json_object *b)
{
	struct rows rows = { .table = table };

	a = rows_of(table, a);
	b = rows_of(table, b);
	if (!a || !b)
		return;
	rows.a = index_of(table, a);
	rows.b = index_of(table, b);
	if (*table->columns)
		compare_named(walk, &rows);
	else
		compare_columns(walk, &rows);
	compare_rows(walk, &rows, true);
	compare_rows(walk, &rows, false);
	json_object_put(rows.a);
	json_object_put(rows.b);
}
