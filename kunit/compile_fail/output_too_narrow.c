// SPDX-License-Identifier: GPL-2.0
/* expect: incompatible pointer type */
/* A u16 for a register of 32 bits */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view, u32 index)
{
	u16 bar;

	return view_get_at(view, vf_bar, index, &bar);
}
