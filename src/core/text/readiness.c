// SPDX-License-Identifier: GPL-2.0
/*
 * readiness: can each of the VFs be used, and if not, why?
 */
#include "core/readiness/readiness.h"
#include "file.h"
#include "text.h"

static int readiness_lines(const struct pf_facts *facts)
{
	return 1 + readiness_count(facts);
}

static void readiness_address(struct seq_file *m, const struct pf_facts *facts,
			      u32 n)
{
	u16 routing_id;
	bool placed;
	int number;

	placed = readiness_place(facts, n, &number, &routing_id);
	if (number < 0)
		seq_puts(m, "- ");
	else
		seq_printf(m, "%d ", number);
	if (facts_lack(facts, ABOUT_PLACE))
		seq_puts(m, TEXT_UNKNOWN);
	else if (!placed)
		seq_putc(m, '-');
	else
		text_address(m, &facts->kernel, routing_id);
}

static void readiness_line(struct seq_file *m, const struct pf_facts *facts,
			   u32 n)
{
	struct readiness_result result;

	if (!n) {
		seq_puts(m, "# vf bdf state reason\n");
		return;
	}
	n--;
	readiness_address(m, facts, n);
	readiness_of(facts, n, &result);
	seq_printf(m, " %s ", readiness_state_name(result.state));
	if (*result.reason)
		text_quoted(m, result.reason);
	else
		seq_putc(m, '-');
	seq_putc(m, '\n');
}

const struct text_file text_file_readiness = {
	.name = "readiness",
	.what = READINESS_NEEDS,
	.lines = readiness_lines,
	.line = readiness_line,
};
