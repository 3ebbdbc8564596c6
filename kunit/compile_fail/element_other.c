// SPDX-License-Identifier: GPL-2.0
/* expect: incompatible pointer type */
/* An element of another array */
#include <sriovscope/capabilities.h>

static int __used refused(struct vf_rebar_view *view)
{
	struct ea_dword_view element;

	return view_element(view, pair, 0, &element);
}
