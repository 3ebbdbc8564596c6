/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The VF BARs that files show.
 */
#ifndef SRIOVSCOPE_BAR_SET_H
#define SRIOVSCOPE_BAR_SET_H

#include <linux/seq_file.h>

#include "../pf/snapshot.h"

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
int bar_set_make(struct bar_set *set, const struct pf_snapshot *snap);

/**
 * bar_set_address() - print an address with the width of its BAR
 * @m: where to
 * @bar: the BAR
 * @address: the address
 */
void bar_set_address(struct seq_file *m, const struct vf_bar *bar, u64 address);

#endif
