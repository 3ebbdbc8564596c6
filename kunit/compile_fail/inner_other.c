// SPDX-License-Identifier: GPL-2.0
/* expect: incompatible pointer type */
/* A view of another element */
#include <sriovscope/capabilities.h>

static int __used refused(struct ide_view *view, u32 at)
{
	struct ea_dword_view element;

	return view_inner(view, ide_selective, at, &element);
}
