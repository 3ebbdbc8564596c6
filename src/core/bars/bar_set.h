/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Which VF BARs exist? The one answer, for files, rules and constraints.
 */
#ifndef SRIOVSCOPE_BAR_SET_H
#define SRIOVSCOPE_BAR_SET_H

#include "core/facts/facts.h"

/**
 * struct bar_set - the VF BARs that exist
 * @count: how many have registers that make sense
 * @bars: those, in the order of their slots
 * @slots: bit n is set when there is a VF BAR in slot n, with registers that
 *	make sense or with a window alone
 * @lost: how many more the kernel has found, of which neither window nor
 *	register tells anything
 * @complete: there are no others; else there may be some
 */
struct bar_set {
	u32 count;
	struct vf_bar bars[PCI_SRIOV_NUM_BARS];
	u8 slots;
	u32 lost;
	bool complete;
};

/**
 * bar_set_make() - find the VF BARs that exist
 * @set: to fill in
 * @kernel: what the kernel holds
 * @sriov: the registers, NULL when they are not known
 * @ea: VF BARs of Enhanced Allocation, which count before the registers; used
 *	with @sriov alone
 *
 * One for which the kernel has a window exists. Of one that it found no place
 * for, the kernel forgets the window and writes 0 to the register: the bits of
 * its type may be left, or nothing. How many the kernel found tells what the
 * slots that read 0 are.
 *
 * Context: any; pure.
 * Return: 0; -EINVAL as vf_bars_start(), when @set->count is 0.
 */
int bar_set_make(struct bar_set *set, const struct pf_kernel *kernel,
		 const struct sriov_state *sriov, const struct around_ea *ea);

/**
 * bar_set_has() - is there a VF BAR in a slot?
 * @set: from bar_set_make()
 * @slot: which slot, any number
 *
 * Return: true when there is.
 */
static inline bool bar_set_has(const struct bar_set *set, u32 slot)
{
	return slot < PCI_SRIOV_NUM_BARS && set->slots & BIT(slot);
}

/**
 * bar_set_find() - what registers and entries tell of the VF BAR in a slot
 * @set: from bar_set_make()
 * @slot: which slot, any number
 *
 * Return: the VF BAR, NULL when they tell nothing of one.
 */
const struct vf_bar *bar_set_find(const struct bar_set *set, u32 slot);

#endif
