// SPDX-License-Identifier: GPL-2.0
/*
 * Runs suites in user space: all of them, or those that are named.
 *
 *	quick [--list | SUITE...]
 *
 * A line for each suite, and one for all when there was more than one. Leaks are
 * for the sanitizer, which looks for them at the end.
 */
#include <kunit/test.h>

/* What a case says of its failures at the most; they come in loops. */
#define SAID_MAX 10

struct kunit_action {
	struct kunit_action *next;
	void (*action)(void *data);
	void *data;
};

static struct counts {
	unsigned int passed;
	unsigned int failed;
	unsigned int skipped;
	unsigned int suites;
} all;

static struct kunit_suite *suites;

void kunit_register(struct kunit_suite *suite)
{
	struct kunit_suite **at = &suites;

	while (*at && strcmp((*at)->name, suite->name) < 0)
		at = &(*at)->next;
	suite->next = *at;
	*at = suite;
}

static void say(struct kunit *test, const char *fmt, va_list args)
{
	char text[1024];

	vscnprintf(text, sizeof(text), fmt, args);
	printf("    # %s%s%s: %s\n", test->name, *test->param ? ": " : "",
	       test->param, text);
}

void kunit_say(struct kunit *test, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say(test, fmt, args);
	va_end(args);
}

void kunit_end_now(struct kunit *test)
{
	longjmp(test->end, 1);
}

void kunit_skip_now(struct kunit *test)
{
	test->status = KUNIT_SKIPPED;
	kunit_end_now(test);
}

void kunit_fail(struct kunit *test, const struct kunit_place *place,
		const char *values, const char *fmt, ...)
{
	va_list args;

	test->status = KUNIT_FAILURE;
	if (test->said++ < SAID_MAX) {
		kunit_say(test, "%s:%d: expected %s%s%s", place->file,
			  place->line, place->what, values ? ", got " : "",
			  values ?: "");
		if (fmt) {
			va_start(args, fmt);
			say(test, fmt, args);
			va_end(args);
		}
	}
}

struct kunit_values kunit_numbers(long long a, const char *op, long long b)
{
	struct kunit_values values;

	scnprintf(values.text, sizeof(values.text), "%lld %s %lld", a, op, b);
	return values;
}

int kunit_add_action_or_reset(struct kunit *test, void (*action)(void *data),
			      void *data)
{
	struct kunit_action *last = malloc(sizeof(*last));

	if (!last)
		abort();
	*last = (struct kunit_action){ test->actions, action, data };
	test->actions = last;
	return 0;
}

void *kunit_kcalloc(struct kunit *test, size_t count, size_t size, gfp_t gfp)
{
	void *memory = calloc(count, size);

	kunit_add_action_or_reset(test, free, memory);
	return memory;
}

static void run_actions(struct kunit *test)
{
	struct kunit_action *last;

	while ((last = test->actions)) {
		test->actions = last->next;
		last->action(last->data);
		free(last);
	}
}

static void start(const struct kunit_suite *suite, struct kunit *test,
		  const struct kunit_case *test_case)
{
	if (!suite->init || !suite->init(test))
		test_case->run_case(test);
	else
		test->status = KUNIT_FAILURE;
}

/* One case with one parameter. What is for its end runs however it ended. */
static void run_once(const struct kunit_suite *suite, struct kunit *test,
		     const struct kunit_case *test_case)
{
	if (!setjmp(test->end))
		start(suite, test, test_case);
	if (!setjmp(test->end) && suite->exit)
		suite->exit(test);
	if (!setjmp(test->end))
		run_actions(test);
	if (shim_warnings)
		test->status = KUNIT_FAILURE;
	shim_warnings = 0;
}

/*
 * A case with all of its parameters has failed when it did with one, and is
 * skipped when it was with all.
 */
static enum kunit_status run_case(const struct kunit_suite *suite,
				  const struct kunit_case *test_case)
{
	enum kunit_status status = KUNIT_SKIPPED;
	struct kunit test = { .name = test_case->name };
	const void *param = NULL;

	do {
		if (test_case->generate_params) {
			param = test_case->generate_params(param, test.param);
			if (!param)
				break;
		}
		test.param_value = param;
		test.status = KUNIT_SUCCESS;
		test.priv = NULL;
		test.said = 0;
		run_once(suite, &test, test_case);
		if (status == KUNIT_SKIPPED || test.status == KUNIT_FAILURE)
			status = test.status;
	} while (param);
	return status;
}

static void count_case(struct counts *counts, enum kunit_status status)
{
	counts->passed += status == KUNIT_SUCCESS;
	counts->failed += status == KUNIT_FAILURE;
	counts->skipped += status == KUNIT_SKIPPED;
}

static void say_counts(const char *name, const struct counts *counts)
{
	printf("%s: %u passed, %u failed, %u skipped\n", name, counts->passed,
	       counts->failed, counts->skipped);
}

static void run_suite(struct kunit_suite *suite)
{
	const struct kunit_case *test_case = suite->test_cases;
	struct counts counts = {};

	if (suite->suite_init && suite->suite_init(suite))
		counts.failed++;
	else
		for (; test_case->run_case; test_case++)
			count_case(&counts, run_case(suite, test_case));
	if (suite->suite_exit)
		suite->suite_exit(suite);
	say_counts(suite->name, &counts);
	all.passed += counts.passed;
	all.failed += counts.failed;
	all.skipped += counts.skipped;
	all.suites++;
}

static bool is_wanted(const char *name, char *const names[])
{
	if (!*names)
		return true;
	while (*names && strcmp(*names, name))
		names++;
	return *names;
}

int main(int argc, char *argv[])
{
	bool list = argc == 2 && !strcmp(argv[1], "--list");
	struct kunit_suite *suite;

	setlinebuf(stdout); /* a sanitizer ends this without a warning */
	for (suite = suites; suite; suite = suite->next) {
		if (list)
			puts(suite->name);
		else if (is_wanted(suite->name, argv + 1))
			run_suite(suite);
	}
	if (all.suites > 1)
		say_counts("quick", &all);
	return all.failed || (!list && !all.suites);
}
