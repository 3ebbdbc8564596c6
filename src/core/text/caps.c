// SPDX-License-Identifier: GPL-2.0
/*
 * caps: all extended capabilities, and what is wrong with their chain.
 */
#include <linux/bitops.h>

#include "file.h"

static void caps_note(struct seq_file *m, const struct ext_cap *cap)
{
	const char *comma = "";
	unsigned int defect;

	if (!cap->defects)
		seq_putc(m, '-');
	for_each_set_bit(defect, &cap->defects, EXT_DEFECT_COUNT) {
		seq_printf(m, "%s%s", comma, ext_defect_name(defect));
		comma = ",";
	}
}

static int caps_lines(const struct pf_facts *facts)
{
	return 1 + facts->chain->count;
}

static void caps_line(struct seq_file *m, const struct pf_facts *facts, u32 n)
{
	const struct ext_cap *cap;
	u16 id;

	if (!n) {
		seq_puts(m, "# offset id ver span name note\n");
		return;
	}

	cap = &facts->chain->caps[n - 1];
	id = cap_header_id(CAP_EXTENDED, cap->header);
	seq_printf(m, "0x%03x 0x%04x %u %u %s ", cap->offset, id,
		   cap_header_version(cap->header), cap->span,
		   ext_cap_name(id));
	caps_note(m, cap);
	seq_putc(m, '\n');
}

const struct text_file text_file_caps = {
	.name = "caps",
	.what = FACTS_CHAIN,
	.lines = caps_lines,
	.line = caps_line,
};
