// SPDX-License-Identifier: GPL-2.0
/*
 * Why the PCI core would not enable VFs (sriov_enable() in drivers/pci/iov.c)
 * that no constraint of preflight forbade: it says an errno alone.
 */
#include <linux/array_size.h>
#include <linux/err.h>
#include <linux/kernel.h>

#include "reason.h"

/* -ENOSYS is the PCI core's own word for a function that is no PF. */
static const struct core_reason {
	int error;
	const char *sentence;
} core_reasons[] = {
	{ -EINVAL,
	  "the kernel has VFs on already, or InitialVFs is smaller than the request" },
	{ -ENOMEM,
	  "no room for the VFs: windows, bus numbers or memory; see preflight and the kernel log" },
	{ -EIO,
	  "InitialVFs and TotalVFs differ without VF migration, or a VF could not be set up" },
	{ -ENODEV,
	  "function_dependency_link names a function that does not exist" },
	{ -ENOSYS, "function_dependency_link names a function that is no PF" },
};

void guard_core_reason(int error, char *reason, size_t size)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(core_reasons); i++) {
		if (core_reasons[i].error == error) {
			scnprintf(reason, size, "%s", core_reasons[i].sentence);
			return;
		}
	}
	scnprintf(reason, size, "the PCI core says %pe; see the kernel log",
		  ERR_PTR(error));
}
