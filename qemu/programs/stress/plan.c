// SPDX-License-Identifier: GPL-2.0
/*
 * What there is to do, as it is read.
 */
/* For the names of errnos */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stress.h"

#define LINE_MAX_SIZE 512

/* By its name, as in the documents */
static int errno_of(const char *name)
{
	int i;

	for (i = 1; i < ERRNO_MAX; i++) {
		if (strerrorname_np(i) && !strcmp(strerrorname_np(i), name))
			return i;
	}
	malformed(name);
}

static void add_kind(char *words)
{
	struct kind *kind = &kinds[nkinds];
	char *save, *word = strtok_r(words, " ", &save);

	if (nkinds == KINDS_MAX || !word)
		malformed("too many kinds, or one without a name");
	snprintf(kind->name, sizeof(kind->name), "%s", word);
	kind->number = nkinds++;
	kind->text = malloc(TEXT_SIZE);
	while ((word = strtok_r(NULL, " ", &save))) {
		if (*word == '+')
			kind->done[errno_of(word + 1)] = true;
		else
			kind->allowed[errno_of(word)] = true;
	}
}

static void add_step(char *line)
{
	struct kind *kind = &kinds[nkinds - 1];
	struct step *step;
	char name[16];

	if (!nkinds || kind->nsteps == STEPS_MAX)
		malformed("a step of no kind, or too many");
	if (!kind->nsteps && strstr(line, "until "))
		malformed("a step that has none before it");
	step = &kind->steps[kind->nsteps++];
	if (sscanf(line, "%15s %191s %255[^\n]", name, step->file,
		   step->value) < 2)
		malformed(line);
	step->verb = verb_find(name);
	if (!step->verb)
		malformed(line);
}

void plan_read(void)
{
	char line[LINE_MAX_SIZE];

	while (fgets(line, sizeof(line), stdin)) {
		line[strcspn(line, "\n")] = '\0';
		if (!strncmp(line, "kind ", 5))
			add_kind(line + 5);
		else if (*line)
			add_step(line);
	}
}
