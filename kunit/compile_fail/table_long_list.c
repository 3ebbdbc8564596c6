// SPDX-License-Identifier: GPL-2.0
/* expect: too_many.* is negative|size of array .too_many. */
/* A list has up to 16 values */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define WRONG_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u32, first, RSVDP, "0") \
	X(c, ENUM, first, enum cap_show, low, 4, 0, RO, COUNT, "0", \
	  VALUES(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
/* clang-format on */

DECLARE_EXT_CAP(wrong, WRONG_TABLE, 0xfffe, "wrong", first);
