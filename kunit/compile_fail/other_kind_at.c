// SPDX-License-Identifier: GPL-2.0
/* expect: incompatible pointer type */
/* SR-IOV has the ID of PCI Express, and is extended */
#include <sriovscope/capabilities.h>

static int __used refused(const struct ext_chain *chain,
			  struct sriov_view *view)
{
	return pcie_view_at(chain, chain->caps, view);
}
