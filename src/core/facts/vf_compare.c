// SPDX-License-Identifier: GPL-2.0
/*
 * What VFs tell of each other: where one answers, what keeps all from it is not so;
 * and who is in one IOMMU group shares its fate.
 */
#include <linux/errno.h>
#include <linux/slab.h>
#include <linux/sort.h>
#include <sriovscope/routing_id.h>

#include "facts.h"

static void compare_answers(struct pf_facts *facts)
{
	struct around_answers *answers = &facts->around->answers;
	u8 bus = routing_id_bus(facts->kernel.routing_id);
	const struct around_vf *vf;
	u32 i;

	*answers = (struct around_answers){};
	for (i = 0; i < facts->around->vf_count; i++) {
		vf = &facts->around->vfs[i];
		if (vf->error)
			continue;
		answers->any = true;
		answers->ari |= routing_id_bus(vf->routing_id) == bus &&
				routing_id_device(vf->routing_id);
		answers->last = vf->routing_id;
	}
}

static int compare_groups(const void *a, const void *b)
{
	const struct vf_device *const *left = a, *const *right = b;

	if ((*left)->group != (*right)->group)
		return (*left)->group < (*right)->group ? -1 : 1;
	return 0;
}

/* vfio-pci enables a device when a program opens it, and disables it at the end. */
static bool is_open(const struct vf_device *vf)
{
	return vf->enabled && facts_driver_is_vfio(vf->driver);
}

/* Those of one group, which stand side by side */
static void note_group(struct vf_device **vfs, u32 count, bool pf_is_open)
{
	u32 open = pf_is_open, i;

	for (i = 0; i < count; i++)
		open += is_open(vfs[i]);
	for (i = 0; i < count; i++) {
		vfs[i]->group_shared = count > 1;
		vfs[i]->group_open = open > is_open(vfs[i]);
	}
}

static bool pf_is_open_in(const struct pf_facts *facts, int group)
{
	const struct around_iommu *iommu = &facts->around->iommu;

	return facts->kernel.enabled &&
	       facts_driver_is_vfio(facts->kernel.driver) && iommu->exists &&
	       iommu->group == group;
}

static void note_groups(const struct pf_facts *facts, struct vf_device **vfs)
{
	u32 count = facts->vf_device_count, i, end;

	for (i = 0; i < count; i = end) {
		for (end = i + 1; end < count; end++) {
			if (vfs[end]->group != vfs[i]->group)
				break;
		}
		/* Without a group it is alone. */
		if (vfs[i]->group >= 0)
			note_group(vfs + i, end - i,
				   pf_is_open_in(facts, vfs[i]->group));
	}
}

int facts_compare_vfs(struct pf_facts *facts)
{
	u32 count = facts->vf_device_count, i;
	struct vf_device **vfs;

	compare_answers(facts);
	if (!count)
		return 0;
	vfs = kvcalloc(count, sizeof(*vfs), GFP_KERNEL);
	if (!vfs)
		return -ENOMEM;
	for (i = 0; i < count; i++)
		vfs[i] = &facts->vf_devices[i];
	sort(vfs, count, sizeof(*vfs), compare_groups, NULL);
	note_groups(facts, vfs);
	kvfree(vfs);
	return 0;
}
