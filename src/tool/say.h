/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the command says to whom, and how it ends.
 */
#ifndef SRIOVSCOPE_TOOL_SAY_H
#define SRIOVSCOPE_TOOL_SAY_H

#include <stdbool.h>

/* The Makefile knows it. */
#ifndef SRIOVSCOPE_VERSION
#define SRIOVSCOPE_VERSION "0"
#endif

/**
 * enum tool_exit - how the command ends
 * @TOOL_WELL: nothing is wrong
 * @TOOL_WRONG: something is wrong with a device
 * @TOOL_USAGE: it was called wrongly
 * @TOOL_BLIND: it could not look
 */
enum tool_exit {
	TOOL_WELL,
	TOOL_WRONG,
	TOOL_USAGE,
	TOOL_BLIND,
};

/* -v: say more */
extern bool say_more;

/**
 * say() - say a sentence on standard error
 * @fmt: the sentence, without the end of its line
 */
void say(const char *fmt, ...) __printf(1, 2);

/**
 * say_complaint() - the same, of a sentence that is there
 * @what: the sentence
 */
void say_complaint(const char *what);

/**
 * say_error() - say why a file of a PF could not be made
 * @name: address of the PF
 * @file: name of the file
 * @error: negative errno
 */
void say_error(const char *name, const char *file, int error);

#endif
