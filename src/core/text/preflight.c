// SPDX-License-Identifier: GPL-2.0
/*
 * preflight: how many VFs could be enabled now, and what limits it.
 */
#include "core/preflight/preflight.h"
#include "file.h"
#include "text.h"

/* max_vfs_now, limited_by, and the line that begins the list */
#define PREFLIGHT_HEAD 3

static void preflight_number(struct seq_file *m, bool unknown, u32 number)
{
	if (unknown)
		seq_puts(m, "unknown");
	else
		seq_printf(m, "%u", number);
}

static int preflight_lines(const struct pf_facts *facts)
{
	struct preflight_summary summary;

	preflight_all(facts, &summary);
	return PREFLIGHT_HEAD + summary.count;
}

static void preflight_head(struct seq_file *m, const struct pf_facts *facts,
			   u32 n)
{
	struct preflight_summary summary;

	preflight_all(facts, &summary);
	if (n == 0) {
		seq_puts(m, "max_vfs_now: ");
		preflight_number(m, summary.unknown, summary.max_vfs_now);
		seq_putc(m, '\n');
	} else if (n == 1) {
		seq_printf(m, "limited_by: %s\n", summary.limited_by);
	} else {
		seq_puts(m, "constraints:\n");
	}
}

static void preflight_line(struct seq_file *m, const struct pf_facts *facts,
			   u32 n)
{
	struct preflight_result result;

	if (n < PREFLIGHT_HEAD) {
		preflight_head(m, facts, n);
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
