// SPDX-License-Identifier: GPL-2.0
/*
 * The attribute odd_read of a simulated function: which read goes wrong.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "odd-reads.h"

static const char *attribute;

void attribute_use(const char *path)
{
	attribute = path;
}

void attribute_put(const char *text)
{
	int file = open(attribute, O_WRONLY);

	if (file < 0 || write(file, text, strlen(text)) != (int)strlen(text))
		stop(attribute);
	close(file);
}

void let_go_wrong(void)
{
	char line[64];

	snprintf(line, sizeof(line), "%u %s", number, way);
	attribute_put(line);
}

/* Has it been? */
bool went_wrong(void)
{
	int file = open(attribute, O_RDONLY);
	char line[5] = "";

	if (file < 0 || read(file, line, 4) != 4)
		stop(attribute);
	close(file);
	return !strcmp(line, "none");
}
