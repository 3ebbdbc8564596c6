/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the constraints see, made by hand, and each way to limit it.
 */
#ifndef SRIOVSCOPE_PREFLIGHT_FACTS_H
#define SRIOVSCOPE_PREFLIGHT_FACTS_H

#include <kunit/test.h>

#include "core/preflight/preflight.h"

/**
 * facts_new() - a PF at 03:00.0, bound to sriovscope, that can have all of its
 *	8 VFs
 * @test: whose end frees it
 *
 * Return: the facts, never NULL.
 */
struct pf_facts *facts_new(struct kunit *test);

/**
 * facts_reset() - make facts those of facts_new() again
 * @f: from facts_new(), changed in any way
 */
void facts_reset(struct pf_facts *f);

/**
 * facts_rooms() - give a PF of facts_new() what is above it
 * @test: whose end frees it
 * @f: the facts
 *
 * Return: what room_facts_path() makes.
 */
struct around_rooms *facts_rooms(struct kunit *test, struct pf_facts *f);

/**
 * struct limit - a way to limit the VFs of facts_new()
 * @title: of the case
 * @name: the constraint that says so
 * @bend: what makes it so; nothing else limits then, and rows come in the
 *	order in which the kernel asks
 * @max: how many VFs are left
 * @error: what one more meets
 * @word: of its detail
 */
struct limit {
	const char *title;
	const char *name;
	void (*bend)(struct pf_facts *f);
	u32 max;
	int error;
	const char *word;
};

extern const struct limit limits[];
extern const u32 limit_count;

/**
 * find_constraint() - judge a constraint
 * @f: the facts
 * @name: of the constraint
 * @result: to fill in
 *
 * Return: true; false when it has no line.
 */
bool find_constraint(const struct pf_facts *f, const char *name,
		     struct preflight_result *result);

/**
 * constraint_of() - judge a constraint that has a line
 * @test: whose end frees it; fails when there is none
 * @f: the facts
 * @name: of the constraint
 *
 * Return: what it says, never NULL.
 */
const struct preflight_result *
constraint_of(struct kunit *test, const struct pf_facts *f, const char *name);

/**
 * expect_detail() - what a constraint says has words in it
 * @test: fails when it has not
 * @f: the facts
 * @name: of the constraint
 * @words: the words
 */
void expect_detail(struct kunit *test, const struct pf_facts *f,
		   const char *name, const char *words);

/**
 * expect_remedy() - the same of what it advises
 * @test: fails when it has not
 * @f: the facts
 * @name: of the constraint
 * @words: the words
 */
void expect_remedy(struct kunit *test, const struct pf_facts *f,
		   const char *name, const char *words);

/**
 * bend_fn - makes the facts of facts_new() worse in one way
 * @f: the facts
 */
typedef void bend_fn(struct pf_facts *f);

bend_fn bend_window0;
bend_fn bend_window_dropped;
bend_fn bend_bar_lost;
bend_fn bend_assigned;
bend_fn bend_no_driver;
bend_fn bend_no_callback;
bend_fn bend_ari_none;

#endif
