// SPDX-License-Identifier: GPL-2.0
/*
 * Addresses that nobody has, for the windows of simulated host bridges.
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/minmax.h>
#include <linux/sizes.h>

#include "window.h"

static const struct place {
	const char *where;
	const char *advice;
	u64 from;
	u64 to;
} places[] = {
	[SIM_WINDOW_LOW] = {
		.where = "below 4 GiB",
		.advice = "write a smaller first number to mem_window",
		.from = SZ_1M,
		.to = SZ_4G - 1,
	},
	[SIM_WINDOW_HIGH] = {
		.where = "above 4 GiB",
		.advice = "write a smaller second number to mem_window, or smaller BAR sizes",
		.from = SZ_4G,
		.to = U64_MAX,
	},
};

int sim_window_claim(struct resource *resource, u64 size,
		     enum sim_window window, const char *name)
{
	const struct place *place = &places[window];
	u64 to = min_t(u64, place->to, iomem_resource.end);

	if (!size)
		return 0;
	resource->flags = IORESOURCE_MEM;
	if (!allocate_resource(&iomem_resource, resource, size, place->from, to,
			       SZ_1M, NULL, NULL))
		return 0;
	pr_warn("sriovsim: %s: no room for a window of %#llx bytes %s (addresses end at %#llx): %s, or take other bridges away\n",
		name, size, place->where, to, place->advice);
	return -ENOSPC;
}

void sim_window_release(struct resource *resource)
{
	if (resource->parent)
		release_resource(resource);
}
