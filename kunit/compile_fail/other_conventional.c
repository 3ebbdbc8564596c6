// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .power_state. */
/* A field of another conventional capability */
#include <sriovscope/capabilities.h>

static int __used refused(struct pcie_view *view)
{
	enum pm_power_state value;

	return view_get(view, power_state, &value);
}
