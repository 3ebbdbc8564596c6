// SPDX-License-Identifier: GPL-2.0
/*
 * sriovscope: see the SR-IOV state of every PF, and enable VFs behind a guard.
 */
#include <linux/module.h>

MODULE_DESCRIPTION("Shows the SR-IOV state of PCIe devices, and enables VFs behind a guard");
MODULE_AUTHOR("The sriovscope founders");
MODULE_VERSION("0.1.0");
MODULE_LICENSE("GPL");
