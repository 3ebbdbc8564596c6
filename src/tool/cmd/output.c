// SPDX-License-Identifier: GPL-2.0
/*
 * -o FILE. Who reads the file sees all of the old one or all of the new one: it is
 * written beside, and renamed.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output.h"
#include "say.h"

static bool output_say(const struct output *output)
{
	say("%s: %s", output->path, strerror(errno));
	return false;
}

/* A rename would put a file in place of a device, or of a link to one. */
static bool output_may_replace(const struct output *output)
{
	struct stat status;

	if (lstat(output->path, &status) || S_ISREG(status.st_mode))
		return true;
	say("%s: it is there, and is no file; without -o standard output is written",
	    output->path);
	return false;
}

/* With the mode that a new file gets */
static bool output_create(struct output *output)
{
	mode_t mask = umask(0);
	int fd = mkstemp(output->beside);

	umask(mask);
	if (fd < 0)
		return output_say(output);
	output->out = fdopen(fd, "w");
	if (output->out && !fchmod(fd, 0666 & ~mask))
		return true;
	output_say(output);
	close(fd);
	unlink(output->beside);
	return false;
}

/* A name with an end of its own: node_exporter reads all *.prom. */
bool output_open(struct output *output, const char *path)
{
	output->path = path;
	if (snprintf(output->beside, PATH_MAX, "%s.XXXXXX", path) >= PATH_MAX) {
		errno = ENAMETOOLONG;
		return output_say(output);
	}
	return output_may_replace(output) && output_create(output);
}

bool output_end(struct output *output)
{
	bool failed = ferror(output->out) || fflush(output->out) ||
		      fsync(fileno(output->out));

	if (!failed && !rename(output->beside, output->path)) {
		fclose(output->out);
		return true;
	}
	output_say(output);
	fclose(output->out);
	unlink(output->beside);
	return false;
}
