// SPDX-License-Identifier: GPL-2.0
/*
 * The SR-IOV registers, decoded.
 */
#include <sriovscope/routing_id.h>
#include <sriovscope/sriov.h>

DEFINE_CAP_DECODE(sriov, SRIOV_TABLE)

u8 sriov_dependency(const struct sriov_state *state, u16 pf, bool integrated)
{
	u8 link = state->function_dependency_link;

	return integrated ? routing_id_in_device(pf, link) : link;
}
