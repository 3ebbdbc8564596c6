// SPDX-License-Identifier: GPL-2.0
/*
 * A member of two objects: what it was and what it is, and whether that is known.
 */
#include <string.h>

#include "member.h"

void member_put(struct json_object *to, const char *key,
		struct json_object *value)
{
	json_object_object_add(to, key, json_object_get(value));
}

struct json_object *member_first(struct json_object *rows)
{
	json_object_object_foreach(rows, name, row)
	{
		(void)name;
		return row;
	}
	return NULL;
}

struct json_object *change_add(const struct walk *walk,
			       struct json_object *list, const char *name,
			       const char *field)
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
bool row_is_unknown(struct json_object *row)
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
		member_put(change, key, cell->value);
	else
		doc_put_string(change, key, "unknown");
}

void compare_member(const struct walk *walk, const char *name,
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
	change = change_add(walk,
			    before.known && after.known ? walk->diff->changes :
							  walk->diff->unknown,
			    name, field);
	put_cell(change, "before", &before);
	put_cell(change, "after", &after);
	if (walk->later && before.known && !after.known)
		member_put(b, key, before.value);
}
