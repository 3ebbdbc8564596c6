// SPDX-License-Identifier: GPL-2.0
/*
 * The causes that a line may have: the right one first, none for what is of
 * something else, and no harm from whatever bytes there are.
 */
#include <kunit/test.h>
#include <linux/prandom.h>

#include "explain_lines.h"
#include "tool/explain/explain.h"

/* More than there are causes */
#define MANY 100
#define LONG_TEXT SZ_1M

static void explain_lines(struct kunit *test)
{
	struct explain_match matches[MANY];
	const struct explain_case *line;
	unsigned int count;

	for (line = explain_cases; line->text; line++) {
		count = explain_find(line->text, matches, MANY);
		if (line->name && count)
			KUNIT_EXPECT_STREQ_MSG(test, matches[0].cause->name,
					       line->name, "%s", line->text);
		else
			KUNIT_EXPECT_EQ_MSG(test, count, !!line->name, "%s",
					    line->text);
	}
}

static void explain_order(struct kunit *test)
{
	struct explain_match matches[MANY];
	const struct explain_case *line;
	unsigned int count, i;

	for (line = explain_cases; line->text; line++) {
		count = explain_find(line->text, matches, MANY);
		KUNIT_ASSERT_LE(test, count, MANY);
		for (i = 1; i < count; i++)
			KUNIT_EXPECT_GE_MSG(test, matches[i - 1].score,
					    matches[i].score, "%s", line->text);
	}
}

static void explain_errno_is_last(struct kunit *test)
{
	struct explain_match matches[MANY];
	unsigned int count;

	count = explain_find("2 VFs (-ENOMEM): not enough MMIO resources for SR-IOV",
			     matches, MANY);
	KUNIT_ASSERT_EQ(test, count, 2);
	KUNIT_EXPECT_EQ(test, matches[0].score,
			strlen("not enough MMIO resources for SR-IOV"));
	KUNIT_EXPECT_STREQ(test, matches[1].cause->name, "bus_numbers");
	KUNIT_EXPECT_EQ(test, matches[1].score, EXPLAIN_ERRNO_ALONE);
}

/* Of several patterns the longest counts, wherever in the row it is. */
static void explain_longest(struct kunit *test)
{
	static const char text[] =
		"group 5 is not viable, ensure all devices within the iommu_group are bound";
	struct explain_match match;

	KUNIT_EXPECT_EQ(test, explain_find(text, &match, 1), 1);
	KUNIT_EXPECT_EQ(test, match.score, strlen(strstr(text, "ensure")));
}

/* An errno is the same as text, as name and as number. */
static void explain_errnos(struct kunit *test)
{
	static const char *const texts[] = {
		"Cannot allocate memory",
		"\"cannot allocate memory\"",
		"ENOMEM",
		"-ENOMEM",
		"enomem",
		"-12",
		"(-12)",
		"sriov: -12.",
		"SR-IOV (-ENOMEM)",
		"write error: -12",
	};
	struct explain_match matches[MANY];
	size_t i;

	for (i = 0; i < ARRAY_SIZE(texts); i++) {
		KUNIT_EXPECT_EQ_MSG(test, explain_find(texts[i], matches, MANY),
				    2, "%s", texts[i]);
		KUNIT_EXPECT_STREQ_MSG(test, matches[0].cause->name,
				       "no_window", "%s", texts[i]);
	}
}

/* No room changes neither the count nor what comes first. */
static void explain_little_room(struct kunit *test)
{
	static const char text[] =
		"could not insert sriov: Operation not permitted";
	struct explain_match all[MANY], some[3];
	unsigned int count = explain_find(text, all, MANY);
	unsigned int room, i;

	KUNIT_ASSERT_GE(test, count, 3);
	for (room = 0; room < 3; room++) {
		memset(some, 0x5a, sizeof(some));
		KUNIT_EXPECT_EQ(test, explain_find(text, some, room), count);
		for (i = 0; i < room; i++)
			KUNIT_EXPECT_PTR_EQ(test, some[i].cause, all[i].cause);
		KUNIT_EXPECT_EQ(test, some[room].score, 0x5a5a5a5a);
	}
}

/* Bytes that are no text stand for a blank. */
static void explain_blanks(struct kunit *test)
{
	struct explain_match match;

	KUNIT_EXPECT_EQ(test,
			explain_find("\xff\xfegroup\r\n\t12\x7fis\x01not\xc2\xa0viable",
				     &match, 1),
			1);
	KUNIT_EXPECT_STREQ(test, match.cause->name, "group_not_viable");
}

/* What is there within the length, and not behind it */
static void explain_long_text(struct kunit *test)
{
	static const char what[] = "not enough MMIO resources for SR-IOV";
	char *text = kunit_kzalloc(test, LONG_TEXT, GFP_KERNEL);
	struct explain_match match;
	size_t from;

	memset(text, 'a', LONG_TEXT - 1);
	KUNIT_EXPECT_EQ(test, explain_find(text, &match, 1), 0);
	from = EXPLAIN_TEXT_LEN - strlen(what);
	memcpy(text + from, what, strlen(what));
	KUNIT_EXPECT_EQ(test, explain_find(text, &match, 1), 1);
	memset(text, 'a', LONG_TEXT - 1);
	memcpy(text + from + 1, what, strlen(what));
	KUNIT_EXPECT_EQ(test, explain_find(text, &match, 1), 0);
	memset(text, '-', LONG_TEXT - 1);
	KUNIT_EXPECT_EQ(test, explain_find(text, &match, 1), 0);
	memset(text, '[', LONG_TEXT - 1);
	KUNIT_EXPECT_EQ(test, explain_find(text, &match, 1), 0);
}

static void explain_any_bytes(struct kunit *test)
{
	struct explain_match matches[MANY];
	struct rnd_state rnd;
	char text[300];
	int i, n;

	prandom_seed_state(&rnd, 1);
	for (i = 0; i < 200; i++) {
		for (n = 0; n < 299; n++)
			text[n] = prandom_u32_state(&rnd);
		text[n] = '\0';
		KUNIT_EXPECT_LE(test, explain_find(text, matches, MANY), MANY);
	}
}

/* Every cut of every line, and every byte of it in turn changed */
static void explain_cut_lines(struct kunit *test)
{
	const struct explain_case *line;
	struct explain_match match;
	char text[400];
	size_t len;

	for (line = explain_cases; line->text; line++) {
		KUNIT_ASSERT_LT(test, strlen(line->text), sizeof(text));
		strscpy(text, line->text, sizeof(text));
		for (len = strlen(text); len; len -= min_t(size_t, len, 7)) {
			text[len] = '\0';
			explain_find(text, &match, 1);
			text[len / 2] ^= 0x80;
			explain_find(text, &match, 1);
			text[len / 2] ^= 0x80;
		}
	}
}

static struct kunit_case explain_test_cases[] = {
	KUNIT_CASE(explain_lines),
	KUNIT_CASE(explain_order),
	KUNIT_CASE(explain_errno_is_last),
	KUNIT_CASE(explain_longest),
	KUNIT_CASE(explain_errnos),
	KUNIT_CASE(explain_little_room),
	KUNIT_CASE(explain_blanks),
	KUNIT_CASE(explain_long_text),
	KUNIT_CASE(explain_any_bytes),
	KUNIT_CASE(explain_cut_lines),
	/* sentinel */
	{}
};

static struct kunit_suite explain_suite = {
	.name = "sriovscope_explain",
	.test_cases = explain_test_cases,
};

kunit_test_suite(explain_suite);
