// SPDX-License-Identifier: GPL-2.0
/* expect: longer than the space that its kind has */
/* Conventional capabilities have what is between the header and byte 256 */
#include <sriovscope/capabilities.h>

/* clang-format off */
#define LONG_TABLE(X, c) \
	X(c, ARRAY, u32, registers, 49, RO, HEX32, "0")
/* clang-format on */

DECLARE_CONVENTIONAL_CAP(long, LONG_TABLE, 0xfe, "long", registers);
