// SPDX-License-Identifier: GPL-2.0
/* expect: index past the end of the register array */
/* There are six VF BARs */
#include <sriovscope/capabilities.h>

static int __used refused(struct vf_rebar_view *view)
{
	struct vf_rebar_pair_view element;

	return view_element(view, pair, 6, &element);
}
