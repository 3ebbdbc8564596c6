// SPDX-License-Identifier: GPL-2.0
/*
 * Where a VF is (PCIe 9.2.1.2).
 */
#include <linux/errno.h>
#include <linux/limits.h>
#include <sriovscope/sriov.h>

int vf_routing_id(const struct sriov_state *state, u16 pf, u32 vf, u16 *id)
{
	u64 at;

	if (vf >= state->total_vfs)
		return -ERANGE;
	if (!state->first_vf_offset || (vf && !state->vf_stride))
		return -ENODATA;

	at = (u64)pf + state->first_vf_offset + (u64)vf * state->vf_stride;
	if (at > U16_MAX)
		return -EOVERFLOW;
	*id = at;
	return 0;
}
