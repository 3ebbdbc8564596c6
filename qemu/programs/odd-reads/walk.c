// SPDX-License-Identifier: GPL-2.0
/*
 * What is done while a read goes wrong, and what must be so then.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "odd-reads.h"
#include "text.h"

#define PATH_MAX 256
#define HEADER_SIZE 256

static const char *const files[] = { "regs",	  "caps",      "bars",	"vfs",
				     "config",	  "status",    "check", "room",
				     "preflight", "readiness", NULL };

static const char *join(char *path, const char *folder, const char *name)
{
	snprintf(path, PATH_MAX, "%s/%s", folder, name);
	return path;
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

static int load_module(const char *path)
{
	int file = open(path, O_RDONLY), ret = 0;

	if (file < 0)
		return errno;
	if (syscall(SYS_finit_module, file, "", 0))
		ret = errno;
	close(file);
	return ret;
}

static int unload_module(const char *name)
{
	return syscall(SYS_delete_module, name, O_NONBLOCK) ? errno : 0;
}

static int do_one(char *one)
{
	char *text = strchr(one, '=');

	if (*one == '+')
		return load_module(one + 1);
	if (*one == '-')
		return unload_module(one + 1);
	if (!text)
		return read_text(one);
	*text++ = '\0';
	return write_text(one, text);
}

/* Returns the last errno. */
static int do_all(const char *list)
{
	char copy[8 * PATH_MAX], *next = copy, *one;
	int ret = 0;

	snprintf(copy, sizeof(copy), "%s", list);
	while ((one = strsep(&next, " "))) {
		if (*one)
			ret = do_one(one);
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

/* What the PCI core has read it writes back, or to another device, right or wrong. */
static void put_header(const struct walk *walk, const unsigned char *header)
{
	char path[PATH_MAX];
	int file = open(join(path, walk->pf, "config"), O_WRONLY);

	if (file < 0 || pwrite(file, header, HEADER_SIZE, 0) != HEADER_SIZE)
		complain("its header cannot be written");
	close(file);
}

static void get_header(const struct walk *walk, unsigned char *header)
{
	char path[PATH_MAX];
	int file = open(join(path, walk->pf, "config"), O_RDONLY);

	if (file < 0 || pread(file, header, HEADER_SIZE, 0) != HEADER_SIZE)
		stop(path);
	close(file);
}

static bool try_walk(const struct walk *walk, struct text *text,
		     const struct text *sound, const unsigned char *header)
{
	bool went;

	error = do_all(walk->before);
	if (error)
		complain("before");
	let_go_wrong();
	error = do_all(walk->act);
	went = went_wrong();
	attribute_put("none");
	must_have_vfs(walk);
	read_state(walk, text);
	must_be_text(text);
	do_all(walk->after);
	put_header(walk, header);
	must_agree(walk, 0);
	read_state(walk, text);
	must_be_same(text, sound);
	counts[error] += went;
	return went;
}

unsigned int walk_each(const struct walk *walk)
{
	struct text sound = new_text(), text = new_text();
	unsigned char header[HEADER_SIZE];

	/* The first time leaves traces: Memory Space Enable. */
	do_all(walk->before);
	do_all(walk->act);
	do_all(walk->after);
	get_header(walk, header);
	read_state(walk, &sound);
	if (sound.error)
		complain("its files cannot be read: %d", sound.error);
	for (number = 1; try_walk(walk, &text, &sound, header); number++)
		;
	return number - 1;
}
