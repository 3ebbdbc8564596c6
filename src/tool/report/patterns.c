// SPDX-License-Identifier: GPL-2.0
/*
 * What secrets look like in a text.
 */
#include "host/address.h"
#include "patterns.h"

#define MAC_BYTES 6
#define MAC_DIGITS 12

#define GUID_DIGITS 16
#define UUID_DIGITS 32

/* What udev names an interface after its MAC address with */
#define MAC_NAME "enx"

/* How far before a GUID there is a word that says so */
#define GUID_NEAR 32

#define LINK_LOCAL "fe80:"

#define HEX "0123456789abcdefABCDEF"
#define HEX_GROUP "%4[" HEX "]"

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
	return strspn(at, HEX);
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

static bool has_word(const char *at, const char *end, const char *word)
{
	size_t len = strlen(word);

	for (; at + len <= end; at++) {
		if (!strncasecmp(at, word, len))
			return true;
	}
	return false;
}

/* Does a text end with this here? */
static bool ends_so(const char *text, const char *end, const char *with)
{
	size_t len = strlen(with);

	return end - text >= (long)len && !strncasecmp(end - len, with, len);
}

/* "vfio-pci.ids=8086:10c9:8086:a03c", "pci=resource_alignment=pci:8086:9c22:..." */
static bool names_ids(const char *text, const char *at)
{
	const char *from = at;

	while (from > text && !isspace((u8)from[-1]))
		from--;
	return has_word(from, at, ".ids=") || !strncmp(from, "ids=", 4) ||
	       has_word(from, at, "=pci:") || has_word(from, at, ";pci:") ||
	       has_word(from, at, "resource_alignment");
}

/* Four groups of four digits are Vendor IDs and Device IDs, too. */
static bool is_near_guid(const char *text, const char *at)
{
	const char *from = at - text > GUID_NEAR ? at - GUID_NEAR : text;

	return !names_ids(text, at) &&
	       (!strncasecmp(at, LINK_LOCAL, strlen(LINK_LOCAL)) ||
		has_word(from, at, LINK_LOCAL) || has_word(from, at, "guid") ||
		has_word(from, at, "gid"));
}

/* What follows "fe80:": all that is of the address */
static size_t link_local(const char *text, const char *at)
{
	size_t len = strspn(at, HEX ":");

	if (!ends_so(text, at, LINK_LOCAL) &&
	    !ends_so(text, at, LINK_LOCAL ":"))
		return 0;
	while (len && at[len - 1] == ':')
		len--;
	/* It may be a PCI domain, in which a bus follows. */
	return at[len] == '.' ? 0 : len;
}

/* "5054:ff:fe12:3456", which is 52:54:00:12:34:56 behind any prefix */
static size_t eui(const char *text, const char *at)
{
	char parts[4][4 + 1];
	int len = 0;

	if (sscanf(at, HEX_GROUP ":" HEX_GROUP ":" HEX_GROUP ":" HEX_GROUP "%n",
		   parts[0], parts[1], parts[2], parts[3], &len) != 4 ||
	    isxdigit((u8)at[len]) || names_ids(text, at))
		return 0;
	return ends_so(parts[1], parts[1] + strlen(parts[1]), "ff") &&
			       strlen(parts[2]) == 4 &&
			       !strncasecmp(parts[2], "fe", 2) ?
		       len :
		       0;
}

/*
 * Where the words end that lead to what is here: before signs, blanks and "is".
 * @at itself when there are none.
 */
static const char *announcement(const char *text, const char *at, bool *sign)
{
	const char *end = at;

	*sign = false;
	for (;; end--) {
		if (ends_so(text, end, " is")) {
			end -= strlen("is");
			continue;
		}
		if (end == text || !strchr(" \t:=#", end[-1]))
			return end;
		*sign |= !isspace((u8)end[-1]);
	}
}

/* A MAC address of one piece says nothing of itself: a word must. */
static size_t bare_mac(const char *text, const char *at)
{
	static const char *const words[] = { "mac", "addr", "address" };
	const char *end;
	bool sign;
	size_t i;

	if (hex_digits(at) != MAC_DIGITS || isalnum((u8)at[MAC_DIGITS]))
		return 0;
	if (ends_so(text, at, MAC_NAME))
		return MAC_DIGITS;
	end = announcement(text, at, &sign);
	for (i = 0; end < at && i < ARRAY_SIZE(words); i++) {
		/* An IOMMU's "fault addr" is one of memory. */
		if (ends_so(text, end, words[i]) &&
		    !ends_so(text, end - strlen(words[i]), "fault "))
			return MAC_DIGITS;
	}
	return 0;
}

