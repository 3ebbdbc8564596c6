/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Does a device keep the specification? Rules are rows of a table, each a pure
 * function of what was read.
 */
#ifndef SRIOVSCOPE_CHECK_H
#define SRIOVSCOPE_CHECK_H

#include "core/facts/facts.h"

#define CHECK_DETAIL_LEN 200

/**
 * enum check_verdict - what came of a rule, the worst last
 * @CHECK_SKIP: it cannot be told now
 * @CHECK_PASS: it is kept
 * @CHECK_WARN: it is broken, which is suspicious
 * @CHECK_FAIL: it is broken, and with it the specification or the kernel
 * @CHECK_VERDICTS: how many verdicts there are
 */
enum check_verdict {
	CHECK_SKIP,
	CHECK_PASS,
	CHECK_WARN,
	CHECK_FAIL,
	CHECK_VERDICTS,
};

/**
 * struct check_result - one rule's line of "check"
 * @rule: name of the rule
 * @section: of the PCI Express Base Specification; "linux" for what the kernel
 *	asks for beyond it
 * @verdict: what came of it
 * @detail: the numbers that led to it, or why it cannot be told
 */
struct check_result {
	const char *rule;
	const char *section;
	enum check_verdict verdict;
	char detail[CHECK_DETAIL_LEN];
};

/**
 * struct check_summary - all rules together
 * @counts: rules by their verdict
 * @worst: the worst of them
 */
struct check_summary {
	u32 counts[CHECK_VERDICTS];
	enum check_verdict worst;
};

/* What a snapshot needs for the rules */
#define CHECK_NEEDS \
	(FACTS_SRIOV_IF_ANY | FACTS_AROUND | FACTS_VFS | FACTS_PORT_IDE)

/**
 * check_rule_count() - how many rules there are
 *
 * Return: the number of rows of the table.
 */
u32 check_rule_count(void);

/**
 * check_rule() - judge one rule
 * @snap: with CHECK_NEEDS
 * @n: which rule, below check_rule_count()
 * @result: to fill in
 *
 * Context: any; pure.
 */
void check_rule(const struct pf_facts *snap, u32 n,
		struct check_result *result);

/**
 * check_all() - judge all rules
 * @snap: with CHECK_NEEDS
 * @summary: to fill in
 *
 * Context: any; pure.
 */
void check_all(const struct pf_facts *snap, struct check_summary *summary);

/**
 * check_verdict_name() - a verdict in one word
 * @verdict: which
 *
 * Return: the word.
 */
const char *check_verdict_name(enum check_verdict verdict);

#endif
