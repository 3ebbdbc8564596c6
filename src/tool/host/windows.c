// SPDX-License-Identifier: GPL-2.0
/*
 * The kernel's windows of the VF BARs, from sysfs and /proc/iomem.
 */
#include "facts.h"
#include "host.h"
#include "iomem.h"
#include "resource.h"

/* A bridge has more lines, and a PF is none. */
bool facts_has_iov(const struct host_function *fn)
{
	struct resource_line lines[RESOURCE_LINES_MAX];

	return resource_read(fn, lines) != RESOURCE_VF_BARS;
}

/* One that the kernel has cleared is not there. */
static void window_fill(const struct host_function *fn,
			const struct iomem *iomem,
			const struct resource_line *line,
			struct vf_window *window)
{
	if (!line->flags)
		return;
	window->size = line->end - line->start + 1;
	window->start = line->start;
	window->assigned = iomem_has(iomem, line->start, line->end, fn->name);
}

bool facts_windows(struct host_function *fn, struct pf_kernel *kernel)
{
	const struct iomem *iomem = host_iomem(fn->host);
	struct resource_line lines[RESOURCE_LINES_MAX];
	u32 slot;

	if (!iomem ||
	    resource_read(fn, lines) < RESOURCE_VF_BARS + PCI_SRIOV_NUM_BARS)
		return false;
	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++)
		window_fill(fn, iomem, &lines[RESOURCE_VF_BARS + slot],
			    &kernel->windows[slot]);
	return true;
}
