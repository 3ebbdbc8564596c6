/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Lines as people have them.
 */
#ifndef SRIOVSCOPE_EXPLAIN_LINES_H
#define SRIOVSCOPE_EXPLAIN_LINES_H

/**
 * struct explain_case - a line, and what it is of
 * @name: of the cause that must come first, NULL when none may come
 * @text: the line
 */
struct explain_case {
	const char *name;
	const char *text;
};

/* All of them, up to one without a text */
extern const struct explain_case explain_cases[];

#endif
