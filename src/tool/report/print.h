/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The text of a report.
 */
#ifndef SRIOVSCOPE_TOOL_REPORT_PRINT_H
#define SRIOVSCOPE_TOOL_REPORT_PRINT_H

#include <stdbool.h>
#include <stdio.h>

struct report;

/**
 * report_print() - print a report
 * @report: all but its text
 * @dumps: the configuration spaces of its functions
 * @out: where to
 *
 * Return: false when there is no memory.
 */
bool report_print(struct report *report, FILE *dumps, FILE *out);

#endif
