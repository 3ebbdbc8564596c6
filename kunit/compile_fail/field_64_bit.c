// SPDX-License-Identifier: GPL-2.0
/* expect: not an aligned register of 8, 16 or 32 bits */
/* Configuration space has no 64-bit access */
#include <sriovscope/capabilities.h>

struct wide_regs {
	u32 header;
	u32 reserved;
	u64 address;
};

DECLARE_EXT_CAP(wide, 0xfffe, "wide", address);

static int __used refused(struct wide_view *view)
{
	u64 address;

	return view_read(view, address, &address);
}
