// SPDX-License-Identifier: GPL-2.0
/*
 * What is expected to be said of a VF.
 */
#include <linux/string.h>

#include "readiness_expect.h"

void ready_expect_well(struct kunit *test, const struct ready *r, u32 n)
{
	struct readiness_result result;

	ready_judge(test, r, n, &result);
	KUNIT_EXPECT_EQ(test, result.state, READINESS_READY);
	KUNIT_EXPECT_NULL_MSG(test, result.cause, "%s", result.reason);
	KUNIT_EXPECT_STREQ(test, result.reason, "");
}

void ready_expect_why(struct kunit *test, const struct ready *r,
		      const struct ready_why *why)
{
	struct readiness_result result;

	ready_judge(test, r, READY_WHICH, &result);
	KUNIT_EXPECT_STREQ(test, readiness_state_name(result.state),
			   why->state);
	KUNIT_EXPECT_STREQ(test, result.cause ?: "", why->cause);
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(result.reason, why->words),
				  "%s: %s", why->title, result.reason);
	KUNIT_EXPECT_LT(test, strlen(result.reason), READINESS_TEXT_LEN - 1);
}
