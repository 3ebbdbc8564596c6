// SPDX-License-Identifier: GPL-2.0
/* expect: a value that is too wide for the field */
/* A value is not cut to 32 bits */
#include <sriovscope/capabilities.h>

static int __used refused(struct acs_view *view)
{
	return view_set_at(view, egress, 0, 1ULL << 32);
}