/* So must it of a GUID or a UUID of one piece. */
static size_t bare_id(const char *text, const char *at, const char *word)
{
	const char *digits = strncasecmp(at, "0x", 2) ? at : at + 2;
	size_t count = hex_digits(digits);
	const char *end;
	bool sign;

	if ((count != GUID_DIGITS && count != UUID_DIGITS) ||
	    isalnum((u8)digits[count]))
		return 0;
	end = announcement(text, at, &sign);
	return end < at && ends_so(text, end, word) ? digits + count - at : 0;
}

/* A MAC address or a GUID that is one by its form */
static size_t separated(const char *text, const char *at)
{
	static const struct {
		size_t digits;
		char between;
		size_t least;
		bool is_guid;
	} forms[] = {
		{ 2, ':', MAC_BYTES, false },
		{ 2, '-', MAC_BYTES, false },
		{ 4, '.', 3, false },
		{ 4, ':', 4, true },
	};
	size_t i, len, count;

	for (i = 0; i < ARRAY_SIZE(forms); i++) {
		len = groups(at, forms[i].digits, forms[i].between, &count);
		if (count >= forms[i].least &&
		    (!forms[i].is_guid || is_near_guid(text, at)))
			return len;
	}
	return 0;
}

size_t pattern_mac(const char *text, const char *at)
{
	size_t len;

	if (isxdigit((u8)before(text, at)) || !isxdigit((u8)*at))
		return 0;
	len = separated(text, at);
	len = len ?: link_local(text, at);
	len = len ?: eui(text, at);
	len = len ?: bare_mac(text, at);
	return len ?: bare_id(text, at, "guid");
}

static size_t dashed_uuid(const char *at)
{
	static const size_t parts[] = { 8, 4, 4, 4, 12 };
	size_t i, len = 0;

	for (i = 0; i < ARRAY_SIZE(parts); i++) {
		if (hex_digits(at + len) != parts[i])
			return 0;
		len += parts[i];
		if (i < ARRAY_SIZE(parts) - 1 && at[len++] != '-')
			return 0;
	}
	return len;
}

size_t pattern_uuid(const char *text, const char *at)
{
	if (isxdigit((u8)before(text, at)))
		return 0;
	return dashed_uuid(at) ?: bare_id(text, at, "uuid");
}

/* Does a text end with these words here? */
static bool ends_with(const char *text, const char *end, const char *words)
{
	return ends_so(text, end, words) &&
	       !is_word_part(before(text, end - strlen(words)));
}

static bool ends_with_any(const char *text, const char *end,
			  const char *const *words, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (ends_with(text, end, words[i]))
			return true;
	}
	return false;
}

/**
 * enum announced - how sure it is that a serial number follows
 * @ANNOUNCED_NOT: it does not
 * @ANNOUNCED_MAYBE: when there is a digit in it
 * @ANNOUNCED_SURELY: whatever it is
 */
enum announced {
	ANNOUNCED_NOT,
	ANNOUNCED_MAYBE,
	ANNOUNCED_SURELY,
};

/* Without a sign behind them "sn" must be capitals. */
static enum announced is_announced(const char *text, const char *at)
{
	static const char *const terse[] = { "sn", "s/n" };
	static const char *const words[] = { "serial number", "serial_number",
					     "serial-number", "serialnumber",
					     "serial no",     "serial no.",
					     "serial num" };
	bool sign;
	const char *end = announcement(text, at, &sign);

	if (end == at)
		return ANNOUNCED_NOT;
	if (ends_with_any(text, end, words, ARRAY_SIZE(words)))
		return sign ? ANNOUNCED_SURELY : ANNOUNCED_MAYBE;
	if (ends_with(text, end, "serial"))
		return ANNOUNCED_MAYBE;
	if (ends_with_any(text, end, terse, ARRAY_SIZE(terse)) &&
	    (sign || end[-1] == 'N'))
		return ANNOUNCED_MAYBE;
	return ANNOUNCED_NOT;
}

/* Bytes of a word that may be one; an address of a function is none. */
static size_t serial_word(const char *at)
{
	u16 routing_id;
	u32 domain;

	if (!isalnum((u8)*at) || address_parse(at, &domain, &routing_id))
		return 0;
	return strcspn(at, " \t\n,;)]\"'");
}

size_t pattern_serial(const char *text, const char *at)
{
	size_t len = serial_word(at), second;

	if (!len)
		return 0;
	switch (is_announced(text, at)) {
	case ANNOUNCED_SURELY:
		second = at[len] == ' ' ? serial_word(at + len + 1) : 0;
		return second ? len + 1 + second : len;
	case ANNOUNCED_MAYBE:
		return strcspn(at, "0123456789") < len ? len : 0;
	default:
		return 0;
	}
}
