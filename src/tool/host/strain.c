// SPDX-License-Identifier: GPL-2.0
/*
 * What people send, as libpci takes it.
 *
 * A function is a line that begins with its address, and the lines of hex bytes
 * that follow it; an empty line ends it. All other lines are passed over, as
 * libpci does.
 */
#include <search.h>
#include <sriovscope/routing_id.h>
#include <stdarg.h>

#include "address.h"
#include "strain.h"

#define ROW 16
#define ADDRESS_LEN 24
#define LINE_LEN 256
#define COMPLAINT_LEN 256

/**
 * struct strain - a text that is being strained
 * @out: where functions go
 * @complain: who is told what was left out
 * @address: of the function at hand, empty between two
 * @fault: what is wrong with it, empty when nothing is
 * @bytes: its bytes so far
 * @count: how many
 * @short_row: it had a line of less than 16 bytes, which must be the last
 * @taken: functions so far
 * @faults: functions that were damaged
 * @orphans: hex lines that are of no function
 * @bare: functions that had none
 * @headers: functions of which there is the header alone
 * @seen: addresses of those that were taken, for tsearch()
 */
struct strain {
	FILE *out;
	void (*complain)(const char *what);
	char address[ADDRESS_LEN];
	char fault[COMPLAINT_LEN];
	u8 bytes[PCI_CFG_SPACE_EXP_SIZE];
	u32 count;
	bool short_row;
	u32 taken;
	u32 faults;
	u32 orphans;
	u32 bare;
	u32 headers;
	void *seen;
};

static __printf(2, 3) void strain_say(struct strain *s, const char *fmt, ...)
{
	char what[COMPLAINT_LEN + LINE_LEN];
	va_list args;

	va_start(args, fmt);
	vsnprintf(what, sizeof(what), fmt, args);
	va_end(args);
	s->complain(what);
}

/* The first fault is the one that tells. */
static __printf(2, 3) void strain_fault(struct strain *s, const char *fmt, ...)
{
	va_list args;

	if (*s->fault)
		return;
	va_start(args, fmt);
	vsnprintf(s->fault, sizeof(s->fault), fmt, args);
	va_end(args);
}

static void strain_write(struct strain *s)
{
	u32 at;

	/* libpci wants a blank behind it. */
	fprintf(s->out, "%s%c\n", s->address, ' ');
	for (at = 0; at < s->count; at++) {
		if (at % ROW == 0)
			fprintf(s->out, "%02x:", at);
		fprintf(s->out, " %02x%s", s->bytes[at],
			at % ROW == ROW - 1 ? "\n" : "");
	}
	fputc('\n', s->out);
}

