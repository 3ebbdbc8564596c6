// SPDX-License-Identifier: GPL-2.0
/*
 * The SR-IOV registers, all of them or what concerns others.
 */
#include "look.h"

int look_sriov(const struct pf_caps *caps, struct sriov_state *sriov)
{
	struct sriov_snapshot regs;
	int ret;

	if (caps->sriov_error)
		return caps->sriov_error;
	ret = view_snapshot(&caps->sriov, &regs);
	if (!ret)
		sriov_decode(&regs, sriov);
	return ret;
}

int look_peer(const struct pf_caps *caps, struct sriov_state *sriov)
{
	struct sriov_snapshot regs;
	int ret;

	if (caps->sriov_error)
		return caps->sriov_error;
	ret = view_snapshot_part(&caps->sriov, &regs, control, vf_stride);
	if (!ret)
		sriov_decode(&regs, sriov);
	return ret;
}
