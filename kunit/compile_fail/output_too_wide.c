// SPDX-License-Identifier: GPL-2.0
/* expect: incompatible pointer type */
/* A u32 for a register of 16 bits */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	u32 value;

	return view_get(view, total_vfs, &value);
}
