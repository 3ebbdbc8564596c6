// SPDX-License-Identifier: GPL-2.0
/*
 * The PF's capabilities beside SR-IOV.
 */
#include <linux/bitfield.h>
#include <linux/errno.h>

#include "look.h"

int look_pcie_second(const struct pcie_view *pcie, bool *second)
{
	u16 flags;
	int ret;

	ret = view_read_raw(pcie, flags, &flags);
	*second = !ret && FIELD_GET(PCI_EXP_FLAGS_VERS, flags) >= 2;
	return ret;
}

static int self_look_pcie(const struct pf_caps *caps, struct around_self *self)
{
	u32 cap, cap2;
	bool second;
	int ret;

	if (!caps->has_pcie)
		return 0;
	ret = view_read_raw(&caps->pcie, device_capabilities, &cap);
	if (ret)
		return ret;
	ret = look_pcie_second(&caps->pcie, &second);
	if (ret)
		return ret;
	self->has_pcie = true;
	self->flr = cap & PCI_EXP_DEVCAP_FLR;

	if (!second)
		return 0;
	ret = view_read_raw(&caps->pcie, device_capabilities_2, &cap2);
	self->tag_10bit_requester = !ret &&
				    cap2 & PCIE_DEVCAP2_10BIT_TAG_REQUESTER;
	return ret == -ERANGE ? 0 : ret;
}

static int self_look_pm(const struct pf_caps *caps, struct around_self *self)
{
	u16 control;
	int ret;

	if (!caps->has_pm)
		return 0;
	ret = view_read_raw(&caps->pm, control_status, &control);
	if (ret)
		return ret;
	self->has_pm = true;
	/* Whoever was woken up is in D0 by now. */
	if (!self->woken)
		self->power_state = control & PCI_PM_CTRL_STATE_MASK;
	self->no_soft_reset = control & PCI_PM_CTRL_NO_SOFT_RESET;
	return 0;
}

static int self_look_dev3(const struct pf_caps *caps, struct around_self *self)
{
	u32 cap;
	int ret;

	if (!caps->has_dev3)
		return 0;
	ret = view_read_raw(&caps->dev3, capabilities, &cap);
	self->tag_14bit_requester = !ret && cap & DEV3_CAP_14BIT_TAG_REQUESTER;
	return ret;
}

static int self_look(const struct pf_caps *caps, struct around_self *self)
{
	int ret;

	self->has_ari = caps->has_ari;
	self->span = caps->sriov_span;
	self->overlapped_by = caps->overlapped_by;
	ret = self_look_pcie(caps, self);
	if (!ret)
		ret = self_look_pm(caps, self);
	if (!ret)
		ret = self_look_dev3(caps, self);
	return ret;
}

int look_self(const struct config_space *space, const struct pf_caps *caps,
	      struct pf_around *around)
{
	int ret;

	ret = self_look(caps, &around->self);
	if (!ret)
		ret = look_vf_bars(caps, around);
	/* Registers of a device that went meanwhile are all ones. */
	return ret ?: config_present(space);
}
