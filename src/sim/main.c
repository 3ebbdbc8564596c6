// SPDX-License-Identifier: GPL-2.0
/*
 * sriovsim: simulated SR-IOV hardware, for tests.
 */
#include <linux/module.h>

#include "bridge.h"
#include "compat.h"

static int __init sim_init(void)
{
	int ret;

	ret = sim_hosts_start();
	if (ret)
		return ret;
	ret = sim_subsystem_start();
	if (ret)
		sim_hosts_stop();
	else
		pr_info("sriovsim: simulates PCI devices for tests; nothing is there until it is configured in configfs\n");
	return ret;
}

static void __exit sim_exit(void)
{
	sim_subsystem_stop();
	sim_hosts_stop();
}

module_init(sim_init);
module_exit(sim_exit);

MODULE_DESCRIPTION("PCIe devices with SR-IOV for tests, not for production");
MODULE_AUTHOR("The sriovscope founders");
MODULE_VERSION("0.1.0");
MODULE_LICENSE("GPL");
