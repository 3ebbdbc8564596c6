// SPDX-License-Identifier: GPL-2.0
/*
 * What a step can do.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "stress.h"

/* Half seconds in which all comes to pass, on any machine */
#define MOMENTS_MAX 240

/* Not created: a directory may be there a moment longer than its files. */
static int open_file(struct kind *kind, const char *path, int flags)
{
	int file = open(path, flags);

	if (file >= 0)
		meet_begin(kind);
	return file;
}

static int do_read(struct kind *kind, const struct step *step)
{
	int file = open_file(kind, step->file, O_RDONLY), error = 0;
	size_t size = 0;
	ssize_t got = 0;

	if (file < 0)
		return errno;
	while (size < TEXT_SIZE - 1 &&
	       (got = read(file, kind->text + size, TEXT_SIZE - 1 - size)) > 0)
		size += got;
	if (got < 0)
		error = errno;
	close(file);
	kind->text[size] = '\0';
	if (*step->value && strstr(kind->text, step->value))
		complain("%s: '%s' is in\n%s", kind->name, step->value,
			 kind->text);
	return error;
}

static int do_wait(struct kind *kind, const struct step *step)
{
	int file = open_file(kind, step->file, O_RDONLY | O_NONBLOCK),
	    error = 0;
	struct pollfd poll_file = { .fd = file, .events = POLLIN };
	ssize_t got;

	if (file < 0)
		return errno;
	while ((got = read(file, kind->text, TEXT_SIZE)) > 0)
		;
	if (got < 0 && errno != EAGAIN)
		error = errno;
	else if (poll(&poll_file, 1, 100) < 0)
		error = errno;
	close(file);
	return error;
}

static int write_once(struct kind *kind, const char *path, const char *value)
{
	int file = open_file(kind, path, O_WRONLY), error = 0;

	if (file < 0)
		return errno;
	if (write(file, value, strlen(value)) < 0)
		error = errno;
	close(file);
	return error;
}

static int do_write(struct kind *kind, const struct step *step)
{
	return write_once(kind, step->file, step->value);
}

static int do_type(struct kind *kind, const struct step *step)
{
	char line[sizeof(step->value) + 1];

	snprintf(line, sizeof(line), "%s\n", step->value);
	return write_once(kind, step->file, line);
}

static int do_insmod(struct kind *kind, const struct step *step)
{
	int file = open_file(kind, step->file, O_RDONLY), error = 0;

	if (file < 0)
		return errno;
	if (syscall(SYS_finit_module, file, step->value, 0))
		error = errno;
	close(file);
	return error;
}

static int do_rmmod(struct kind *kind, const struct step *step)
{
	meet_begin(kind);
	return syscall(SYS_delete_module, step->file, O_NONBLOCK) ? errno : 0;
}

/* Nobody is waited for: it makes room for who needs all others to be out. */
static int do_pause(struct kind *kind, const struct step *step)
{
	if (!stop)
		usleep(rand() % (1000 * atoi(step->file)));
	return 0;
}

/* Waits for a moment, or until there is such a file, or none. */
static bool came_to_pass(const char *path, bool exists)
{
	int tries = 50;

	while ((access(path, F_OK) == 0) != exists && --tries)
		usleep(10000);
	return tries;
}

static int do_until(struct kind *kind, const struct step *step)
{
	int tries = 0;

	while (!came_to_pass(step->file, true)) {
		if (++tries == MOMENTS_MAX)
			return ETIMEDOUT;
		if (tries % 10 == 0)
			kind->steps[0].verb->run(kind, &kind->steps[0]);
		step[-1].verb->run(kind, &step[-1]);
	}
	return 0;
}

static int do_until_no(struct kind *kind, const struct step *step)
{
	int tries = 0;

	while (!came_to_pass(step->file, false)) {
		if (++tries == MOMENTS_MAX)
			return ETIMEDOUT;
	}
	return 0;
}

static const struct verb verbs[] = {
	{ "read", do_read, false },	{ "wait", do_wait, false },
	{ "write", do_write, false },	{ "type", do_type, false },
	{ "insmod", do_insmod, false }, { "rmmod", do_rmmod, false },
	{ "until", do_until, true },	{ "until-no", do_until_no, true },
	{ "pause", do_pause, false },	{ NULL, NULL, false },
};

const struct verb *verb_find(const char *name)
{
	const struct verb *verb;

	for (verb = verbs; verb->name; verb++) {
		if (!strcmp(name, verb->name))
			return verb;
	}
	return NULL;
}
