// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .power_state. */
/* A field of another capability, out of a register */
#include <sriovscope/capabilities.h>

static u32 __used refused(const struct sriov_control_reg *control)
{
	return register_bits(control, power_state);
}
