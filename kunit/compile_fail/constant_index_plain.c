// SPDX-License-Identifier: GPL-2.0
/* expect: index an array with view_read_at */
/* view_read() does not check an index */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	u32 bar;

	return view_read(view, vf_bar[6], &bar);
}
