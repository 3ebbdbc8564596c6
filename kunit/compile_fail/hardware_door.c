// SPDX-License-Identifier: GPL-2.0
/* expect: implicit declaration of function .hardware_put. */
/* Users of include/ have no key to it */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	return hardware_put(view, 0, sriov, vf_enable, true);
}
