// SPDX-License-Identifier: GPL-2.0
/*
 * Mock configuration spaces are for their tests alone.
 */
#include "mock_space.h"

void mock_config_made(struct kunit *test, struct mock_config *mock)
{
}
