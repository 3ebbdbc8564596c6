// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .control_status. */
/* A register of another capability */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	struct pm_control_status_reg control;

	return view_read(view, control_status, &control);
}
