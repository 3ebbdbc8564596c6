// SPDX-License-Identifier: GPL-2.0
/* expect: CAP_ACCESS_WO */
/* The specification knows no such access */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define WRONG_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, WHOLE, u32, first, WO, COUNT, "0")
/* clang-format on */

DECLARE_EXT_CAP(wrong, WRONG_TABLE, 0xfffe, "wrong", first);
