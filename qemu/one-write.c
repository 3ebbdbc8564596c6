// SPDX-License-Identifier: GPL-2.0
/*
 * one-write FILE [OFFSET]: writes what standard input has, be it nothing, with one system
 * call, and prints how much was taken, or "-" and the errno's number.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* More than any file takes */
static char text[8 << 20];

static size_t take(void)
{
	size_t size = 0;
	ssize_t got;

	while ((got = read(0, text + size, sizeof(text) - size)) > 0)
		size += got;
	return size;
}

int main(int argc, char **argv)
{
	size_t size = take();
	ssize_t done;
	int file;

	if (argc < 2)
		return 2;
	file = open(argv[1], O_WRONLY);
	if (file < 0) {
		printf("-%d\n", errno);
		return 0;
	}
	if (argc > 2)
		done = pwrite(file, text, size, strtoll(argv[2], NULL, 0));
	else
		done = write(file, text, size);
	printf("%zd\n", done < 0 ? -(ssize_t)errno : done);
	return 0;
}
