// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .power_state. */
/* A field of another capability */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	return view_set(view, power_state, 0);
}
