/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the kernel said when it found devices.
 */
#ifndef SRIOVSCOPE_TOOL_KMSG_H
#define SRIOVSCOPE_TOOL_KMSG_H

#include <linux/types.h>

struct host;

/**
 * kmsg_read() - the kernel's log
 * @host: a live machine
 *
 * Return: its lines, each with its priority as "<N>" in front, for free(); NULL
 *	when they are secret or there is no memory.
 */
char *kmsg_read(const struct host *host);

/**
 * kmsg_vf_bars() - which VF BARs did the kernel find in a function?
 * @host: a live machine
 * @domain: PCI domain of the function
 * @routing_id: bus in the high byte, devfn in the low one
 *
 * Return: of each slot the size in bytes of the window for all VFs, 0 for no VF
 *	BAR; NULL when the log does not have any more how the function was found.
 */
const u64 *kmsg_vf_bars(struct host *host, u32 domain, u16 routing_id);

#endif
