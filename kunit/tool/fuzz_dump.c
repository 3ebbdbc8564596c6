// SPDX-License-Identifier: GPL-2.0
/*
 * fuzz-dump DUMP STEP COUNT SEED: takes a dump as "check --from DUMP" does, cut at
 * every STEP-th byte, and changed at random COUNT times. An error or an answer is
 * well; a sanitizer or a hang ends the program. Prints how often there was which.
 */
#include <unistd.h>

#include "source/facts_text.h"

#define SECONDS_EACH 10
#define CHANGES_MAX 8

/**
 * struct fuzz - what came of it
 * @answers: dumps of which there was something to say
 * @errors: the others
 * @rules: lines of "check" with a verdict
 * @state: of the random numbers
 */
struct fuzz {
	u64 answers;
	u64 errors;
	u64 rules;
	u64 state;
};

static void silent(const char *what)
{
}

static u8 *fuzz_buffer(size_t size)
{
	u8 *buffer = malloc(size ?: 1);

	if (!buffer)
		abort();
	return buffer;
}

static void fuzz_check(struct fuzz *fuzz, struct host_function *fn)
{
	char *text, *line;
	int error = 0;

	text = facts_text(fn, "check", &error);
	for (line = text; line && (line = strchr(line, '\n')); line++)
		fuzz->rules++;
	if (!text && !error)
		abort();
	free(text);
}

static void fuzz_host(struct fuzz *fuzz, struct host *host)
{
	u32 i;

	for (i = 0; i < host->count; i++) {
		if (host_is_pf(&host->functions[i]))
			fuzz_check(fuzz, &host->functions[i]);
	}
}

static void fuzz_one(struct fuzz *fuzz, const u8 *text, size_t size)
{
	struct host *host;

	/* In a buffer of its own size: what is read behind it is seen. */
	u8 *copy = fuzz_buffer(size);

	memcpy(copy, text, size);
	alarm(SECONDS_EACH);
	host = host_open_text(copy, size, silent);
	if (IS_ERR(host)) {
		fuzz->errors++;
	} else {
		fuzz->answers++;
		fuzz_host(fuzz, host);
		host_close(host);
	}
	alarm(0);
	free(copy);
}

/* xorshift64*: the same everywhere */
static u64 fuzz_random(struct fuzz *fuzz, u64 below)
{
	fuzz->state ^= fuzz->state >> 12;
	fuzz->state ^= fuzz->state << 25;
	fuzz->state ^= fuzz->state >> 27;
	return (fuzz->state * 0x2545f4914f6cdd1dULL >> 11) % below;
}

/* Digits are what registers are made of. */
static u8 fuzz_byte(struct fuzz *fuzz)
{
	static const char digits[] = "0123456789abcdefABCDEF :.\n\r\t";

	if (fuzz_random(fuzz, 4))
		return digits[fuzz_random(fuzz, sizeof(digits) - 1)];
	return fuzz_random(fuzz, 256);
}

/* Mostly registers change, and the dump is whole: else few would be judged. */
static void fuzz_put(struct fuzz *fuzz, u8 *at)
{
	if (isxdigit(*at) && fuzz_random(fuzz, 16))
		*at = "0123456789abcdef"[fuzz_random(fuzz, 16)];
	else if (!fuzz_random(fuzz, 8))
		*at = fuzz_byte(fuzz);
}

/* A piece of the text, put where another one is; returns the new size. */
static size_t fuzz_move(struct fuzz *fuzz, u8 *text, size_t size)
{
	size_t from = fuzz_random(fuzz, size), to = fuzz_random(fuzz, size);
	size_t len = fuzz_random(fuzz, 200);

	len = min(len, size - max(from, to));
	memmove(text + to, text + from, len);
	return size;
}

static size_t fuzz_cut(struct fuzz *fuzz, u8 *text, size_t size)
{
	size_t at = fuzz_random(fuzz, size);
	size_t len = min((size_t)fuzz_random(fuzz, 100), size - at);

	memmove(text + at, text + at + len, size - at - len);
	return size - len;
}

static size_t fuzz_change(struct fuzz *fuzz, u8 *text, size_t size)
{
	u32 n = 1 + fuzz_random(fuzz, CHANGES_MAX);

	for (; n && size; n--) {
		switch (fuzz_random(fuzz, 64)) {
		case 0:
			size = fuzz_move(fuzz, text, size);
			break;
		case 1:
			size = fuzz_cut(fuzz, text, size);
			break;
		default:
			fuzz_put(fuzz, &text[fuzz_random(fuzz, size)]);
		}
	}
	return size;
}

static void fuzz_all(struct fuzz *fuzz, const u8 *text, size_t size,
		     size_t step, u64 count)
{
	u8 *changed = fuzz_buffer(size);
	size_t at;

	for (at = 0; at <= size; at += step)
		fuzz_one(fuzz, text, at);
	for (; count; count--) {
		memcpy(changed, text, size);
		fuzz_one(fuzz, changed, fuzz_change(fuzz, changed, size));
	}
	free(changed);
}

static u8 *all_read(FILE *file, size_t *size)
{
	u8 *text;

	if (fseek(file, 0, SEEK_END))
		return NULL;
	*size = ftell(file);
	rewind(file);
	text = fuzz_buffer(*size);
	if (fread(text, 1, *size, file) != *size)
		*size = 0;
	return text;
}

static u8 *file_read(const char *path, size_t *size)
{
	FILE *file = fopen(path, "re");
	u8 *text;

	if (!file)
		return NULL;
	text = all_read(file, size);
	fclose(file);
	return text;
}

int main(int argc, char **argv)
{
	struct fuzz fuzz = {};
	size_t size = 0;
	u8 *text;

	if (argc != 5)
		return 2;
	text = file_read(argv[1], &size);
	if (!text || !size)
		return 2;
	fuzz.state = strtoull(argv[4], NULL, 0) | 1;
	fuzz_all(&fuzz, text, size, strtoul(argv[2], NULL, 0),
		 strtoull(argv[3], NULL, 0));
	printf("%llu answers, %llu errors, %llu lines\n", fuzz.answers,
	       fuzz.errors, fuzz.rules);
	free(text);
	return 0;
}
