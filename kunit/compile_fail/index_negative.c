// SPDX-License-Identifier: GPL-2.0
/* expect: index past the end of the register array */
/* Before the first element is past the last one */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	u32 bar;

	return view_get_at(view, vf_bar, -1, &bar);
}
