// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .vf_bar_size. */
/* A field of an element is none of the capability */
#include <sriovscope/capabilities.h>

static int __used refused(struct vf_rebar_view *view)
{
	u8 value;

	return view_get(view, vf_bar_size, &value);
}
