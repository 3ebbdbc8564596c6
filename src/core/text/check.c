// SPDX-License-Identifier: GPL-2.0
/*
 * check: does the device keep the specification? A line for each rule.
 */
#include "core/check/check.h"
#include "debugfs/files.h"

static int check_lines(const struct pf_facts *snap)
{
	return 1 + check_rule_count() + 1;
}

static void check_last_line(struct seq_file *m, const struct pf_facts *snap)
{
	struct check_summary summary;

	check_all(snap, &summary);
	seq_printf(m, "# %u pass, %u warn, %u fail, %u skip\n",
		   summary.counts[CHECK_PASS], summary.counts[CHECK_WARN],
		   summary.counts[CHECK_FAIL], summary.counts[CHECK_SKIP]);
}

static void check_line(struct seq_file *m, struct scope_pf *pf,
		       const struct pf_facts *snap, u32 n)
{
	struct check_result result;

	if (!n) {
		seq_puts(m, "# verdict rule section detail\n");
		return;
	}
	if (n > check_rule_count()) {
		check_last_line(m, snap);
		return;
	}
	check_rule(snap, n - 1, &result);
	seq_printf(m, "%s %s %s %s\n", check_verdict_name(result.verdict),
		   result.rule, result.section, result.detail);
}

const struct pf_file pf_file_check = {
	.name = "check",
	.what = CHECK_NEEDS,
	.lines = check_lines,
	.line = check_line,
};
