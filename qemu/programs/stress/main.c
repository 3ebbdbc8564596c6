// SPDX-License-Identifier: GPL-2.0
/*
 * stress SECONDS LIMIT [FILE]: does many kinds of things at once, and says which of them
 * met. FILE, or standard input, says what there is to do:
 *
 *	kind NAME [[+]ERRNO]...	a thread, which does its steps over and over; each must
 *				go well or fail with one of these errnos, and one with
 *				a plus says that it was done
 *	  read FILE [TEXT]	opens it and reads all of it; TEXT must not be in it
 *	  wait FILE		opens it and waits in poll() for more, a moment at most
 *	  write FILE VALUE	opens it and writes once
 *	  type FILE VALUE	the same, and a newline
 *	  insmod FILE VALUES	loads a module with these parameters
 *	  rmmod NAME		unloads a module
 *	  until FILE		does the step before again until there is such a file, and
 *				now and then the kind's first, too
 *	  until-no FILE		waits until there is none
 *	  pause MILLISECONDS	does nothing, for half of that on average
 *
 * It ends after SECONDS, or as soon after as each kind has met each other one, and each
 * step has gone well once; after LIMIT seconds it fails. Two have met when one was in the
 * kernel as the other one came in, and had found its file.
 */
/* For the names of errnos */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "stress.h"

/* What is not there is no reason to keep the others from the processors. */
#define FAILED_PAUSE_US 2000

struct kind kinds[KINDS_MAX];
int nkinds;
atomic_bool stop;
atomic_bool failed;

/* The first say enough. */
void complain(const char *format, ...)
{
	static atomic_int said;
	va_list arguments;

	failed = true;
	if (said++ >= 20)
		return;
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	fflush(stdout);
}

void malformed(const char *what)
{
	fprintf(stderr, "stress: %s\n", what);
	exit(2);
}

static void do_step(struct kind *kind, struct step *step)
{
	int error;

	if (!step->verb->goes_on)
		meet_end(kind);
	error = step->verb->run(kind, step);
	if (error < ERRNO_MAX)
		kind->ended[error]++;
	if (!error || (error < ERRNO_MAX && kind->done[error])) {
		step->went_well++;
		return;
	}
	meet_end(kind);
	usleep(FAILED_PAUSE_US);
	if (error >= ERRNO_MAX || !kind->allowed[error])
		complain("%s: %s %s: %s is not documented\n", kind->name,
			 step->verb->name, step->file, strerrorname_np(error));
}

/* What was begun is done to its end, so that nothing is left as it is in between. */
static void *run_kind(void *data)
{
	struct kind *kind = data;
	int i;

	while (!stop) {
		for (i = 0; i < kind->nsteps; i++)
			do_step(kind, &kind->steps[i]);
		meet_end(kind);
	}
	return NULL;
}

int main(int argc, char **argv)
{
	time_t start = time(NULL);
	int i;

	if (argc != 3)
		malformed("usage: stress SECONDS LIMIT <PLAN");
	plan_read();
	for (i = 0; i < nkinds; i++) {
		if (pthread_create(&kinds[i].thread, NULL, run_kind, &kinds[i]))
			malformed("no thread");
	}
	while (!failed && time(NULL) - start < atol(argv[2]) &&
	       (time(NULL) - start < atol(argv[1]) || !all_met(false) ||
		!all_went_well(false)))
		usleep(100000);
	stop = true;
	for (i = 0; i < nkinds; i++)
		pthread_join(kinds[i].thread, NULL);
	all_met(true);
	all_went_well(true);
	say_all(time(NULL) - start);
	return failed;
}
