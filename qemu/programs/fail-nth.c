// SPDX-License-Identifier: GPL-2.0
/*
 * fail-nth once|from N VERB WHAT [VALUE]: does one thing, while the Nth allocation of it
 * fails, or that and all that follow: then there is no other way to the memory.
 *
 *	read FILE		opens it and reads all of it, to standard output
 *	write FILE VALUE	opens it and writes once
 *	insmod FILE		loads a module
 *	rmmod NAME		unloads a module
 *
 * Prints the errno's number to standard error, 0 when it went well. The exit status is 0
 * when an allocation failed, 1 when there are fewer than N, 2 when it was called wrongly.
 * Which allocations count is said in debugfs, for failslab and fail_page_alloc.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* More than a file has in these tests */
static char text[1 << 20];
static size_t size;

static int do_read(int file, const char *value)
{
	ssize_t got = 0;

	while (size < sizeof(text) &&
	       (got = read(file, text + size, sizeof(text) - size)) > 0)
		size += got;
	return got < 0 ? errno : 0;
}

static int do_write(int file, const char *value)
{
	return write(file, value, strlen(value)) < 0 ? errno : 0;
}

static int do_insmod(int file, const char *value)
{
	return syscall(SYS_finit_module, file, "", 0) ? errno : 0;
}

static int do_rmmod(const char *name)
{
	return syscall(SYS_delete_module, name, O_NONBLOCK) ? errno : 0;
}

static const struct verb {
	const char *name;
	int arguments;
	int flags; /* of open() */
	int (*on_file)(int file, const char *value);
} verbs[] = {
	{ "read", 1, O_RDONLY, do_read },
	{ "write", 2, O_WRONLY, do_write },
	{ "insmod", 1, O_RDONLY, do_insmod },
	{ "rmmod", 1, 0, NULL },
	{ NULL, 0, 0, NULL },
};

static const struct verb *find_verb(int argc, char **argv)
{
	const struct verb *verb;

	for (verb = verbs; argc > 3 && verb->name; verb++) {
		if (!strcmp(argv[3], verb->name) && argc == 4 + verb->arguments)
			return verb;
	}
	return NULL;
}

static int do_verb(const struct verb *verb, char **arguments)
{
	int file, error;

	if (!verb->on_file)
		return do_rmmod(arguments[0]);
	file = open(arguments[0], verb->flags);
	if (file < 0)
		return errno;
	error = verb->on_file(file, arguments[1]);
	close(file);
	return error;
}

static int write_file(int file, const char *value)
{
	return pwrite(file, value, strlen(value), 0) < 0;
}

/*
 * The kernel counts the allocations of this thread down, and fails that at 0. Those after
 * it can fail as those of a task that is marked, by what debugfs says of all such tasks.
 */
int main(int argc, char **argv)
{
	int counter = open("/proc/thread-self/fail-nth", O_RDWR);
	int mark = open("/proc/thread-self/make-it-fail", O_RDWR), error;
	const struct verb *verb = find_verb(argc, argv);
	char left[16] = "";

	if (!verb || counter < 0 || mark < 0 ||
	    write_file(mark, strcmp(argv[1], "from") ? "0" : "1") ||
	    write_file(counter, argv[2]))
		return 2;
	error = do_verb(verb, argv + 4);
	if (write_file(mark, "0") ||
	    pread(counter, left, sizeof(left) - 1, 0) < 0 ||
	    write_file(counter, "0"))
		return 2;
	fprintf(stderr, "%d\n", error);
	fwrite(text, size, 1, stdout);
	return atoi(left) ? 1 : 0;
}
