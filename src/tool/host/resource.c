// SPDX-License-Identifier: GPL-2.0
/*
 * The resources of a function, a line of three numbers each.
 */
#include "resource.h"
#include "sysfs.h"

/* More than all lines have */
#define RESOURCE_LEN 2048

/* Returns what is behind the number, NULL when there is none. */
static const char *number_parse(const char *text, u64 *number)
{
	char *end;

	if (!text)
		return NULL;
	*number = strtoull(text, &end, 16);
	return end == text ? NULL : end;
}

u32 resource_read(const struct host_function *fn, struct resource_line *lines)
{
	struct resource_line *line;
	char text[RESOURCE_LEN];
	const char *at = text;
	u32 count;

	sysfs_read(fn, "resource", text, sizeof(text));
	for (count = 0; count < RESOURCE_LINES_MAX; count++) {
		line = &lines[count];
		at = number_parse(at, &line->start);
		at = number_parse(at, &line->end);
		at = number_parse(at, &line->flags);
		if (!at)
			break;
	}
	return count;
}
