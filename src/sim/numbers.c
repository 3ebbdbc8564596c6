// SPDX-License-Identifier: GPL-2.0
/*
 * Numbers that are written to attributes of configfs.
 */
#include <linux/ctype.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "numbers.h"

#define WORD_MAX 24 /* 2^64 has 20 digits */

static const char *one_number(const char *text, char separator, u64 max,
			      u64 *number)
{
	const char ends[] = { separator, ' ', '\t', '\n', '\0' };
	char word[WORD_MAX];
	size_t length;

	text = skip_spaces(text);
	length = strcspn(text, ends);
	if (length >= sizeof(word))
		return NULL;
	memcpy(word, text, length);
	word[length] = '\0';
	if (kstrtou64(word, 0, number) || *number > max)
		return NULL;
	return text + length;
}

const char *sim_numbers(const char *text, char separator, u64 max, u64 *numbers,
			u32 count)
{
	u32 i;

	for (i = 0; i < count; i++) {
		if (i && *text++ != separator)
			return NULL;
		text = one_number(text, separator, max, &numbers[i]);
		if (!text)
			return NULL;
	}
	return !*text || isspace(*text) ? skip_spaces(text) : NULL;
}
