// SPDX-License-Identifier: GPL-2.0
/*
 * The module of the KUnit suites. They run when it is loaded; each suite is in
 * a file of its own.
 */
#include <linux/module.h>

MODULE_DESCRIPTION("KUnit suites of sriovscope");
MODULE_LICENSE("GPL");
