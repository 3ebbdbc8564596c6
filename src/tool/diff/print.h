/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Changes for people.
 */
#ifndef SRIOVSCOPE_TOOL_DIFF_PRINT_H
#define SRIOVSCOPE_TOOL_DIFF_PRINT_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stdio.h>

/**
 * print_change() - print a line: what it was, and what it is
 * @out: where to
 * @color: in colours
 * @changes: a list of struct diff
 * @at: which one of it
 *
 * Rows with numbers that follow each other, and in which the same has changed in the
 * same way, are one line: 64 VFs come at once.
 *
 * Return: how many of @changes the line tells.
 */
size_t print_change(FILE *out, bool color, struct json_object *changes,
		    size_t at);

/**
 * print_changes() - print all, under the PFs and files that they are of
 * @out: where to
 * @color: in colours
 * @changes: a list of struct diff
 */
void print_changes(FILE *out, bool color, struct json_object *changes);

#endif
