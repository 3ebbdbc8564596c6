// SPDX-License-Identifier: GPL-2.0
/*
 * The secrets of a machine, from sysfs.
 */
#include <glob.h>

#include "host/sysfs.h"
#include "members.h"
#include "patterns.h"
#include "secrets.h"

#define LINE_LEN 256
#define DRIVER_LEN 64

/* A shorter name of a machine would be found in what is none. */
#define HOST_LEN_MIN 4

/* An address of IP over InfiniBand has the GUID of its port at its end. */
#define IPOIB_LEN \
	strlen("80:00:00:48:fe:80:00:00:00:00:00:00:00:02:c9:03:00:fa:b1:c2")
#define GUID_LEN strlen("00:02:c9:03:00:fa:b1:c2")

/* Files whose first line is one */
static const struct {
	enum secret kind;
	const char *files;
} sources[] = {
	{ SECRET_HOST, "/proc/sys/kernel/hostname" },
	{ SECRET_MAC, "/sys/class/net/*/address" },
	{ SECRET_MAC, "/sys/class/infiniband/*/node_guid" },
	{ SECRET_MAC, "/sys/class/infiniband/*/sys_image_guid" },
	{ SECRET_MAC, "/sys/class/fc_host/*/port_name" },
	{ SECRET_MAC, "/sys/class/fc_host/*/node_name" },
	{ SECRET_SERIAL, "/sys/class/dmi/id/*_serial" },
	{ SECRET_SERIAL, "/sys/class/dmi/id/*_asset_tag" },
	{ SECRET_SERIAL, "/sys/class/dmi/id/product_uuid" },
	{ SECRET_SERIAL, "/sys/class/nvme/*/serial" },
};

/* Is a word the name of a driver, or a part of it? */
static bool is_in_driver(const struct host_function *fn, const char *link,
			 const char *word)
{
	char driver[DRIVER_LEN];
	const char *at;

	if (!sysfs_link(fn, link, driver, sizeof(driver)))
		return false;
	for (at = driver; *at; at++) {
		if (pattern_word(driver, at, word))
			return true;
	}
	return false;
}

static bool is_driver(const struct members *members, const char *word)
{
	const struct host_function *fn;
	u32 i;

	for (i = 0; i < members->host->count; i++) {
		fn = &members->host->functions[i];
		if (members_role(members, fn) &&
		    (is_in_driver(fn, "driver", word) ||
		     is_in_driver(fn, "driver/module", word)))
			return true;
	}
	return false;
}

/* A part of a machine's name would take away what a report is about. */
static bool learn_name(struct secrets *secrets, const struct members *members,
		       const char *name)
{
	if (strlen(name) >= HOST_LEN_MIN && !is_driver(members, name))
		return secrets_add(secrets, SECRET_HOST, name);
	secrets->short_names += !!*name;
	return true;
}

/* The name of a machine may have its domain with it. */
static bool learn_host(struct secrets *secrets, const struct members *members,
		       char *name)
{
	char *domain;

	name[strcspn(name, "\n")] = '\0';
	domain = strchrnul(name, '.');
	if (*domain)
		*domain++ = '\0';
	return learn_name(secrets, members, name) &&
	       learn_name(secrets, members, domain);
}

static bool learn_address(struct secrets *secrets, char *address)
{
	address[strcspn(address, "\n")] = '\0';
	if (strlen(address) == IPOIB_LEN &&
	    !secrets_add(secrets, SECRET_MAC, address + IPOIB_LEN - GUID_LEN))
		return false;
	return secrets_add(secrets, SECRET_MAC, address);
}

static bool learn_file(struct secrets *secrets, const struct members *members,
		       enum secret kind, const char *path)
{
	FILE *file = fopen(path, "re");
	char line[LINE_LEN] = "";

	if (!file)
		return true;
	if (!fgets(line, sizeof(line), file))
		*line = '\0';
	fclose(file);
	return kind == SECRET_HOST ? learn_host(secrets, members, line) :
	       kind == SECRET_MAC  ? learn_address(secrets, line) :
				     secrets_add(secrets, kind, line);
}

static bool learn_files(struct secrets *secrets, const struct members *members,
			enum secret kind, const char *files)
{
	glob_t found = {};
	bool room = true;
	size_t i;

	if (!glob(files, GLOB_NOSORT, NULL, &found)) {
		for (i = 0; room && i < found.gl_pathc; i++)
			room = learn_file(secrets, members, kind,
					  found.gl_pathv[i]);
	}
	globfree(&found);
	return room;
}

bool secrets_learn(struct secrets *secrets, const struct members *members)
{
	char files[PATH_MAX];
	bool room = true;
	u32 i;

	for (i = 0; room && i < ARRAY_SIZE(sources); i++) {
		snprintf(files, sizeof(files), "%s%s", members->host->root,
			 sources[i].files);
		room = learn_files(secrets, members, sources[i].kind, files);
	}
	return room;
}
