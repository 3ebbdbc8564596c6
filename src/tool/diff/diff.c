// SPDX-License-Identifier: GPL-2.0
/*
 * What is not the same in two looks at PFs.
 */
#include "diff.h"
#include "member.h"
#include "table.h"

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
				member_put(b, file, doc);
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
	change = change_add(walk, walk->diff->changes, "present", NULL);
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
		compare_pf(walk, pf, member_first(b));
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
