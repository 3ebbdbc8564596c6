// SPDX-License-Identifier: GPL-2.0
/* expect: a value that is too wide for the field */
/* A bit has no room for 2 */
#include <sriovscope/capabilities.h>

static int __used refused(struct sriov_view *view)
{
	return view_set(view, vf_10bit_tag_requester_enable, 2);
}
