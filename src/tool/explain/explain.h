/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is behind a line of a log, of a driver or of a hypervisor.
 */
#ifndef SRIOVSCOPE_EXPLAIN_H
#define SRIOVSCOPE_EXPLAIN_H

#include <stdbool.h>
#include <stdio.h>

#include "causes.h"

/* How much of a text is looked at */
#define EXPLAIN_TEXT_LEN 8192

/* What a cause scores of which the errno alone tells */
#define EXPLAIN_ERRNO_ALONE 1

/**
 * struct explain_match - a cause that a line may have
 * @cause: which
 * @score: how much of the line tells it: the characters of the longest of its
 *	patterns that the line has, without wildcards, and one for an errno;
 *	EXPLAIN_ERRNO_ALONE when there is only that
 */
struct explain_match {
	const struct explain_cause *cause;
	unsigned int score;
};

/**
 * explain_find() - what may be behind a line
 * @text: the line, or several, with any bytes; of a longer one the first
 *	EXPLAIN_TEXT_LEN bytes count. What is not ASCII stands for a blank, and
 *	blanks for one
 * @matches: to fill in, the highest score first, then as in the tables
 * @max: how many there is room for
 *
 * An errno is its text or its name as the C library has them, or a number such as
 * -12. It counts only in a text that is about VFs or has nothing else in it.
 *
 * Return: how many causes match; may be more than @max.
 */
unsigned int explain_find(const char *text, struct explain_match *matches,
			  unsigned int max);

/**
 * explain_is_place() - is it the line of a device that a place means?
 * @place: the place
 * @file: of the device, "preflight" say
 * @name: of a line in it
 *
 * Return: true when it is.
 */
bool explain_is_place(const struct explain_place *place, const char *file,
		      const char *name);

/**
 * explain_see() - print what people see, errnos first
 * @out: where to
 * @cause: of which row
 */
void explain_see(FILE *out, const struct explain_cause *cause);

/**
 * explain_list() - print all groups as tables in Markdown
 * @out: where to
 *
 * README.md has them so; scripts/explain-readme keeps it.
 */
void explain_list(FILE *out);

#endif
