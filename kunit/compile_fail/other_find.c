// SPDX-License-Identifier: GPL-2.0
/* expect: incompatible pointer type */
/* A view of one capability, the search of another */
#include <sriovscope/capabilities.h>

static int __used refused(const struct config_space *space,
			  struct sriov_view *view)
{
	return ari_view_find(space, view);
}
