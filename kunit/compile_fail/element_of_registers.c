// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .view. */
/* The registers of an array have no fields */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	struct vf_rebar_pair_view element;

	return view_element(view, vf_bar, 0, &element);
}
