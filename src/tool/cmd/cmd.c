// SPDX-License-Identifier: GPL-2.0
/*
 * What commands have in common.
 */
#include <errno.h>
#include <stdlib.h>

#include "cmd.h"
#include "doc/doc.h"
#include "source/source.h"

static const char *const source_names[] = {
	[SOURCE_DEBUGFS] = "debugfs",
	[SOURCE_SYSFS] = "sysfs",
	[SOURCE_DUMP] = "dump",
};

const char *cmd_source_name(const struct source *source)
{
	return source_names[source->kind];
}

struct json_object *cmd_json(const struct cmd *cmd, const struct source *source)
{
	struct json_object *object = json_object_new_object();

	doc_put_number(object, "version", CMD_JSON_VERSION);
	doc_put_string(object, "command", cmd->name);
	if (source)
		doc_put_string(object, "source", cmd_source_name(source));
	return object;
}

void cmd_print_json(const struct cmd_options *options,
		    struct json_object *object)
{
	fprintf(options->out, "%s\n",
		json_object_to_json_string_ext(object,
					       JSON_C_TO_STRING_PRETTY |
						       JSON_C_TO_STRING_SPACED |
						       JSON_C_TO_STRING_NOSLASHESCAPE));
	json_object_put(object);
}

unsigned int *cmd_pfs(const struct source *source, int argc, char **argv,
		      unsigned int *count)
{
	unsigned int *pfs, i;
	int pf;

	*count = argc ?: source->count;
	if (!*count)
		source_no_pf(source, stderr, "sriovscope: ");
	pfs = calloc(*count ?: 1, sizeof(*pfs));
	if (!pfs) {
		say("there is no memory");
		return NULL;
	}
	for (i = 0; i < *count; i++) {
		pf = argc ? source_find(source, argv[i]) : (int)i;
		if (pf < 0) {
			free(pfs);
			return NULL;
		}
		pfs[i] = pf;
	}
	return pfs;
}

int cmd_on_pfs(const struct cmd_options *options, const struct cmd *cmd,
	       int argc, char **argv, cmd_pfs_fn *run, const void *data)
{
	struct source *source = source_open(options->from, options->root);
	unsigned int *pfs, count;
	int ret = TOOL_BLIND;

	if (!source)
		return TOOL_BLIND;
	pfs = cmd_pfs(source, argc, argv, &count);
	if (pfs)
		ret = run(options, cmd, source, pfs, count, data);
	free(pfs);
	source_close(source);
	return ret;
}

int cmd_file_error(const char *name, const char *file, int error)
{
	say_error(name, file, error);
	return error == -EINVAL ? TOOL_WRONG : TOOL_BLIND;
}
