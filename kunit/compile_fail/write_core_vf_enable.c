// SPDX-License-Identifier: GPL-2.0
/* expect: a field that the PCI core owns */
/* sriov_enable() and its like write it */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	return view_set(view, vf_enable, true);
}
