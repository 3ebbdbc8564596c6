/* SPDX-License-Identifier: GPL-2.0 */
/*
 * In the middle of what are we? Notifications and probes do not say; who called
 * does.
 */
#ifndef SRIOVSCOPE_PF_CALLS_H
#define SRIOVSCOPE_PF_CALLS_H

#include <linux/bits.h>
#include <linux/types.h>

#define CALLS_NUMVFS BIT(0) /* somebody writes "sriov_numvfs" in sysfs */
#define CALLS_CHANGE BIT(1) /* the PCI core enables or disables VFs */
#define CALLS_PROBE BIT(2) /* a worker probes for who binds a driver */
#define CALLS_RESET BIT(3) /* the PCI core resets a function */
#define CALLS_UNKNOWN BIT(4) /* this kernel does not let that be told */

/**
 * calls_now() - of what are the calls that led here a part?
 *
 * Context: of a task; does not sleep.
 * Return: CALLS_*, of which CALLS_UNKNOWN is alone.
 */
u32 calls_now(void);

#endif
