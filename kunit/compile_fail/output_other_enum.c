// SPDX-License-Identifier: GPL-2.0
/* expect: incompatible pointer type|not a pointer to the type of the field */
/* The enum of another field */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	enum vf_bar_type value;

	return view_get(view, system_page_size, &value);
}
