// SPDX-License-Identifier: GPL-2.0
/* expect: a capability that is not of whole dwords */
/* Capabilities start at dwords, and so they end there */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define WRONG_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, WHOLE, u16, first, RO, COUNT, "0")
/* clang-format on */

DECLARE_EXT_CAP(wrong, WRONG_TABLE, 0xfffe, "wrong", first);
