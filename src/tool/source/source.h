/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Where what is known of PFs comes from: the module's files in debugfs, sysfs and
 * configuration space, or a dump. Whoever asks gets the same text from each.
 */
#ifndef SRIOVSCOPE_TOOL_SOURCE_H
#define SRIOVSCOPE_TOOL_SOURCE_H

#include "host/host.h"

/**
 * enum source_kind - where it comes from
 * @SOURCE_DEBUGFS: the module sriovscope
 * @SOURCE_SYSFS: sysfs and configuration space
 * @SOURCE_DUMP: a file
 */
enum source_kind {
	SOURCE_DEBUGFS,
	SOURCE_SYSFS,
	SOURCE_DUMP,
};

/**
 * struct source - where what is known comes from
 * @kind: which kind
 * @from: what -v says that it is
 * @host: the machine; of SOURCE_DEBUGFS NULL until source_host()
 * @root: where /sys and /proc are, "" for /
 * @count: how many PFs there are
 * @names: their addresses, in order
 */
struct source {
	enum source_kind kind;
	const char *from;
	struct host *host;
	const char *root;
	u32 count;
	char (*names)[AROUND_NAME_LEN];
};

/**
 * source_no_pf() - say that a source has no PF
 * @source: the source
 * @out: where to
 * @before: what the line begins with
 */
void source_no_pf(const struct source *source, FILE *out, const char *before);

/**
 * source_open() - open a source
 * @from: "debugfs", "sysfs", a file or "-"; NULL for the best that there is
 * @root: a folder with another sys and proc, "" for /
 *
 * A dump without a PF in which there is no extended configuration space of
 * functions that may have one tells nothing.
 *
 * Return: the source, for source_close(); NULL, which was said.
 */
struct source *source_open(const char *from, const char *root);

/**
 * source_close() - close a source
 * @source: from source_open(); NULL is fine
 */
void source_close(struct source *source);

/**
 * source_find() - which PF has an address?
 * @source: the source
 * @name: the address, with a domain or without
 *
 * Return: its number; -1 when it is none, which was said.
 */
int source_find(const struct source *source, const char *name);

/**
 * source_host() - the machine behind a source
 * @source: the source
 *
 * Return: the machine, NULL when it cannot be looked at, which was said.
 */
struct host *source_host(struct source *source);

/**
 * source_text() - a file of a PF
 * @source: the source
 * @pf: number of the PF
 * @file: name of the file
 * @error: to fill in on error: negative errno
 *
 * Return: the text, for free(); NULL on error, which was not said.
 */
char *source_text(struct source *source, u32 pf, const char *file, int *error);

/**
 * source_says_wrong() - is something wrong with a device, by one of its files?
 * @file: name of the file
 * @text: its text
 *
 * Return: true when it says so.
 */
bool source_says_wrong(const char *file, const char *text);

/**
 * struct survey - what one look at a PF has shown
 * @name: its address
 * @devices: the header of "devices" and its line there
 * @check: of the text of "check" at least the rules that are broken, and the
 *	counts; NULL when it sleeps or cannot be read
 * @preflight: of the text of "preflight" at least what is said of all constraints,
 *	and those that let no VF come; so too
 * @error: why it could not be looked at, negative errno; 0 when it was, and when
 *	it sleeps
 */
struct survey {
	const char *name;
	char *devices;
	char *check;
	char *preflight;
	int error;
};

/**
 * survey_fn - is told of a PF
 * @survey: what was seen, which is gone when this returns
 * @data: of who asked
 */
typedef void survey_fn(const struct survey *survey, void *data);

/**
 * source_survey() - look at all PFs
 * @source: the source
 * @tell: is told of each, in the order of their addresses
 * @data: for @tell
 *
 * Who sleeps is not woken up.
 *
 * Return: false when that cannot be done, which was said.
 */
bool source_survey(struct source *source, survey_fn *tell, void *data);

#endif
