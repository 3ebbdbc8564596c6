// SPDX-License-Identifier: GPL-2.0
/*
 * The groups, in the order in which somebody who brings VFs up meets them.
 */
#include <stddef.h>

#include "causes.h"

const struct explain_group explain_groups[] = {
	{ "VFs cannot be enabled", explain_enable_causes },
	{ "The driver of the PF refuses", explain_driver_causes },
	{ "VFs are there, and do not work", explain_vf_causes },
	{ "A VF cannot be given to a guest", explain_guest_causes },
	{ "The module, and who may write", explain_module_causes },
	{ NULL, NULL },
};
