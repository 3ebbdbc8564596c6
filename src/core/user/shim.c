// SPDX-License-Identifier: GPL-2.0
/*
 * What the core uses of the kernel, where it takes more than a line.
 */
#include "shim.h"

unsigned int shim_warnings;

/**
 * struct out - where formatted text goes
 * @buf: the text
 * @size: of @buf in bytes
 * @length: of the text, were there room for all of it
 */
struct out {
	char *buf;
	size_t size;
	size_t length;
};

/* The room that is left is never negative, nor is the place past the end. */
static void out_add(struct out *out, const char *fmt, ...)
{
	size_t at = min(out->length, out->size);
	va_list args;

	va_start(args, fmt);
	out->length += vsnprintf(out->buf + at, out->size - at, fmt, args);
	va_end(args);
}

static void out_errno(struct out *out, const void *ptr)
{
	const char *name = strerrorname_np(-PTR_ERR(ptr));

	if (name)
		out_add(out, "%s%s", "-", name);
	else
		out_add(out, "%ld", PTR_ERR(ptr));
}

static void out_bytes(struct out *out, const u8 *bytes, int count, bool hex)
{
	int i;

	for (i = 0; i < count; i++) {
		if (hex)
			out_add(out, "%s%02x", i ? " " : "", bytes[i]);
		else
			out_add(out, isprint(bytes[i]) ? "%c" : "\\x%02x",
				bytes[i]);
	}
}

/* %p with the letter behind it; returns how many letters that were. */
static int out_pointer(struct out *out, const char *spec, const char *letter,
		       const void *ptr)
{
	switch (*letter) {
	case 'e':
		out_errno(out, ptr);
		return 1;
	case 'E':
	case 'h':
		out_bytes(out, ptr, atoi(spec + 1), *letter == 'h');
		return 1;
	default:
		out_add(out, spec, ptr);
		return 0;
	}
}

/* Copies what begins at "%", stars as numbers; returns what is behind it. */
#define SPEC_LEN 32

static const char *out_spec(char *spec, const char *fmt, va_list *args)
{
	size_t at = 0;

	do {
		if (*fmt == '*')
			at += sprintf(spec + at, "%d", va_arg(*args, int));
		else
			spec[at++] = *fmt;
	} while (!strchr("%diouxXcspn", *++fmt) && at < SPEC_LEN - 13);
	spec[at++] = *fmt;
	spec[at] = '\0';
	return fmt + 1;
}

static void out_number(struct out *out, const char *spec, va_list *args)
{
	if (strstr(spec, "ll"))
		out_add(out, spec, va_arg(*args, long long));
	else if (strpbrk(spec, "lz"))
		out_add(out, spec, va_arg(*args, long));
	else
		out_add(out, spec, va_arg(*args, int));
}

static void out_format(struct out *out, const char *fmt, va_list *args)
{
	char spec[SPEC_LEN];

	while (*fmt) {
		if (*fmt != '%') {
			out_add(out, "%c", *fmt++);
			continue;
		}
		fmt = out_spec(spec, fmt, args);
		switch (fmt[-1]) {
		case '%':
			out_add(out, "%%");
			break;
		case 's':
			out_add(out, spec, va_arg(*args, const char *));
			break;
		case 'p':
			fmt += out_pointer(out, spec, fmt,
					   va_arg(*args, const void *));
			break;
		default:
			out_number(out, spec, args);
		}
	}
}

int vscnprintf(char *buf, size_t size, const char *fmt, va_list args)
{
	struct out out = { .buf = buf, .size = size };
	va_list copy;

	if (!size)
		return 0;
	*buf = '\0';
	va_copy(copy, args);
	out_format(&out, fmt, &copy);
	va_end(copy);
	return min(out.length, size - 1);
}

int scnprintf(char *buf, size_t size, const char *fmt, ...)
{
	va_list args;
	int length;

	va_start(args, fmt);
	length = vscnprintf(buf, size, fmt, args);
	va_end(args);
	return length;
}

ssize_t strscpy(char *to, const char *from, size_t size)
{
	size_t length = strnlen(from, size);

	if (!size)
		return -E2BIG;
	if (length == size) {
		memcpy(to, from, size - 1);
		to[size - 1] = '\0';
		return -E2BIG;
	}
	memcpy(to, from, length + 1);
	return length;
}

void *memchr_inv(const void *from, int byte, size_t size)
{
	const u8 *at;

	for (at = from; at < (const u8 *)from + size; at++) {
		if (*at != (u8)byte)
			return (void *)at;
	}
	return NULL;
}

/* A sign, digits, and perhaps the end of a line; as the kernel takes it */
int kstrtouint(const char *text, unsigned int base, unsigned int *number)
{
	unsigned long long value;
	char *end;

	text += *text == '+';
	if (!isxdigit(*text))
		return -EINVAL;
	errno = 0;
	value = strtoull(text, &end, base);
	if (errno == ERANGE)
		return -ERANGE;
	if (end == text || strcmp(end + (*end == '\n'), ""))
		return -EINVAL;
	if (value > UINT_MAX)
		return -ERANGE;
	*number = value;
	return 0;
}

/* As the kernel does it: text that fills the room has overflowed. */
void seq_printf(struct seq_file *m, const char *fmt, ...)
{
	struct out out = { .buf = m->buf + m->count,
			   .size = m->size - m->count };
	va_list args;

	if (seq_has_overflowed(m))
		return;
	va_start(args, fmt);
	out_format(&out, fmt, &args);
	va_end(args);
	m->count += min(out.length, out.size);
}

void seq_putc(struct seq_file *m, char c)
{
	seq_printf(m, "%c", c);
}

void seq_puts(struct seq_file *m, const char *text)
{
	seq_printf(m, "%s", text);
}

/* With the flags that there are: what is not printable, and what is in @escape */
void seq_escape_mem(struct seq_file *m, const char *text, size_t size,
		    unsigned int flags, const char *escape)
{
	size_t i;

	for (i = 0; i < size; i++) {
		if (isascii(text[i]) && isprint(text[i]) &&
		    !strchr(escape, text[i]))
			seq_putc(m, text[i]);
		else
			seq_printf(m, "\\x%02x", (u8)text[i]);
	}
}
