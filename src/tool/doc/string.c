// SPDX-License-Identifier: GPL-2.0
/*
 * Strings of JSON, which are UTF-8. Names of drivers and files, and what somebody
 * types, are bytes.
 */
#include <linux/types.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc.h"

/* What a byte that is no UTF-8 becomes: \xNN, as in the texts */
#define ESCAPED_LEN 4

static bool is_tail(u8 byte)
{
	return byte >= 0x80 && byte <= 0xbf;
}

/*
 * How many bytes the character has, 0 for none. The second byte says whether it is
 * written as short as can be, is half of a pair of UTF-16, or past the last one.
 */
static size_t utf8_len(const u8 *text)
{
	static const struct {
		u8 first, last, second_min, second_max, len;
	} forms[] = {
		{ 0x01, 0x7f, 0x00, 0xff, 1 }, { 0xc2, 0xdf, 0x80, 0xbf, 2 },
		{ 0xe0, 0xe0, 0xa0, 0xbf, 3 }, { 0xe1, 0xec, 0x80, 0xbf, 3 },
		{ 0xed, 0xed, 0x80, 0x9f, 3 }, { 0xee, 0xef, 0x80, 0xbf, 3 },
		{ 0xf0, 0xf0, 0x90, 0xbf, 4 }, { 0xf1, 0xf3, 0x80, 0xbf, 4 },
		{ 0xf4, 0xf4, 0x80, 0x8f, 4 },
	};
	size_t i, n;

	for (i = 0; i < ARRAY_SIZE(forms); i++) {
		if (*text < forms[i].first || *text > forms[i].last ||
		    text[1] < forms[i].second_min ||
		    text[1] > forms[i].second_max)
			continue;
		for (n = 2; n < forms[i].len && is_tail(text[n]); n++)
			;
		return n < forms[i].len ? 0 : forms[i].len;
	}
	return 0;
}

struct json_object *doc_new_string(const char *text)
{
	char *copy = malloc(strlen(text) * ESCAPED_LEN + 1), *to = copy;
	struct json_object *object;
	size_t len;

	if (!copy)
		return NULL;
	while (*text) {
		len = utf8_len((const u8 *)text);
		if (len) {
			to = mempcpy(to, text, len);
			text += len;
		} else {
			to += sprintf(to, "\\x%02x", (u8)*text++);
		}
	}
	*to = '\0';
	object = json_object_new_string(copy);
	free(copy);
	return object;
}
