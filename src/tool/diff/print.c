// SPDX-License-Identifier: GPL-2.0
/*
 * Changes for people.
 */
#include <stdlib.h>
#include <string.h>

#include "color.h"
#include "doc/doc.h"
#include "print.h"

/* A cell as the module has it */
static void print_cell(FILE *out, struct json_object *value)
{
	if (json_object_is_type(value, json_type_boolean))
		fputs(json_object_get_boolean(value) ? "yes" : "no", out);
	else
		fputs(json_object_get_string(value) ?: "-", out);
}

/* A row that came or went is all of its cells. */
static void print_value(FILE *out, const char *color, struct json_object *value)
{
	const char *blank = "";

	fputs(color, out);
	if (json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, column, cell)
		{
			(void)column;
			fputs(blank, out);
			print_cell(out, cell);
			blank = " ";
		}
	} else {
		print_cell(out, value);
	}
	fputs(*color ? PLAIN : "", out);
}

static bool same_member(struct json_object *x, struct json_object *y,
			const char *key)
{
	return json_object_equal(json_object_object_get(x, key),
				 json_object_object_get(y, key));
}

static bool name_number(struct json_object *change, long *number)
{
	const char *name = doc_string(change, "name");
	char *end;

	*number = strtol(name, &end, 10);
	return *name && !*end;
}

/* Does a change tell of the next row what the one before it tells of its own? */
static bool goes_on(struct json_object *before, struct json_object *change)
{
	long x, y;

	return name_number(before, &x) && name_number(change, &y) &&
	       y == x + 1 && same_member(before, change, "bdf") &&
	       same_member(before, change, "file") &&
	       same_member(before, change, "field") &&
	       same_member(before, change, "before") &&
	       same_member(before, change, "after");
}

static size_t run_of(struct json_object *changes, size_t at)
{
	size_t count = 1, all = json_object_array_length(changes);

	while (at + count < all &&
	       goes_on(json_object_array_get_idx(changes, at + count - 1),
		       json_object_array_get_idx(changes, at + count)))
		count++;
	return count;
}

size_t print_change(FILE *out, bool color, struct json_object *changes,
		    size_t at)
{
	struct json_object *change = json_object_array_get_idx(changes, at);
	const char *field = doc_string(change, "field");
	size_t count = run_of(changes, at);

	fputs(doc_string(change, "name"), out);
	if (count > 1)
		fprintf(out, "-%s",
			doc_string(json_object_array_get_idx(changes,
							     at + count - 1),
				   "name"));
	fprintf(out, "%s%s: ", *field ? " " : "", field);
	print_value(out, color ? RED : "",
		    json_object_object_get(change, "before"));
	fputs(" -> ", out);
	print_value(out, color ? GREEN : "",
		    json_object_object_get(change, "after"));
	fputc('\n', out);
	return count;
}

void print_changes(FILE *out, bool color, struct json_object *changes)
{
	struct json_object *last = NULL, *change;
	size_t i, count = json_object_array_length(changes);

	for (i = 0; i < count; i += print_change(out, color, changes, i)) {
		change = json_object_array_get_idx(changes, i);
		if (!same_member(last, change, "bdf"))
			fprintf(out, "%s\n", doc_string(change, "bdf"));
		if (!same_member(last, change, "bdf") ||
		    !same_member(last, change, "file"))
			fprintf(out, "  %s\n", doc_string(change, "file"));
		fputs("    ", out);
		last = change;
	}
}
