// SPDX-License-Identifier: GPL-2.0
/*
 * Is the write path open, and if not, what opens it?
 */
#include <linux/kernel.h>

#include "write_path.h"

bool guard_write_path(const struct pf_kernel *kernel, char *remark, size_t size)
{
	const char *name = kernel->name;

	if (kernel->mode == PF_MODE_REJECTED) {
		scnprintf(remark, size,
			  "the kernel takes this function for no PF");
		return false;
	}
	if (kernel->mode == PF_MODE_OBSERVED && kernel->probe.failed &&
	    !*kernel->driver) {
		scnprintf(remark, size,
			  "the last driver that was tried, %s, failed; see last_probe",
			  kernel->probe.driver);
		return false;
	}
	if (kernel->mode == PF_MODE_OBSERVED) {
		scnprintf(remark, size,
			  "not bound; unbind its driver if it has one, then echo sriovscope > /sys/bus/pci/devices/%s/driver_override && echo %s > /sys/bus/pci/drivers_probe",
			  name, name);
		return false;
	}
	if (!kernel->allowed) {
		scnprintf(remark, size,
			  "echo 1 > /sys/module/sriovscope/parameters/allow_enable");
		return false;
	}
	if (kernel->locked_down)
		scnprintf(remark, size,
			  "kernel lockdown closes numvfs; write to /sys/bus/pci/devices/%s/sriov_numvfs",
			  name);
	else
		scnprintf(remark, size,
			  "write a number of VFs to numvfs, or to sriov_numvfs in sysfs");
	return true;
}
