// SPDX-License-Identifier: GPL-2.0
/*
 * Attributes of a function in sysfs. What is not there is not known.
 */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host.h"
#include "sysfs.h"

/* A handful of lines */
#define UEVENT_LEN 1024

/*
 * Where the function's link leads is shorter for the kernel to walk than the link.
 * Returns false for a path that is too long, which none in sysfs is.
 */
static bool sysfs_path(const struct host_function *fn, const char *name,
		       char *path)
{
	int len = snprintf(path, PATH_MAX, "%s/sys/%s%s/%s", fn->host->root,
			   fn->where ?: "bus/pci/devices/",
			   fn->where ? "" : fn->name, name);

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

static FILE *sysfs_open(const struct host_function *fn, const char *name)
{
	char path[PATH_MAX];

	return sysfs_path(fn, name, path) ? fopen(path, "re") : NULL;
}

int sysfs_byte(const struct host_function *fn, const char *name, u32 offset)
{
	FILE *file = sysfs_open(fn, name);
	ssize_t len;
	u8 byte;
	int ret;

	if (!file)
		return -errno;
	len = pread(fileno(file), &byte, sizeof(byte), offset);
	ret = len < 0 ? -errno : len ? byte : -ENODATA;
	fclose(file);
	return ret;
}

size_t sysfs_read(const struct host_function *fn, const char *name, char *text,
		  size_t size)
{
	char path[PATH_MAX];
	ssize_t len = -1;
	int fd = -1;

	if (sysfs_path(fn, name, path))
		fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		len = read(fd, text, size - 1);
		close(fd);
	}
	len = max(len, 0);
	text[len] = '\0';
	return len;
}

bool sysfs_text(const struct host_function *fn, const char *name, char *text)
{
	sysfs_read(fn, name, text, SYSFS_TEXT_LEN);
	text[strcspn(text, "\n ")] = '\0';
	return *text;
}

/* One file has both. */
void sysfs_ident(const struct host_function *fn, u16 *vendor, u16 *device)
{
	char text[UEVENT_LEN];
	const char *at;

	sysfs_read(fn, "uevent", text, sizeof(text));
	at = strstr(text, "PCI_ID=");
	if (at && sscanf(at, "PCI_ID=%4hx:%4hx", vendor, device) == 2)
		return;
	*vendor = 0;
	*device = 0;
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
	const char *last = fn->where ? strrchr(fn->where, '/') : NULL;
	const char *first = last ? memrchr(fn->where, '/', last - fn->where) :
				   NULL;

	*text = '\0';
	if (!first)
		return false;
	strscpy(text, first + 1, min(size, (size_t)(last - first)));
	return *text;
}

/* "../../../devices/pci0000:00/0000:00:01.0" */
char *sysfs_where(const struct host_function *fn)
{
	char path[PATH_MAX], link[PATH_MAX];
	const char *devices;

	if (!sysfs_path(fn, "", path))
		return NULL;
	path[strlen(path) - 1] = '\0';
	if (!link_of(path, link))
		return NULL;
	devices = strstr(link, "/devices/");
	return devices ? strdup(devices + 1) : NULL;
}

FILE *host_path_open(const struct host *host, const char *path)
{
	char whole[PATH_MAX];
	int len = snprintf(whole, sizeof(whole), "%s%s", host->root, path);

	return len < PATH_MAX ? fopen(whole, "re") : NULL;
}
