// SPDX-License-Identifier: GPL-2.0
/* expect: a Capability ID of more than 8 bits */
/* The ID of a conventional capability is a byte */
#include <sriovscope/capabilities.h>

struct wide_id_regs {
	u32 header;
};

DECLARE_CONVENTIONAL_CAP(wide_id, 0x101, "wide", header);
