// SPDX-License-Identifier: GPL-2.0
/* expect: not an aligned register of 8, 16 or 32 bits */
/* A register across a boundary of its width */
#include <sriovscope/capabilities.h>

struct odd_regs {
	u32 header;
	u16 first;
	u32 second;
	u16 third;
} __packed;

DECLARE_EXT_CAP(odd, 0xfffe, "odd", third);

static int __used refused(struct odd_view *view)
{
	u32 second;

	return view_read(view, second, &second);
}
