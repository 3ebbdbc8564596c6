/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Kinds of things to do, their steps and what came of them.
 */
#ifndef SRIOVSCOPE_STRESS_H
#define SRIOVSCOPE_STRESS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

#define KINDS_MAX 32
#define STEPS_MAX 8
#define ERRNO_MAX 134
#define TEXT_SIZE 0x10000

struct kind;
struct step;

/**
 * struct verb - what a step can do
 * @name: as a plan has it
 * @run: does it, and returns 0 or an errno. It calls meet_begin() when it has found its
 *	file: the step is worked on from then on.
 * @goes_on: with the step before
 */
struct verb {
	const char *name;
	int (*run)(struct kind *kind, const struct step *step);
	bool goes_on;
};

/**
 * struct step - a step of a kind
 * @verb: what it does
 * @file: with what: a file, a module, or milliseconds
 * @value: what else is in its line
 * @went_well: how often it did
 */
struct step {
	const struct verb *verb;
	char file[192];
	char value[256];
	atomic_ulong went_well;
};

/**
 * struct kind - what a thread does over and over
 * @name: of the kind
 * @number: counted from 0
 * @allowed: errnos that its steps may end with
 * @done: the same, which say that it was done
 * @steps: one after the other
 * @nsteps: how many they are
 * @thread: who does them
 * @working: it is in the kernel
 * @ended: how often steps ended with an errno, 0 for none
 * @met: how often it came in while another kind was in the kernel
 * @text: TEXT_SIZE bytes to read into
 */
struct kind {
	char name[32];
	int number;
	bool allowed[ERRNO_MAX];
	bool done[ERRNO_MAX];
	struct step steps[STEPS_MAX];
	int nsteps;
	pthread_t thread;
	bool working;
	atomic_ulong ended[ERRNO_MAX];
	atomic_ulong met[KINDS_MAX];
	char *text;
};

extern struct kind kinds[KINDS_MAX];
extern int nkinds;
extern atomic_bool stop;
extern atomic_bool failed;

/**
 * complain() - say what must not be, and fail
 * @format: a line or more
 */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/**
 * malformed() - say what is wrong with the plan or the call, and exit
 * @what: what is wrong
 */
void malformed(const char *what) __attribute__((noreturn));

/**
 * plan_read() - read from standard input what there is to do
 *
 * It exits when that is none.
 */
void plan_read(void);

/**
 * verb_find() - find a verb
 * @name: its name
 *
 * Return: the verb, NULL when there is none.
 */
const struct verb *verb_find(const char *name);

/**
 * meet_begin() - a kind is in the kernel, unless it was already
 * @kind: the kind
 */
void meet_begin(struct kind *kind);

/**
 * meet_end() - a kind is no more in the kernel
 * @kind: the kind
 */
void meet_end(struct kind *kind);

/**
 * all_met() - has each kind met each other one?
 * @say: complain of those that have not
 *
 * Return: true when they have.
 */
bool all_met(bool say);

/**
 * all_went_well() - has each step gone well once?
 * @say: complain of those that have not
 *
 * Return: true when they have.
 */
bool all_went_well(bool say);

/**
 * say_all() - say what came of all kinds
 * @seconds: how long that took
 */
void say_all(long seconds);

#endif
