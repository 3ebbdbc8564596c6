// SPDX-License-Identifier: GPL-2.0
/* expect: bits that the register does not have */
/* Bit 16 of a u16 */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define WRONG_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u16, first, RSVDP, "0") \
	X(c, BITS, first, bool, last, 16, 16, RO, YES_NO, "0") \
	X(c, GAP, u16, reserved_06)
/* clang-format on */

DECLARE_EXT_CAP(wrong, WRONG_TABLE, 0xfffe, "wrong", first);
