// SPDX-License-Identifier: GPL-2.0
/*
 * list: all PFs, and a line for each that is not well.
 */
#include <stdlib.h>
#include <string.h>

#include "color.h"
#include "commands.h"
#include "doc/doc.h"
#include "source/source.h"

#define COLUMNS 6
#define CELL_LEN 48

/**
 * struct listing - what a list is made of
 * @pfs: what is known of each, as JSON has it
 * @ret: enum tool_exit
 */
struct listing {
	struct json_object *pfs;
	int ret;
};

/* The first rule that is broken, the worst verdict first */
static struct json_object *broken_rule(struct json_object *check)
{
	static const char *const verdicts[] = { "FAIL", "WARN" };
	struct json_object *rules = doc_array(check, "rules"), *row;
	size_t i, v;

	for (v = 0; v < 2; v++) {
		for (i = 0; rules && i < json_object_array_length(rules); i++) {
			row = json_object_array_get_idx(rules, i);
			if (!strcmp(doc_string(row, "verdict"), verdicts[v]))
				return row;
		}
	}
	return NULL;
}

/* The constraint that lets no VF come, though none is on */
static struct json_object *stopping(struct json_object *preflight)
{
	struct json_object *list = doc_array(preflight, "constraints"), *row;
	long long max = -1;
	size_t i;

	if (!doc_number(preflight, "max_vfs_now", &max) || max)
		return NULL;
	for (i = 0; list && i < json_object_array_length(list); i++) {
		row = json_object_array_get_idx(list, i);
		if (!strcmp(doc_string(row, "name"),
			    doc_string(preflight, "limited_by")))
			return strcmp(doc_string(row, "name"), "vfs_on") ? row :
									   NULL;
	}
	return NULL;
}

static struct json_object *problem_of(const char *file, struct json_object *row,
				      const char *name)
{
	struct json_object *problem = json_object_new_object();

	doc_put_string(problem, "file", file);
	doc_put_string(problem, "name", doc_string(row, name));
	doc_put_string(problem, "detail", doc_string(row, "detail"));
	doc_copy(problem, row, "remedy");
	return problem;
}

static struct json_object *find_problem(struct json_object *check,
					struct json_object *preflight)
{
	struct json_object *row = broken_rule(check);

	if (row)
		return problem_of("check", row, "rule");
	row = stopping(preflight);
	return row ? problem_of("preflight", row, "name") : NULL;
}

static void list_add(const struct survey *survey, void *data)
{
	struct json_object *row, *check = NULL, *preflight = NULL;
	struct listing *listing = data;

	row = doc_devices(survey->devices);
	if (survey->check)
		check = doc_file("check", survey->check);
	if (survey->preflight)
		preflight = doc_file("preflight", survey->preflight);

	doc_copy(row, preflight, "max_vfs_now");
	doc_copy(row, preflight, "limited_by");
	json_object_object_add(row, "problem", find_problem(check, preflight));
	json_object_array_add(listing->pfs, row);
	if (!strcmp(doc_string(row, "check"), "FAIL"))
		listing->ret = cmd_worse(listing->ret, TOOL_WRONG);
	if (survey->error)
		listing->ret = cmd_worse(listing->ret,
					 cmd_file_error(survey->name, "check",
							survey->error));
	json_object_put(check);
	json_object_put(preflight);
}

/* A member as people read it */
static void cell_of(struct json_object *row, const char *key, char *cell)
{
	struct json_object *member = json_object_object_get(row, key);

	snprintf(cell, CELL_LEN, "%s",
		 member ? json_object_get_string(member) : "-");
}

static void cells_of(struct json_object *row, char cells[][CELL_LEN])
{
	char on[CELL_LEN / 2 - 1], total[CELL_LEN / 2 - 1];
	char word[CELL_LEN];

	cell_of(row, "bdf", cells[0]);
	cell_of(row, "id", cells[1]);
	cell_of(row, "driver", cells[2]);
	cell_of(row, "num_vfs", word);
	snprintf(on, sizeof(on), "%.22s", word);
	cell_of(row, "total_vfs", word);
	snprintf(total, sizeof(total), "%.22s", word);
	snprintf(cells[3], CELL_LEN, "%s/%s", on, total);
	cell_of(row, "max_vfs_now", cells[4]);
	cell_of(row, "check", cells[5]);
}

static const char *color_of(const struct cmd_options *options,
			    const char *verdict)
{
	if (!options->color)
		return "";
	return !strcmp(verdict, "FAIL") ? RED :
	       !strcmp(verdict, "WARN") ? YELLOW :
	       !strcmp(verdict, "PASS") ? GREEN :
					  "";
}

static void print_problem(const struct cmd_options *options,
			  struct json_object *row)
{
	struct json_object *problem = json_object_object_get(row, "problem");

	if (!problem)
		return;
	fprintf(options->out, "  %s, %s: %s\n", doc_string(problem, "file"),
		doc_string(problem, "name"), doc_string(problem, "detail"));
}

static void print_row(const struct cmd_options *options, char cells[][CELL_LEN],
		      const int *widths)
{
	const char *color = color_of(options, cells[COLUMNS - 1]);
	int i;

	for (i = 0; i < COLUMNS - 1; i++)
		fprintf(options->out, "%-*s  ", widths[i], cells[i]);
	fprintf(options->out, "%s%s%s\n", color, cells[i], *color ? PLAIN : "");
}

static void widen(char cells[][CELL_LEN], int *widths)
{
	int i, width;

	for (i = 0; i < COLUMNS; i++) {
		width = strlen(cells[i]);
		widths[i] = max(width, widths[i]);
	}
}

static void print_list(const struct cmd_options *options,
		       const struct source *source, struct json_object *pfs)
{
	char header[COLUMNS][CELL_LEN] = { "PF",  "ID",	 "DRIVER",
					   "VFS", "NOW", "CHECK" };
	size_t i, count = json_object_array_length(pfs);
	char cells[COLUMNS][CELL_LEN];
	int widths[COLUMNS] = {};

	if (!count) {
		source_no_pf(source, options->out, "");
		return;
	}
	widen(header, widths);
	for (i = 0; i < count; i++) {
		cells_of(json_object_array_get_idx(pfs, i), cells);
		widen(cells, widths);
	}
	print_row(options, header, widths);
	for (i = 0; i < count; i++) {
		cells_of(json_object_array_get_idx(pfs, i), cells);
		print_row(options, cells, widths);
		print_problem(options, json_object_array_get_idx(pfs, i));
	}
}

int cmd_list(const struct cmd_options *options, const struct cmd *cmd, int argc,
	     char **argv)
{
	struct source *source = source_open(options->from, options->root);
	struct listing listing = { .pfs = json_object_new_array() };
	struct json_object *json;

	if (!source || !source_survey(source, list_add, &listing)) {
		listing.ret = TOOL_BLIND;
	} else if (options->json) {
		json = cmd_json(cmd, source);
		json_object_object_add(json, "pfs",
				       json_object_get(listing.pfs));
		cmd_print_json(options, json);
	} else {
		print_list(options, source, listing.pfs);
	}
	json_object_put(listing.pfs);
	source_close(source);
	return listing.ret;
}
