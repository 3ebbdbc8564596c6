// SPDX-License-Identifier: GPL-2.0
/*
 * The PF's capabilities beside SR-IOV.
 */
#include <linux/errno.h>

#include "look.h"

int look_pcie_second(const struct pcie_view *pcie, bool *second)
{
	u8 version;
	int ret;

	ret = view_get(pcie, capability_version, &version);
	*second = !ret && version >= 2;
	return ret;
}

static int self_look_pcie(const struct pf_caps *caps, struct around_self *self)
{
	bool flr, second;
	int ret;

	if (!caps->has_pcie)
		return 0;
	ret = view_get(&caps->pcie, function_level_reset_capability, &flr);
	if (ret)
		return ret;
	ret = look_pcie_second(&caps->pcie, &second);
	if (ret)
		return ret;
	self->has_pcie = true;
	self->flr = flr;

	if (!second)
		return 0;
	ret = view_get(&caps->pcie, tag_10bit_requester_supported,
		       &self->tag_10bit_requester);
	return ret == -ERANGE ? 0 : ret;
}

static int self_look_pm(const struct pf_caps *caps, struct around_self *self)
{
	struct pm_control_status_reg control;
	enum pm_power_state state;
	int ret;

	if (!caps->has_pm)
		return 0;
	ret = view_read(&caps->pm, control_status, &control);
	if (!ret)
		ret = register_get_enum(&control, power_state, &state);
	if (ret)
		return ret;
	self->has_pm = true;
	self->power_now = state;
	/* Whoever was woken up is in D0 by now. */
	if (!self->woken)
		self->power_state = state;
	self->no_soft_reset = register_get(&control, no_soft_reset);
	return 0;
}

static int self_look_dev3(const struct pf_caps *caps, struct around_self *self)
{
	if (!caps->has_dev3)
		return 0;
	return view_get(&caps->dev3, tag_14bit_requester_supported,
			&self->tag_14bit_requester);
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
