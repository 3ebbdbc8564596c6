// SPDX-License-Identifier: GPL-2.0
/*
 * The VF BARs as a set (PCIe 9.3.3.14).
 */
#include <linux/errno.h>
#include <sriovscope/sriov.h>

/* How many slots the BAR at @slot takes, 0 when it must not be there. */
static u32 vf_bar_slots(const struct sriov_state *state, u32 slot)
{
	u32 raw = state->vf_bar[slot];

	if ((raw & PCI_BASE_ADDRESS_SPACE) != PCI_BASE_ADDRESS_SPACE_MEMORY)
		return 0;

	switch (raw & PCI_BASE_ADDRESS_MEM_TYPE_MASK) {
	case PCI_BASE_ADDRESS_MEM_TYPE_32:
		return 1;
	case PCI_BASE_ADDRESS_MEM_TYPE_64:
		return slot + 1 < PCI_SRIOV_NUM_BARS ? 2 : 0;
	default:
		return 0;
	}
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
	const u32 *raw;

	if (iter->slot >= PCI_SRIOV_NUM_BARS)
		return false;

	raw = &iter->state->vf_bar[iter->slot];
	bar->slot = iter->slot;
	bar->is_64bit = vf_bar_slots(iter->state, iter->slot) == 2;
	bar->prefetchable = raw[0] & PCI_BASE_ADDRESS_MEM_PREFETCH;
	bar->address = raw[0] & (u32)PCI_BASE_ADDRESS_MEM_MASK;
	if (bar->is_64bit)
		bar->address |= (u64)raw[1] << 32;

	iter->slot += bar->is_64bit ? 2 : 1;
	return true;
}
