// SPDX-License-Identifier: GPL-2.0
/*
 * What the core uses of the kernel, where it takes more than a line.
 */
#include "shim.h"

#define SPEC_LEN 32

unsigned int shim_warnings;

static int format_pointer(char *to, size_t room, const char *spec,
			  const char **letter, const void *ptr)
{
	switch (*(*letter)++) {
	case 'e':
		return snprintf(to, room, "-%s",
				strerrorname_np(-PTR_ERR(ptr)) ?: "unknown");
	case 'E':
		return snprintf(to, room, "%.*s", atoi(spec + 1),
				(const char *)ptr);
	default:
		(*letter)--;
		return snprintf(to, room, spec, ptr);
	}
}

/* What begins at "%"; stars become numbers. */
static int format_one(char *to, size_t room, const char **fmt, va_list *args)
{
	char spec[SPEC_LEN], *at = spec;

	do {
		if (**fmt == '*')
			at += sprintf(at, "%d", va_arg(*args, int));
		else
			*at++ = **fmt;
	} while (!strchr("%diouxXcsp", *++*fmt));
	*at = *(*fmt)++;
	at[1] = '\0';

	if (*at == '%')
		return snprintf(to, room, "%%");
	if (*at == 's')
		return snprintf(to, room, spec, va_arg(*args, const char *));
	if (*at == 'p')
		return format_pointer(to, room, spec, fmt,
				      va_arg(*args, const void *));
	if (strstr(spec, "ll"))
		return snprintf(to, room, spec, va_arg(*args, long long));
	if (strpbrk(spec, "lz"))
		return snprintf(to, room, spec, va_arg(*args, long));
	return snprintf(to, room, spec, va_arg(*args, int));
}

/* The kernel's formats are those of the C library but for pointers. */
static bool is_plain(const char *fmt)
{
	return !strstr(fmt, "%p") && !strstr(fmt, "%*p");
}

/* Returns @size or more when there is no room for all of it and its end. */
static size_t format(char *buf, size_t size, const char *fmt, va_list args)
{
	size_t length = 0;
	va_list left;

	if (is_plain(fmt))
		return size ? vsnprintf(buf, size, fmt, args) : 0;
	va_copy(left, args);
	while (*fmt && length < size) {
		if (*fmt == '%')
			length += format_one(buf + length, size - length, &fmt,
					     &left);
		else
			buf[length++] = *fmt++;
	}
	va_end(left);
	if (length < size)
		buf[length] = '\0';
	return length;
}

int vscnprintf(char *buf, size_t size, const char *fmt, va_list args)
{
	size_t length = format(buf, size, fmt, args);

	if (!size || length < size)
		return length;
	buf[size - 1] = '\0';
	return size - 1;
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
	memcpy(to, from, min(length, size - 1));
	to[min(length, size - 1)] = '\0';
	return length < size ? (ssize_t)length : -E2BIG;
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
	va_list args;

	va_start(args, fmt);
	m->count += format(m->buf + m->count, m->size - m->count, fmt, args);
	va_end(args);
	m->count = min(m->count, m->size);
}

/* Text that fills the room has overflowed, as with seq_printf(). */
void seq_write(struct seq_file *m, const void *data, size_t size)
{
	size = min(size, m->size - m->count);
	memcpy(m->buf + m->count, data, size);
	m->count += size;
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
