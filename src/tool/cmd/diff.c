// SPDX-License-Identifier: GPL-2.0
/*
 * diff: what changed between two dumps, reports or devices.
 */
#include "commands.h"
#include "diff/diff.h"
#include "diff/print.h"
#include "diff/side.h"
#include "doc/doc.h"

#include <string.h>

static struct json_object *side_json(const struct side *side)
{
	struct json_object *object = json_object_new_object();
	struct json_object *pfs = json_object_new_array();

	doc_put_string(object, "name", side->name);
	doc_put_string(object, "source", cmd_source_name(side->source));
	json_object_object_foreach(side->look, bdf, files)
	{
		(void)files;
		json_object_array_add(pfs, doc_new_string(bdf));
	}
	json_object_object_add(object, "pfs", pfs);
	return object;
}

static void diff_json(const struct cmd_options *options, const struct cmd *cmd,
		      const struct side *sides, const struct diff *diff)
{
	struct json_object *json = cmd_json(cmd, NULL);

	json_object_object_add(json, "a", side_json(&sides[0]));
	json_object_object_add(json, "b", side_json(&sides[1]));
	json_object_object_add(json, "changes", json_object_get(diff->changes));
	json_object_object_add(json, "unknown", json_object_get(diff->unknown));
	cmd_print_json(options, json);
}

static void diff_text(const struct cmd_options *options,
		      const struct diff *diff)
{
	size_t unknown = json_object_array_length(diff->unknown);

	print_changes(options->out, options->color, diff->changes);
	if (say_more && unknown) {
		fputs("# known on one side alone, which is no change:\n",
		      options->out);
		print_changes(options->out, false, diff->unknown);
	}
	fprintf(options->out, "# %zu changes, %zu known on one side alone%s\n",
		json_object_array_length(diff->changes), unknown,
		unknown && !say_more ? ": -v lists them" : "");
}

static int diff_sides(const struct cmd_options *options, const struct cmd *cmd,
		      const struct side *sides)
{
	struct diff diff;
	int ret;

	diff_looks(sides[0].look, sides[1].look, false, &diff);
	if (options->json)
		diff_json(options, cmd, sides, &diff);
	else
		diff_text(options, &diff);
	ret = json_object_array_length(diff.changes) ? TOOL_WRONG : TOOL_WELL;
	diff_drop(&diff);
	return ret;
}

int cmd_diff(const struct cmd_options *options, const struct cmd *cmd, int argc,
	     char **argv)
{
	struct side sides[2] = { { .name = argv[0] }, { .name = argv[1] } };
	int ret = TOOL_BLIND;

	if (!strcmp(argv[0], "-") && !strcmp(argv[1], "-")) {
		say("standard input is one dump: name a file for the other");
		return TOOL_USAGE;
	}
	if (sides_open(sides, options->from, options->root) &&
	    sides_look(sides))
		ret = diff_sides(options, cmd, sides);
	sides_close(sides);
	return ret;
}
