// SPDX-License-Identifier: GPL-2.0
/* expect: not an aligned register of 8, 16 or 32 bits */
/* A register across a boundary of its width */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define ODD_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, WHOLE, u16, first, RO, COUNT, "0") \
	X(c, WHOLE, u32, second, RO, COUNT, "0") \
	X(c, WHOLE, u16, third, RO, COUNT, "0")
/* clang-format on */

DECLARE_EXT_CAP(odd, ODD_TABLE, 0xfffe, "odd", third);
