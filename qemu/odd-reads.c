// SPDX-License-Identifier: GPL-2.0
/*
 * odd-reads ATTRIBUTE WAY read FILE
 * odd-reads ATTRIBUTE WAY walk PF FOLDER VFS BEFORE ACT AFTER
 *
 * Does something once for each configuration read that this takes, which goes wrong the
 * WAY that the ATTRIBUTE odd_read of a simulated function is told: "ones", say. It prints
 * how many there are, and each errno that came of it with how often, 0 for none: "143
 * 0:140 121:3". The exit status is 1 when something is not as it should be, 2 when it
 * was called wrongly.
 *
 * "read" reads a file, which must say afterwards what it said before. With a read that
 * fails no line may complain that did not do so before.
 *
 * "walk" does what is written FILE=TEXT, or reads FILE, with a space between two of them:
 * BEFORE, then ACT with a read that goes wrong, then AFTER. VFS is how many VFs there are when ACT
 * went well, and when not, with a colon between; "-" when nobody can say. Then, and in
 * the end, the PF, a folder in sysfs, and its FOLDER in debugfs must agree, and in the end
 * all its files say what they said before.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* 65,535 VFs are in it. */
#define TEXT_MAX (16 << 20)
#define PATH_MAX 256
#define ERRNOS 4096
#define COMMAND_AT 4

struct text {
	char *bytes;
	size_t size;
	int error;
};

/* How a walk goes */
struct walk {
	const char *pf;
	const char *folder;
	const char *vfs;
	const char *before;
	const char *act;
	const char *after;
};

static const char *const files[] = { "regs",	  "caps",   "bars",
				     "vfs",	  "config", "status",
				     "check",	  "room",   "preflight",
				     "readiness", NULL };

static const char *attribute, *way, *what;
static unsigned int counts[ERRNOS];
static unsigned int number;
static int error;

static void complain(const char *fmt, ...)
{
	va_list args;

	fprintf(stderr, "%s: read %u %s: errno %d: ", what, number, way, error);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fprintf(stderr, "\n");
	exit(1);
}

static void stop(const char *name)
{
	perror(name);
	exit(2);
}

static struct text new_text(void)
{
	struct text text = { malloc(TEXT_MAX + 1), 0, 0 };

	if (!text.bytes)
		stop("malloc");
	return text;
}

static const char *join(char *path, const char *folder, const char *name)
{
	snprintf(path, PATH_MAX, "%s/%s", folder, name);
	return path;
}

/* Behind what is there */
static void add_file(struct text *text, const char *path)
{
	int file = open(path, O_RDONLY);
	ssize_t got = 0;

	text->error = file < 0 ? errno : 0;
	while (file >= 0 && text->size < TEXT_MAX &&
	       (got = read(file, text->bytes + text->size,
			   TEXT_MAX - text->size)) > 0)
		text->size += got;
	if (got < 0)
		text->error = errno;
	if (text->size == TEXT_MAX)
		complain("%s has no end", path);
	text->bytes[text->size] = '\0';
	if (file >= 0)
		close(file);
}

static void read_file(struct text *text, const char *path)
{
	text->size = 0;
	add_file(text, path);
}

static void must_be_text(const struct text *text)
{
	size_t i;

	for (i = 0; i < text->size; i++)
		if (text->bytes[i] != '\n' && text->bytes[i] != '\t' &&
		    (text->bytes[i] < ' ' || text->bytes[i] > '~'))
			complain("no text");
	if (text->size && text->bytes[text->size - 1] != '\n')
		complain("the last line has no end");
}

static bool has_line(const char *text, const char *line, size_t size)
{
	const char *at;

	for (at = text; at; at = strchr(at, '\n')) {
		at += *at == '\n';
		if (!strncmp(at, line, size) && at[size] == '\n')
			return true;
	}
	return false;
}

