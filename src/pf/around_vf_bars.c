// SPDX-License-Identifier: GPL-2.0
/*
 * What the PF says of its VF BARs beside the SR-IOV registers.
 */
#include <linux/bitfield.h>
#include <linux/minmax.h>

#include "around.h"
#include "caps.h"

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
			rebar->said = FIELD_GET(VF_REBAR_CTRL_NBAR, control);
		rebar->bars[n].slot = FIELD_GET(VF_REBAR_CTRL_BAR_IDX, control);
		rebar->bars[n].size =
			FIELD_GET(VF_REBAR_CTRL_BAR_SIZE, control);
		rebar->count = n + 1;
	}
	/* A capability for no VF BAR at all has named none. */
	rebar->count = min(rebar->count, rebar->said);
	return 0;
}

int around_vf_bars(const struct pf_caps *caps, struct pf_around *around)
{
	return look_rebar(caps, &around->rebar);
}
