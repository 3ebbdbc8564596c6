// SPDX-License-Identifier: GPL-2.0
/* expect: a snapshot of another capability */
/* ATS is as large as ARI, and not the same */
#include <sriovscope/capabilities.h>

static int __used refused(struct ari_view *view, struct ats_snapshot *snap)
{
	return view_snapshot(view, snap);
}
