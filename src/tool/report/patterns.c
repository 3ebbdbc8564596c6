// SPDX-License-Identifier: GPL-2.0
/*
 * What secrets look like in a text.
 */
#include "host/address.h"
#include "patterns.h"

#define MAC_BYTES 6
#define MAC_DIGITS 12

/* What udev names an interface after its MAC address with */
#define MAC_NAME "enx"

static char before(const char *text, const char *at)
{
	return at > text ? at[-1] : '\0';
}

static bool is_word_part(char c)
{
	return isalnum((u8)c) || c == '_';
}

size_t pattern_word(const char *text, const char *at, const char *word)
{
	size_t len = strlen(word);

	if (is_word_part(before(text, at)) || strncasecmp(at, word, len) ||
	    is_word_part(at[len]))
		return 0;
	return len;
}

size_t pattern_domain(const char *at)
{
	size_t len = 0, part;

	while (at[len] == '.') {
		part = 1;
		while (isalnum((u8)at[len + part]) || at[len + part] == '-')
			part++;
		if (part == 1)
			break;
		len += part;
	}
	return len;
}

size_t pattern_hex(const char *text, const char *at, const char *digits)
{
	const char *p = at;

	if (isxdigit((u8)before(text, at)))
		return 0;
	for (; *digits; digits++, p++) {
		if (p > at && *p && strchr(":-._ ", *p))
			p++;
		if (tolower((u8)*p) != tolower((u8)*digits))
			return 0;
	}
	return isxdigit((u8)*p) ? 0 : p - at;
}

static size_t hex_digits(const char *at)
{
	return strspn(at, "0123456789abcdefABCDEF");
}

/* How many groups of so many digits are here, with so much between two of them? */
static size_t groups(const char *at, size_t digits, char between, size_t *count)
{
	size_t len = 0;

	*count = 0;
	while (hex_digits(at + len) == digits) {
		len += digits;
		++*count;
		if (at[len] != between)
			return len;
		len++;
	}
	/* What is behind the last separator belongs to something else. */
	return len ? len - 1 : 0;
}

size_t pattern_mac(const char *text, const char *at)
{
	static const struct {
		size_t digits;
		char between;
		size_t least;
	} forms[] = {
		{ 2, ':', MAC_BYTES },
		{ 2, '-', MAC_BYTES },
		{ 4, '.', 3 },
		{ 4, ':', 4 },
	};
	const size_t name = strlen(MAC_NAME);
	size_t i, len, count;

	if (isxdigit((u8)before(text, at)) || !isxdigit((u8)*at))
		return 0;
	for (i = 0; i < ARRAY_SIZE(forms); i++) {
		len = groups(at, forms[i].digits, forms[i].between, &count);
		if (count >= forms[i].least)
			return len;
	}
	return at - text >= (long)name && !strncmp(at - name, MAC_NAME, name) &&
			       hex_digits(at) == MAC_DIGITS ?
		       MAC_DIGITS :
		       0;
}

size_t pattern_uuid(const char *text, const char *at)
{
	static const size_t parts[] = { 8, 4, 4, 4, 12 };
	size_t i, len = 0;

	if (isxdigit((u8)before(text, at)))
		return 0;
	for (i = 0; i < ARRAY_SIZE(parts); i++) {
		if (hex_digits(at + len) != parts[i])
			return 0;
		len += parts[i];
		if (i < ARRAY_SIZE(parts) - 1 && at[len++] != '-')
			return 0;
	}
	return len;
}

/* Does a text end with these words here? "s" and "n" alone are too short for that. */
static bool ends_with(const char *text, const char *end, const char *words)
{
	size_t len = strlen(words);

	return end - text >= (long)len && !strncasecmp(end - len, words, len) &&
	       !is_word_part(before(text, end - len));
}

/* What leads to a serial number; behind the first ones there must be a sign. */
static bool is_announced(const char *text, const char *at)
{
	static const char *const terse[] = { "sn", "s/n" };
	static const char *const words[] = { "serial number", "serial_number",
					     "serial-number", "serialnumber",
					     "serial no",     "serial no.",
					     "serial num",    "serial" };
	const char *end = at;
	bool sign = false;
	size_t i;

	for (; end > text && strchr(" \t:=#", end[-1]); end--)
		sign |= !isspace((u8)end[-1]);
	if (end == at)
		return false;
	for (i = 0; sign && i < ARRAY_SIZE(terse); i++) {
		if (ends_with(text, end, terse[i]))
			return true;
	}
	for (i = 0; i < ARRAY_SIZE(words); i++) {
		if (ends_with(text, end, words[i]))
			return true;
	}
	return false;
}

size_t pattern_serial(const char *text, const char *at)
{
	size_t len = strcspn(at, " \t\n,;)]\"'");
	u16 routing_id;
	u32 domain;

	if (strcspn(at, "0123456789") >= len || !isalnum((u8)*at) ||
	    address_parse(at, &domain, &routing_id) || !is_announced(text, at))
		return 0;
	return len;
}
