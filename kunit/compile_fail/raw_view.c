// SPDX-License-Identifier: GPL-2.0
/* expect: incompatible pointer type|has no member */
/* What is behind a view has no fields */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	u16 total;

	return view_get(&view->view, total_vfs, &total);
}
