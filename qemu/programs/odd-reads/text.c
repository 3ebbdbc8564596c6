// SPDX-License-Identifier: GPL-2.0
/*
 * Texts of files, and what they must be.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "odd-reads.h"
#include "text.h"

/* 65,535 VFs are in it. */
#define TEXT_MAX (16 << 20)

struct text new_text(void)
{
	struct text text = { malloc(TEXT_MAX + 1), 0, 0 };

	if (!text.bytes)
		stop("malloc");
	return text;
}

/* Behind what is there */
void add_file(struct text *text, const char *path)
{
	int file = open(path, O_RDONLY);
	ssize_t got = 0;

	text->error = file < 0 ? errno : 0;
	while (file >= 0 && text->size < TEXT_MAX &&
	       (got = read(file, text->bytes + text->size,
			   TEXT_MAX - text->size)) > 0)
		text->size += got;
	if (got < 0)
		text->error = errno;
	if (text->size == TEXT_MAX)
		complain("%s has no end", path);
	text->bytes[text->size] = '\0';
	if (file >= 0)
		close(file);
}

void read_file(struct text *text, const char *path)
{
	text->size = 0;
	add_file(text, path);
}

void must_be_text(const struct text *text)
{
	size_t i;

	for (i = 0; i < text->size; i++)
		if (text->bytes[i] != '\n' && text->bytes[i] != '\t' &&
		    (text->bytes[i] < ' ' || text->bytes[i] > '~'))
			complain("no text");
	if (text->size && text->bytes[text->size - 1] != '\n')
		complain("the last line has no end");
}

static bool has_line(const char *text, const char *line, size_t size)
{
	const char *at;

	for (at = text; at; at = strchr(at, '\n')) {
		at += *at == '\n';
		if (!strncmp(at, line, size) && at[size] == '\n')
			return true;
	}
	return false;
}

static bool is_complaint(const char *line)
{
	return !strncmp(line, "FAIL ", 5) || !strncmp(line, "WARN ", 5);
}

/* Says the first line that is not in the other text. */
const char *strange_line(const struct text *text, const struct text *in,
			 bool complaints)
{
	char *line, *end;

	for (line = text->bytes; *line; line = end + 1) {
		end = strchr(line, '\n');
		if (!end)
			return line;
		if ((!complaints || is_complaint(line)) &&
		    !has_line(in->bytes, line, end - line)) {
			*end = '\0';
			return line;
		}
	}
	return NULL;
}

void must_be_same(const struct text *text, const struct text *before)
{
	const char *line;

	if (text->error != before->error)
		complain("errno %d now", text->error);
	if (text->size == before->size &&
	    !memcmp(text->bytes, before->bytes, text->size))
		return;
	line = strange_line(text, before, false);
	complain("now it says for good: %s", line ?: "less");
}
