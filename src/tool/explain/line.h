/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A text, made ready to be searched.
 */
#ifndef SRIOVSCOPE_EXPLAIN_LINE_H
#define SRIOVSCOPE_EXPLAIN_LINE_H

#include <stdbool.h>

#include "explain.h"

/**
 * struct explain_line - a text, made ready to be searched
 * @text: printable ASCII, with single blanks
 * @error: the errno that it has, 0 for none
 * @alone: that errno tells something by itself
 */
struct explain_line {
	char text[EXPLAIN_TEXT_LEN + 1];
	int error;
	bool alone;
};

/**
 * explain_line_make() - make a text ready
 * @line: to fill in
 * @text: any bytes
 */
void explain_line_make(struct explain_line *line, const char *text);

#endif
