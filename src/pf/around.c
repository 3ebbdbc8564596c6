// SPDX-License-Identifier: GPL-2.0
/*
 * What the kernel knows of a PF's surroundings without reading a device.
 */
#include <linux/iommu.h>
#include <linux/mm.h>

#include "around.h"
#include "pf.h"

static void place_link(struct pci_dev *pdev, const struct sriov_state *sriov,
		       struct around_link *link)
{
	struct pci_dev *other;

	link->devfn = sriov_dependency(sriov, pci_dev_id(pdev),
				       pf_is_integrated(pdev));
	other = pci_get_slot(pdev->bus, link->devfn);
	if (!other)
		return;
	link->exists = true;
	link->is_physfn = other->is_physfn;
	pci_dev_put(other);
}

static int place_iommu_device(struct device *dev, void *count)
{
	++*(u32 *)count;
	return 0;
}

static void place_iommu(struct scope_pf *pf, struct around_iommu *iommu)
{
	struct iommu_group *group = pf_get_group(pf);
	u32 count = 0;

	if (!group)
		return;
	iommu->exists = true;
	iommu->group = iommu_group_id(group);
	iommu_group_for_each_dev(group, &count, place_iommu_device);
	iommu->others = count ? count - 1 : 0;
	iommu_group_put(group);
}

void around_place(struct scope_pf *pf, const struct sriov_state *sriov,
		  struct pf_around *around)
{
	struct pci_dev *pdev = pf->pdev;

	around->page_size = PAGE_SIZE;
	around->last_bus = pdev->bus->busn_res.end;
	place_iommu(pf, &around->iommu);
	if (sriov)
		place_link(pdev, sriov, &around->link);
}
