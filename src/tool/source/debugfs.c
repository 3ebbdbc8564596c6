// SPDX-License-Identifier: GPL-2.0
/*
 * The files of the module, as they are.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "debugfs.h"

#define OBSERVE "/sys/module/sriovscope/parameters/observe"

static FILE *debugfs_open(const char *root, const char *name, const char *file)
{
	char path[PATH_MAX];
	int len = snprintf(path, sizeof(path), "%s" DEBUGFS_DIR "/%s%s%s", root,
			   name ? name : "", name ? "/" : "", file);

	if (len < (int)sizeof(path))
		return fopen(path, "re");
	errno = ENAMETOOLONG;
	return NULL;
}

bool debugfs_is_there(const char *root)
{
	FILE *file = debugfs_open(root, NULL, "devices");

	if (file)
		fclose(file);
	return file;
}

bool debugfs_has_all(const char *root)
{
	char path[PATH_MAX];
	FILE *file = NULL;
	int observe;

	if (snprintf(path, sizeof(path), "%s" OBSERVE, root) <
	    (int)sizeof(path))
		file = fopen(path, "re");
	if (!file)
		return true;
	observe = fgetc(file);
	fclose(file);
	return observe != 'N';
}

/* One read from the start is one look at the device, however long the file is. */
char *debugfs_read(const char *root, const char *name, const char *file)
{
	FILE *in = debugfs_open(root, name, file);
	size_t size = 0;
	char *text = NULL;
	int error;

	if (!in)
		return NULL;
	errno = 0;
	if (getdelim(&text, &size, '\0', in) < 0) {
		error = ferror(in) ? errno : 0;
		free(text);
		text = error ? NULL : strdup("");
		errno = error;
	}
	fclose(in);
	return text;
}
