// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named */
/* An element is no field */
#include <sriovscope/capabilities.h>

static int __used refused(struct vf_rebar_view *view)
{
	u32 value;

	return view_get(view, pair, &value);
}
