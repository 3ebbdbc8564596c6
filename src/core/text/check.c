// SPDX-License-Identifier: GPL-2.0
/*
 * check: does the device keep the specification? A line for each rule.
 */
#include "core/check/check.h"
#include "file.h"

static int check_lines(const struct pf_facts *facts)
{
	return 1 + check_rule_count() + 1;
}

static void check_last_line(struct seq_file *m, const struct pf_facts *facts)
{
	struct check_summary summary;

	check_all(facts, &summary);
	seq_printf(m, "# %u pass, %u warn, %u fail, %u skip\n",
		   summary.counts[CHECK_PASS], summary.counts[CHECK_WARN],
		   summary.counts[CHECK_FAIL], summary.counts[CHECK_SKIP]);
}

static void check_line(struct seq_file *m, const struct pf_facts *facts, u32 n)
{
	struct check_result result;

	if (!n) {
		seq_puts(m, "# verdict rule section detail\n");
		return;
	}
	if (n > check_rule_count()) {
		check_last_line(m, facts);
		return;
	}
	check_rule(facts, n - 1, &result);
	seq_printf(m, "%s %s %s %s\n", check_verdict_name(result.verdict),
		   result.rule, result.section, result.detail);
}

const struct text_file text_file_check = {
	.name = "check",
	.what = CHECK_NEEDS,
	.lines = check_lines,
	.line = check_line,
};
