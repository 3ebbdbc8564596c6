// SPDX-License-Identifier: GPL-2.0
/* expect: subscripted value */
/* An index in the name of a field is none */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	u32 bar;

	return view_get(view, vf_bar[6], &bar);
}
