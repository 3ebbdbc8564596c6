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
	say("%s: it is there, and is no file; - is standard output",
	    output->path);
	return false;
}

/* That of the file which is replaced, or what a new file gets */
static mode_t output_mode(const struct output *output)
{
	struct stat status;
	mode_t mask;

	if (!lstat(output->path, &status))
		return status.st_mode & 0777;
	mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

static bool output_create(struct output *output)
{
	int fd = mkstemp(output->beside);

	if (fd < 0)
		return output_say(output);
	output->out = fdopen(fd, "w");
	if (output->out && !fchmod(fd, output_mode(output)))
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
	output_drop(output);
	return false;
}

void output_drop(struct output *output)
{
	fclose(output->out);
	unlink(output->beside);
}
