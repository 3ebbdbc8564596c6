// SPDX-License-Identifier: GPL-2.0
/*
 * What the PF says of its VF BARs beside the SR-IOV registers.
 */
#include <linux/bits.h>
#include <linux/errno.h>
#include <linux/minmax.h>

#include "look.h"

/* Sizes that Capability has bits for */
#define REBAR_SIZES_LOWER 28

/* Those of Control come behind those that Capability has room for, PCIe 7.8.7.3. */
static u64 rebar_sizes(const struct vf_rebar_pair_capability_reg *capability,
		       const struct vf_rebar_pair_control_reg *control)
{
	u64 upper = register_get(control, supported_sizes_upper);

	return register_get(capability, supported_sizes) |
	       upper * BIT_ULL(REBAR_SIZES_LOWER);
}

/* How many pairs there are says the first; a pair past the end is not read. */
static int vf_bars_rebar(const struct pf_caps *caps, struct around_rebar *rebar)
{
	struct vf_rebar_pair_capability_reg capability;
	struct vf_rebar_pair_control_reg control;
	u32 n;
	int ret;

	if (!caps->has_vf_rebar)
		return 0;
	rebar->exists = true;
	rebar->said = 1;
	for (n = 0; n < PCI_SRIOV_NUM_BARS && n < rebar->said; n++) {
		ret = view_read_in(&caps->vf_rebar, pair, n, capability,
				   &capability);
		if (!ret)
			ret = view_read_in(&caps->vf_rebar, pair, n, control,
					   &control);
		if (ret)
			return ret == -ERANGE ? 0 : ret;
		if (!n)
			rebar->said = register_get(&control,
						   number_of_vf_resizable_bars);
		rebar->bars[n].slot = register_get(&control, vf_bar_index);
		rebar->bars[n].size = register_get(&control, vf_bar_size);
		rebar->bars[n].sizes = rebar_sizes(&capability, &control);
		rebar->count = n + 1;
	}
	/* A capability for no VF BAR at all has named none. */
	rebar->count = min(rebar->count, rebar->said);
	return 0;
}

/* The rest of an entry that is about a VF BAR; one that makes no sense is none. */
static int vf_bars_ea_entry(const struct ea_view *ea, u32 at, u32 first,
			    struct around_ea *out)
{
	u32 entry[EA_ENTRY_DWORDS] = { first };
	u32 count = ea_entry_dwords(first), n, slot;
	struct ea_dword_first_reg dword;
	int ret;

	if (!ea_entry_is_vf_bar(first, &slot))
		return 0;
	for (n = 1; n < count; n++) {
		ret = view_read_in(ea, dwords, at + n, first, &dword);
		if (ret)
			return ret;
		entry[n] = dword.raw;
	}
	ea_entry_decode(entry, &out->bars[slot]);
	return 0;
}

/* The length of each entry is in it; what is past the end is not read. */
static int vf_bars_ea(const struct pf_caps *caps, struct around_ea *ea)
{
	struct ea_dword_first_reg first = {};
	u32 at = 0, n;
	u8 count = 0;
	int ret;

	if (!caps->has_ea)
		return 0;
	ea->exists = true;
	ret = view_get(&caps->ea, entries, &count);
	for (n = 0; !ret && n < count; n++) {
		ret = view_read_in(&caps->ea, dwords, at, first, &first);
		if (!ret)
			ret = vf_bars_ea_entry(&caps->ea, at, first.raw, ea);
		at += ea_entry_dwords(first.raw);
	}
	return ret == -ERANGE ? 0 : ret;
}

int look_vf_bars(const struct pf_caps *caps, struct pf_around *around)
{
	int ret;

	ret = vf_bars_rebar(caps, &around->rebar);
	return ret ?: vf_bars_ea(caps, &around->ea);
}
