/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The commands: what each gets, and the table of them.
 */
#ifndef SRIOVSCOPE_TOOL_CMD_H
#define SRIOVSCOPE_TOOL_CMD_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stdio.h>

#include "say.h"

/* Of the JSON that is printed: a member that goes or changes is a new one. */
#define CMD_JSON_VERSION 1

struct source;

/**
 * struct cmd_options - what the command line says
 * @from: source, NULL for the best
 * @root: a folder with another sys and proc, "" for /
 * @json: print JSON
 * @color: print colours
 * @out: where output goes: standard output, or a pager
 * @output: -o, NULL without, and for standard output
 * @svg: --svg, NULL without; "-" is standard output
 * @raw: --raw
 * @list: --list
 * @interval: --interval, NULL without
 */
struct cmd_options {
	const char *from;
	const char *root;
	bool json;
	bool color;
	FILE *out;
	const char *output;
	const char *svg;
	bool raw;
	bool list;
	const char *interval;
};

/* Options that are not for all commands */
#define CMD_OUTPUT BIT(0)
#define CMD_SVG BIT(1)
#define CMD_RAW BIT(2)
#define CMD_LIST BIT(3)
#define CMD_INTERVAL BIT(4)

struct cmd;

/**
 * cmd_fn - does what a command is for
 * @options: what the command line says
 * @cmd: which command, where more than one is done by the same function
 * @argc: its arguments
 * @argv: the same
 *
 * Return: enum tool_exit.
 */
typedef int cmd_fn(const struct cmd_options *options, const struct cmd *cmd,
		   int argc, char **argv);

/**
 * struct cmd - a command
 * @name: what is typed
 * @args: its arguments, for --help
 * @help: what it does, for --help
 * @min: arguments at the least
 * @max: arguments at the most
 * @run: does it
 * @takes: CMD_ flags of the options that it has
 * @endless: it goes on until somebody ends it: no pager
 */
struct cmd {
	const char *name;
	const char *args;
	const char *help;
	int min;
	int max;
	cmd_fn *run;
	unsigned int takes;
	bool endless;
};

/* All of them; the first is what is done when none is named. */
extern const struct cmd cmds[];
extern const unsigned int cmd_count;

/**
 * cmd_source_name() - what JSON calls a source
 * @source: the source
 *
 * Return: the word.
 */
const char *cmd_source_name(const struct source *source);

/**
 * cmd_json() - begin what a command prints as JSON
 * @cmd: which command
 * @source: where it is from, NULL for none
 *
 * Return: an object with version, command and source, for cmd_print_json().
 */
struct json_object *cmd_json(const struct cmd *cmd,
			     const struct source *source);

/**
 * cmd_print_json() - print JSON, and let go of it
 * @options: where to
 * @object: what
 */
void cmd_print_json(const struct cmd_options *options,
		    struct json_object *object);

/**
 * cmd_worse() - the worse of two ends
 * @a: enum tool_exit
 * @b: the same
 *
 * Return: who could not look has not found that all is well; what is wrong is.
 */
static inline int cmd_worse(int a, int b)
{
	return a > b ? a : b;
}

/**
 * cmd_file_error() - say why a file of a PF could not be made
 * @name: address of the PF
 * @file: name of the file
 * @error: negative errno
 *
 * Some files are not there for every device; others then say why.
 *
 * Return: enum tool_exit.
 */
int cmd_file_error(const char *name, const char *file, int error);

/**
 * cmd_pfs() - which PFs a command is about
 * @source: the source
 * @argc: how many are named; without any it is all
 * @argv: their addresses
 * @count: to fill in
 *
 * Return: their numbers, for free(); NULL when one of them is none, which was
 *	said.
 */
unsigned int *cmd_pfs(const struct source *source, int argc, char **argv,
		      unsigned int *count);

/**
 * cmd_pfs_fn - does what a command is for, to some PFs
 * @options: what the command line says
 * @cmd: which command
 * @source: the source
 * @pfs: numbers of the PFs
 * @count: how many
 * @data: of who asked
 *
 * Return: enum tool_exit.
 */
typedef int cmd_pfs_fn(const struct cmd_options *options, const struct cmd *cmd,
		       struct source *source, const unsigned int *pfs,
		       unsigned int count, const void *data);

/**
 * cmd_on_pfs() - open the source, and do something to the PFs that are named
 * @options: what the command line says
 * @cmd: which command
 * @argc: how many PFs are named; without any it is all
 * @argv: their addresses
 * @run: does it
 * @data: for @run
 *
 * Return: enum tool_exit.
 */
int cmd_on_pfs(const struct cmd_options *options, const struct cmd *cmd,
	       int argc, char **argv, cmd_pfs_fn *run, const void *data);

#endif
