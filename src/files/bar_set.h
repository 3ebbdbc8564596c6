/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The VF BARs that files show.
 */
#ifndef SRIOVSCOPE_BAR_SET_H
#define SRIOVSCOPE_BAR_SET_H

#include "../pf/snapshot.h"
#include "text.h"

/**
 * struct bar_set - the VF BARs that exist
 * @count: how many
 * @bars: in the order of their slots
 */
struct bar_set {
	u32 count;
	struct vf_bar bars[PCI_SRIOV_NUM_BARS];
};

/**
 * bar_set_make() - pick the VF BARs that exist
 * @set: to fill in; empty on error
 * @snap: with SNAPSHOT_SRIOV
 *
 * A register that reads 0 is no BAR, unless the kernel, which has sized it,
 * holds a resource for it.
 *
 * Return: 0; -EINVAL as vf_bars_start().
 */
static inline int bar_set_make(struct bar_set *set,
			       const struct pf_snapshot *snap)
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

/**
 * bar_set_address() - print an address with the width of its BAR
 * @m: where to
 * @bar: the BAR
 * @address: the address
 */
static inline void bar_set_address(struct seq_file *m,
				   const struct vf_bar *bar, u64 address)
{
	seq_printf(m, "0x%0*llx", bar->is_64bit ? 16 : 8, address);
}

#endif
