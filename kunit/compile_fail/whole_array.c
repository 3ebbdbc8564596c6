// SPDX-License-Identifier: GPL-2.0
/* expect: index an array with view_get_at */
/* An array is not a register */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view, u32 (*bars)[6])
{
	return view_get(view, vf_bar, bars);
}
