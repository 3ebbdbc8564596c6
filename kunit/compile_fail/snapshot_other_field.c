// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .total_vfs. */
/* A field of another capability */
#include <sriovscope/capabilities.h>

static u16 __used refused(const struct ari_snapshot *snap)
{
	return snapshot_get(snap, total_vfs);
}
