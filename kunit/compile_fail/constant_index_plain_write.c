// SPDX-License-Identifier: GPL-2.0
/* expect: index an array with view_write_at */
/* view_write() does not check an index */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	return view_write(view, vf_bar[0], 0);
}
