// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .total_vfs. */
/* A field of the capability is none of the element */
#include <sriovscope/capabilities.h>

static int __used refused(struct vf_rebar_pair_view *view)
{
	u16 value;

	return view_get(view, total_vfs, &value);
}
