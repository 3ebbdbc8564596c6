// SPDX-License-Identifier: GPL-2.0
/*
 * What changes in a copy of sysfs and debugfs: there the kernel says nothing, and
 * files are written as files are, which sysfs's own are not.
 */
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "happening.h"
#include "source/debugfs.h"

#define TREE_EVENTS (IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVE | IN_ONLYDIR)

int happening_tree(void)
{
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

	return fd < 0 ? -errno : fd;
}

static void arm_folder(int fd, const char *root, const char *folder)
{
	char path[PATH_MAX], below[PATH_MAX];
	struct dirent *entry;
	DIR *dir;

	if (snprintf(path, sizeof(path), "%s%s", root, folder) >=
	    (int)sizeof(path))
		return;
	inotify_add_watch(fd, path, TREE_EVENTS);
	dir = opendir(path);
	while (dir && (entry = readdir(dir))) {
		if (*entry->d_name != '.' &&
		    snprintf(below, sizeof(below), "%s/%s", path,
			     entry->d_name) < (int)sizeof(below))
			inotify_add_watch(fd, below, TREE_EVENTS);
	}
	if (dir)
		closedir(dir);
}

void happening_tree_arm(int fd, const char *root)
{
	arm_folder(fd, root, "/sys/bus/pci/devices");
	arm_folder(fd, root, DEBUGFS_DIR);
}

bool happening_tree_take(int fd)
{
	char events[4096];

	while (read(fd, events, sizeof(events)) > 0)
		;
	return true;
}
