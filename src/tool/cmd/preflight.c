// SPDX-License-Identifier: GPL-2.0
/*
 * preflight: how many VFs could be enabled now, or would so many?
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "doc/doc.h"
#include "source/source.h"

/**
 * struct verdict - would some number of VFs work now?
 * @exit: enum tool_exit
 * @constraint: the one that refuses, or does not know; NULL for none
 */
struct verdict {
	int exit;
	struct json_object *constraint;
};

/*
 * What refuses comes before what is not known. Constraints that only warn have no
 * limit in any case, so that they decide nothing here.
 */
static struct verdict judge(struct json_object *doc, long long wanted)
{
	struct json_object *list = doc_array(doc, "constraints"), *row;
	struct verdict verdict = { .exit = TOOL_WELL };
	size_t i, count = list ? json_object_array_length(list) : 0;
	long long max;

	for (i = 0; i < count; i++) {
		row = json_object_array_get_idx(list, i);
		if (doc_number(row, "max_vfs", &max) && max < wanted)
			return (struct verdict){ TOOL_WRONG, row };
	}
	if (doc_number(doc, "max_vfs_now", &max))
		return verdict;
	for (i = 0; i < count; i++) {
		row = json_object_array_get_idx(list, i);
		if (!strcmp(doc_string(row, "name"),
			    doc_string(doc, "limited_by")))
			return (struct verdict){ TOOL_BLIND, row };
	}
	verdict.exit = TOOL_BLIND;
	return verdict;
}

static const char *verdict_word(const struct verdict *verdict)
{
	return verdict->exit == TOOL_WELL  ? "yes" :
	       verdict->exit == TOOL_WRONG ? "no" :
					     "unknown";
}

static void print_verdict(const struct cmd_options *options, long long wanted,
			  const struct verdict *verdict)
{
	fprintf(options->out, "%lld VFs now: %s\n", wanted,
		verdict_word(verdict));
	if (!verdict->constraint)
		return;
	fprintf(options->out, "%s: %s%s%s\nremedy: %s\n",
		doc_string(verdict->constraint, "name"),
		verdict->exit == TOOL_WRONG ?
			doc_string(verdict->constraint, "errno") :
			"",
		verdict->exit == TOOL_WRONG ? ": " : "",
		doc_string(verdict->constraint, "detail"),
		doc_string(verdict->constraint, "remedy"));
}

static void print_json(const struct cmd_options *options, const struct cmd *cmd,
		       const struct source *source, const char *name,
		       struct json_object *doc, long long wanted,
		       const struct verdict *verdict)
{
	struct json_object *json = cmd_json(cmd, source);
	struct json_object *pfs = json_object_new_array();
	struct json_object *pf = json_object_new_object();

	doc_put_string(pf, "bdf", name);
	doc_put_number(pf, "wanted", wanted);
	doc_put_string(pf, "works", verdict_word(verdict));
	json_object_object_add(pf, "because",
			       json_object_get(verdict->constraint));
	json_object_object_add(pf, "preflight", json_object_get(doc));
	json_object_array_add(pfs, pf);
	json_object_object_add(json, "pfs", pfs);
	cmd_print_json(options, json);
}

/* Without a number: could there be any? */
static int preflight_print(const struct cmd_options *options,
			   const struct cmd *cmd, struct source *source, int pf,
			   const char *number, const char *text)
{
	struct json_object *doc = doc_file(cmd->name, text);
	long long wanted = number ? atoll(number) : 1;
	struct verdict verdict = judge(doc, wanted);

	if (options->json)
		print_json(options, cmd, source, source->names[pf], doc, wanted,
			   &verdict);
	else if (number)
		print_verdict(options, wanted, &verdict);
	else
		fputs(text, options->out);
	json_object_put(doc);
	return verdict.exit;
}

static int preflight_of(const struct cmd_options *options,
			const struct cmd *cmd, struct source *source, int argc,
			char **argv)
{
	int pf = source_find(source, argv[0]), error = 0, ret;
	char *text;

	if (pf < 0)
		return TOOL_BLIND;
	text = source_text(source, pf, cmd->name, &error);
	if (!text) {
		say_error(source->names[pf], cmd->name, error);
		return TOOL_BLIND;
	}
	ret = preflight_print(options, cmd, source, pf,
			      argc > 1 ? argv[1] : NULL, text);
	free(text);
	return ret;
}

/* More than 16 bits are no number of VFs. */
static bool is_number_of_vfs(const char *text)
{
	return *text && strlen(text) <= 5 &&
	       !text[strspn(text, "0123456789")] && atoi(text) > 0 &&
	       atoi(text) <= 65535;
}

int cmd_preflight(const struct cmd_options *options, const struct cmd *cmd,
		  int argc, char **argv)
{
	struct source *source;
	int ret;

	if (argc > 1 && !is_number_of_vfs(argv[1])) {
		say("preflight: \"%s\" is no number of VFs, which is 1 to 65535",
		    argv[1]);
		return TOOL_USAGE;
	}
	source = source_open(options->from, options->root);
	if (!source)
		return TOOL_BLIND;
	ret = preflight_of(options, cmd, source, argc, argv);
	source_close(source);
	return ret;
}
