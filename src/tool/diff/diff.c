// SPDX-License-Identifier: GPL-2.0
/*
 * What is not the same in two looks at PFs.
 */
#include <string.h>

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

static const struct table *table_of(const char *file)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(tables); i++) {
		if (!strcmp(tables[i].file, file))
			return &tables[i];
	}
	return NULL;
}

static void put(struct json_object *to, const char *key,
		struct json_object *value)
{
	json_object_object_add(to, key, json_object_get(value));
}

static struct json_object *add_change(const struct walk *walk,
				      struct json_object *list,
				      const char *name, const char *field)
{
	struct json_object *change = json_object_new_object();

	doc_put_string(change, "bdf", walk->bdf);
	doc_put_string(change, "file", walk->file);
	doc_put_string(change, "name", name);
	json_object_object_add(change, "field",
			       field ? json_object_new_string(field) : NULL);
	json_object_array_add(list, change);
	return change;
}

static bool is_unknown(struct json_object *value)
{
	const char *text;

	if (!json_object_is_type(value, json_type_string))
		return false;
	text = json_object_get_string(value);
	return !strcmp(text, "unknown") || !strcmp(text, "asleep");
}

/* A rule that could not be judged, a constraint of which nothing is known */
static bool row_is_unknown(struct json_object *row)
{
	return !strncmp(doc_string(row, "detail"), "unknown: ", 9);
}

/**
 * struct cell - a member on one side
 * @value: what is there, NULL for null, and for nothing
 * @known: it is known
 */
struct cell {
	struct json_object *value;
	bool known;
};

static struct cell cell_of(struct json_object *of, const char *key)
{
	struct cell cell = {};

	cell.known = json_object_object_get_ex(of, key, &cell.value) &&
		     !is_unknown(cell.value) && !row_is_unknown(of);
	/* Why it is unknown is said there. */
	if (row_is_unknown(of) && strcmp(key, "detail"))
		cell.value = NULL;
	return cell;
}

static void put_cell(struct json_object *change, const char *key,
		     const struct cell *cell)
{
	if (cell->known || cell->value)
		put(change, key, cell->value);
	else
		doc_put_string(change, key, "unknown");
}

static void compare_member(const struct walk *walk, const char *name,
			   const char *field, struct json_object *a,
			   struct json_object *b)
{
	const char *key = field ?: name;
	const struct cell before = cell_of(a, key), after = cell_of(b, key);
	struct json_object *change;

	if (!before.known && !after.known)
		return;
	if (before.known && after.known &&
	    json_object_equal(before.value, after.value))
		return;
	change = add_change(walk,
			    before.known && after.known ? walk->diff->changes :
							  walk->diff->unknown,
			    name, field);
	put_cell(change, "before", &before);
	put_cell(change, "after", &after);
	if (walk->later && before.known && !after.known)
		put(b, key, before.value);
}

/* A member that is no table, nor what is for people */
static bool is_key(struct json_object *value)
{
	return !json_object_is_type(value, json_type_object) &&
	       !json_object_is_type(value, json_type_array);
}

static void compare_keys(const struct walk *walk, struct json_object *a,
			 struct json_object *b)
{
	json_object_object_foreach(a, key, value)
	{
		if (is_key(value))
			compare_member(walk, key, NULL, a, b);
	}
	json_object_object_foreach(b, other, theirs)
	{
		if (is_key(theirs) &&
		    !json_object_object_get_ex(a, other, NULL))
			compare_member(walk, other, NULL, a, b);
	}
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
		put(index, name_of(table, row), row);
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

static struct json_object *first_of(struct json_object *rows)
{
	json_object_object_foreach(rows, name, row)
	{
		(void)name;
		return row;
	}
	return NULL;
}

static void compare_columns(const struct walk *walk, const struct rows *rows)
{
	struct json_object *a = first_of(rows->a), *b = first_of(rows->b);

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
		change = add_change(walk, list, name, NULL);
		put(change, "before", went ? row : NULL);
		put(change, "after", went ? NULL : row);
	}
}

static void compare_tables(const struct walk *walk, const struct table *table,
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

static void compare_pf(struct walk *walk, struct json_object *a,
		       struct json_object *b)
{
	const struct table *table;
	struct json_object *other;

	json_object_object_foreach(a, file, doc)
	{
		walk->file = file;
		table = table_of(file);
		if (!json_object_object_get_ex(b, file, &other)) {
			if (walk->later)
				put(b, file, doc);
			continue;
		}
		if (json_object_is_type(doc, json_type_object))
			compare_keys(walk, doc, other);
		if (table)
			compare_tables(walk, table, doc, other);
	}
}

/* A PF is on one side alone. */
static void compare_presence(struct walk *walk, bool went)
{
	struct json_object *change;

	walk->file = "devices";
	change = add_change(walk, walk->diff->changes, "present", NULL);
	json_object_object_add(change, "before", json_object_new_boolean(went));
	json_object_object_add(change, "after", json_object_new_boolean(!went));
}

static void compare_only_ones(struct walk *walk, struct json_object *a,
			      struct json_object *b)
{
	json_object_object_foreach(a, bdf, pf)
	{
		walk->bdf = bdf;
		walk->moved = !json_object_object_get_ex(b, bdf, NULL);
		compare_pf(walk, pf, first_of(b));
	}
}

static void compare_by_address(struct walk *walk, struct json_object *a,
			       struct json_object *b)
{
	struct json_object *other;

	json_object_object_foreach(a, bdf, pf)
	{
		walk->bdf = bdf;
		if (json_object_object_get_ex(b, bdf, &other))
			compare_pf(walk, pf, other);
		else
			compare_presence(walk, true);
	}
	json_object_object_foreach(b, came, its_files)
	{
		(void)its_files;
		walk->bdf = came;
		if (!json_object_object_get_ex(a, came, NULL))
			compare_presence(walk, false);
	}
}

void diff_looks(struct json_object *a, struct json_object *b, bool later,
		struct diff *diff)
{
	struct walk walk = { .diff = diff, .later = later };

	diff->changes = json_object_new_array();
	diff->unknown = json_object_new_array();
	if (!later && json_object_object_length(a) == 1 &&
	    json_object_object_length(b) == 1)
		compare_only_ones(&walk, a, b);
	else
		compare_by_address(&walk, a, b);
}

void diff_drop(struct diff *diff)
{
	json_object_put(diff->changes);
	json_object_put(diff->unknown);
}
