// SPDX-License-Identifier: GPL-2.0
/* expect: what is left of a register is RSVDP or RSVDZ */
/* A register whose fields are declared is no field */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define WRONG_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u32, first, RW, "0")
/* clang-format on */

DECLARE_EXT_CAP(wrong, WRONG_TABLE, 0xfffe, "wrong", first);
