// SPDX-License-Identifier: GPL-2.0
/* expect: not an aligned register of 8, 16 or 32 bits */
/* An array is not a register */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view, u32 (*bars)[6])
{
	return view_read(view, vf_bar, bars);
}
