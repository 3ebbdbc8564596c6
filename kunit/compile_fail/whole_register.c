// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .control. */
/* A register is several fields: view_read() reads it */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	u16 value;

	return view_get(view, control, &value);
}
