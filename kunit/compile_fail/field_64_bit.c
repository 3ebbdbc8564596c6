// SPDX-License-Identifier: GPL-2.0
/* expect: not an aligned register of 8, 16 or 32 bits */
/* Configuration space has no 64-bit access */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define WIDE_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, GAP, u32, reserved_04) \
	X(c, WHOLE, u64, address, RO, HEX32, "0")
/* clang-format on */

DECLARE_EXT_CAP(wide, WIDE_TABLE, 0xfffe, "wide", address);