static bool is_complaint(const char *line)
{
	return !strncmp(line, "FAIL ", 5) || !strncmp(line, "WARN ", 5);
}

/* Says the first line that is not in the other text. */
static const char *strange_line(const struct text *text, const struct text *in,
				bool complaints)
{
	char *line, *end;

	for (line = text->bytes; *line; line = end + 1) {
		end = strchr(line, '\n');
		if (!end)
			return line;
		if ((!complaints || is_complaint(line)) &&
		    !has_line(in->bytes, line, end - line)) {
			*end = '\0';
			return line;
		}
	}
	return NULL;
}

static void must_be_same(const struct text *text, const struct text *before)
{
	const char *line;

	if (text->error != before->error)
		complain("errno %d now", text->error);
	if (text->size == before->size &&
	    !memcmp(text->bytes, before->bytes, text->size))
		return;
	line = strange_line(text, before, false);
	complain("now it says for good: %s", line ?: "less");
}

static void put_attribute(const char *text)
{
	int file = open(attribute, O_WRONLY);

	if (file < 0 || write(file, text, strlen(text)) != (int)strlen(text))
		stop(attribute);
	close(file);
}

static void let_go_wrong(void)
{
	char line[64];

	snprintf(line, sizeof(line), "%u %s", number, way);
	put_attribute(line);
}

/* Has it been? */
static bool went_wrong(void)
{
	int file = open(attribute, O_RDONLY);
	char line[5] = "";

	if (file < 0 || read(file, line, 4) != 4)
		stop(attribute);
	close(file);
	return !strcmp(line, "none");
}

static bool try_read(struct text *text, const struct text *sound)
{
	const char *line;

	let_go_wrong();
	read_file(text, what);
	if (!went_wrong())
		return false;
	error = text->error;
	counts[error]++;
	must_be_text(text);
	if (!error && !strncmp(way, "fails", 5)) {
		line = strange_line(text, sound, true);
		if (line)
			complain("%s", line);
	}
	read_file(text, what);
	must_be_same(text, sound);
	return true;
}

static unsigned int read_each(void)
{
	struct text sound = new_text(), text = new_text();

	read_file(&sound, what);
	for (number = 1; try_read(&text, &sound); number++)
		;
	free(sound.bytes);
	free(text.bytes);
	return number - 1;
}

static int write_text(const char *path, const char *text)
{
	int file = open(path, O_WRONLY), ret = 0;

	if (file < 0)
		return errno;
	if (write(file, text, strlen(text)) < 0)
		ret = errno;
	close(file);
	return ret;
}

static int read_text(const char *path)
{
	static struct text text;

	if (!text.bytes)
		text = new_text();
	read_file(&text, path);
	must_be_text(&text);
	return text.error;
}

/* Returns the last errno. */
static int do_all(const char *list)
{
	char copy[8 * PATH_MAX], *next = copy, *one, *text;
	int ret = 0;

	snprintf(copy, sizeof(copy), "%s", list);
	while ((one = strsep(&next, " "))) {
		text = strchr(one, '=');
		if (text)
			*text++ = '\0';
		if (*one)
			ret = text ? write_text(one, text) : read_text(one);
	}
	return ret;
}

/* What "status" says of the last request is no state. */
static void cut_requests(struct text *text, size_t from)
{
	char *line = text->bytes + from, *end;

	while (*line) {
		end = strchr(line, '\n');
		end = end ? end + 1 : line + strlen(line);
		if (!strncmp(line, "last_", 5))
			memmove(line, end, strlen(end) + 1);
		else
			line = end;
	}
	text->size = strlen(text->bytes);
}

static void read_state(const struct walk *walk, struct text *text)
{
	char path[PATH_MAX];
	size_t from;
	int i, ret = 0;

	text->size = 0;
	for (i = 0; files[i]; i++) {
		from = text->size;
		add_file(text, join(path, walk->folder, files[i]));
		cut_requests(text, from);
		ret = ret ?: text->error;
	}
	text->error = ret;
}

