/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Texts of files, and what they must be.
 */
#ifndef SRIOVSCOPE_ODD_READS_TEXT_H
#define SRIOVSCOPE_ODD_READS_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/**
 * struct text - a text
 * @bytes: what it says, with 0 at its end
 * @size: how many these are
 * @error: the errno that reading it ended with
 */
struct text {
	char *bytes;
	size_t size;
	int error;
};

/**
 * new_text() - room for a text
 *
 * Return: an empty one, whose bytes are freed with free().
 */
struct text new_text(void);

/**
 * add_file() - read a file behind what is there
 * @text: the text
 * @path: the file
 */
void add_file(struct text *text, const char *path);

/**
 * read_file() - read a file in place of what is there
 * @text: the text
 * @path: the file
 */
void read_file(struct text *text, const char *path);

/**
 * must_be_text() - complain of what is no text, or does not end with a line
 * @text: the text
 */
void must_be_text(const struct text *text);

/**
 * strange_line() - find the first line that is not in another text
 * @text: the text, which is cut behind that line
 * @in: the other one
 * @complaints: of lines that complain alone
 *
 * Return: the line, NULL when there is none.
 */
const char *strange_line(const struct text *text, const struct text *in,
			 bool complaints);

/**
 * must_be_same() - complain of a text that is not what it was
 * @text: the text
 * @before: what it was
 */
void must_be_same(const struct text *text, const struct text *before);

#endif
