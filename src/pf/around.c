// SPDX-License-Identifier: GPL-2.0
/*
 * The surroundings of a PF: its own other capabilities, and the port above.
 *
 * Where a capability is does not change, so that they are found once. What is
 * in it is read at each look.
 */
#include <linux/bitfield.h>
#include <linux/err.h>
#include <linux/iommu.h>
#include <linux/minmax.h>
#include <linux/mm.h>

#include "around.h"
#include "pf.h"

/* Whether a function has a capability: what it lacks is no error. */
static int found(int ret, bool *has)
{
	*has = !ret;
	return ret == -ENODEV || ret == -EINVAL || ret == -ENXIO ? 0 : ret;
}

/* The lower capability that ends behind the start of SR-IOV, and its span. */
static int find_structure(struct scope_pf *pf)
{
	struct pf_caps *caps = &pf->caps;
	const struct ext_cap *cap;
	struct ext_chain *chain;
	u16 id;

	chain = ext_chain_read(&pf->pci.space);
	if (IS_ERR(chain))
		return PTR_ERR(chain);
	ext_chain_for_each(cap, chain) {
		id = FIELD_GET(EXT_CAP_HEADER_ID, cap->header);
		if (cap->offset == pf->offset)
			caps->sriov_span = cap->span;
		else if (test_bit(EXT_DEFECT_OVERLAP, &cap->defects) &&
			 cap->offset < pf->offset &&
			 cap->offset + ext_cap_min_size(id) > pf->offset)
			caps->overlapped_by = cap->offset;
	}
	ext_chain_free(chain);
	return 0;
}

int around_find(struct scope_pf *pf)
{
	const struct config_space *space = &pf->pci.space;
	struct pf_caps *caps = &pf->caps;
	int ret;

	ret = find_structure(pf);
	if (!ret)
		ret = found(pcie_view_find(space, &caps->pcie),
			    &caps->has_pcie);
	if (!ret)
		ret = found(pm_view_find(space, &caps->pm), &caps->has_pm);
	if (!ret)
		ret = found(ari_view_find(space, &caps->ari), &caps->has_ari);
	if (!ret)
		ret = found(dev3_view_find(space, &caps->dev3),
			    &caps->has_dev3);
	if (!ret)
		ret = found(vf_rebar_view_find(space, &caps->vf_rebar),
			    &caps->has_vf_rebar);
	return ret;
}

/* Device Capabilities 2 and the like came with version 2 of the capability. */
static int pcie_has_second(const struct pcie_view *pcie, bool *second)
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
	ret = pcie_has_second(&caps->pcie, &second);
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

/* How many pairs there are says the first; a pair past the end is not read. */
static int look_rebar(const struct pf_caps *caps, struct around_rebar *rebar)
{
	u32 control, n;
	int ret;

	if (!caps->has_vf_rebar)
		return 0;
	rebar->exists = true;
	rebar->said = 1;
	for (n = 0; n < PCI_SRIOV_NUM_BARS && n < rebar->said; n++) {
		ret = view_read_at(&caps->vf_rebar, bar, n, &control, .control);
		if (ret)
			return ret == -ERANGE ? 0 : ret;
		if (!n)
			rebar->said =
				FIELD_GET(PCI_REBAR_CTRL_NBAR_MASK, control);
		rebar->bars[n].slot =
			FIELD_GET(PCI_REBAR_CTRL_BAR_IDX, control);
		rebar->bars[n].size =
			FIELD_GET(PCI_REBAR_CTRL_BAR_SIZE, control);
		rebar->count = n + 1;
	}
	/* A capability for no VF BAR at all has named none. */
	rebar->count = min(rebar->count, rebar->said);
	return 0;
}

static int look_port_ari(const struct config_space *space,
			 struct around_port *port)
{
	struct pcie_view pcie;
	u32 cap2 = 0;
	u16 ctl2 = 0;
	bool second;
	int ret;

	ret = pcie_view_find(space, &pcie);
	if (!ret)
		ret = pcie_has_second(&pcie, &second);
	if (ret || !second)
		return ret;
	ret = view_read(&pcie, device_capabilities_2, &cap2);
	if (!ret)
		ret = view_read(&pcie, device_control_2, &ctl2);
	port->ari_supported = cap2 & PCI_EXP_DEVCAP2_ARI;
	port->ari_forwarding = ctl2 & PCI_EXP_DEVCTL2_ARI;
	return ret;
}

static int look_port_acs(const struct config_space *space,
			 struct around_port *port)
{
	struct acs_view acs;
	int ret;

	ret = found(acs_view_find(space, &acs), &port->has_acs);
	if (ret || !port->has_acs)
		return ret;
	return view_read(&acs, control, &port->acs);
}

static bool port_is_downstream(struct pci_dev *bridge)
{
	return pci_is_pcie(bridge) &&
	       (pci_pcie_type(bridge) == PCI_EXP_TYPE_ROOT_PORT ||
		pci_pcie_type(bridge) == PCI_EXP_TYPE_DOWNSTREAM);
}

/* The port is awake as long as the PF is. */
static void look_port(struct pci_dev *pdev, struct around_port *port)
{
	struct pci_dev *bridge = pci_upstream_bridge(pdev);
	struct pci_space pci;

	if (!bridge)
		return;
	port->exists = true;
	port->downstream = port_is_downstream(bridge);
	strscpy(port->name, pci_name(bridge), sizeof(port->name));
	pci_space_init(&pci, bridge);
	port->error = look_port_ari(&pci.space, port);
	if (!port->error)
		port->error = look_port_acs(&pci.space, port);
	if (!port->error)
		port->error = config_present(&pci.space);
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

static void look_iommu(struct pci_dev *pdev, struct around_iommu *iommu)
{
	struct iommu_group *group = iommu_group_get(&pdev->dev);
	u32 count = 0;

	if (!group)
		return;
	iommu->exists = true;
	iommu->group = iommu_group_id(group);
	iommu_group_for_each_dev(group, &count, look_iommu_device);
	iommu->others = count ? count - 1 : 0;
	iommu_group_put(group);
}

int around_look(struct scope_pf *pf, const struct sriov_state *sriov,
		struct pf_around *around)
{
	struct pci_dev *pdev = pf->pdev;
	int ret;

	around->page_size = PAGE_SIZE;
	around->last_bus = pdev->bus->busn_res.end;
	look_port(pdev, &around->port);
	look_iommu(pdev, &around->iommu);
	if (sriov) {
		around_look_rooms(pdev, sriov, around);
		look_link(pdev, sriov, &around->link);
	}

	ret = look_self(&pf->caps, &around->self);
	if (!ret)
		ret = look_rebar(&pf->caps, &around->rebar);
	/* Registers of a device that went meanwhile are all ones. */
	if (!ret)
		ret = config_present(&pf->pci.space);
	return ret;
}
