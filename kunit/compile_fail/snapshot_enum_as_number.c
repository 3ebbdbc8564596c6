// SPDX-License-Identifier: GPL-2.0
/* expect: not a pointer to the type of the field */
/* A u32 for an enum */
#include <sriovscope/capabilities.h>

static int __used refused(const struct sriov_snapshot *snap)
{
	u32 size;

	return snapshot_get_enum(snap, system_page_size, &size);
}
