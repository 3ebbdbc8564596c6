// SPDX-License-Identifier: GPL-2.0
/* expect: index past the end of the register array */
/* There are six VF BARs */
#include <sriovscope/capabilities.h>

static u32 __used refused(const struct sriov_snapshot *snap)
{
	return snapshot_get_at(snap, vf_bar, 6);
}
