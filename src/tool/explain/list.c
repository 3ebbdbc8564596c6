// SPDX-License-Identifier: GPL-2.0
/*
 * The tables as Markdown.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <stddef.h>
#include <string.h>

#include "explain.h"

void explain_see(FILE *out, const struct explain_cause *cause)
{
	const struct explain_pattern *pattern = cause->patterns;
	const char *between = "";

	for (; pattern->glob || pattern->error; pattern++) {
		if (pattern->glob)
			continue;
		fprintf(out, "%s`%s`", between,
			strerrordesc_np(pattern->error));
		between = ", ";
	}
	if (*cause->see)
		fprintf(out, "%s%s", *between ? "; " : "", cause->see);
}

/* In a cell "|" would begin the next one. */
static void list_text(FILE *out, const char *text)
{
	for (; *text; text++)
		fprintf(out, *text == '|' ? "\\%c" : "%c", *text);
}

/* The number of a VF BAR is N to readers. */
static void list_name(FILE *out, const char *name)
{
	fputc('`', out);
	for (; *name; name++)
		fputc(*name == '?' ? 'N' : *name, out);
	fputc('`', out);
}

/* A file once for all names in it that follow each other */
static void list_places(FILE *out, const struct explain_cause *cause)
{
	const struct explain_place *place = cause->places;
	const char *file = "";

	if (!place->file)
		list_text(out, cause->remedy);
	for (; place->file; place++) {
		if (strcmp(file, place->file))
			fprintf(out, "%s`D/%s`: ", *file ? "; " : "",
				place->file);
		else
			fputs(", ", out);
		list_name(out, place->name);
		file = place->file;
	}
}

static void list_cause(FILE *out, unsigned int n,
		       const struct explain_cause *cause)
{
	fprintf(out, "| %u | ", n);
	explain_see(out, cause);
	fputs(" | ", out);
	list_text(out, cause->cause);
	fputs(" | ", out);
	list_places(out, cause);
	fputs(" |\n", out);
}

void explain_list(FILE *out)
{
	const struct explain_group *group;
	const struct explain_cause *cause;
	unsigned int n = 0;

	for (group = explain_groups; group->title; group++) {
		fprintf(out, "%s### %s\n\n", n ? "\n" : "", group->title);
		fputs("| | what you see | what is behind it | where to look |\n",
		      out);
		fputs("|---|---|---|---|\n", out);
		for (cause = group->causes; cause->name; cause++)
			list_cause(out, ++n, cause);
	}
}
