// SPDX-License-Identifier: GPL-2.0
/* expect: a field of another register */
/* A field of Status, out of Control */
#include <sriovscope/capabilities.h>

static bool __used refused(const struct sriov_control_reg *control)
{
	return register_get(control, vf_migration_status);
}
