// SPDX-License-Identifier: GPL-2.0
/*
 * explain: what is behind a line of a log, and with a PF, whether it shows there.
 */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "doc/doc.h"
#include "explain/explain.h"
#include "source/source.h"

/* Of an errno alone there are many causes. */
#define MATCHES_MAX 8

/* How many VFs a constraint allows that does not limit */
#define NO_LIMIT 65535

/**
 * struct looking - the files of a PF, each read once
 * @source: the source, NULL when no PF was named
 * @pf: number of the PF
 * @preflight: the file, as JSON has it
 * @check: so too
 * @status: so too
 * @ret: enum tool_exit: could the files be read?
 */
struct looking {
	struct source *source;
	int pf;
	struct json_object *preflight;
	struct json_object *check;
	struct json_object *status;
	int ret;
};

static struct json_object *look_at(struct looking *looking, const char *file)
{
	const char *name = looking->source->names[looking->pf];
	struct json_object *doc;
	int error = 0;
	char *text = source_text(looking->source, looking->pf, file, &error);

	if (!text) {
		looking->ret = cmd_worse(looking->ret,
					 cmd_file_error(name, file, error));
		return NULL;
	}
	doc = doc_file(file, text);
	free(text);
	return doc;
}

static bool look_start(struct looking *looking,
		       const struct cmd_options *options, const char *name)
{
	looking->source = source_open(options->from, options->root);
	if (!looking->source)
		return false;
	looking->pf = source_find(looking->source, name);
	if (looking->pf < 0)
		return false;
	looking->preflight = look_at(looking, "preflight");
	looking->check = look_at(looking, "check");
	looking->status = look_at(looking, "status");
	return true;
}

static void look_end(struct looking *looking)
{
	json_object_put(looking->preflight);
	json_object_put(looking->check);
	json_object_put(looking->status);
	source_close(looking->source);
}

/* A constraint that limits, or a rule that is broken */
static bool is_behind(struct json_object *row, const char *file)
{
	const char *verdict = doc_string(row, "verdict");
	long long max;

	if (!strcmp(file, "check"))
		return !strcmp(verdict, "FAIL") || !strcmp(verdict, "WARN");
	return doc_number(row, "max_vfs", &max) && max < NO_LIMIT;
}

static void add_found(struct json_object *found, const char *file,
		      const char *name, struct json_object *row)
{
	struct json_object *object = json_object_new_object();

	doc_put_string(object, "file", file);
	doc_put_string(object, "name", name);
	doc_put_string(object, "detail", doc_string(row, "detail"));
	doc_copy(object, row, "remedy");
	json_object_array_add(found, object);
}

static void find_rows(struct json_object *rows, const char *file,
		      const char *key, const struct explain_place *place,
		      struct json_object *found)
{
	struct json_object *row;
	size_t i;

	for (i = 0; rows && i < json_object_array_length(rows); i++) {
		row = json_object_array_get_idx(rows, i);
		if (explain_is_place(place, file, doc_string(row, key)) &&
		    is_behind(row, file))
			add_found(found, file, doc_string(row, key), row);
	}
}

/* Keys that say by themselves that something is wrong, and what they then say */
static void find_status(struct json_object *status,
			const struct explain_place *place,
			struct json_object *found)
{
	static const struct {
		const char *key, *wrong;
	} keys[] = { { "agree", "false" },
		     { "mode", "rejected" },
		     { "driver", "none" },
		     { "last_probe", "failed" } };
	struct json_object *row, *value;
	size_t i;

	for (i = 0; status && i < ARRAY_SIZE(keys); i++) {
		value = json_object_object_get(status, keys[i].key);
		if (!explain_is_place(place, "status", keys[i].key) ||
		    !strstr(json_object_get_string(value) ?: "", keys[i].wrong))
			continue;
		row = json_object_new_object();
		doc_put_string(row, "detail", json_object_get_string(value));
		add_found(found, "status", keys[i].key, row);
		json_object_put(row);
	}
}

static struct json_object *find_here(const struct looking *looking,
				     const struct explain_cause *cause)
{
	struct json_object *found = json_object_new_array();
	const struct explain_place *place;

	if (!looking->source)
		return found;
	for (place = cause->places;
	     place < cause->places + EXPLAIN_PLACES && place->file; place++) {
		find_rows(doc_array(looking->preflight, "constraints"),
			  "preflight", "name", place, found);
		find_rows(doc_array(looking->check, "rules"), "check", "rule",
			  place, found);
		find_status(looking->status, place, found);
	}
	return found;
}

static struct json_object *places_of(const struct explain_cause *cause)
{
	struct json_object *places = json_object_new_array(), *object;
	const struct explain_place *place;

	for (place = cause->places;
	     place < cause->places + EXPLAIN_PLACES && place->file; place++) {
		object = json_object_new_object();
		doc_put_string(object, "file", place->file);
		doc_put_string(object, "name", place->name);
		json_object_array_add(places, object);
	}
	return places;
}

