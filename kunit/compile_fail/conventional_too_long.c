// SPDX-License-Identifier: GPL-2.0
/* expect: longer than the space that its kind has */
/* Conventional capabilities have what is between the header and byte 256 */
#include <sriovscope/capabilities.h>

struct long_regs {
	u32 registers[49];
};

DECLARE_CONVENTIONAL_CAP(long, 0xfe, "long", registers);
