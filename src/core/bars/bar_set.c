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
static bool kernel_has_all(const struct pf_kernel *kernel, u8 windows)
{
	return kernel->vf_bars_known && hweight8(windows) >= kernel->vf_bars;
}

static void set_add(struct bar_set *set, const struct vf_bar *bar)
{
	set->bars[set->count++] = *bar;
	set->slots |= BIT(bar->slot);
}

/* Those that have an entry, from slot *@next on and below @end */
static void set_add_ea(struct bar_set *set, const struct around_ea *ea,
		       u32 *next, u32 end)
{
	const struct ea_vf_bar *bar;

	for (; *next < end; (*next)++) {
		bar = &ea->bars[*next];
		if (bar->exists)
			set_add(set, &(struct vf_bar){
					     .slot = *next,
					     .is_64bit = bar->is_64bit,
					     .prefetchable = bar->prefetchable,
					     .address = bar->address,
				     });
	}
}

/*
 * Fills in what entries and registers tell: an entry counts before the register,
 * and one of 64 bits takes its own slot alone. Returns whether a slot is left over.
 */
static bool set_of_registers(struct bar_set *set,
			     const struct pf_kernel *kernel,
			     const struct sriov_state *sriov,
			     const struct around_ea *ea,
			     struct vf_bar_iter *iter)
{
	u8 windows = slots_with_window(kernel);
	bool has_all = kernel_has_all(kernel, windows), left = false;
	struct vf_bar bar;
	u32 next = 0;

	while (vf_bars_next(iter, &bar)) {
		set_add_ea(set, ea, &next, bar.slot);
		if (ea->bars[bar.slot].exists)
			continue;
		if (windows & BIT(bar.slot) ||
		    (!has_all && (sriov->vf_bar[bar.slot] || bar.address)))
			set_add(set, &bar);
		else
			left = true;
	}
	set_add_ea(set, ea, &next, PCI_SRIOV_NUM_BARS);
	return left;
}

int bar_set_make(struct bar_set *set, const struct pf_kernel *kernel,
		 const struct sriov_state *sriov, const struct around_ea *ea)
{
	struct vf_bar_iter iter;
	bool left = true;
	int ret = 0;
	u32 found;

	*set = (struct bar_set){ .slots = slots_with_window(kernel) };
	if (sriov) {
		ret = vf_bars_start(&iter, sriov);
		if (!ret)
			left = set_of_registers(set, kernel, sriov, ea, &iter);
	}
	found = hweight8(set->slots);
	if (kernel->vf_bars_known && kernel->vf_bars > found)
		set->lost = kernel->vf_bars - found;
	set->complete = kernel->vf_bars_known || !left;
	return ret;
}

const struct vf_bar *bar_set_find(const struct bar_set *set, u32 slot)
{
	u32 i;

	for (i = 0; i < set->count; i++) {
		if (set->bars[i].slot == slot)
			return &set->bars[i];
	}
	return NULL;
}
