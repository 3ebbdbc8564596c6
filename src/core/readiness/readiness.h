/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Why can a VF not be used? Causes are rows of a table, each a pure function of
 * what was read; the first that applies is the answer.
 */
#ifndef SRIOVSCOPE_READINESS_H
#define SRIOVSCOPE_READINESS_H

#include "core/facts/facts.h"

#define READINESS_TEXT_LEN 512

/**
 * enum readiness_state - how far a VF is
 * @READINESS_READY: a driver has it, as far as can be seen to some use
 * @READINESS_NO_DRIVER: no driver has it, or one that does nothing with it
 * @READINESS_IN_GUEST: a program has it, as a virtual machine does
 * @READINESS_NOT_ANSWERING: it does not answer
 * @READINESS_RESETTING: it is being reset
 * @READINESS_UNKNOWN: that could not be had
 */
enum readiness_state {
	READINESS_READY,
	READINESS_NO_DRIVER,
	READINESS_IN_GUEST,
	READINESS_NOT_ANSWERING,
	READINESS_RESETTING,
	READINESS_UNKNOWN,
};

/**
 * struct readiness_result - a VF's line of "readiness"
 * @state: how far it is
 * @cause: name of the row that says so; NULL for a VF that is well, and when too
 *	little is known
 * @reason: one sentence with what to type; empty for a VF that is well
 */
struct readiness_result {
	enum readiness_state state;
	const char *cause;
	char reason[READINESS_TEXT_LEN];
};

/* What a snapshot needs for it */
#define READINESS_NEEDS                                                   \
	(FACTS_SRIOV_IF_ANY | FACTS_SELF | FACTS_SELF_USE | FACTS_PLACE | \
	 FACTS_PORT | FACTS_VF_DEVICES | FACTS_VF_USE | FACTS_NO_WAIT |   \
	 FACTS_VF_SETTINGS)

/**
 * readiness_state_name() - the word for a state
 * @state: the state
 *
 * Return: the word.
 */
const char *readiness_state_name(enum readiness_state state);

/**
 * readiness_count() - how many VFs are there to judge?
 * @facts: with READINESS_NEEDS
 *
 * Context: any; pure.
 * Return: those that the kernel has; when that is not known, those that the
 *	registers have on.
 */
u32 readiness_count(const struct pf_facts *facts);

/**
 * readiness_of() - judge a VF
 * @facts: with READINESS_NEEDS
 * @n: which of them, below readiness_count()
 * @result: to fill in
 *
 * Context: any; pure.
 */
void readiness_of(const struct pf_facts *facts, u32 n,
		  struct readiness_result *result);

/**
 * readiness_place() - which VF is it, and where?
 * @facts: with READINESS_NEEDS
 * @n: which of them, below readiness_count()
 * @number: where its number goes, counted from 0 as in "vfs"; negative when the
 *	registers do not tell it
 * @routing_id: where that goes, bus in the high byte
 *
 * Context: any; pure.
 * Return: false when the registers have no place for it, and it no routing ID.
 */
bool readiness_place(const struct pf_facts *facts, u32 n, int *number,
		     u16 *routing_id);

#endif