static int seen_order(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* Logs have more than one listing of a machine; the first one counts. */
static int strain_take(struct strain *s)
{
	char *address;

	if (tfind(s->address, &s->seen, seen_order))
		return 0;
	address = strdup(s->address);
	if (!address || !tsearch(address, &s->seen, seen_order)) {
		free(address);
		return -ENOMEM;
	}
	s->taken++;
	strain_write(s);
	return 0;
}

static int strain_end(struct strain *s)
{
	int ret = 0;

	if (!*s->address)
		return 0;
	if (s->count && s->count < PCI_CFG_SPACE_SIZE &&
	    s->count != PCI_STD_HEADER_SIZEOF)
		strain_fault(s, "cut short, %u bytes are there of 256 or 4096",
			     s->count);
	else if (s->count > PCI_CFG_SPACE_SIZE &&
		 s->count != PCI_CFG_SPACE_EXP_SIZE)
		strain_fault(s, "cut short, %u bytes are there of 4096",
			     s->count);
	if (*s->fault) {
		s->faults++;
		strain_say(s, "%s: %s: take it again as root with: lspci -xxxx",
			   s->address, s->fault);
	} else if (!s->count) {
		s->bare++;
	} else if (s->count == PCI_STD_HEADER_SIZEOF) {
		s->headers++;
	} else {
		ret = strain_take(s);
	}
	*s->address = '\0';
	*s->fault = '\0';
	s->count = 0;
	s->short_row = false;
	return ret;
}

/* Does a line begin with the address of a function? */
static bool is_address(const char *line, u32 *domain, u16 *id)
{
	int len = address_parse(line, domain, id);

	return len && (!line[len] || isspace((u8)line[len]));
}

static int strain_start(struct strain *s, u32 domain, u16 id)
{
	int ret = strain_end(s);

	routing_id_print(s->address, sizeof(s->address), domain, id);
	return ret;
}

/* The bytes of a line, of which the offset is behind us */
static u32 strain_bytes(struct strain *s, const char *line, u32 at)
{
	u32 count = 0;
	const char *p;

	for (p = line; *p; p += strspn(p, " \t")) {
		if (!isxdigit((u8)p[0]) || !isxdigit((u8)p[1]) ||
		    (p[2] && !isspace((u8)p[2]))) {
			strain_fault(s, "line %02x: has what is no byte", at);
			return count;
		}
		if (count == ROW || at + count >= sizeof(s->bytes)) {
			strain_fault(s, "line %02x: has too many bytes", at);
			return count;
		}
		s->bytes[at + count++] =
			strtoul((char[]){ p[0], p[1], 0 }, NULL, 16);
		p += 2;
	}
	return count;
}

static void strain_hex(struct strain *s, u32 at, const char *line)
{
	u32 count;

	if (!*s->address) {
		s->orphans++;
		return;
	}
	if (s->short_row)
		strain_fault(s, "a line has not all of its 16 bytes");
	if (at < s->count)
		strain_fault(s, "line %02x: is there twice, or out of order",
			     at);
	if (at > s->count)
		strain_fault(s,
			     "lines are missing, from %02x: to %02x:", s->count,
			     at);
	if (*s->fault)
		return;
	count = strain_bytes(s, line, at);
	s->short_row = count < ROW;
	s->count += count;
}

/* "00: 86 80", two or three digits of offset */
static bool is_hex(const char *line, u32 *at, const char **bytes)
{
	size_t digits = strspn(line, "0123456789abcdefABCDEF");

	if (digits < 2 || digits > 3 || line[digits] != ':' ||
	    (line[digits + 1] && !isspace((u8)line[digits + 1])))
		return false;
	*at = strtoul(line, NULL, 16);
	*bytes = line + digits + 1;
	*bytes += strspn(*bytes, " \t");
	return true;
}

static int strain_line(struct strain *s, const char *line)
{
	const char *bytes;
	u32 at, domain;
	u16 id;

	if (!*line)
		return strain_end(s);
	if (is_address(line, &domain, &id))
		return strain_start(s, domain, id);
	if (is_hex(line, &at, &bytes))
		strain_hex(s, at, bytes);
	return 0;
}

/* Without the bytes that UTF-16 and DOS add. A line that is too long has no bytes. */
static int strain_text(struct strain *s, const u8 *text, size_t size)
{
	char line[LINE_LEN];
	size_t at, len = 0;
	int ret = 0;

	for (at = 0; at <= size && !ret; at++) {
		if (at == size || text[at] == '\n') {
			line[len] = '\0';
			len = 0;
			ret = strain_line(s, line);
		} else if (!memchr("\0\r\xfe\xff\xef\xbb\xbf", text[at], 7) &&
			   len < sizeof(line) - 1) {
			line[len++] = text[at];
		}
	}
	return ret ?: strain_end(s);
}

static void strain_sum_up(struct strain *s)
{
	if (s->headers)
		strain_say(s,
			   "only the header, 64 bytes, of %u functions: run lspci -xxxx as root",
			   s->headers);
	if (s->orphans)
		strain_say(s,
			   "%u hex lines are of no function: above them must be a line such as 03:00.0 Ethernet controller: ..., with no empty line between",
			   s->orphans);
	if (s->taken)
		return;
	if (s->bare)
		strain_say(s,
			   "%u functions without hex lines: lspci -xxxx, as root, prints them",
			   s->bare);
	else if (!s->headers && !s->orphans && !s->faults)
		strain_say(s,
			   "no hex lines as lspci -xxxx prints them: run it as root");
}

/* Bytes that no text has */
static bool is_binary(const u8 *text, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++) {
		if (text[i] < '\b' || (text[i] > '\r' && text[i] < ' '))
			return true;
	}
	return false;
}

static bool is_copy(const u8 *text, size_t size)
{
	return (size == PCI_CFG_SPACE_SIZE || size == PCI_CFG_SPACE_EXP_SIZE) &&
	       is_binary(text, size) && text[0] != 0xff;
}

/* By its first bytes */
static const char *packed_with(const u8 *text, size_t size)
{
	static const struct {
		const char *magic, *name;
	} packers[] = {
		{ "\x1f\x8b", "gzip" },	 { "BZh", "bzip2" },
		{ "\xfd\x37zXZ", "xz" }, { "\x28\xb5\x2f\xfd", "zstd" },
		{ "PK\x03\x04", "zip" },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(packers); i++) {
		if (size > strlen(packers[i].magic) &&
		    !memcmp(text, packers[i].magic, strlen(packers[i].magic)))
			return packers[i].name;
	}
	return NULL;
}

static int strain_any(struct strain *s, const u8 *text, size_t size)
{
	const char *packer = packed_with(text, size);

	if (packer) {
		strain_say(s, "compressed with %s: unpack it first", packer);
		return 0;
	}
	if (!is_copy(text, size))
		return strain_text(s, text, size);
	strain_start(s, 0, 0);
	memcpy(s->bytes, text, size);
	s->count = size;
	return strain_end(s);
}

int strain_dump(const u8 *text, size_t size, FILE *out,
		void (*complain)(const char *what), bool *addressed)
{
	struct strain *s = calloc(1, sizeof(*s));
	int ret;

	if (!s)
		return -ENOMEM;
	s->out = out;
	s->complain = complain;
	*addressed = !is_copy(text, size);
	ret = strain_any(s, text, size);
	if (!ret) {
		strain_sum_up(s);
		ret = s->taken;
	}
	tdestroy(s->seen, free);
	free(s);
	return ret;
}
