// SPDX-License-Identifier: GPL-2.0
/* expect: a field that the PCI core owns */
/* The PCI core places the VFs' memory */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	return view_set_at(view, vf_bar, 0, 0);
}
