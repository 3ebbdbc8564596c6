// SPDX-License-Identifier: GPL-2.0
/* expect: a pointer to the type of the field */
/* A pointer that would take a value of any width */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view, void *total)
{
	return view_get(view, total_vfs, total);
}
