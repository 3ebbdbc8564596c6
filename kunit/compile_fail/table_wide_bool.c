// SPDX-License-Identifier: GPL-2.0
/* expect: a bool of more than one bit */
/* A bool says yes or no */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define WRONG_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u32, first, RSVDP, "0") \
	X(c, BITS, first, bool, low, 1, 0, RO, YES_NO, "0")
/* clang-format on */

DECLARE_EXT_CAP(wrong, WRONG_TABLE, 0xfffe, "wrong", first);
