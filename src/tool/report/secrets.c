// SPDX-License-Identifier: GPL-2.0
/*
 * What is secret, and texts without it.
 */
#include "patterns.h"
#include "secrets.h"

#define SECRET_LEN 128

/* Shorter ones would be found in what is none. */
#define SERIAL_LEN_MIN 6
#define MAC_DIGITS 12

/**
 * struct known_secret - a secret that is known
 * @kind: which kind
 * @is_hex: @text is hex digits, which are found with separators too
 * @text: it
 */
struct known_secret {
	enum secret kind;
	bool is_hex;
	char text[SECRET_LEN];
};

const char *secret_name(enum secret kind)
{
	static const char *const names[] = {
		[SECRET_DSN] = "Device Serial Number",
		[SECRET_VPD] = "VPD",
		[SECRET_MAC] = "MAC address",
		[SECRET_HOST] = "host name",
		[SECRET_SERIAL] = "serial number",
	};

	return names[kind];
}

static bool secret_is_hex(enum secret kind)
{
	return kind == SECRET_MAC || kind == SECRET_DSN;
}

/* Names that tell nothing of a machine, and domains */
static bool is_plain_name(const char *name)
{
	static const char *const names[] = {
		"localhost", "localdomain", "local", "internal", "(none)",
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(names); i++) {
		if (!strcasecmp(name, names[i]))
			return true;
	}
	return false;
}

/* "00:00:00:00:00:00", "To be filled by O.E.M.", "localhost" tell nothing. */
static bool secret_tells(const struct known_secret *secret)
{
	const char first[] = { *secret->text, '\0' };
	size_t len = strlen(secret->text);

	if (secret->kind == SECRET_HOST)
		return len && !is_plain_name(secret->text);
	if (strspn(secret->text, first) == len)
		return false;
	if (secret->is_hex)
		return len >= MAC_DIGITS;
	return len >= SERIAL_LEN_MIN && strpbrk(secret->text, "0123456789");
}

static void secret_fill(struct known_secret *secret, const char *text)
{
	size_t len = 0;

	if (secret->is_hex && !strncmp(text, "0x", 2))
		text += 2;
	for (; *text && len < SECRET_LEN - 1; text++) {
		if (!secret->is_hex || isxdigit((u8)*text))
			secret->text[len++] = *text;
	}
	while (len && isspace((u8)secret->text[len - 1]))
		len--;
	secret->text[len] = '\0';
}

bool secrets_add(struct secrets *secrets, enum secret kind, const char *text)
{
	struct known_secret secret = { kind, secret_is_hex(kind), "" };
	struct known_secret *more;

	secret_fill(&secret, text);
	if (!secret_tells(&secret))
		return true;
	more = reallocarray(secrets->known, secrets->count + 1, sizeof(*more));
	if (!more)
		return false;
	secrets->known = more;
	more[secrets->count++] = secret;
	return true;
}

static size_t match_known(const struct secrets *secrets, const char *text,
			  const char *at, enum secret *kind)
{
	const struct known_secret *secret;
	size_t len;
	u32 i;

	for (i = 0; i < secrets->count; i++) {
		secret = &secrets->known[i];
		*kind = secret->kind;
		if (secret->is_hex)
			len = pattern_hex(text, at, secret->text);
		else
			len = pattern_word(text, at, secret->text);
		if (len && secret->kind == SECRET_HOST)
			len += pattern_domain(at + len);
		if (len)
			return len;
	}
	return 0;
}

/* How many bytes are secret, from @at on */
static size_t match(const struct secrets *secrets, const char *text,
		    const char *at, enum secret *kind)
{
	size_t len = match_known(secrets, text, at, kind);

	if (len)
		return len;
	*kind = SECRET_MAC;
	len = pattern_mac(text, at);
	if (len)
		return len;
	*kind = SECRET_SERIAL;
	return pattern_uuid(text, at) ?: pattern_serial(text, at);
}

void secrets_print(struct secrets *secrets, const char *text, FILE *out)
{
	enum secret kind;
	const char *at;
	size_t len;

	for (at = text; *at; at += len) {
		len = secrets->raw ? 0 : match(secrets, text, at, &kind);
		if (len) {
			secrets->counts[kind]++;
			fprintf(out, "<%s>", secret_name(kind));
		} else {
			fputc(iscntrl((u8)*at) ? '?' : *at, out);
			len = 1;
		}
	}
}

void secrets_drop(struct secrets *secrets)
{
	free(secrets->known);
	secrets->known = NULL;
	secrets->count = 0;
}
