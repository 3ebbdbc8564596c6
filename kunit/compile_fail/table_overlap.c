// SPDX-License-Identifier: GPL-2.0
/* expect: duplicate .*case value */
/* Two fields have a bit in common */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define WRONG_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u32, first, RSVDP, "0") \
	X(c, BITS, first, u8, low, 7, 0, RO, COUNT, "0") \
	X(c, BITS, first, u8, high, 14, 7, RO, COUNT, "0")
/* clang-format on */

DECLARE_EXT_CAP(wrong, WRONG_TABLE, 0xfffe, "wrong", first);
