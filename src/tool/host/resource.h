/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The resources of a function: the file "resource" of sysfs.
 */
#ifndef SRIOVSCOPE_TOOL_RESOURCE_H
#define SRIOVSCOPE_TOOL_RESOURCE_H

#include <linux/pci.h>
#include <linux/types.h>

struct host_function;

/* Six BARs and the ROM, then, in a kernel with SR-IOV, the VF BARs */
#define RESOURCE_VF_BARS 7

/* A bridge has four lines more, behind those. */
#define RESOURCE_BRIDGE 4
#define RESOURCE_LINES_MAX \
	(RESOURCE_VF_BARS + PCI_SRIOV_NUM_BARS + RESOURCE_BRIDGE)

/**
 * struct resource_line - a resource
 * @start: first address
 * @end: last address
 * @flags: IORESOURCE_* of the kernel; 0 when there is none
 */
struct resource_line {
	u64 start;
	u64 end;
	u64 flags;
};

/**
 * resource_read() - the resources of a function
 * @fn: a live function
 * @lines: to fill in, RESOURCE_LINES_MAX of them
 *
 * Return: how many there are; 0 when they cannot be read.
 */
u32 resource_read(const struct host_function *fn, struct resource_line *lines);

#endif
