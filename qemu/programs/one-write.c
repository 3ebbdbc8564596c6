// SPDX-License-Identifier: GPL-2.0
/*
 * one-write FILE [OFFSET]: writes what standard input has, be it nothing, with one system
 * call, and prints how much was taken, or "-" and the errno's number.
 *
 * one-write -e FILE INPUT...: does so with each INPUT, and prints "INPUT TAKEN same", or
 * "changed" where FILE reads otherwise after it than before.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More than any file takes, or has */
#define TEXT_MAX (8 << 20)

struct text {
	ssize_t size;
	char bytes[TEXT_MAX];
};

static struct text input, before, after;

static void take(int file, struct text *text)
{
	ssize_t got;

	text->size = 0;
	while ((got = read(file, text->bytes + text->size,
			   sizeof(text->bytes) - text->size)) > 0)
		text->size += got;
}

/* What cannot be opened has nothing. */
static void take_path(const char *path, struct text *text)
{
	int file = open(path, O_RDONLY);

	text->size = 0;
	if (file < 0)
		return;
	take(file, text);
	close(file);
}

static ssize_t put(const char *path, const char *offset)
{
	int file = open(path, O_WRONLY);
	ssize_t done;

	if (file < 0)
		return -errno;
	if (offset)
		done = pwrite(file, input.bytes, input.size,
			      strtoll(offset, NULL, 0));
	else
		done = write(file, input.bytes, input.size);
	if (done < 0)
		done = -errno;
	close(file);
	return done;
}

static void put_each(const char *path, char **inputs)
{
	ssize_t done;

	for (; *inputs; inputs++) {
		take_path(*inputs, &input);
		take_path(path, &before);
		done = put(path, NULL);
		take_path(path, &after);
		printf("%s %zd %s\n", *inputs, done,
		       before.size == after.size &&
				       !memcmp(before.bytes, after.bytes,
					       before.size) ?
			       "same" :
			       "changed");
	}
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	if (argc > 2 && !strcmp(argv[1], "-e")) {
		put_each(argv[2], argv + 3);
		return 0;
	}
	take(0, &input);
	printf("%zd\n", put(argv[1], argc > 2 ? argv[2] : NULL));
	return 0;
}
