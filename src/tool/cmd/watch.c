// SPDX-License-Identifier: GPL-2.0
/*
 * watch: what changes, as it does.
 */
#include "commands.h"
#include "diff/diff.h"
#include "diff/look.h"
#include "diff/print.h"
#include "doc/doc.h"
#include "watch/events.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define INTERVAL_MAX 86400

/**
 * struct watch - what is watched
 * @options: what the command line says
 * @cmd: the command
 * @names: an object with the addresses of PFs, NULL for all
 * @last: what is known of them, NULL before the first look
 * @ret: enum tool_exit
 */
struct watch {
	const struct cmd_options *options;
	const struct cmd *cmd;
	struct json_object *names;
	struct json_object *last;
	int ret;
};

/* "2026-01-31T12:00:00.123Z", or for people "2026-01-31 12:00:00.123+0100" here */
static void print_time(char *text, size_t size, bool for_people)
{
	struct timespec now;
	struct tm parts;
	size_t len;
	char zone[8] = "Z";

	clock_gettime(CLOCK_REALTIME, &now);
	if (for_people)
		localtime_r(&now.tv_sec, &parts);
	else
		gmtime_r(&now.tv_sec, &parts);
	len = strftime(text, size, for_people ? "%F %T" : "%FT%T", &parts);
	if (for_people)
		strftime(zone, sizeof(zone), "%z", &parts);
	snprintf(text + len, size - len, ".%03ld%s", now.tv_nsec / 1000000,
		 zone);
}

static void watch_json(const struct watch *watch, const struct source *source,
		       const char *when, struct json_object *changes)
{
	struct json_object *json;
	size_t i;

	for (i = 0; i < json_object_array_length(changes); i++) {
		json = cmd_json(watch->cmd, source);
		doc_put_string(json, "time", when);
		json_object_object_foreach(json_object_array_get_idx(changes,
								     i),
					   key, value)
			json_object_object_add(json, key,
					       json_object_get(value));
		fprintf(watch->options->out, "%s\n",
			json_object_to_json_string_ext(json,
						       JSON_C_TO_STRING_NOSLASHESCAPE));
		json_object_put(json);
	}
}

static void watch_text(const struct watch *watch, const char *when,
		       struct json_object *changes)
{
	const struct cmd_options *options = watch->options;
	size_t i = 0, count = json_object_array_length(changes);
	struct json_object *change;

	while (i < count) {
		change = json_object_array_get_idx(changes, i);
		fprintf(options->out, "%s %s %s ", when,
			doc_string(change, "bdf"), doc_string(change, "file"));
		i += print_change(options->out, options->color, changes, i);
	}
}

/* Returns false when nobody takes it any more. */
static bool watch_tell(const struct watch *watch, const struct source *source,
		       struct json_object *changes)
{
	char when[64];

	print_time(when, sizeof(when), !watch->options->json);
	if (watch->options->json)
		watch_json(watch, source, when, changes);
	else
		watch_text(watch, when, changes);
	return !fflush(watch->options->out);
}

static struct json_object *watch_look(const struct watch *watch,
				      struct source *source)
{
	struct json_object *look = json_object_new_object();
	u32 i;

	for (i = 0; i < source->count; i++) {
		if (!watch->names ||
		    json_object_object_get_ex(watch->names, source->names[i],
					      NULL))
			look_again(source, i, look);
	}
	return look;
}

/* PFs come and go: each look is at a machine that is new. */
static bool watch_again(struct watch *watch)
{
	struct source *source =
		source_open(watch->options->from, watch->options->root);
	struct json_object *look;
	struct diff diff;
	bool taken;

	if (!source) {
		watch->ret = TOOL_BLIND;
		return false;
	}
	look = watch_look(watch, source);
	diff_looks(watch->last, look, true, &diff);
	taken = watch_tell(watch, source, diff.changes);
	diff_drop(&diff);
	json_object_put(watch->last);
	watch->last = look;
	source_close(source);
	return taken;
}

/* Returns enum tool_exit. */
static int watch_names(struct watch *watch, const struct source *source,
		       int argc, char **argv)
{
	unsigned int *pfs, count, i;

	if (source->kind == SOURCE_DUMP) {
		say("a dump does not change: compare two of them with diff");
		return TOOL_USAGE;
	}
	pfs = cmd_pfs(source, argc, argv, &count);
	if (!pfs)
		return TOOL_BLIND;
	if (argc)
		watch->names = json_object_new_object();
	for (i = 0; i < (unsigned int)argc; i++)
		json_object_object_add(watch->names, source->names[pfs[i]],
				       NULL);
	free(pfs);
	return TOOL_WELL;
}

/* Returns enum tool_exit. */
static int watch_first(struct watch *watch, int argc, char **argv)
{
	struct source *source =
		source_open(watch->options->from, watch->options->root);
	int ret;

	if (!source)
		return TOOL_BLIND;
	ret = watch_names(watch, source, argc, argv);
	if (!ret)
		watch->last = watch_look(watch, source);
	if (!ret && say_more)
		say("watching %d PFs", json_object_object_length(watch->last));
	source_close(source);
	return ret;
}

static void watch_loop(struct watch *watch, struct events *events,
		       unsigned int interval, int argc, char **argv)
{
	events_arm(events);
	watch->ret = watch_first(watch, argc, argv);
	if (watch->ret)
		return;
	do {
		if (!events_wait(events, interval))
			break;
		events_arm(events);
	} while (watch_again(watch));
}

static bool parse_interval(const char *text, unsigned int *interval)
{
	*interval = 0;
	if (!text)
		return true;
	if (*text >= '0' && *text <= '9' && !kstrtouint(text, 10, interval) &&
	    *interval >= 1 && *interval <= INTERVAL_MAX)
		return true;
	say("%s is no number of seconds: give one from 1 to %d", text,
	    INTERVAL_MAX);
	return false;
}

int cmd_watch(const struct cmd_options *options, const struct cmd *cmd,
	      int argc, char **argv)
{
	struct watch watch = { .options = options, .cmd = cmd };
	struct events *events;
	unsigned int interval;
	int error;

	if (!parse_interval(options->interval, &interval))
		return TOOL_USAGE;
	events = events_open(options->root, fileno(options->out), &error);
	if (!events || (error && !interval)) {
		say("there are no events: %s; look from time to time: --interval 5",
		    strerror(-error));
		watch.ret = TOOL_BLIND;
	} else {
		watch_loop(&watch, events, interval, argc, argv);
	}
	events_close(events);
	json_object_put(watch.names);
	json_object_put(watch.last);
	return watch.ret;
}
