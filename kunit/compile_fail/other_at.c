// SPDX-License-Identifier: GPL-2.0
/* expect: incompatible pointer type */
/* A view of one capability where another was met */
#include <sriovscope/capabilities.h>

static int __used refused(const struct ext_chain *chain, struct ats_view *view)
{
	return sriov_view_at(chain, chain->caps, view);
}
