// SPDX-License-Identifier: GPL-2.0
/*
 * What the PF says of its VF BARs beside the SR-IOV registers.
 */
#include <linux/errno.h>
#include <linux/minmax.h>

#include "look.h"

static int rebar_read(const struct pf_caps *caps, u32 n,
		      struct vf_rebar_pair_control_reg *control)
{
	struct vf_rebar_pair_view pair;
	int ret;

	ret = view_element(&caps->vf_rebar, pair, n, &pair);
	return ret ?: view_read(&pair, control, control);
}

/* How many pairs there are says the first; a pair past the end is not read. */
static int vf_bars_rebar(const struct pf_caps *caps, struct around_rebar *rebar)
{
	struct vf_rebar_pair_control_reg control;
	u32 n;
	int ret;

	if (!caps->has_vf_rebar)
		return 0;
	rebar->exists = true;
	rebar->said = 1;
	for (n = 0; n < PCI_SRIOV_NUM_BARS && n < rebar->said; n++) {
		ret = rebar_read(caps, n, &control);
		if (ret)
			return ret == -ERANGE ? 0 : ret;
		if (!n)
			rebar->said = register_get(&control,
						   number_of_vf_resizable_bars);
		rebar->bars[n].slot = register_get(&control, vf_bar_index);
		rebar->bars[n].size = register_get(&control, vf_bar_size);
		rebar->count = n + 1;
	}
	/* A capability for no VF BAR at all has named none. */
	rebar->count = min(rebar->count, rebar->said);
	return 0;
}

static int ea_read(const struct ea_view *ea, u32 n, u32 *value)
{
	struct ea_dword_first_reg dword;
	struct ea_dword_view view;
	int ret;

	ret = view_element(ea, dwords, n, &view);
	if (!ret)
		ret = view_read(&view, first, &dword);
	if (!ret)
		*value = dword.raw;
	return ret;
}

/* The rest of an entry that is about a VF BAR; one that makes no sense is none. */
static int vf_bars_ea_entry(const struct ea_view *ea, u32 at, u32 first,
			    struct around_ea *out)
{
	u32 entry[EA_ENTRY_DWORDS] = { first };
	u32 count = ea_entry_dwords(first), n, slot;
	int ret;

	if (!ea_entry_is_vf_bar(first, &slot))
		return 0;
	for (n = 1; n < count; n++) {
		ret = ea_read(ea, at + n, &entry[n]);
		if (ret)
			return ret;
	}
	ea_entry_decode(entry, &out->bars[slot]);
	return 0;
}

/* The length of each entry is in it; what is past the end is not read. */
static int vf_bars_ea(const struct pf_caps *caps, struct around_ea *ea)
{
	u32 at = 0, first = 0, n;
	u8 count = 0;
	int ret;

	if (!caps->has_ea)
		return 0;
	ea->exists = true;
	ret = view_get(&caps->ea, entries, &count);
	for (n = 0; !ret && n < count; n++) {
		ret = ea_read(&caps->ea, at, &first);
		if (!ret)
			ret = vf_bars_ea_entry(&caps->ea, at, first, ea);
		at += ea_entry_dwords(first);
	}
	return ret == -ERANGE ? 0 : ret;
}

int look_vf_bars(const struct pf_caps *caps, struct pf_around *around)
{
	int ret;

	ret = vf_bars_rebar(caps, &around->rebar);
	return ret ?: vf_bars_ea(caps, &around->ea);
}
