// SPDX-License-Identifier: GPL-2.0
/* expect: not a pointer to the type of the field */
/* An enum for a u32: supported sizes are several bits */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	enum sriov_page_size value;

	return view_get(view, supported_page_sizes, &value);
}
