// SPDX-License-Identifier: GPL-2.0
/* expect: a field with reserved values */
/* Whoever gets no errno would get a wrong enum */
#include <sriovscope/capabilities.h>

static u32 __used refused(const struct sriov_snapshot *snap)
{
	return snapshot_get(snap, system_page_size);
}
