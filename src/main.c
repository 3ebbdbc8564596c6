// SPDX-License-Identifier: GPL-2.0
/*
 * sriovscope: see the SR-IOV state of every PF, and enable VFs behind a guard.
 */
#include <linux/module.h>

#include "files/files.h"
#include "pf/registry.h"

static bool observe = true;
module_param(observe, bool, 0444);
MODULE_PARM_DESC(observe, "show every PF, whichever driver owns it (default: on)");

static int __init scope_init(void)
{
	int ret;

	files_start();
	ret = registry_start(observe);
	if (ret)
		files_stop();
	return ret;
}

static void __exit scope_exit(void)
{
	registry_stop();
	files_stop();
}

module_init(scope_init);
module_exit(scope_exit);

MODULE_DESCRIPTION("Shows the SR-IOV state of PCIe devices, and enables VFs behind a guard");
MODULE_AUTHOR("The sriovscope founders");
MODULE_VERSION("0.1.0");
MODULE_LICENSE("GPL");
