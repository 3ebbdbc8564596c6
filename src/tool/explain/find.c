// SPDX-License-Identifier: GPL-2.0
/*
 * The causes that a line may have.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <fnmatch.h>
#include <stddef.h>
#include <string.h>

#include "line.h"

static bool has_glob(const char *text, const char *glob)
{
	char anywhere[EXPLAIN_GLOB_LEN + 2];
	int len;

	len = snprintf(anywhere, sizeof(anywhere), "*%s*", glob);
	return len < (int)sizeof(anywhere) &&
	       !fnmatch(anywhere, text, FNM_CASEFOLD);
}

/* What stands for itself: a range is one character, and none of these. */
static unsigned int count_literals(const char *glob)
{
	unsigned int count = 0;
	const char *end;

	for (; *glob; glob++) {
		end = *glob == '[' ? strchr(glob + 1, ']') : NULL;
		if (end && end > glob + 1)
			glob = end;
		else
			count += *glob != '*' && *glob != '?';
	}
	return count;
}

/* 0 when the line does not have it */
static unsigned int score_pattern(const struct explain_line *line,
				  const struct explain_pattern *pattern)
{
	if (pattern->error && pattern->error != line->error)
		return 0;
	if (!pattern->glob)
		return line->alone ? EXPLAIN_ERRNO_ALONE : 0;
	if (!has_glob(line->text, pattern->glob))
		return 0;
	return count_literals(pattern->glob) + !!pattern->error;
}

static unsigned int score_cause(const struct explain_line *line,
				const struct explain_cause *cause)
{
	const struct explain_pattern *pattern = cause->patterns;
	unsigned int score, best = 0;

	for (; pattern->glob || pattern->error; pattern++) {
		score = score_pattern(line, pattern);
		if (score > best)
			best = score;
	}
	return best;
}

/* Behind those that score as much; what falls off the end is only counted. */
static void put(struct explain_match *matches, unsigned int count,
		unsigned int max, struct explain_match match)
{
	unsigned int at = min(count, max);

	while (at && matches[at - 1].score < match.score) {
		if (at < max)
			matches[at] = matches[at - 1];
		at--;
	}
	if (at < max)
		matches[at] = match;
}

unsigned int explain_find(const char *text, struct explain_match *matches,
			  unsigned int max)
{
	const struct explain_group *group;
	const struct explain_cause *cause;
	struct explain_line line;
	unsigned int count = 0;
	unsigned int score;

	explain_line_make(&line, text);
	for (group = explain_groups; group->title; group++) {
		for (cause = group->causes; cause->name; cause++) {
			score = score_cause(&line, cause);
			if (score)
				put(matches, count++, max,
				    (struct explain_match){ cause, score });
		}
	}
	return count;
}

bool explain_is_place(const struct explain_place *place, const char *file,
		      const char *name)
{
	return !strcmp(place->file, file) && !fnmatch(place->name, name, 0);
}
