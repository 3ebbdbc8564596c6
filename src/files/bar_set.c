// SPDX-License-Identifier: GPL-2.0
/*
 * The VF BARs that files show.
 */
#include "bar_set.h"

int bar_set_make(struct bar_set *set, const struct pf_snapshot *snap)
{
	struct vf_bar_iter iter;
	struct vf_bar bar;
	int ret;

	set->count = 0;
	ret = vf_bars_start(&iter, &snap->sriov);
	while (vf_bars_next(&iter, &bar)) {
		if (snap->sriov.vf_bar[bar.slot] || bar.address ||
		    snap->kernel.windows[bar.slot].size)
			set->bars[set->count++] = bar;
	}
	return ret;
}

void bar_set_address(struct seq_file *m, const struct vf_bar *bar, u64 address)
{
	seq_printf(m, "0x%0*llx", bar->is_64bit ? 16 : 8, address);
}
