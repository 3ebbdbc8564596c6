// SPDX-License-Identifier: GPL-2.0
/*
 * Why the PCI core would not enable VFs (sriov_enable() in drivers/pci/iov.c):
 * it says an errno, some of them for two causes.
 */
#include <linux/err.h>
#include <linux/kernel.h>

#include "../pf/snapshot.h"
#include "enable.h"
#include "reason.h"

/* -ENOMEM: a window that is missing, else bus numbers, else memory. */
static void reason_no_memory(struct scope_pf *pf, u32 num_vfs,
			     const struct pf_snapshot *snap, char *reason,
			     size_t size)
{
	const struct resource *buses = &pf->pdev->bus->busn_res;
	const struct vf_window *window;
	u16 id;
	u32 slot;

	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		window = &snap->kernel.windows[slot];
		if (window->size && !window->assigned) {
			scnprintf(reason, size,
				  "VF BAR %u has no window: 0x%llx bytes are needed for all %u VFs; see bars, try pci=realloc or the firmware's Above 4G decoding",
				  slot, window->size, snap->sriov.total_vfs);
			return;
		}
	}
	if (vf_routing_id(&snap->sriov, snap->kernel.routing_id, num_vfs - 1,
			  &id) || PCI_BUS_NUM(id) > buses->end)
		scnprintf(reason, size,
			  "the last VF would be past the bus numbers of the port above, which end at %02x; see vfs, try pci=assign-busses",
			  (u32)buses->end);
	else
		scnprintf(reason, size,
			  "the PCI core found no room for the VFs; see the kernel log");
}

/* -ENOSYS is the PCI core's own word for a function that is no PF. */
static const struct core_reason {
	int error;
	const char *sentence;
} core_reasons[] = {
	{ -EINVAL,
	  "the kernel has VFs on already, or InitialVFs is smaller than the request" },
	{ -EIO,
	  "InitialVFs and TotalVFs differ without VF migration, or a VF could not be set up" },
	{ -ENODEV,
	  "function_dependency_link names a function that does not exist" },
	{ -ENOSYS,
	  "function_dependency_link names a function that is no PF" },
};

void enable_core_reason(struct scope_pf *pf, u32 num_vfs, int error,
			char *reason, size_t size)
{
	struct pf_snapshot snap;
	u32 i;

	if (error == -ENOMEM && !pf_snapshot_take(pf, SNAPSHOT_SRIOV, &snap)) {
		reason_no_memory(pf, num_vfs, &snap, reason, size);
		pf_snapshot_drop(&snap);
		return;
	}

	for (i = 0; i < ARRAY_SIZE(core_reasons); i++) {
		if (core_reasons[i].error == error) {
			scnprintf(reason, size, "%s", core_reasons[i].sentence);
			return;
		}
	}
	scnprintf(reason, size, "the PCI core says %pe; see the kernel log",
		  ERR_PTR(error));
}
