// SPDX-License-Identifier: GPL-2.0
/* expect: not a pointer to the type of the field */
/* A u32 for an enum in a register */
#include <sriovscope/capabilities.h>

static int __used refused(u32 raw)
{
	const struct memory_bar_low_reg low = { .raw = raw };
	u32 type;

	return register_get_enum(&low, memory_type, &type);
}
