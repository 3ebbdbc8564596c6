// SPDX-License-Identifier: GPL-2.0
/*
 * bars: the VF BARs, with the kernel's window for all VFs' copies of each.
 */
#include "core/bars/bar_set.h"
#include "core/bars/vf_copy.h"
#include "file.h"
#include "text.h"

static int bars_lines(const struct pf_facts *facts)
{
	struct bar_set set;
	int ret;

	ret = bar_set_make(&set, &facts->kernel, &facts->sriov,
			   &facts->around->ea);
	return ret ?: 1 + set.count;
}

static void bars_size(struct seq_file *m, const struct pf_facts *facts,
		      u64 size)
{
	if (size)
		seq_printf(m, " 0x%llx", size);
	else if (facts_lack(facts, ABOUT_WINDOWS))
		seq_puts(m, " " TEXT_UNKNOWN);
	else
		seq_puts(m, " -");
}

static void bars_window(struct seq_file *m, const struct pf_facts *facts,
			const struct vf_window *window)
{
	if (facts_lack(facts, ABOUT_WINDOWS))
		seq_puts(m, " " TEXT_UNKNOWN "\n");
	else if (window->assigned)
		seq_printf(m, " 0x%llx-0x%llx\n", window->start,
			   window->start + window->size - 1);
	else
		seq_puts(m, " unassigned\n");
}

static void bars_line(struct seq_file *m, const struct pf_facts *facts, u32 n)
{
	const struct vf_window *window;
	const struct vf_bar *bar;
	struct bar_set set;

	if (!n) {
		seq_puts(m,
			 "# slot type prefetch address vf_size total_size window\n");
		return;
	}
	if (bar_set_make(&set, &facts->kernel, &facts->sriov,
			 &facts->around->ea) ||
	    n > set.count)
		return;

	bar = &set.bars[n - 1];
	window = &facts->kernel.windows[bar->slot];
	seq_printf(m, "%u %s %s ", bar->slot, bar->is_64bit ? "mem64" : "mem32",
		   text_yes_no(bar->prefetchable));
	text_bar_address(m, bar, bar->address);
	bars_size(m, facts,
		  vf_copy_size(facts->around, facts->kernel.windows,
			       facts->sriov.total_vfs, bar->slot));
	bars_size(m, facts, window->size);
	bars_window(m, facts, window);
}

const struct text_file text_file_bars = {
	.name = "bars",
	.what = FACTS_SRIOV | FACTS_VF_BARS,
	.about = ABOUT_WINDOWS,
	.lines = bars_lines,
	.line = bars_line,
};
