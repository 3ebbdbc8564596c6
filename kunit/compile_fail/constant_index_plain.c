// SPDX-License-Identifier: GPL-2.0
/* expect: index an array with view_get_at */
/* view_get() has no index */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	u32 bar;

	return view_get(view, vf_bar, &bar);
}