static int number_in(const char *path, const char *key)
{
	static struct text text;
	const char *at;

	if (!text.bytes)
		text = new_text();
	read_file(&text, path);
	at = text.error ? NULL : strstr(text.bytes, key);
	return at ? atoi(at + strlen(key)) : -1;
}

/* All say how many VFs there are. */
static void must_agree(const struct walk *walk, int vfs)
{
	char path[PATH_MAX];
	int kernel = number_in(join(path, walk->pf, "sriov_numvfs"), "");
	int device = number_in(join(path, walk->folder, "status"),
			       "num_vfs_register: ");
	bool first = !access(join(path, walk->pf, "virtfn0"), F_OK);
	bool second = !access(join(path, walk->pf, "virtfn1"), F_OK);

	if (kernel != device || kernel != first || second)
		complain("sriov_numvfs %d, NumVFs %d, VFs in sysfs %d", kernel,
			 device, first + second);
	if (vfs >= 0 && kernel != vfs)
		complain("%d VFs and not %d", kernel, vfs);
}

/* "1:0": when it went well, and when not */
static void must_have_vfs(const struct walk *walk)
{
	const char *failed = strchr(walk->vfs, ':');

	if (failed)
		must_agree(walk, atoi(error ? failed + 1 : walk->vfs));
}

/* What the PCI core has read it writes back with its own bits, right or wrong. */
static void put_command(const struct walk *walk, const unsigned char *command)
{
	char path[PATH_MAX];
	int file = open(join(path, walk->pf, "config"), O_WRONLY);

	if (file < 0 || pwrite(file, command, 2, COMMAND_AT) != 2)
		complain("Command cannot be written");
	close(file);
}

static void get_command(const struct walk *walk, unsigned char *command)
{
	char path[PATH_MAX];
	int file = open(join(path, walk->pf, "config"), O_RDONLY);

	if (file < 0 || pread(file, command, 2, COMMAND_AT) != 2)
		stop(path);
	close(file);
}

static bool try_walk(const struct walk *walk, struct text *text,
		     const struct text *sound, const unsigned char *command)
{
	bool went;

	error = do_all(walk->before);
	if (error)
		complain("before");
	let_go_wrong();
	error = do_all(walk->act);
	went = went_wrong();
	put_attribute("none");
	must_have_vfs(walk);
	read_state(walk, text);
	must_be_text(text);
	do_all(walk->after);
	put_command(walk, command);
	must_agree(walk, 0);
	read_state(walk, text);
	must_be_same(text, sound);
	counts[error] += went;
	return went;
}

static unsigned int walk_each(const struct walk *walk)
{
	struct text sound = new_text(), text = new_text();
	unsigned char command[2];

	/* The first time leaves traces: Memory Space Enable. */
	do_all(walk->before);
	do_all(walk->act);
	do_all(walk->after);
	get_command(walk, command);
	read_state(walk, &sound);
	if (sound.error)
		complain("its files cannot be read: %d", sound.error);
	for (number = 1; try_walk(walk, &text, &sound, command); number++)
		;
	return number - 1;
}

int main(int argc, char **argv)
{
	unsigned int points, i;

	if (argc < 5)
		return 2;
	attribute = argv[1];
	way = argv[2];
	if (argc == 5 && !strcmp(argv[3], "read")) {
		what = argv[4];
		points = read_each();
	} else if (argc == 10 && !strcmp(argv[3], "walk")) {
		what = argv[8];
		points = walk_each(&(struct walk){ argv[4], argv[5], argv[6],
						   argv[7], argv[8], argv[9] });
	} else {
		return 2;
	}
	put_attribute("none");
	printf("%u", points);
	for (i = 0; i < ERRNOS; i++)
		if (counts[i])
			printf(" %u:%u", i, counts[i]);
	printf("\n");
	return 0;
}
