// SPDX-License-Identifier: GPL-2.0
/* expect: incompatible pointer type */
/* A number for what is yes or no */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	u8 value;

	return view_get(view, vf_enable, &value);
}
