// SPDX-License-Identifier: GPL-2.0
/* expect: not a pointer to the type of the field */
/* A value that must not change */
#include <sriovscope/capabilities.h>

static const u16 total;

static int __used refused(struct sriov_view *view)
{
	return view_get(view, total_vfs, &total);
}
