// SPDX-License-Identifier: GPL-2.0
/*
 * odd-reads ATTRIBUTE WAY read FILE
 * odd-reads ATTRIBUTE WAY walk PF FOLDER VFS BEFORE ACT AFTER
 *
 * Does something once for each configuration read that this takes, which goes wrong the
 * WAY that the ATTRIBUTE odd_read of a simulated function is told: "ones", say. It prints
 * how many there are, and each errno that came of it with how often, 0 for none: "143
 * 0:140 121:3". The exit status is 1 when something is not as it should be, 2 when it
 * was called wrongly.
 *
 * "read" reads a file, which must say afterwards what it said before. With a read that
 * fails no line may complain that did not do so before.
 *
 * "walk" does what is written FILE=TEXT, reads FILE, loads a module for +FILE and unloads
 * one for -NAME, with a space between two of them: BEFORE, then ACT with a read that goes
 * wrong, then AFTER. VFS is how many VFs there are when ACT went well, and when not, with
 * a colon between; "-" when nobody can say. Then, and in the end, the PF, a folder in
 * sysfs, and its FOLDER in debugfs must agree, and in the end all its files say what they
 * said before.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "odd-reads.h"

const char *way, *what;
unsigned int number;
int error;
unsigned int counts[ERRNOS];

void complain(const char *fmt, ...)
{
	va_list args;

	fprintf(stderr, "%s: read %u %s: errno %d: ", what, number, way, error);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fprintf(stderr, "\n");
	exit(1);
}

void stop(const char *name)
{
	perror(name);
	exit(2);
}

static unsigned int do_walk(char **argv)
{
	const struct walk walk = {
		.pf = argv[0],
		.folder = argv[1],
		.vfs = argv[2],
		.before = argv[3],
		.act = argv[4],
		.after = argv[5],
	};

	what = walk.act;
	return walk_each(&walk);
}

int main(int argc, char **argv)
{
	unsigned int points, i;

	if (argc < 5)
		return 2;
	attribute_use(argv[1]);
	way = argv[2];
	if (argc == 5 && !strcmp(argv[3], "read")) {
		what = argv[4];
		points = read_each();
	} else if (argc == 10 && !strcmp(argv[3], "walk")) {
		points = do_walk(argv + 4);
	} else {
		return 2;
	}
	attribute_put("none");
	printf("%u", points);
	for (i = 0; i < ERRNOS; i++)
		if (counts[i])
			printf(" %u:%u", i, counts[i]);
	printf("\n");
	return 0;
}