static void put_see(struct json_object *object,
		    const struct explain_cause *cause)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return;
	explain_see(out, cause);
	fclose(out);
	doc_put_string(object, "see", text);
	free(text);
}

/* The address of the PF in place of BDF */
static void put_remedy(struct json_object *object, const char *remedy,
		       const char *name)
{
	char *text = NULL;
	const char *at;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return;
	for (; name && (at = strstr(remedy, "BDF")); remedy = at + 3)
		fprintf(out, "%.*s%s", (int)(at - remedy), remedy, name);
	fputs(remedy, out);
	fclose(out);
	doc_put_string(object, "remedy", text);
	free(text);
}

static struct json_object *explained(const struct looking *looking,
				     const struct explain_match *match)
{
	struct json_object *object = json_object_new_object();
	const char *name = NULL;

	if (looking->source)
		name = looking->source->names[looking->pf];
	doc_put_string(object, "name", match->cause->name);
	put_see(object, match->cause);
	doc_put_string(object, "cause", match->cause->cause);
	put_remedy(object, match->cause->remedy, name);
	json_object_object_add(object, "look", places_of(match->cause));
	json_object_object_add(object, "found",
			       find_here(looking, match->cause));
	return object;
}

static bool was_found(struct json_object *object)
{
	return json_object_array_length(doc_array(object, "found"));
}

/* What shows in the device comes first; else what the text tells best. */
static struct json_object *explain_all(const struct looking *looking,
				       const struct explain_match *matches,
				       unsigned int count)
{
	struct json_object *first = json_object_new_array();
	struct json_object *rest = json_object_new_array(), *object;
	unsigned int i;

	for (i = 0; i < count; i++) {
		object = explained(looking, &matches[i]);
		json_object_array_add(was_found(object) ? first : rest, object);
	}
	for (i = 0; i < json_object_array_length(rest); i++) {
		object = json_object_array_get_idx(rest, i);
		json_object_array_add(first, json_object_get(object));
	}
	json_object_put(rest);
	return first;
}

static void print_pairs(FILE *out, const char *title, struct json_object *pairs,
			bool detailed)
{
	struct json_object *pair;
	size_t i;

	for (i = 0; i < json_object_array_length(pairs); i++) {
		pair = json_object_array_get_idx(pairs, i);
		fprintf(out, "  %s %s, %s%s%s\n", title,
			doc_string(pair, "file"), doc_string(pair, "name"),
			detailed ? ": " : "",
			detailed ? doc_string(pair, "detail") : "");
	}
}

static void print_causes(FILE *out, struct json_object *causes)
{
	struct json_object *object;
	size_t i;

	for (i = 0; i < json_object_array_length(causes); i++) {
		object = json_object_array_get_idx(causes, i);
		fprintf(out, "%s%s: %s\n", i ? "\n" : "",
			doc_string(object, "name"), doc_string(object, "see"));
		fprintf(out, "  cause:  %s\n", doc_string(object, "cause"));
		fprintf(out, "  remedy: %s\n", doc_string(object, "remedy"));
		if (was_found(object))
			print_pairs(out, "here:  ", doc_array(object, "found"),
				    true);
		else
			print_pairs(out, "look:  ", doc_array(object, "look"),
				    false);
	}
}

static void print_explained(const struct cmd_options *options,
			    const struct cmd *cmd,
			    const struct looking *looking, const char *text,
			    struct json_object *causes)
{
	struct json_object *json;

	if (!options->json) {
		print_causes(options->out, causes);
		return;
	}
	json = cmd_json(cmd, looking->source);
	doc_put_string(json, "text", text);
	json_object_object_add(json, "causes", json_object_get(causes));
	cmd_print_json(options, json);
}

static int explain_text(const struct cmd_options *options,
			const struct cmd *cmd, const struct looking *looking,
			const char *text)
{
	struct explain_match matches[MATCHES_MAX];
	struct json_object *causes;
	unsigned int count;

	count = explain_find(text, matches, MATCHES_MAX);
	causes = explain_all(looking, matches, min(count, MATCHES_MAX));
	if (!count)
		say("nothing is known of that text; with the address of a PF see preflight and check");
	print_explained(options, cmd, looking, text, causes);
	json_object_put(causes);
	return count ? TOOL_WELL : TOOL_WRONG;
}

int cmd_explain(const struct cmd_options *options, const struct cmd *cmd,
		int argc, char **argv)
{
	struct looking looking = {};
	int ret = TOOL_BLIND;

	if (options->list) {
		explain_list(options->out);
		return TOOL_WELL;
	}
	if (!argc) {
		say("explain: name a text, as in: sriovscope explain \"Cannot allocate memory\"");
		return TOOL_USAGE;
	}
	if (argc < 2 || look_start(&looking, options, argv[1]))
		ret = cmd_worse(explain_text(options, cmd, &looking, argv[0]),
				looking.ret);
	look_end(&looking);
	return ret;
}
