// SPDX-License-Identifier: GPL-2.0
/* expect: a Capability ID of more than 8 bits */
/* The ID of a conventional capability is a byte */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define WIDE_ID_TABLE(X, c) \
	X(c, WHOLE, u32, header, RO, HEX32, "0")
/* clang-format on */

DECLARE_CONVENTIONAL_CAP(wide_id, WIDE_ID_TABLE, 0x101, "wide", header);
