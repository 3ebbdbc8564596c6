// SPDX-License-Identifier: GPL-2.0
/*
 * The walk over a chain of capabilities: the extended ones (PCIe 7.6.3), or the
 * conventional ones (PCIe 7.5.1.1.11).
 *
 * Real chains run backwards, loop and point into nothing. So where a capability
 * ends is known only when the whole chain is: first all starts are collected,
 * then each capability gets what lies between its start and the next one above.
 */
#include <linux/bitmap.h>
#include <linux/bitops.h>
#include <linux/err.h>
#include <linux/minmax.h>
#include <linux/slab.h>
#include <sriovscope/capabilities.h>
#include <sriovscope/chain.h>

/**
 * struct chain_kind - how the two kinds of capabilities differ
 * @width: of a header in bytes
 * @id: where the Capability ID is
 * @next: where the pointer to the next capability is
 * @low: where the first capability can be
 * @end: behind the last byte that a capability can have
 * @null_ends: a header of 0 is no capability
 */
struct chain_kind {
	u32 width;
	struct field_place id;
	struct field_place next;
	u16 low;
	u16 end;
	bool null_ends;
};

/* Where any capability has a field of its header */
#define CHAIN_PLACE(cap, field) \
	cap_field_place(&((struct cap##_fields *)NULL)->field, 0)

static const struct chain_kind chain_kinds[] = {
	[CAP_EXTENDED] = {
		.width = sizeof(u32),
		.id = CHAIN_PLACE(sriov, capability_id),
		.next = CHAIN_PLACE(sriov, next_capability),
		.low = PCI_CFG_SPACE_SIZE,
		.end = PCI_CFG_SPACE_EXP_SIZE,
		.null_ends = true,
	},
	[CAP_CONVENTIONAL] = {
		.width = sizeof(u16),
		.id = CHAIN_PLACE(pcie, id),
		.next = CHAIN_PLACE(pcie, next),
		.low = PCI_STD_HEADER_SIZEOF,
		.end = PCI_CFG_SPACE_SIZE,
	},
};

/* Starts that were seen: a bit for each dword of a configuration space */
#define CHAIN_DWORDS (PCI_CFG_SPACE_EXP_SIZE / sizeof(u32))

/* A field of the header, whose registers were read together */
static u32 chain_field(struct field_place place, u32 header)
{
	u32 low = place.at * BITS_PER_BYTE + place.lsb;

	return (header >> low) & GENMASK(place.bits - 1, 0);
}

static u32 chain_end(const struct ext_chain *chain)
{
	return min_t(u32, chain->space->size, chain_kinds[chain->kind].end);
}

/* Is the header all ones? Of a capability that is there it never is. */
static bool chain_all_ones(const struct chain_kind *kind, u32 header)
{
	return header == GENMASK(kind->width * BITS_PER_BYTE - 1, 0);
}

/* The offset that a pointer leads to, 0 when to none. Notes the defects. */
static u16 chain_follow(const struct ext_chain *chain, u32 next,
			const unsigned long *starts, unsigned long *defects)
{
	if (next % sizeof(u32))
		__set_bit(EXT_DEFECT_MISALIGNED, defects);
	next = round_down(next, sizeof(u32));

	if (next < chain_kinds[chain->kind].low)
		__set_bit(EXT_DEFECT_TOO_SMALL, defects);
	else if (config_gate(chain_end(chain), next, sizeof(u32)))
		__set_bit(EXT_DEFECT_PAST_END, defects);
	else if (test_bit(next / sizeof(u32), starts))
		__set_bit(EXT_DEFECT_LOOP, defects);
	else
		return next;
	return 0;
}

/* Where the chain goes after @cap, 0 when it ends there. Notes the defects. */
static u16 chain_next(const struct ext_chain *chain, struct ext_cap *cap,
		      const unsigned long *starts)
{
	const struct chain_kind *kind = &chain_kinds[chain->kind];
	u32 next = chain_field(kind->next, cap->header);

	if (chain_all_ones(kind, cap->header)) {
		__set_bit(EXT_DEFECT_ALL_ONES, &cap->defects);
		return 0;
	}
	if (!cap->header && kind->null_ends) {
		__set_bit(EXT_DEFECT_MISSING_END, &cap->defects);
		return 0;
	}
	if (!next)
		return 0;

	next = chain_follow(chain, next, starts, &cap->defects);
	if (next && next < cap->offset)
		__set_bit(EXT_DEFECT_BACKWARDS, &cap->defects);
	return next;
}

/* Collects the capabilities. Each has a start of its own, so caps[] suffices. */
static int chain_collect(struct ext_chain *chain, u16 offset,
			 unsigned long *starts)
{
	const struct chain_kind *kind = &chain_kinds[chain->kind];
	struct ext_cap *cap;
	int ret;

	while (offset) {
		cap = &chain->caps[chain->count];
		cap->offset = offset;
		ret = config_read(chain->space, offset, kind->width,
				  &cap->header);
		if (ret)
			return ret;
		/* A header of 0 at the very start is an empty list. */
		if (!cap->header && !chain->count && kind->null_ends)
			return 0;
		__set_bit(offset / sizeof(u32), starts);
		chain->count++;
		offset = chain_next(chain, cap, starts);
	}
	return 0;
}

/* Only of extended capabilities is it known how many bytes they need. */
static bool chain_overlaps(const struct ext_chain *chain,
			   const struct ext_cap *cap)
{
	return chain->kind == CAP_EXTENDED && cap->header &&
	       !config_all_ones(cap->header) &&
	       cap->span < ext_cap_min_size(ext_cap_id(chain, cap));
}

/* Gives each capability the bytes up to the nearest start above it. */
static void chain_measure(struct ext_chain *chain, const unsigned long *starts)
{
	u32 dwords = chain_end(chain) / sizeof(u32);
	struct ext_cap *cap;
	u32 above;

	for (cap = chain->caps; cap < chain->caps + chain->count; cap++) {
		above = find_next_bit(starts, dwords,
				      cap->offset / sizeof(u32) + 1);
		cap->span = above * sizeof(u32) - cap->offset;
		if (chain_overlaps(chain, cap))
			__set_bit(EXT_DEFECT_OVERLAP, &cap->defects);
	}
}

static struct ext_chain *chain_read(const struct config_space *space,
				    enum cap_kind kind, u16 first)
{
	DECLARE_BITMAP(starts, CHAIN_DWORDS);
	struct ext_chain *chain;
	int ret;

	chain = kvzalloc(struct_size(chain, caps, EXT_CHAIN_MAX), GFP_KERNEL);
	if (!chain)
		return ERR_PTR(-ENOMEM);
	chain->space = space;
	chain->kind = kind;

	bitmap_zero(starts, CHAIN_DWORDS);
	ret = chain_collect(chain, first, starts);
	if (ret) {
		ext_chain_free(chain);
		return ERR_PTR(ret);
	}
	chain_measure(chain, starts);
	return chain;
}

struct ext_chain *ext_chain_read(const struct config_space *space)
{
	if (space->size < PCI_CFG_SPACE_SIZE + sizeof(u32) ||
	    space->size > PCI_CFG_SPACE_EXP_SIZE)
		return ERR_PTR(-EINVAL);
	return chain_read(space, CAP_EXTENDED, PCI_CFG_SPACE_SIZE);
}

/* A pointer that leads nowhere is an empty list: no capability has the defect. */
static int conventional_first(const struct config_space *space, u16 *first)
{
	const struct ext_chain at = {
		.space = space,
		.kind = CAP_CONVENTIONAL,
	};
	DECLARE_BITMAP(starts, CHAIN_DWORDS);
	unsigned long defects = 0;
	struct header0_status_reg status;
	u32 raw, pointer;
	int ret;

	*first = 0;
	ret = config_read(space, PCI_STATUS, sizeof(u16), &raw);
	status.raw = raw;
	if (ret || !register_get(&status, capabilities_list))
		return ret;
	ret = config_read(space, PCI_CAPABILITY_LIST, sizeof(u8), &pointer);
	if (ret)
		return ret;
	bitmap_zero(starts, CHAIN_DWORDS);
	*first = chain_follow(&at, pointer, starts, &defects);
	return 0;
}

struct ext_chain *conventional_chain_read(const struct config_space *space)
{
	u16 first;
	int ret;

	if (space->size < PCI_STD_HEADER_SIZEOF ||
	    space->size > PCI_CFG_SPACE_EXP_SIZE)
		return ERR_PTR(-EINVAL);
	ret = conventional_first(space, &first);
	if (ret)
		return ERR_PTR(ret);
	return chain_read(space, CAP_CONVENTIONAL, first);
}

u16 cap_header_id(enum cap_kind kind, u32 header)
{
	return chain_field(chain_kinds[kind].id, header);
}

u8 cap_header_version(u32 header)
{
	return chain_field(CHAIN_PLACE(sriov, capability_version), header);
}

u16 ext_cap_id(const struct ext_chain *chain, const struct ext_cap *cap)
{
	return cap_header_id(chain->kind, cap->header);
}

void ext_chain_free(struct ext_chain *chain)
{
	kvfree(chain);
}
