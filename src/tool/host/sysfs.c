// SPDX-License-Identifier: GPL-2.0
/*
 * Attributes of a function in sysfs. What is not there is not known.
 */
#include <sys/stat.h>
#include <unistd.h>

#include "host.h"
#include "sysfs.h"

/* Returns false for a path that is too long, which none in sysfs is. */
static bool sysfs_path(const struct host_function *fn, const char *name,
		       char *path)
{
	int len = snprintf(path, PATH_MAX, "%s/sys/bus/pci/devices/%s%s%s",
			   fn->host->root, fn->name, *name ? "/" : "", name);

	return len < PATH_MAX;
}

bool sysfs_has(const struct host_function *fn, const char *name)
{
	char path[PATH_MAX];

	return sysfs_path(fn, name, path) && !access(path, F_OK);
}

u32 sysfs_size(const struct host_function *fn, const char *name)
{
	char path[PATH_MAX];
	struct stat status;

	if (!sysfs_path(fn, name, path) || stat(path, &status))
		return 0;
	return min_t(u64, status.st_size, PCI_CFG_SPACE_EXP_SIZE);
}

FILE *sysfs_open(const struct host_function *fn, const char *name)
{
	char path[PATH_MAX];

	return sysfs_path(fn, name, path) ? fopen(path, "re") : NULL;
}

bool sysfs_text(const struct host_function *fn, const char *name, char *text)
{
	FILE *file = sysfs_open(fn, name);
	bool found;

	*text = '\0';
	if (!file)
		return false;
	found = fscanf(file, "%63s", text) == 1;
	fclose(file);
	return found;
}

bool sysfs_number(const struct host_function *fn, const char *name, u32 *number)
{
	char text[SYSFS_TEXT_LEN];

	return sysfs_text(fn, name, text) && !kstrtouint(text, 0, number);
}

static bool link_of(const char *path, char *link)
{
	ssize_t len = readlink(path, link, PATH_MAX - 1);

	if (len < 0)
		return false;
	link[len] = '\0';
	return true;
}

bool sysfs_link(const struct host_function *fn, const char *name, char *text,
		size_t size)
{
	char path[PATH_MAX], link[PATH_MAX];

	*text = '\0';
	if (!sysfs_path(fn, name, path) || !link_of(path, link))
		return false;
	strscpy(text, basename(link), size);
	return true;
}

/* The function's own link leads to where it is, below what is above it. */
bool sysfs_parent(const struct host_function *fn, char *text, size_t size)
{
	char path[PATH_MAX], link[PATH_MAX];
	char *last;

	*text = '\0';
	if (!sysfs_path(fn, "", path) || !link_of(path, link))
		return false;
	last = strrchr(link, '/');
	if (!last)
		return false;
	*last = '\0';
	strscpy(text, basename(link), size);
	return *text;
}

FILE *host_path_open(const struct host *host, const char *path)
{
	char whole[PATH_MAX];
	int len = snprintf(whole, sizeof(whole), "%s%s", host->root, path);

	return len < PATH_MAX ? fopen(whole, "re") : NULL;
}
