// SPDX-License-Identifier: GPL-2.0
/*
 * What the kernel's log has of the functions. A read of /dev/kmsg gives a record
 * "PRIORITY,NUMBER,MICROSECONDS,FLAGS;TEXT", and lines behind it that begin with a
 * blank.
 */
#include <fcntl.h>
#include <syslog.h>
#include <unistd.h>

#include "parts.h"

/* A record is below 8 KiB; a read that has no room for one fails. */
#define RECORD_LEN 8192

#define ESCAPE_LEN 4

#define USEC_PER_SEC 1000000ULL

struct log {
	const struct members *members;
	struct secrets *secrets;
	FILE *out;
	u32 lines;
};

/*
 * The kernel writes a tab as "\x09", and a secret behind it would be a part of a longer
 * word. What is no ASCII stays as it is.
 */
static void unescape(char *text)
{
	char *to = text;
	u32 byte;
	int len;

	while (*text) {
		len = 0;
		if (sscanf(text, "\\x%2x%n", &byte, &len) == 1 &&
		    len == ESCAPE_LEN && byte && isascii(byte)) {
			*to++ = byte;
			text += len;
		} else {
			*to++ = *text++;
		}
	}
	*to = '\0';
}

/*
 * Does a record begin here that is the kernel's own? What programs write into its log
 * has a facility, and may be about anything.
 */
static bool is_kernels(const char *line)
{
	return isdigit((u8)*line) && strtoul(line, NULL, 10) <= LOG_PRIMASK;
}

static void log_line(struct log *log, char *line)
{
	char *text = strchr(line, ';');
	u64 at;

	if (!text || !is_kernels(line) ||
	    !members_named(log->members, text + 1))
		return;
	text++;
	unescape(text);
	if (sscanf(line, "%*[0-9],%*[0-9],%llu", &at) != 1)
		at = 0;
	fprintf(log->out, "[%5llu.%06llu] ", at / USEC_PER_SEC,
		at % USEC_PER_SEC);
	secrets_print(log->secrets, text, log->out);
	fputc('\n', log->out);
	log->lines++;
}

/* A file in its place has many in a read. Returns what is left of the last one. */
static size_t log_lines(struct log *log, char *text)
{
	char *line = text, *end;
	size_t left;

	for (; (end = strchr(line, '\n')); line = end + 1) {
		*end = '\0';
		log_line(log, line);
	}
	left = strlen(line);
	memmove(text, line, left);
	return left < RECORD_LEN ? left : 0;
}

static void log_read(struct log *log, int fd)
{
	char text[2 * RECORD_LEN + 1];
	size_t left = 0;
	ssize_t got;

	for (;;) {
		got = read(fd, text + left, RECORD_LEN);
		/* A record that was overwritten meanwhile is no end. */
		if (got < 0 && (errno == EPIPE || errno == EINTR))
			continue;
		if (got <= 0)
			return;
		text[left + got] = '\0';
		left = log_lines(log, text);
	}
}

void part_log(const struct members *members, struct secrets *secrets, FILE *out)
{
	struct log log = { members, secrets, out, 0 };
	char path[PATH_MAX];
	int fd;

	if (!members->host->live) {
		fputs("# a dump does not say\n", out);
		return;
	}
	snprintf(path, sizeof(path), "%s/dev/kmsg", members->host->root);
	fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0) {
		fprintf(out, "# the kernel's log cannot be read: %s\n",
			strerror(errno));
		return;
	}
	log_read(&log, fd);
	close(fd);
	if (!log.lines)
		fputs("# no line of the kernel's log names one of them\n", out);
}
