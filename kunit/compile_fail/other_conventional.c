// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .control_status. */
/* A field of another conventional capability */
#include <sriovscope/capabilities.h>

static int __used refused(struct pcie_view *view)
{
	u16 control;

	return view_read(view, control_status, &control);
}
