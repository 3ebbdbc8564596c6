// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .control. */
/* A register is several fields, some of them not ours */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	return view_set(view, control, 0);
}
