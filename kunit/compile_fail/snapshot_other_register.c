// SPDX-License-Identifier: GPL-2.0
/* expect: has no member named .control_status. */
/* A register of another capability */
#include <sriovscope/capabilities.h>

static u16 __used refused(const struct sriov_snapshot *snap)
{
	struct pm_control_status_reg reg =
		snapshot_register(snap, control_status);

	return reg.raw;
}
