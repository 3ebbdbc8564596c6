/* SPDX-License-Identifier: GPL-2.0 */
/*
 * As much of KUnit as the suites of the core use, in user space. What they see
 * of it is as in the kernel; a suite does not know where it runs.
 */
#ifndef SRIOVSCOPE_USER_KUNIT_H
#define SRIOVSCOPE_USER_KUNIT_H

#include <setjmp.h>

#define KUNIT_PARAM_DESC_SIZE 128

enum kunit_status {
	KUNIT_SUCCESS,
	KUNIT_FAILURE,
	KUNIT_SKIPPED,
};

/**
 * struct kunit - a test case that runs
 * @name: of the case
 * @priv: of the suite
 * @param_value: of a case with parameters
 * @status: so far
 */
struct kunit {
	const char *name;
	void *priv;
	const void *param_value;
	enum kunit_status status;
	/* private: what @param_value is; failures; where they go; what is left to do */
	char param[KUNIT_PARAM_DESC_SIZE];
	unsigned int said;
	jmp_buf end;
	struct kunit_action *actions;
};

typedef const void *kunit_params(const void *prev, char *desc);

/**
 * struct kunit_case - a test case of a suite
 * @run_case: the test
 * @name: of it
 * @generate_params: its parameters, NULL for none
 */
struct kunit_case {
	void (*run_case)(struct kunit *test);
	const char *name;
	kunit_params *generate_params;
};

/**
 * struct kunit_suite - a suite
 * @name: of it
 * @suite_init: before its cases
 * @suite_exit: behind them
 * @init: before each case and parameter
 * @exit: behind each
 * @test_cases: up to one without a test
 */
struct kunit_suite {
	const char *name;
	int (*suite_init)(struct kunit_suite *suite);
	void (*suite_exit)(struct kunit_suite *suite);
	int (*init)(struct kunit *test);
	void (*exit)(struct kunit *test);
	struct kunit_case *test_cases;
	/* private: */
	struct kunit_suite *next;
};

#define KUNIT_CASE(test)          \
	{                         \
		test, #test, NULL \
	}
#define KUNIT_CASE_PARAM(test, params) \
	{                              \
		test, #test, params    \
	}

#define KUNIT_ARRAY_PARAM(prefix, array, describe)                           \
	static const void *prefix##_gen_params(const void *prev, char *desc) \
	{                                                                    \
		typeof(&(array)[0]) next = prev;                             \
		next = next ? next + 1 : (array);                            \
		if (next == (array) + ARRAY_SIZE(array))                     \
			return NULL;                                         \
		kunit_describe(describe, next, desc);                        \
		return next;                                                 \
	}
#define kunit_describe(describe, next, desc)                            \
	do {                                                            \
		void (*shim_describe)(typeof(next) param, char *name) = \
			describe;                                       \
		if (shim_describe)                                      \
			shim_describe(next, desc);                      \
	} while (0)

void kunit_register(struct kunit_suite *suite);

#define kunit_test_suite(suite)                                         \
	static void __attribute__((constructor)) suite##_register(void) \
	{                                                               \
		kunit_register(&(suite));                               \
	}

void *kunit_kcalloc(struct kunit *test, size_t count, size_t size, gfp_t gfp);
#define kunit_kzalloc(test, size, gfp) kunit_kcalloc(test, 1, size, gfp)
#define kunit_kmalloc(test, size, gfp) kunit_kcalloc(test, 1, size, gfp)
int kunit_add_action_or_reset(struct kunit *test, void (*action)(void *data),
			      void *data);
#define kunit_add_action kunit_add_action_or_reset

