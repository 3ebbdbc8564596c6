// SPDX-License-Identifier: GPL-2.0
/*
 * The walk over the chain of extended capabilities (PCIe 7.6.3).
 *
 * Real chains run backwards, loop and point into nothing. So where a capability
 * ends is known only when the whole chain is: first all starts are collected,
 * then each capability gets what lies between its start and the next one above.
 */
#include <linux/bitfield.h>
#include <linux/bitmap.h>
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <sriovscope/capabilities.h>
#include <sriovscope/chain.h>

/* The number of a dword of the extended space: what the bitmap of starts has. */
static u32 chain_slot(u16 offset)
{
	return (offset - PCI_CFG_SPACE_SIZE) / sizeof(u32);
}

/* Where the chain goes after @cap, 0 when it ends there. Notes the defects. */
static u16 chain_next(const struct config_space *space, struct ext_cap *cap,
		      const unsigned long *starts)
{
	u16 next = FIELD_GET(EXT_CAP_HEADER_NEXT, cap->header);

	if (PCI_POSSIBLE_ERROR(cap->header)) {
		__set_bit(EXT_DEFECT_ALL_ONES, &cap->defects);
		return 0;
	}
	if (!cap->header) {
		__set_bit(EXT_DEFECT_MISSING_END, &cap->defects);
		return 0;
	}
	if (!next)
		return 0;

	if (next % sizeof(u32))
		__set_bit(EXT_DEFECT_MISALIGNED, &cap->defects);
	next = round_down(next, sizeof(u32));

	if (next < PCI_CFG_SPACE_SIZE) {
		__set_bit(EXT_DEFECT_TOO_SMALL, &cap->defects);
		return 0;
	}
	if (config_gate(space->size, next, sizeof(u32))) {
		__set_bit(EXT_DEFECT_PAST_END, &cap->defects);
		return 0;
	}
	if (test_bit(chain_slot(next), starts)) {
		__set_bit(EXT_DEFECT_LOOP, &cap->defects);
		return 0;
	}
	if (next < cap->offset)
		__set_bit(EXT_DEFECT_BACKWARDS, &cap->defects);
	return next;
}

/* Collects the capabilities. Each has a start of its own, so caps[] suffices. */
static int chain_collect(struct ext_chain *chain, unsigned long *starts)
{
	u16 offset = PCI_CFG_SPACE_SIZE;
	struct ext_cap *cap;
	int ret;

	while (offset) {
		cap = &chain->caps[chain->count];
		cap->offset = offset;
		ret = config_read(chain->space, offset, sizeof(cap->header),
				  &cap->header);
		if (ret)
			return ret;
		/* A header of 0 at the very start is an empty list. */
		if (!cap->header && !chain->count)
			return 0;
		__set_bit(chain_slot(offset), starts);
		chain->count++;
		offset = chain_next(chain->space, cap, starts);
	}
	return 0;
}

/* Gives each capability the bytes up to the nearest start above it. */
static void chain_measure(struct ext_chain *chain, const unsigned long *starts)
{
	u32 slots = (chain->space->size - PCI_CFG_SPACE_SIZE) / sizeof(u32);
	struct ext_cap *cap;
	u32 slot, above;

	for (cap = chain->caps; cap < chain->caps + chain->count; cap++) {
		slot = chain_slot(cap->offset);
		above = find_next_bit(starts, slots, slot + 1);
		cap->span = (above - slot) * sizeof(u32);
		if (cap->header && !PCI_POSSIBLE_ERROR(cap->header) &&
		    cap->span < ext_cap_min_size(cap->header & EXT_CAP_HEADER_ID))
			__set_bit(EXT_DEFECT_OVERLAP, &cap->defects);
	}
}

struct ext_chain *ext_chain_read(const struct config_space *space)
{
	DECLARE_BITMAP(starts, EXT_CHAIN_MAX) = {};
	struct ext_chain *chain;
	int ret;

	if (space->size < PCI_CFG_SPACE_SIZE + sizeof(u32) ||
	    space->size > PCI_CFG_SPACE_EXP_SIZE)
		return ERR_PTR(-EINVAL);

	chain = kvzalloc(struct_size(chain, caps, EXT_CHAIN_MAX), GFP_KERNEL);
	if (!chain)
		return ERR_PTR(-ENOMEM);
	chain->space = space;

	ret = chain_collect(chain, starts);
	if (ret) {
		ext_chain_free(chain);
		return ERR_PTR(ret);
	}
	chain_measure(chain, starts);
	return chain;
}

void ext_chain_free(struct ext_chain *chain)
{
	kvfree(chain);
}
