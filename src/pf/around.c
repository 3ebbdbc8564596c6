// SPDX-License-Identifier: GPL-2.0
/*
 * What is around a PF's SR-IOV capability: its other capabilities, and what the
 * kernel knows without reading a device.
 */
#include <linux/bitfield.h>
#include <linux/iommu.h>
#include <linux/mm.h>

#include "around.h"
#include "caps.h"
#include "pf.h"

int around_pcie_second(const struct pcie_view *pcie, bool *second)
{
	u16 flags;
	int ret;

	ret = view_read(pcie, flags, &flags);
	*second = !ret && FIELD_GET(PCI_EXP_FLAGS_VERS, flags) >= 2;
	return ret;
}

static int look_pcie(const struct pf_caps *caps, struct around_self *self)
{
	u32 cap, cap2;
	bool second;
	int ret;

	if (!caps->has_pcie)
		return 0;
	ret = view_read(&caps->pcie, device_capabilities, &cap);
	if (ret)
		return ret;
	ret = around_pcie_second(&caps->pcie, &second);
	if (ret)
		return ret;
	self->has_pcie = true;
	self->flr = cap & PCI_EXP_DEVCAP_FLR;

	if (!second)
		return 0;
	ret = view_read(&caps->pcie, device_capabilities_2, &cap2);
	self->tag_10bit_requester = !ret &&
				    cap2 & PCIE_DEVCAP2_10BIT_TAG_REQUESTER;
	return ret == -ERANGE ? 0 : ret;
}

static int look_pm(const struct pf_caps *caps, struct around_self *self)
{
	u16 control;
	int ret;

	if (!caps->has_pm)
		return 0;
	ret = view_read(&caps->pm, control_status, &control);
	if (ret)
		return ret;
	self->has_pm = true;
	/* Whoever was woken up is in D0 by now. */
	if (!self->woken)
		self->power_state = control & PCI_PM_CTRL_STATE_MASK;
	self->no_soft_reset = control & PCI_PM_CTRL_NO_SOFT_RESET;
	return 0;
}

static int look_dev3(const struct pf_caps *caps, struct around_self *self)
{
	u32 cap;
	int ret;

	if (!caps->has_dev3)
		return 0;
	ret = view_read(&caps->dev3, capabilities, &cap);
	self->tag_14bit_requester = !ret && cap & DEV3_CAP_14BIT_TAG_REQUESTER;
	return ret;
}

static int look_self(const struct pf_caps *caps, struct around_self *self)
{
	int ret;

	self->has_ari = caps->has_ari;
	self->span = caps->sriov_span;
	self->overlapped_by = caps->overlapped_by;
	ret = look_pcie(caps, self);
	if (!ret)
		ret = look_pm(caps, self);
	if (!ret)
		ret = look_dev3(caps, self);
	return ret;
}

static void look_link(struct pci_dev *pdev, const struct sriov_state *sriov,
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

static int look_iommu_device(struct device *dev, void *count)
{
	++*(u32 *)count;
	return 0;
}

static void look_iommu(struct scope_pf *pf, struct around_iommu *iommu)
{
	struct iommu_group *group = pf_get_group(pf);
	u32 count = 0;

	if (!group)
		return;
	iommu->exists = true;
	iommu->group = iommu_group_id(group);
	iommu_group_for_each_dev(group, &count, look_iommu_device);
	iommu->others = count ? count - 1 : 0;
	iommu_group_put(group);
}

int around_self(struct scope_pf *pf, const struct pf_caps *caps,
		struct pf_around *around)
{
	int ret;

	ret = look_self(caps, &around->self);
	if (!ret)
		ret = around_vf_bars(caps, around);
	/* Registers of a device that went meanwhile are all ones. */
	if (!ret)
		ret = config_present(&pf->pci.space);
	return ret;
}

void around_place(struct scope_pf *pf, const struct sriov_state *sriov,
		  struct pf_around *around)
{
	struct pci_dev *pdev = pf->pdev;

	around->page_size = PAGE_SIZE;
	around->last_bus = pdev->bus->busn_res.end;
	look_iommu(pf, &around->iommu);
	if (sriov) {
		around_look_rooms(pdev, sriov, around);
		look_link(pdev, sriov, &around->link);
	}
}
