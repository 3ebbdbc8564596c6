// SPDX-License-Identifier: GPL-2.0
/* expect: not a pointer to the type of the field */
/* A u32 for an enum: nobody has asked whether the value is reserved */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	u32 value;

	return view_get(view, system_page_size, &value);
}
