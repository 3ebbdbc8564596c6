// SPDX-License-Identifier: GPL-2.0
/*
 * VFs are found by their routing IDs, which both kinds of records of them begin
 * with, and by which they are ordered.
 */
#include <linux/build_bug.h>
#include <linux/stddef.h>

#include "facts.h"

static_assert(!offsetof(struct vf_device, routing_id));
static_assert(!offsetof(struct around_vf, routing_id));

static const void *vf_find(const void *vfs, u32 count, size_t size,
			   u16 routing_id)
{
	u32 low = 0, high = count, middle;
	const u16 *at;

	while (low < high) {
		middle = low + (high - low) / 2;
		at = vfs + middle * size;
		if (*at < routing_id)
			low = middle + 1;
		else
			high = middle;
	}
	at = vfs + low * size;
	return low < count && *at == routing_id ? at : NULL;
}

const struct vf_device *facts_vf_device(const struct pf_facts *facts,
					u16 routing_id)
{
	return vf_find(facts->vf_devices, facts->vf_device_count,
		       sizeof(*facts->vf_devices), routing_id);
}

const struct around_vf *facts_around_vf(const struct pf_facts *facts,
					u16 routing_id)
{
	return vf_find(facts->around->vfs, facts->around->vf_count,
		       sizeof(*facts->around->vfs), routing_id);
}
