// SPDX-License-Identifier: GPL-2.0
/*
 * A text, made ready to be searched: of its bytes those that all locales agree on,
 * and the errno that it has.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "line.h"

/* Linux has no errno of its own above that. */
#define LAST_ERRNO 133

/* What a line has that is about VFs, in capitals or not */
static const char *const about_vfs[] = { "write error", "numvfs", "sriov",
					 "sr-iov" };

/* Unlike isalnum(), not of a locale */
static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_';
}

/* Not "VFS:" of the kernel's file systems */
static bool counts_vfs(const char *text)
{
	const char *at = text;

	while ((at = strstr(at, " VF"))) {
		if (at > text && at[-1] >= '0' && at[-1] <= '9')
			return true;
		at++;
	}
	return false;
}

static bool is_about_vfs(const char *text)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(about_vfs); i++) {
		if (strcasestr(text, about_vfs[i]))
			return true;
	}
	return counts_vfs(text);
}

/* Is there the word, with no other at its ends? Its first place, or NULL. */
static const char *find_word(const char *text, const char *word)
{
	size_t len = strlen(word);
	const char *at = text;

	while ((at = strcasestr(at, word))) {
		if ((at == text || !is_word(at[-1])) && !is_word(at[len]))
			return at;
		at++;
	}
	return NULL;
}

static size_t count_words(const char *text, size_t len)
{
	size_t count = 0;

	while (len--)
		count += is_word(*text++);
	return count;
}

/* An errno's text is looked for before its name, and both before a number. */
static const char *word_of(int error, bool text)
{
	return text ? strerrordesc_np(error) : strerrorname_np(error);
}

/* The longest counts: "No such device" is a part of another one. */
static size_t find_errno(const char *text, bool by_text, int *error)
{
	const char *word;
	size_t longest = 0;
	int i;

	for (i = 1; i <= LAST_ERRNO; i++) {
		word = word_of(i, by_text);
		if (word && strlen(word) > longest && find_word(text, word)) {
			longest = strlen(word);
			*error = i;
		}
	}
	return longest;
}

/* "-12", as the kernel says it, and neither "5-12" nor "-12-1" of other names */
static size_t find_number(const char *text, int *error)
{
	const char *at = text;
	char *end;
	long n;

	while ((at = strchr(at, '-'))) {
		n = strtol(at + 1, &end, 10);
		if ((at == text || !is_word(at[-1])) && is_word(at[1]) &&
		    n > 0 && n <= LAST_ERRNO && !is_word(*end) && *end != '-') {
			*error = n;
			return end - at - 1;
		}
		at++;
	}
	return 0;
}

static void take_errno(struct explain_line *line)
{
	const char *text = line->text;
	size_t len, words;

	line->error = 0;
	len = find_errno(text, true, &line->error);
	if (len) {
		words = count_words(strerrordesc_np(line->error), len);
	} else {
		len = find_errno(text, false, &line->error);
		words = len ?: find_number(text, &line->error);
	}
	line->alone = line->error &&
		      (words == count_words(text, strlen(text)) ||
		       is_about_vfs(text));
}

void explain_line_make(struct explain_line *line, const char *text)
{
	size_t from, to = 0;
	char c;

	for (from = 0; text[from] && from < EXPLAIN_TEXT_LEN; from++) {
		c = text[from] > ' ' && text[from] <= '~' ? text[from] : ' ';
		if (c != ' ' || (to && line->text[to - 1] != ' '))
			line->text[to++] = c;
	}
	line->text[to] = '\0';
	take_errno(line);
}
