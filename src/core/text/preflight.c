// SPDX-License-Identifier: GPL-2.0
/*
 * preflight: how many VFs could be enabled now, and what limits it.
 */
#include "devices.h"
#include "file.h"
#include "text.h"

/* What is said of all constraints together, which are judged once for it */
#define PREFLIGHT_HEAD 1

static void preflight_number(struct seq_file *m, bool unknown, u32 number)
{
	if (unknown)
		seq_puts(m, "unknown");
	else
		seq_printf(m, "%u", number);
}

static int preflight_lines(const struct pf_facts *facts)
{
	return PREFLIGHT_HEAD + preflight_constraint_count();
}

void text_preflight_head(struct seq_file *m,
			 const struct preflight_summary *summary)
{
	seq_puts(m, "max_vfs_now: ");
	preflight_number(m, summary->unknown, summary->max_vfs_now);
	seq_printf(m, "\nlimited_by: %s\nconstraints:\n", summary->limited_by);
}

/* Of a constraint that does not apply to the device there is no line. */
static void preflight_line(struct seq_file *m, const struct pf_facts *facts,
			   u32 n)
{
	struct preflight_summary summary;
	struct preflight_result result;

	if (n < PREFLIGHT_HEAD) {
		preflight_all(facts, &summary);
		text_preflight_head(m, &summary);
		return;
	}
	if (!preflight_constraint(facts, n - PREFLIGHT_HEAD, &result))
		return;
	seq_printf(m, "  - {name: %s, max_vfs: ", result.name);
	preflight_number(m, result.unknown, result.max_vfs);
	seq_printf(m, ", errno: %s, detail: ", result.errno_name);
	text_quoted(m, result.detail);
	seq_puts(m, ", remedy: ");
	text_quoted(m, result.remedy);
	seq_puts(m, "}\n");
}

const struct text_file text_file_preflight = {
	.name = "preflight",
	.what = PREFLIGHT_NEEDS,
	.lines = preflight_lines,
	.line = preflight_line,
};
