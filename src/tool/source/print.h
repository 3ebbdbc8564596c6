/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The files of a PF as text, as the module prints them.
 */
#ifndef SRIOVSCOPE_TOOL_PRINT_H
#define SRIOVSCOPE_TOOL_PRINT_H

#include "core/text/file.h"

/**
 * print_find() - a file by its name
 * @name: the name
 *
 * Return: the file, NULL when there is none.
 */
const struct text_file *print_find(const char *name);

/**
 * print_file() - all lines of a file
 * @file: which
 * @facts: what it is printed from
 * @error: to fill in on error: negative errno
 *
 * Behind a table in which something is unknown is a line that says what, and why.
 *
 * Return: the text, for free(); NULL on error.
 */
char *print_file(const struct text_file *file, const struct pf_facts *facts,
		 int *error);

/**
 * print_line() - add to a text
 * @m: the text; its room grows as needed
 * @line: prints it
 * @data: for @line
 * @n: for @line
 *
 * Return: false when there is no memory.
 */
bool print_line(struct seq_file *m,
		void (*line)(struct seq_file *m, const void *data, u32 n),
		const void *data, u32 n);

/**
 * print_end() - the end of a text
 * @m: the text
 *
 * Return: it, for free(); NULL when there was no memory.
 */
char *print_end(struct seq_file *m);

#endif
