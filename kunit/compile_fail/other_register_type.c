// SPDX-License-Identifier: GPL-2.0
/* expect: not a pointer to the type of the register */
/* SR-IOV Status is as wide as SR-IOV Control */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	struct sriov_status_reg status;

	return view_read(view, control, &status);
}
