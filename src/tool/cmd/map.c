// SPDX-License-Identifier: GPL-2.0
/*
 * map: routing IDs and memory windows as a picture.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "doc/doc.h"
#include "map/collect.h"
#include "map/draw.h"
#include "output.h"
#include "source/source.h"

static void print_json(const struct cmd_options *options, const struct cmd *cmd,
		       const struct source *source, const struct map *map)
{
	struct json_object *json = cmd_json(cmd, source);
	struct json_object *pfs = json_object_new_array();
	struct json_object *pf = json_object_new_object();

	doc_put_string(pf, "bdf", map->name);
	map_put_json(map, pf);
	json_object_array_add(pfs, pf);
	json_object_object_add(json, "pfs", pfs);
	cmd_print_json(options, json);
}

static int draw_svg(const struct map *map, FILE *to)
{
	if (!map_draw_svg(map, to))
		return TOOL_WELL;
	say("there is no memory");
	return TOOL_BLIND;
}

static int write_svg(const struct cmd_options *options, const struct map *map)
{
	struct output output;
	int ret;

	if (!strcmp(options->svg, "-"))
		return draw_svg(map, options->out);
	if (!output_open(&output, options->svg))
		return TOOL_BLIND;
	ret = draw_svg(map, output.out);
	if (ret)
		output_drop(&output);
	else if (!output_end(&output))
		ret = TOOL_BLIND;
	return ret;
}

/* A picture in a file takes the place of that on the terminal. */
static int map_show(const struct cmd_options *options, const struct cmd *cmd,
		    const struct source *source, const struct map *map)
{
	int ret = map_is_wrong(map) ? TOOL_WRONG : TOOL_WELL;

	if (options->json)
		print_json(options, cmd, source, map);
	else if (!options->svg)
		map_draw_text(map, options->color, options->out);
	if (options->svg)
		ret = cmd_worse(ret, write_svg(options, map));
	return ret;
}

static int map_of(const struct cmd_options *options, const struct cmd *cmd,
		  struct source *source, const char *name)
{
	int pf = source_find(source, name), ret;
	struct host_function *fn;
	struct host *host;
	struct map *map;

	host = pf < 0 ? NULL : source_host(source);
	if (!host)
		return TOOL_BLIND;
	fn = host_find_name(host, source->names[pf]);
	map = calloc(1, sizeof(*map));
	ret = !map ? -ENOMEM : fn ? map_collect(fn, map) : -ENODEV;
	if (ret) {
		say_error(source->names[pf], cmd->name, ret);
		ret = TOOL_BLIND;
	} else {
		ret = map_show(options, cmd, source, map);
	}
	free(map);
	return ret;
}

int cmd_map(const struct cmd_options *options, const struct cmd *cmd, int argc,
	    char **argv)
{
	struct source *source = source_open(options->from, options->root);
	int ret;

	if (!source)
		return TOOL_BLIND;
	ret = map_of(options, cmd, source, *argv);
	source_close(source);
	return ret;
}
