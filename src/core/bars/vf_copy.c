// SPDX-License-Identifier: GPL-2.0
/*
 * How many bytes one VF has of a VF BAR (PCIe 7.8.5, 7.8.7.3, 9.3.3.14), and where they
 * are.
 */
#include <linux/errno.h>
#include <linux/math64.h>

#include "vf_copy.h"

/* 2^(n + 20) bytes; what 64 bits cannot say is more than any window has. */
static u64 rebar_bytes(u8 size)
{
	return size < 44 ? 1ULL << (size + 20) : U64_MAX;
}

u64 vf_copy_size(const struct pf_around *around,
		 const struct vf_window *windows, u16 total_vfs, u32 slot)
{
	const struct around_rebar *rebar = &around->rebar;
	u32 i;

	if (around->ea.bars[slot].exists)
		return around->ea.bars[slot].size;
	for (i = 0; i < rebar->count; i++) {
		if (rebar->bars[i].slot == slot)
			return rebar_bytes(rebar->bars[i].size);
	}
	return total_vfs ? div_u64(windows[slot].size, total_vfs) : 0;
}

int vf_copy_address(const struct vf_window *window, u64 size, u32 vf,
		    u64 *address)
{
	if (!window->assigned || !size || div64_u64(window->size, size) <= vf)
		return -ENODATA;
	*address = window->start + size * vf;
	return 0;
}
