// SPDX-License-Identifier: GPL-2.0
/*
 * The VFs that the kernel has are found by their routing IDs.
 */
#include "facts.h"

const struct vf_device *facts_vf_device(const struct pf_facts *facts,
					u16 routing_id)
{
	const struct vf_device *devices = facts->vf_devices;
	u32 low = 0, high = facts->vf_device_count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (devices[middle].routing_id < routing_id)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < facts->vf_device_count &&
	    devices[low].routing_id == routing_id)
		return &devices[low];
	return NULL;
}
