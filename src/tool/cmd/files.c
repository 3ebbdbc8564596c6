// SPDX-License-Identifier: GPL-2.0
/*
 * Commands that print files of PFs. As text each is what the module has.
 */
#include <stdlib.h>

#include "commands.h"
#include "doc/doc.h"
#include "source/source.h"

/* What "show" has, in this order */
static const char *const shown[] = {
	"status", "preflight", "check", "regs",	     "caps",
	"bars",	  "room",      "vfs",	"readiness",
};

static int add_json(struct source *source, unsigned int pf, const char *file,
		    struct json_object *to)
{
	int error = 0, ret;
	char *text = source_text(source, pf, file, &error);

	if (!text) {
		json_object_object_add(to, file, NULL);
		return cmd_file_error(source->names[pf], file, error);
	}
	json_object_object_add(to, file, doc_file(file, text));
	ret = source_says_wrong(file, text) ? TOOL_WRONG : TOOL_WELL;
	free(text);
	return ret;
}

static int print_text(const struct cmd_options *options, struct source *source,
		      unsigned int pf, const char *file)
{
	int error = 0, ret;
	char *text = source_text(source, pf, file, &error);

	if (!text)
		return cmd_file_error(source->names[pf], file, error);
	fputs(text, options->out);
	ret = source_says_wrong(file, text) ? TOOL_WRONG : TOOL_WELL;
	free(text);
	return ret;
}

/**
 * struct printing - what is printed of each PF
 * @files: names of files
 * @count: how many
 * @titled: each file has a title
 */
struct printing {
	const char *const *files;
	size_t count;
	bool titled;
};

static int print_pf(const struct cmd_options *options, struct source *source,
		    unsigned int pf, const struct printing *printing,
		    struct json_object *list)
{
	struct json_object *object = NULL;
	const char *file;
	int ret = 0;
	size_t i;

	if (list) {
		object = json_object_new_object();
		doc_put_string(object, "bdf", source->names[pf]);
		json_object_array_add(list, object);
	}
	for (i = 0; i < printing->count; i++) {
		file = printing->files[i];
		if (printing->titled && !list)
			fprintf(options->out, "%s== %s %s\n", i ? "\n" : "",
				source->names[pf], file);
		ret = cmd_worse(ret,
				list ? add_json(source, pf, file, object) :
				       print_text(options, source, pf, file));
	}
	return ret;
}

static int print_pfs(const struct cmd_options *options, const struct cmd *cmd,
		     struct source *source, const unsigned int *pfs,
		     unsigned int count, const void *data)
{
	const struct printing *printing = data;
	struct json_object *json = NULL, *list = NULL;
	unsigned int i;
	int ret = 0;

	if (options->json) {
		json = cmd_json(cmd, source);
		list = json_object_new_array();
		json_object_object_add(json, "pfs", list);
	}
	for (i = 0; i < count; i++) {
		/* One alone is byte for byte what the module has. */
		if (count > 1 && !list && !printing->titled)
			fprintf(options->out, "# %s\n", source->names[pfs[i]]);
		ret = cmd_worse(ret, print_pf(options, source, pfs[i], printing,
					      list));
	}
	if (json)
		cmd_print_json(options, json);
	return ret;
}

int cmd_show(const struct cmd_options *options, const struct cmd *cmd, int argc,
	     char **argv)
{
	const struct printing printing = { shown, ARRAY_SIZE(shown), true };

	return cmd_on_pfs(options, cmd, argc, argv, print_pfs, &printing);
}

int cmd_file(const struct cmd_options *options, const struct cmd *cmd, int argc,
	     char **argv)
{
	const struct printing printing = { &cmd->name, 1, false };

	return cmd_on_pfs(options, cmd, argc, argv, print_pfs, &printing);
}
