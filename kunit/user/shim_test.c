// SPDX-License-Identifier: GPL-2.0
/*
 * What stands in for the kernel does as the kernel does.
 *
 * Not in the kernel: there it is the kernel's.
 */
#include <kunit/test.h>
#include <linux/prandom.h>

static void shim_formats(struct kunit *test)
{
	char text[80];

	scnprintf(text, sizeof(text), "%pe|%3u%%|%-4s|%.2s|%0*llx|%c|%*pE",
		  ERR_PTR(-EBUSY), 7U, "ab", "xyz", 4, 0xcULL, '!', 2, "qrs");
	KUNIT_EXPECT_STREQ(test, text, "-EBUSY|  7%|ab  |xy|000c|!|qr");
	scnprintf(text, sizeof(text), "%lld %#lx %zu %hhu %04x:%02x", -1LL,
		  0x10UL, sizeof(u16), (u8)255, 1, 2);
	KUNIT_EXPECT_STREQ(test, text, "-1 0x10 2 255 0001:02");
}

/* For every size that there can be: as much as fits, its end, and no byte more */
static void shim_room(struct kunit *test)
{
	char text[8];
	u32 size, length;

	for (size = 1; size < sizeof(text); size++) {
		length = min(size - 1, 4U);
		memset(text, '#', sizeof(text));
		KUNIT_EXPECT_EQ(test, scnprintf(text, size, "a%s", "bcd"),
				length);
		KUNIT_EXPECT_EQ(test, strncmp(text, "abcd", length), 0);
		KUNIT_EXPECT_EQ(test, text[length], '\0');
		KUNIT_EXPECT_EQ(test, text[size], '#');

		memset(text, '#', sizeof(text));
		KUNIT_EXPECT_EQ(test, strscpy(text, "abcd", size),
				size > 4 ? 4 : -E2BIG);
		KUNIT_EXPECT_EQ(test, strncmp(text, "abcd", length), 0);
		KUNIT_EXPECT_EQ(test, text[length], '\0');
		KUNIT_EXPECT_EQ(test, text[size], '#');
	}
	KUNIT_EXPECT_EQ(test, scnprintf(NULL, 0, "a"), 0);
	KUNIT_EXPECT_EQ(test, strscpy(NULL, "a", 0), -E2BIG);
}

/* Text of @size - 1 bytes fits, one more has overflowed. */
static void shim_seq(struct kunit *test)
{
	char buf[8];
	struct seq_file m = { .buf = buf, .size = sizeof(buf) };

	seq_puts(&m, "1234");
	seq_printf(&m, "%u", 567);
	KUNIT_EXPECT_EQ(test, m.count, 7);
	KUNIT_EXPECT_FALSE(test, seq_has_overflowed(&m));
	seq_putc(&m, '8');
	KUNIT_EXPECT_TRUE(test, seq_has_overflowed(&m));
	seq_puts(&m, "9");
	KUNIT_EXPECT_EQ(test, m.count, 8);
	m.count = 0;
	seq_escape_mem(&m, "a\"\n", 3, 0, "\"");
	KUNIT_EXPECT_EQ(test, m.count, 8);
	KUNIT_EXPECT_EQ(test, strncmp(buf, "a\\x22", 5), 0);
}

static void shim_numbers(struct kunit *test)
{
	static const struct {
		const char *text;
		int ret;
		unsigned int number;
	} cases[] = {
		{ "0", 0, 0 },
		{ "+12\n", 0, 12 },
		{ "0x1f", 0, 31 },
		{ "017", 0, 15 },
		{ "4294967295", 0, UINT_MAX },
		{ "4294967296", -ERANGE, 1 },
		{ "99999999999999999999", -ERANGE, 1 },
		{ "", -EINVAL, 1 },
		{ "-1", -EINVAL, 1 },
		{ " 1", -EINVAL, 1 },
		{ "1 ", -EINVAL, 1 },
		{ "1\n\n", -EINVAL, 1 },
		{ "0x", -EINVAL, 1 },
		{ "08", -EINVAL, 1 },
		{ "++1", -EINVAL, 1 },
	};
	unsigned int number;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		number = 1;
		KUNIT_EXPECT_EQ_MSG(test, kstrtouint(cases[i].text, 0, &number),
				    cases[i].ret, "\"%s\"", cases[i].text);
		KUNIT_EXPECT_EQ(test, number, cases[i].number);
	}
}

/* As lib/random32.c has them, of seed 9 */
static void shim_random(struct kunit *test)
{
	struct rnd_state rnd;

	prandom_seed_state(&rnd, 9);
	KUNIT_EXPECT_EQ(test, rnd.s[0], 9225);
	KUNIT_EXPECT_EQ(test, rnd.s[3], 9225);
	prandom_seed_state(&rnd, 0);
	KUNIT_EXPECT_EQ(test, rnd.s[3], 128);
}

static struct kunit_case shim_cases[] = {
	KUNIT_CASE(shim_formats),
	KUNIT_CASE(shim_room),
	KUNIT_CASE(shim_seq),
	KUNIT_CASE(shim_numbers),
	KUNIT_CASE(shim_random),
	/* sentinel */
	{},
};

static struct kunit_suite shim_suite = {
	.name = "sriovscope_shim",
	.test_cases = shim_cases,
};

kunit_test_suite(shim_suite);
