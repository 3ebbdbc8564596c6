// SPDX-License-Identifier: GPL-2.0
/* expect: index an array with view_set_at */
/* view_set() has no index */
#include <sriovscope/capabilities.h>

static int __used refused(struct acs_view *view)
{
	return view_set(view, egress, 0);
}
