// SPDX-License-Identifier: GPL-2.0
/*
 * Who met whom, and what came of it.
 */
/* For the names of errnos */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

#include "stress.h"

static atomic_uint at_work;

/* Who comes later counts, so each meeting is counted once. */
void meet_begin(struct kind *kind)
{
	unsigned int others;
	int i;

	if (kind->working)
		return;
	kind->working = true;
	others = atomic_fetch_or(&at_work, 1u << kind->number);
	for (i = 0; i < nkinds; i++) {
		if (others & 1u << i)
			kind->met[i]++;
	}
}

void meet_end(struct kind *kind)
{
	if (!kind->working)
		return;
	kind->working = false;
	atomic_fetch_and(&at_work, ~(1u << kind->number));
}

static unsigned long meetings(int a, int b)
{
	return kinds[a].met[b] + kinds[b].met[a];
}

/* What has not come to pass is said, when it matters. */
bool all_met(bool say)
{
	bool all = true;
	int i, j;

	for (i = 0; i < nkinds; i++) {
		for (j = 0; j < i; j++) {
			if (meetings(i, j))
				continue;
			all = false;
			if (say)
				complain("%s and %s never met\n", kinds[j].name,
					 kinds[i].name);
		}
	}
	return all;
}

bool all_went_well(bool say)
{
	bool all = true;
	int i, j;

	for (i = 0; i < nkinds; i++) {
		for (j = 0; j < kinds[i].nsteps; j++) {
			const struct step *step = &kinds[i].steps[j];

			if (step->went_well)
				continue;
			all = false;
			if (say)
				complain("%s: %s %s never went well\n",
					 kinds[i].name, step->verb->name,
					 step->file);
		}
	}
	return all;
}

static void say_kind(const struct kind *kind)
{
	unsigned long all = 0;
	int i;

	for (i = 0; i < ERRNO_MAX; i++)
		all += kind->ended[i];
	printf("%s: %lu", kind->name, all);
	for (i = 1; i < ERRNO_MAX; i++) {
		if (kind->ended[i])
			printf(", %s %lu", strerrorname_np(i), kind->ended[i]);
	}
	printf("; met");
	for (i = 0; i < nkinds; i++) {
		if (i != kind->number)
			printf(" %s %lu", kinds[i].name,
			       meetings(i, kind->number));
	}
	printf("\n");
}

void say_all(long seconds)
{
	unsigned long operations = 0, least = -1ul, sum = 0;
	int i, j;

	for (i = 0; i < nkinds; i++) {
		say_kind(&kinds[i]);
		for (j = 0; j < ERRNO_MAX; j++)
			operations += kinds[i].ended[j];
		for (j = 0; j < i; j++) {
			sum += meetings(i, j);
			if (meetings(i, j) < least)
				least = meetings(i, j);
		}
	}
	printf("%lu operations of %d kinds; %d pairs of kinds met %lu times, the rarest %lu times; %ld s\n",
	       operations, nkinds, nkinds * (nkinds - 1) / 2, sum, least,
	       seconds);
}
