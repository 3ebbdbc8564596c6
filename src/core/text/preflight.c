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
	u32 sizes = preflight_size_count(facts);

	return PREFLIGHT_HEAD + preflight_constraint_count() +
	       (sizes ? 1 + sizes : 0);
}

void text_preflight_head(struct seq_file *m,
			 const struct preflight_summary *summary)
{
	seq_puts(m, "max_vfs_now: ");
	preflight_number(m, summary->unknown, summary->max_vfs_now);
	seq_printf(m, "\nlimited_by: %s\nconstraints:\n", summary->limited_by);
}

/* What if: behind the constraints, where there is VF Resizable BAR */
static void preflight_size_line(struct seq_file *m,
				const struct pf_facts *facts, u32 n)
{
	struct preflight_size size;

	if (!n) {
		seq_puts(m, "vf_bar_sizes:\n");
		return;
	}
	preflight_size(facts, n - 1, &size);
	seq_printf(m, "  - {vf_bar: %u, size: 0x%llx, now: %s, max_vfs: ",
		   size.slot, size.bytes, text_yes_no(size.now));
	preflight_number(m, size.unknown, size.max_vfs);
	seq_puts(m, ", max_vfs_moved: ");
	preflight_number(m, size.moved_unknown, size.max_vfs_moved);
	seq_puts(m, "}\n");
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
	n -= PREFLIGHT_HEAD;
	if (n >= preflight_constraint_count()) {
		preflight_size_line(m, facts, n - preflight_constraint_count());
		return;
	}
	if (!preflight_constraint(facts, n, &result))
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
