// SPDX-License-Identifier: GPL-2.0
/*
 * check: does the device keep the specification? A line for each rule.
 */
#include "devices.h"
#include "file.h"

static int check_lines(const struct pf_facts *facts)
{
	return 1 + check_rule_count() + 1;
}

void text_check_counts(struct seq_file *m, const struct check_summary *check)
{
	seq_printf(m, "# %u pass, %u warn, %u fail, %u skip\n",
		   check->counts[CHECK_PASS], check->counts[CHECK_WARN],
		   check->counts[CHECK_FAIL], check->counts[CHECK_SKIP]);
}

static void check_line(struct seq_file *m, const struct pf_facts *facts, u32 n)
{
	struct check_summary summary;
	struct check_result result;

	if (!n) {
		seq_puts(m, "# verdict rule section detail\n");
		return;
	}
	if (n > check_rule_count()) {
		check_all(facts, &summary);
		text_check_counts(m, &summary);
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
