// SPDX-License-Identifier: GPL-2.0
/*
 * The VF BARs as a set (PCIe 9.3.3.14).
 */
#include <linux/errno.h>
#include <sriovscope/sriov.h>

/* How many slots the BAR at @slot takes, 0 when it must not be there. */
static u32 vf_bar_slots(const struct sriov_state *state, u32 slot)
{
	const struct memory_bar_low_reg low = { .raw = state->vf_bar[slot] };
	enum vf_bar_type type;

	if (register_get(&low, io_space) ||
	    register_get_enum(&low, memory_type, &type))
		return 0;
	if (type == VF_BAR_32BIT)
		return 1;
	return slot + 1 < PCI_SRIOV_NUM_BARS ? 2 : 0;
}

int vf_bars_start(struct vf_bar_iter *iter, const struct sriov_state *state)
{
	u32 slot, slots;

	iter->state = state;
	iter->slot = PCI_SRIOV_NUM_BARS;

	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot += slots) {
		slots = vf_bar_slots(state, slot);
		if (!slots)
			return -EINVAL;
	}
	iter->slot = 0;
	return 0;
}

bool vf_bars_next(struct vf_bar_iter *iter, struct vf_bar *bar)
{
	struct memory_bar_low_reg low;

	if (iter->slot >= PCI_SRIOV_NUM_BARS)
		return false;

	low.raw = iter->state->vf_bar[iter->slot];
	bar->slot = iter->slot;
	bar->is_64bit = vf_bar_slots(iter->state, iter->slot) == 2;
	bar->prefetchable = register_get(&low, prefetchable);
	bar->address = register_masked(&low, address);
	if (bar->is_64bit)
		bar->address |= (u64)iter->state->vf_bar[iter->slot + 1] << 32;

	iter->slot += bar->is_64bit ? 2 : 1;
	return true;
}
