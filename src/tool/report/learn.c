// SPDX-License-Identifier: GPL-2.0
/*
 * The secrets of a machine, from sysfs.
 */
#include <glob.h>

#include "host/host.h"
#include "host/sysfs.h"
#include "secrets.h"

#define LINE_LEN 256

/* Files whose first line is one */
static const struct {
	enum secret kind;
	const char *files;
} sources[] = {
	{ SECRET_HOST, "/proc/sys/kernel/hostname" },
	{ SECRET_MAC, "/sys/class/net/*/address" },
	{ SECRET_SERIAL, "/sys/class/dmi/id/*_serial" },
	{ SECRET_SERIAL, "/sys/class/dmi/id/product_uuid" },
	{ SECRET_SERIAL, "/sys/class/nvme/*/serial" },
};

/* The name of a machine may have its domain with it. */
static bool learn_host(struct secrets *secrets, char *name)
{
	name[strcspn(name, ".\n")] = '\0';
	return secrets_add(secrets, SECRET_HOST, name);
}

static bool learn_file(struct secrets *secrets, enum secret kind,
		       const char *path)
{
	FILE *file = fopen(path, "re");
	char line[LINE_LEN] = "";

	if (!file)
		return true;
	if (!fgets(line, sizeof(line), file))
		*line = '\0';
	fclose(file);
	return kind == SECRET_HOST ? learn_host(secrets, line) :
				     secrets_add(secrets, kind, line);
}

static bool learn_files(struct secrets *secrets, enum secret kind,
			const char *files)
{
	glob_t found = {};
	bool room = true;
	size_t i;

	if (!glob(files, GLOB_NOSORT, NULL, &found)) {
		for (i = 0; room && i < found.gl_pathc; i++)
			room = learn_file(secrets, kind, found.gl_pathv[i]);
	}
	globfree(&found);
	return room;
}

bool secrets_learn(struct secrets *secrets, const struct host *host)
{
	char files[PATH_MAX];
	bool room = true;
	u32 i;

	for (i = 0; room && i < ARRAY_SIZE(sources); i++) {
		snprintf(files, sizeof(files), "%s%s", host->root,
			 sources[i].files);
		room = learn_files(secrets, sources[i].kind, files);
	}
	return room;
}
