// SPDX-License-Identifier: GPL-2.0
/* expect: a field with reserved values */
/* Whoever gets no errno would get a wrong enum */
#include <sriovscope/capabilities.h>

static enum vf_bar_type __used refused(const struct memory_bar_low_reg *low)
{
	return register_get(low, memory_type);
}
