// SPDX-License-Identifier: GPL-2.0
/* expect: index past the end of the register array */
/* An Egress Control Vector has eight dwords */
#include <sriovscope/capabilities.h>

static int __used refused(struct acs_view *view)
{
	return view_set_at(view, egress, 8, 0);
}
