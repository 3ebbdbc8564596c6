// SPDX-License-Identifier: GPL-2.0
/*
 * One configuration read that goes wrong, and no other.
 */
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/limits.h>
#include <linux/string.h>

#include "numbers.h"
#include "odd_read.h"

/* How it goes wrong, and the greatest number behind the word; 0: there is none. */
static const struct {
	const char *word;
	u64 max;
} ways[] = {
	{ "fails", MAX_ERRNO },
	{ "ones", 0 },
	{ "flips", U32_MAX },
};

/* Past the word that @text begins with, or NULL */
static const char *skip_word(const char *text, const char *word)
{
	size_t length = strcspn(text, " \t\n");

	if (length != strlen(word) || strncmp(text, word, length))
		return NULL;
	return skip_spaces(text + length);
}

/* Past the number, if there is one for this way, to the end; false: there is more. */
static bool parse_rest(const char *text, u64 max, u64 *number)
{
	if (max) {
		text = sim_numbers(text, ' ', max, number, 1);
		if (!text || !*number)
			return false;
	}
	return !*text;
}

static int parse_way(const char *text, u32 left, struct sim_odd_read *odd)
{
	const char *rest;
	u64 number = 0;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(ways); i++) {
		rest = skip_word(text, ways[i].word);
		if (!rest)
			continue;
		if (!parse_rest(rest, ways[i].max, &number))
			return -EINVAL;
		*odd = (struct sim_odd_read){
			.left = left,
			.error = i == 0 ? number : 0,
			.ones = i == 1 ? U32_MAX : 0,
			.flips = i == 2 ? number : 0,
		};
		return 0;
	}
	return -EINVAL;
}

int sim_odd_read_parse(const char *text, struct sim_odd_read *odd)
{
	const char *way;
	u64 left;

	if (sysfs_streq(text, "none")) {
		*odd = (struct sim_odd_read){};
		return 0;
	}
	way = sim_numbers(text, ' ', U32_MAX, &left, 1);
	if (!way || !left)
		return -EINVAL;
	return parse_way(way, left, odd);
}

ssize_t sim_odd_read_print(const struct sim_odd_read *odd, char *page)
{
	if (!odd->left)
		return sprintf(page, "none\n");
	if (odd->error)
		return sprintf(page, "%u fails %d\n", odd->left, odd->error);
	if (odd->ones)
		return sprintf(page, "%u ones\n", odd->left);
	return sprintf(page, "%u flips 0x%x\n", odd->left, odd->flips);
}

int sim_odd_read_pass(struct sim_odd_read *odd, u32 width, int ret, u32 *value)
{
	const u32 lanes = width == sizeof(u8)  ? U8_MAX :
			  width == sizeof(u16) ? U16_MAX :
						 U32_MAX;

	if (!odd->left || --odd->left || ret)
		return ret;
	if (odd->error)
		*value = lanes;
	else
		*value = ((*value | odd->ones) ^ odd->flips) & lanes;
	return -odd->error;
}
