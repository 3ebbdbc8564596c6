// SPDX-License-Identifier: GPL-2.0
/* expect: index past the end of the register array */
/* An index is not cut to 32 bits */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	u32 bar;

	return view_get_at(view, vf_bar, 1ULL << 32, &bar);
}
