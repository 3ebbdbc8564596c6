// SPDX-License-Identifier: GPL-2.0
/*
 * fail-nth N read FILE: opens a file and reads all of it, while its Nth allocation fails.
 * Prints what was read, and to standard error the errno's number, 0 when it went well. The
 * exit status is 0 when an allocation failed, 1 when there are fewer than N, 2 when it was
 * called wrongly.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More than a file has in these tests */
static char text[1 << 20];
static size_t size;

static int do_read(const char *path)
{
	int file = open(path, O_RDONLY), error = 0;
	ssize_t got = 0;

	if (file < 0)
		return errno;
	while (size < sizeof(text) &&
	       (got = read(file, text + size, sizeof(text) - size)) > 0)
		size += got;
	if (got < 0)
		error = errno;
	close(file);
	return error;
}

/* The kernel counts the allocations of this thread down, and fails that at 0. */
int main(int argc, char **argv)
{
	int counter = open("/proc/thread-self/fail-nth", O_RDWR), error;
	char left[16] = "";

	if (argc != 4 || strcmp(argv[2], "read") || counter < 0 ||
	    write(counter, argv[1], strlen(argv[1])) < 0)
		return 2;
	error = do_read(argv[3]);
	if (pread(counter, left, sizeof(left) - 1, 0) < 0 ||
	    pwrite(counter, "0", 1, 0) < 0)
		return 2;
	fprintf(stderr, "%d\n", error);
	fwrite(text, size, 1, stdout);
	return atoi(left) ? 1 : 0;
}
