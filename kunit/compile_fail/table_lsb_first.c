// SPDX-License-Identifier: GPL-2.0
/* expect: bits that the register does not have|negative */
/* The upper bit comes first */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define WRONG_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u32, first, RSVDP, "0") \
	X(c, BITS, first, u8, low, 0, 7, RO, COUNT, "0")
/* clang-format on */

DECLARE_EXT_CAP(wrong, WRONG_TABLE, 0xfffe, "wrong", first);
