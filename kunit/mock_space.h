/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Mock configuration spaces of a test. No kernel object is behind them.
 */
#ifndef SRIOVSCOPE_MOCK_SPACE_H
#define SRIOVSCOPE_MOCK_SPACE_H

#include <kunit/test.h>

#include "core/mock/mock_config.h"

/**
 * mock_config_new() - a mock configuration space, with a log
 * @test: whose end frees it; fails when there is no memory
 * @size: bytes that exist, at most 4096
 *
 * Context: may sleep.
 * Return: the space, never NULL.
 */
struct mock_config *mock_config_new(struct kunit *test, u32 size);

/**
 * mock_config_made() - what a program of suites does with each new space
 * @test: whose space it is
 * @mock: the space, from mock_config_new()
 *
 * mock_made.c leaves it as it is; fuzz/corpus.c takes its place.
 *
 * Context: may sleep.
 */
void mock_config_made(struct kunit *test, struct mock_config *mock);

/**
 * mock_config_expect_sane() - expect that nobody went outside of the space
 * @test: fails when a canary died, when an access should have been kept away,
 *	or when the log overflowed and proves nothing
 * @mock: the space
 *
 * Context: any.
 */
void mock_config_expect_sane(struct kunit *test,
			     const struct mock_config *mock);

#endif
