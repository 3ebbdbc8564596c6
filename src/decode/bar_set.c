// SPDX-License-Identifier: GPL-2.0
/*
 * Which VF BARs exist?
 */
#include <linux/bitops.h>
#include <linux/errno.h>

#include "bar_set.h"

static u8 slots_with_window(const struct pf_kernel *kernel)
{
	u8 slots = 0;
	u32 slot;

	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		if (kernel->windows[slot].size)
			slots |= BIT(slot);
	}
	return slots;
}

/* Bits that are left of a BAR are none where the kernel has all of its windows. */
static bool bar_exists(const struct pf_kernel *kernel, const struct vf_bar *bar,
		       u32 raw)
{
	if (kernel->windows[bar->slot].size)
		return true;
	if (kernel->vf_bars_known &&
	    hweight8(slots_with_window(kernel)) >= kernel->vf_bars)
		return false;
	return raw || bar->address;
}

/*
 * What the registers would hold of the VF BARs that have an entry: those of such
 * a BAR read 0. One of 64 bits in the last slot has no second register.
 */
static void put_ea(struct sriov_state *sriov, const struct around_ea *ea)
{
	const struct ea_vf_bar *bar;
	u32 slot, raw;

	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		bar = &ea->bars[slot];
		if (!bar->exists ||
		    (bar->is_64bit && slot + 1 == PCI_SRIOV_NUM_BARS))
			continue;
		raw = bar->address & PCI_BASE_ADDRESS_MEM_MASK;
		if (bar->prefetchable)
			raw |= PCI_BASE_ADDRESS_MEM_PREFETCH;
		if (bar->is_64bit) {
			raw |= PCI_BASE_ADDRESS_MEM_TYPE_64;
			sriov->vf_bar[slot + 1] = bar->address >> 32;
		}
		sriov->vf_bar[slot] = raw;
		slot += bar->is_64bit;
	}
}

/* Fills in what the registers tell. Returns whether a slot is left over. */
static bool set_of_registers(struct bar_set *set,
			     const struct pf_kernel *kernel,
			     const struct sriov_state *sriov,
			     struct vf_bar_iter *iter)
{
	bool left = false;
	struct vf_bar bar;

	while (vf_bars_next(iter, &bar)) {
		if (bar_exists(kernel, &bar, sriov->vf_bar[bar.slot])) {
			set->bars[set->count++] = bar;
			set->slots |= BIT(bar.slot);
		} else {
			left = true;
		}
	}
	return left;
}

int bar_set_make(struct bar_set *set, const struct pf_kernel *kernel,
		 const struct sriov_state *sriov, const struct around_ea *ea)
{
	struct sriov_state state;
	struct vf_bar_iter iter;
	bool left = true;
	int ret = 0;
	u32 found;

	*set = (struct bar_set){ .slots = slots_with_window(kernel) };
	if (sriov) {
		state = *sriov;
		put_ea(&state, ea);
		ret = vf_bars_start(&iter, &state);
		if (!ret)
			left = set_of_registers(set, kernel, &state, &iter);
	}
	found = hweight8(set->slots);
	if (kernel->vf_bars_known && kernel->vf_bars > found)
		set->lost = kernel->vf_bars - found;
	set->complete = kernel->vf_bars_known || !left;
	return ret;
}
