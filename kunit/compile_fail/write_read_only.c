// SPDX-License-Identifier: GPL-2.0
/* expect: a field that is read-only */
/* VF Stride is the device's */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	return view_set(view, vf_stride, 1);
}
