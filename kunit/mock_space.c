// SPDX-License-Identifier: GPL-2.0
/*
 * Mock configuration spaces of a test.
 */
#include "mock_space.h"

struct mock_config *mock_config_new(struct kunit *test, u32 size)
{
	struct mock_config *mock =
		kunit_kzalloc(test, sizeof(*mock), GFP_KERNEL);
	struct mock_log *log = kunit_kzalloc(test, sizeof(*log), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, mock);
	KUNIT_ASSERT_NOT_NULL(test, log);
	KUNIT_ASSERT_EQ(test, mock_config_init(mock, size), 0);
	mock->log = log;
	mock_config_made(test, mock);
	return mock;
}

void mock_config_expect_sane(struct kunit *test, const struct mock_config *mock)
{
	KUNIT_EXPECT_TRUE(test, mock_config_intact(mock));
	KUNIT_EXPECT_EQ(test, mock->violations, 0);
	KUNIT_EXPECT_FALSE(test, mock->log && mock->log->overflowed);
}
