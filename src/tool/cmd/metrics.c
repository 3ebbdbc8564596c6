// SPDX-License-Identifier: GPL-2.0
/*
 * metrics: all PFs for Prometheus. What is wrong with one is a metric, and not the
 * exit status: who runs this for a collector wants to know whether it was run.
 */
#include <stdlib.h>

#include "commands.h"
#include "doc/doc.h"
#include "metrics/families.h"
#include "metrics/prometheus.h"
#include "output.h"
#include "source/source.h"

/**
 * struct collection - what is collected
 * @source: where from
 * @pfs: what is known of each PF, for metrics_families()
 */
struct collection {
	struct source *source;
	struct json_object *pfs;
};

static void put_file(struct json_object *pf, const char *file, const char *text)
{
	json_object_object_add(pf, file, text ? doc_file(file, text) : NULL);
}

/* status wakes nobody up, as little as the survey. */
static void put_status(struct json_object *pf, struct source *source,
		       const char *name)
{
	int found = source_find(source, name), error;
	char *text = NULL;

	if (found >= 0)
		text = source_text(source, found, "status", &error);
	put_file(pf, "status", text);
	free(text);
}

static void collect(const struct survey *survey, void *data)
{
	struct json_object *pf = json_object_new_object();
	struct collection *collection = data;

	doc_put_string(pf, "bdf", survey->name);
	json_object_object_add(pf, "devices", doc_devices(survey->devices));
	put_file(pf, "check", survey->check);
	put_file(pf, "preflight", survey->preflight);
	put_status(pf, collection->source, survey->name);
	json_object_array_add(collection->pfs, pf);
}

/* Takes @json. */
static void print(const struct cmd_options *options, struct json_object *json)
{
	if (options->json) {
		cmd_print_json(options, json);
		return;
	}
	prometheus_print(options->out, doc_array(json, "families"));
	json_object_put(json);
}

static int print_to(const struct cmd_options *options, struct json_object *json)
{
	struct cmd_options to = *options;
	struct output output;

	if (!options->output) {
		print(options, json);
		return TOOL_WELL;
	}
	if (!output_open(&output, options->output)) {
		json_object_put(json);
		return TOOL_BLIND;
	}
	to.out = output.out;
	print(&to, json);
	return output_end(&output) ? TOOL_WELL : TOOL_BLIND;
}

static int metrics_of(const struct cmd_options *options, const struct cmd *cmd,
		      struct source *source)
{
	struct collection collection = { source, json_object_new_array() };
	struct json_object *json = cmd_json(cmd, source), *families;
	int ret = TOOL_BLIND;

	if (source_survey(source, collect, &collection)) {
		families = metrics_families(collection.pfs,
					    doc_string(json, "source"));
		json_object_object_add(json, "families", families);
		ret = print_to(options, json_object_get(json));
	}
	json_object_put(json);
	json_object_put(collection.pfs);
	return ret;
}

int cmd_metrics(const struct cmd_options *options, const struct cmd *cmd,
		int argc, char **argv)
{
	struct source *source = source_open(options->from, options->root);
	int ret;

	if (!source)
		return TOOL_BLIND;
	ret = metrics_of(options, cmd, source);
	source_close(source);
	return ret;
}
