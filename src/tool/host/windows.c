// SPDX-License-Identifier: GPL-2.0
/*
 * The kernel's windows of the VF BARs, from sysfs and /proc/iomem.
 */
#include "facts.h"
#include "host.h"
#include "iomem.h"
#include "sysfs.h"

/*
 * Lines of the file "resource": six BARs and the ROM, then, in a kernel with
 * SR-IOV, those of the VF BARs. A bridge has more, a PF is none.
 */
#define RESOURCE_VF_BARS 7

/* More than all lines have */
#define RESOURCE_LEN 2048

bool facts_has_iov(const struct host_function *fn)
{
	char text[RESOURCE_LEN];
	u32 lines = 0, i;

	if (!sysfs_read(fn, "resource", text, sizeof(text)))
		return true;
	for (i = 0; text[i]; i++)
		lines += text[i] == '\n';
	return lines != RESOURCE_VF_BARS;
}

/* One that the kernel has cleared is not there. */
static void window_fill(const struct host_function *fn,
			const struct iomem *iomem, u64 start, u64 end,
			u64 flags, struct vf_window *window)
{
	if (!flags)
		return;
	window->size = end - start + 1;
	window->start = start;
	window->assigned = iomem_has(iomem, start, end, fn->name);
}

static bool windows_parse(const struct host_function *fn,
			  const struct iomem *iomem, char *text,
			  struct vf_window *windows)
{
	u64 start, end, flags;
	char *at = text, *last;
	u32 line;

	for (line = 0; line < RESOURCE_VF_BARS + PCI_SRIOV_NUM_BARS; line++) {
		start = strtoull(at, &at, 16);
		end = strtoull(at, &at, 16);
		flags = strtoull(at, &last, 16);
		if (last == at)
			return false;
		at = last;
		if (line >= RESOURCE_VF_BARS)
			window_fill(fn, iomem, start, end, flags,
				    &windows[line - RESOURCE_VF_BARS]);
	}
	return true;
}

bool facts_windows(struct host_function *fn, struct pf_kernel *kernel)
{
	const struct iomem *iomem = host_iomem(fn->host);
	char text[RESOURCE_LEN];

	return iomem && sysfs_read(fn, "resource", text, sizeof(text)) &&
	       windows_parse(fn, iomem, text, kernel->windows);
}
