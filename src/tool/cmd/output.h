/* SPDX-License-Identifier: GPL-2.0 */
/*
 * -o FILE: a file that others read at any time.
 */
#ifndef SRIOVSCOPE_TOOL_OUTPUT_H
#define SRIOVSCOPE_TOOL_OUTPUT_H

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>

/**
 * struct output - a file that is being written
 * @out: where what is written goes
 * @path: the file
 * @beside: the file that becomes it
 */
struct output {
	FILE *out;
	const char *path;
	char beside[PATH_MAX];
};

/**
 * output_open() - begin to write a file
 * @output: to fill in
 * @path: the file, which stays as it is until output_end(); its mode goes to what
 *	takes its place
 *
 * Return: false when that cannot be, which was said.
 */
bool output_open(struct output *output, const char *path);

/**
 * output_end() - the file is what was written
 * @output: from output_open()
 *
 * Return: false when it is not, which was said; then the file is as it was.
 */
bool output_end(struct output *output);

/**
 * output_drop() - the file stays as it was
 * @output: from output_open(), in place of output_end()
 */
void output_drop(struct output *output);

#endif