void kunit_say(struct kunit *test, const char *fmt, ...) __printf(2, 3);
void kunit_end_now(struct kunit *test) __noreturn;
void kunit_skip_now(struct kunit *test) __noreturn;
#define kunit_info kunit_say
#define kunit_err kunit_say
#define kunit_skip(test, fmt, ...)                   \
	do {                                         \
		kunit_say(test, fmt, ##__VA_ARGS__); \
		kunit_skip_now(test);                \
	} while (0)

/**
 * struct kunit_place - what is expected, and where
 * @file: of the source
 * @line: of it
 * @what: as the source has it
 */
struct kunit_place {
	const char *file;
	int line;
	const char *what;
};

void kunit_fail(struct kunit *test, const struct kunit_place *place,
		const char *values, const char *fmt, ...) __printf(4, 5);

/* Where it is fatal the case ends, as the compiler's analyzer must see. */
#define kunit_judge(test, kept, fatal, text, values, ...)                   \
	do {                                                                \
		static const struct kunit_place shim_place = {              \
			__FILE__,                                           \
			__LINE__,                                           \
			text,                                               \
		};                                                          \
		if (!(kept)) {                                              \
			kunit_fail(test, &shim_place, values, __VA_ARGS__); \
			if (fatal)                                          \
				kunit_end_now(test);                        \
		}                                                           \
	} while (0)

/* "5 == 7" of two numbers */
struct kunit_values {
	char text[64];
};

struct kunit_values kunit_numbers(long long a, const char *op, long long b);

#define kunit_compare(test, fatal, a, op, b, ...)                    \
	do {                                                         \
		const typeof(a) shim_left = (a);                     \
		const typeof(b) shim_right = (b);                    \
		kunit_judge(test, shim_left op shim_right, fatal,    \
			    #a " " #op " " #b,                       \
			    kunit_numbers((long long)shim_left, #op, \
					  (long long)shim_right)     \
				    .text,                           \
			    __VA_ARGS__);                            \
	} while (0)

#define kunit_pointers(test, fatal, a, op, b, ...)                     \
	kunit_judge(test, (const void *)(a)op(const void *)(b), fatal, \
		    #a " " #op " " #b, NULL, __VA_ARGS__)

#define kunit_strings(test, fatal, a, op, b, ...)                            \
	do {                                                                 \
		const char *shim_left = (a);                                 \
		const char *shim_right = (b);                                \
		kunit_judge(test, strcmp(shim_left, shim_right) op 0, fatal, \
			    #a " " #op " " #b, shim_left, __VA_ARGS__);      \
	} while (0)

#define kunit_truth(test, fatal, condition, ...) \
	kunit_judge(test, condition, fatal, #condition, NULL, __VA_ARGS__)

#define KUNIT_FAIL(test, ...) \
	kunit_judge(test, false, false, "never", NULL, __VA_ARGS__)

#define KUNIT_EXPECT_EQ_MSG(test, a, b, ...) \
	kunit_compare(test, false, a, ==, b, __VA_ARGS__)
#define KUNIT_EXPECT_EQ(test, a, b) KUNIT_EXPECT_EQ_MSG(test, a, b, NULL)
#define KUNIT_ASSERT_EQ_MSG(test, a, b, ...) \
	kunit_compare(test, true, a, ==, b, __VA_ARGS__)
#define KUNIT_ASSERT_EQ(test, a, b) KUNIT_ASSERT_EQ_MSG(test, a, b, NULL)

#define KUNIT_EXPECT_NE_MSG(test, a, b, ...) \
	kunit_compare(test, false, a, !=, b, __VA_ARGS__)
#define KUNIT_EXPECT_NE(test, a, b) KUNIT_EXPECT_NE_MSG(test, a, b, NULL)
#define KUNIT_ASSERT_NE_MSG(test, a, b, ...) \
	kunit_compare(test, true, a, !=, b, __VA_ARGS__)
#define KUNIT_ASSERT_NE(test, a, b) KUNIT_ASSERT_NE_MSG(test, a, b, NULL)

#define KUNIT_EXPECT_LT_MSG(test, a, b, ...) \
	kunit_compare(test, false, a, <, b, __VA_ARGS__)
#define KUNIT_EXPECT_LT(test, a, b) KUNIT_EXPECT_LT_MSG(test, a, b, NULL)
#define KUNIT_ASSERT_LT_MSG(test, a, b, ...) \
	kunit_compare(test, true, a, <, b, __VA_ARGS__)
#define KUNIT_ASSERT_LT(test, a, b) KUNIT_ASSERT_LT_MSG(test, a, b, NULL)

#define KUNIT_EXPECT_LE_MSG(test, a, b, ...) \
	kunit_compare(test, false, a, <=, b, __VA_ARGS__)
#define KUNIT_EXPECT_LE(test, a, b) KUNIT_EXPECT_LE_MSG(test, a, b, NULL)
#define KUNIT_ASSERT_LE_MSG(test, a, b, ...) \
	kunit_compare(test, true, a, <=, b, __VA_ARGS__)
#define KUNIT_ASSERT_LE(test, a, b) KUNIT_ASSERT_LE_MSG(test, a, b, NULL)

#define KUNIT_EXPECT_GT_MSG(test, a, b, ...) \
	kunit_compare(test, false, a, >, b, __VA_ARGS__)
#define KUNIT_EXPECT_GT(test, a, b) KUNIT_EXPECT_GT_MSG(test, a, b, NULL)
#define KUNIT_ASSERT_GT_MSG(test, a, b, ...) \
	kunit_compare(test, true, a, >, b, __VA_ARGS__)
#define KUNIT_ASSERT_GT(test, a, b) KUNIT_ASSERT_GT_MSG(test, a, b, NULL)

#define KUNIT_EXPECT_GE_MSG(test, a, b, ...) \
	kunit_compare(test, false, a, >=, b, __VA_ARGS__)
#define KUNIT_EXPECT_GE(test, a, b) KUNIT_EXPECT_GE_MSG(test, a, b, NULL)
#define KUNIT_ASSERT_GE_MSG(test, a, b, ...) \
	kunit_compare(test, true, a, >=, b, __VA_ARGS__)
#define KUNIT_ASSERT_GE(test, a, b) KUNIT_ASSERT_GE_MSG(test, a, b, NULL)

#define KUNIT_EXPECT_PTR_EQ_MSG(test, a, b, ...) \
	kunit_pointers(test, false, a, ==, b, __VA_ARGS__)
#define KUNIT_EXPECT_PTR_EQ(test, a, b) \
	KUNIT_EXPECT_PTR_EQ_MSG(test, a, b, NULL)
#define KUNIT_ASSERT_PTR_EQ_MSG(test, a, b, ...) \
	kunit_pointers(test, true, a, ==, b, __VA_ARGS__)
#define KUNIT_ASSERT_PTR_EQ(test, a, b) \
	KUNIT_ASSERT_PTR_EQ_MSG(test, a, b, NULL)

#define KUNIT_EXPECT_PTR_NE_MSG(test, a, b, ...) \
	kunit_pointers(test, false, a, !=, b, __VA_ARGS__)
#define KUNIT_EXPECT_PTR_NE(test, a, b) \
	KUNIT_EXPECT_PTR_NE_MSG(test, a, b, NULL)
#define KUNIT_ASSERT_PTR_NE_MSG(test, a, b, ...) \
	kunit_pointers(test, true, a, !=, b, __VA_ARGS__)
#define KUNIT_ASSERT_PTR_NE(test, a, b) \
	KUNIT_ASSERT_PTR_NE_MSG(test, a, b, NULL)

#define KUNIT_EXPECT_STREQ_MSG(test, a, b, ...) \
	kunit_strings(test, false, a, ==, b, __VA_ARGS__)
#define KUNIT_EXPECT_STREQ(test, a, b) KUNIT_EXPECT_STREQ_MSG(test, a, b, NULL)
#define KUNIT_ASSERT_STREQ_MSG(test, a, b, ...) \
	kunit_strings(test, true, a, ==, b, __VA_ARGS__)
#define KUNIT_ASSERT_STREQ(test, a, b) KUNIT_ASSERT_STREQ_MSG(test, a, b, NULL)

#define KUNIT_EXPECT_STRNEQ_MSG(test, a, b, ...) \
	kunit_strings(test, false, a, !=, b, __VA_ARGS__)
#define KUNIT_EXPECT_STRNEQ(test, a, b) \
	KUNIT_EXPECT_STRNEQ_MSG(test, a, b, NULL)
#define KUNIT_ASSERT_STRNEQ_MSG(test, a, b, ...) \
	kunit_strings(test, true, a, !=, b, __VA_ARGS__)
#define KUNIT_ASSERT_STRNEQ(test, a, b) \
	KUNIT_ASSERT_STRNEQ_MSG(test, a, b, NULL)

#define KUNIT_EXPECT_TRUE_MSG(test, a, ...) \
	kunit_truth(test, false, a, __VA_ARGS__)
#define KUNIT_EXPECT_TRUE(test, a) KUNIT_EXPECT_TRUE_MSG(test, a, NULL)
#define KUNIT_ASSERT_TRUE_MSG(test, a, ...) \
	kunit_truth(test, true, a, __VA_ARGS__)
#define KUNIT_ASSERT_TRUE(test, a) KUNIT_ASSERT_TRUE_MSG(test, a, NULL)

#define KUNIT_EXPECT_FALSE_MSG(test, a, ...) \
	kunit_truth(test, false, !(a), __VA_ARGS__)
#define KUNIT_EXPECT_FALSE(test, a) KUNIT_EXPECT_FALSE_MSG(test, a, NULL)
#define KUNIT_ASSERT_FALSE_MSG(test, a, ...) \
	kunit_truth(test, true, !(a), __VA_ARGS__)
#define KUNIT_ASSERT_FALSE(test, a) KUNIT_ASSERT_FALSE_MSG(test, a, NULL)

#define KUNIT_EXPECT_NULL_MSG(test, a, ...) \
	kunit_truth(test, false, !(a), __VA_ARGS__)
#define KUNIT_EXPECT_NULL(test, a) KUNIT_EXPECT_NULL_MSG(test, a, NULL)
#define KUNIT_ASSERT_NULL_MSG(test, a, ...) \
	kunit_truth(test, true, !(a), __VA_ARGS__)
#define KUNIT_ASSERT_NULL(test, a) KUNIT_ASSERT_NULL_MSG(test, a, NULL)

#define KUNIT_EXPECT_NOT_NULL_MSG(test, a, ...) \
	kunit_truth(test, false, a, __VA_ARGS__)
#define KUNIT_EXPECT_NOT_NULL(test, a) KUNIT_EXPECT_NOT_NULL_MSG(test, a, NULL)
#define KUNIT_ASSERT_NOT_NULL_MSG(test, a, ...) \
	kunit_truth(test, true, a, __VA_ARGS__)
#define KUNIT_ASSERT_NOT_NULL(test, a) KUNIT_ASSERT_NOT_NULL_MSG(test, a, NULL)

#define KUNIT_EXPECT_NOT_ERR_OR_NULL_MSG(test, a, ...) \
	kunit_truth(test, false, !IS_ERR_OR_NULL(a), __VA_ARGS__)
#define KUNIT_EXPECT_NOT_ERR_OR_NULL(test, a) \
	KUNIT_EXPECT_NOT_ERR_OR_NULL_MSG(test, a, NULL)
#define KUNIT_ASSERT_NOT_ERR_OR_NULL_MSG(test, a, ...) \
	kunit_truth(test, true, !IS_ERR_OR_NULL(a), __VA_ARGS__)
#define KUNIT_ASSERT_NOT_ERR_OR_NULL(test, a) \
	KUNIT_ASSERT_NOT_ERR_OR_NULL_MSG(test, a, NULL)

#endif
