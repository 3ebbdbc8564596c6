// SPDX-License-Identifier: GPL-2.0
/* expect: a field that is read-only */
/* TotalVFs is set before software runs */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	return view_set(view, total_vfs, 1);
}
