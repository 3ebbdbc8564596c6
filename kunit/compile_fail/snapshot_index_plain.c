// SPDX-License-Identifier: GPL-2.0
/* expect: index an array with snapshot_get_at */
/* snapshot_get() has no index */
#include <sriovscope/capabilities.h>

static u32 __used refused(const struct sriov_snapshot *snap)
{
	return snapshot_get(snap, vf_bar);
}
