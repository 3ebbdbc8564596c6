/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is expected to be said of a VF.
 */
#ifndef SRIOVSCOPE_READINESS_EXPECT_H
#define SRIOVSCOPE_READINESS_EXPECT_H

#include "readiness_facts.h"

/**
 * struct ready_why - a cause, and words of its sentence
 * @title: what it is
 * @bend: brings it about
 * @cause: its name
 * @state: what the VF is then
 * @words: a part of what is said
 */
struct ready_why {
	const char *title;
	ready_bend *bend;
	const char *cause;
	const char *state;
	const char *words;
};

/**
 * ready_expect_well() - expect that a VF is ready, with no warning
 * @test: the test that it is for
 * @r: its PF
 * @n: which one
 */
void ready_expect_well(struct kunit *test, const struct ready *r, u32 n);

/**
 * ready_expect_why() - expect that the VF that is made worse has a cause
 * @test: the test that it is for
 * @r: its PF
 * @why: the cause
 */
void ready_expect_why(struct kunit *test, const struct ready *r,
		      const struct ready_why *why);

#endif
