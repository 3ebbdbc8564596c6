/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The chains of extended and of conventional capabilities: every capability
 * once, with the bytes that are its own and what is wrong with it.
 */
#ifndef SRIOVSCOPE_CHAIN_H
#define SRIOVSCOPE_CHAIN_H

#include <sriovscope/config_space.h>

/* Capabilities are dword aligned, so no more than this many can start. */
#define EXT_CHAIN_MAX \
	((PCI_CFG_SPACE_EXP_SIZE - PCI_CFG_SPACE_SIZE) / sizeof(u32))

/**
 * enum cap_kind - the two kinds of capabilities
 * @CAP_EXTENDED: in the extended configuration space, from 100h on
 * @CAP_CONVENTIONAL: in the first 256 bytes, behind the header
 */
enum cap_kind {
	CAP_EXTENDED,
	CAP_CONVENTIONAL,
};

/**
 * enum ext_defect - what can be wrong with a capability of the chain
 * @EXT_DEFECT_LOOP: its next pointer leads to a capability already seen
 * @EXT_DEFECT_BACKWARDS: its next pointer leads to a lower offset; legal
 * @EXT_DEFECT_MISALIGNED: its next pointer has one of the low two bits set
 * @EXT_DEFECT_TOO_SMALL: its next pointer leads below 100h; below 40h for a
 *	conventional one
 * @EXT_DEFECT_PAST_END: its next pointer leads past the configuration space
 * @EXT_DEFECT_OVERLAP: another capability starts within its registers; never
 *	of a conventional one, as not known
 * @EXT_DEFECT_ALL_ONES: its header reads as all ones
 * @EXT_DEFECT_MISSING_END: a next pointer led here, where the header reads 0;
 *	never of a conventional one, which is a null capability then
 * @EXT_DEFECT_COUNT: how many kinds there are
 *
 * Numbers of bits in &struct ext_cap.defects.
 */
enum ext_defect {
	EXT_DEFECT_LOOP,
	EXT_DEFECT_BACKWARDS,
	EXT_DEFECT_MISALIGNED,
	EXT_DEFECT_TOO_SMALL,
	EXT_DEFECT_PAST_END,
	EXT_DEFECT_OVERLAP,
	EXT_DEFECT_ALL_ONES,
	EXT_DEFECT_MISSING_END,
	EXT_DEFECT_COUNT,
};

/**
 * struct ext_cap - one capability as the chain shows it
 * @header: the header register, of 16 bits for a conventional one
 * @offset: in bytes from the start of the configuration space
 * @span: bytes up to the nearest higher capability of its kind, or the end of
 *	the space that its kind has
 * @defects: bits of enum ext_defect
 */
struct ext_cap {
	u32 header;
	u16 offset;
	u16 span;
	unsigned long defects;
};

/**
 * struct ext_chain - all capabilities of a kind, in the order of the chain
 * @space: where they were read
 * @kind: which kind
 * @count: how many there are
 * @caps: the capabilities, each offset at most once
 */
struct ext_chain {
	const struct config_space *space;
	enum cap_kind kind;
	u32 count;
	struct ext_cap caps[];
};

/**
 * ext_chain_read() - walk the extended capabilities once, one read for each
 * @space: the configuration space
 *
 * Ends on every input: a capability that was seen is not visited again.
 * PCIe 7.6.3. The low two bits of a next pointer are ignored, as Linux does.
 *
 * Context: as the space has it; allocates with GFP_KERNEL.
 * Return: the chain, for ext_chain_free(); ERR_PTR: -EINVAL when there is no
 *	extended space, -ENOMEM, the errno of a failing read.
 */
struct ext_chain *ext_chain_read(const struct config_space *space);

/**
 * conventional_chain_read() - walk the conventional capabilities once
 * @space: the configuration space
 *
 * As ext_chain_read(), with Status read before, and the Capabilities Pointer
 * when Status says that there is a list. A pointer that leads below 40h or past
 * the end is an empty list. PCIe 7.5.1.1.11.
 *
 * Context: as the space has it; allocates with GFP_KERNEL.
 * Return: the chain, for ext_chain_free(), empty when there is no list;
 *	ERR_PTR: -EINVAL when the space has no whole header of 64 bytes or more
 *	than 4096, -ENOMEM, the errno of a failing read.
 */
struct ext_chain *conventional_chain_read(const struct config_space *space);

/**
 * cap_header_id() - the Capability ID in a header
 * @kind: of the capability
 * @header: its first dword; the first 16 bits suffice for a conventional one
 *
 * Context: any; pure.
 * Return: the ID, of 8 bits for a conventional one.
 */
u16 cap_header_id(enum cap_kind kind, u32 header);

/**
 * cap_header_version() - the Capability Version in a header
 * @header: of an extended capability
 *
 * Context: any; pure.
 * Return: the version, of 4 bits.
 */
u8 cap_header_version(u32 header);

/**
 * ext_cap_id() - the Capability ID of a capability
 * @chain: from ext_chain_read() or conventional_chain_read()
 * @cap: one of its capabilities
 *
 * Context: any; pure.
 * Return: the ID, of 8 bits for a conventional one.
 */
u16 ext_cap_id(const struct ext_chain *chain, const struct ext_cap *cap);

/**
 * ext_chain_free() - release a chain; NULL is fine
 * @chain: from ext_chain_read() or conventional_chain_read()
 *
 * Context: may sleep.
 */
void ext_chain_free(struct ext_chain *chain);

/**
 * ext_chain_for_each() - visit each capability of a chain once
 * @cap: const struct ext_cap *, the loop's variable
 * @chain: from ext_chain_read() or conventional_chain_read()
 */
#define ext_chain_for_each(cap, chain)                                      \
	for ((cap) = (chain)->caps; (cap) < (chain)->caps + (chain)->count; \
	     (cap)++)

/**
 * ext_cap_name() - the name of an extended capability in one word
 * @id: Capability ID (PCIe 7.6.3)
 *
 * Context: any; pure.
 * Return: the name; "unknown" for an ID that is not in the table.
 */
const char *ext_cap_name(u16 id);

/**
 * ext_cap_min_size() - bytes that a capability must have at the least
 * @id: Capability ID
 *
 * Context: any; pure.
 * Return: bytes, the header included; 4 for an ID that is not in the table.
 */
u16 ext_cap_min_size(u16 id);

/**
 * ext_defect_name() - a defect in one word
 * @defect: which
 *
 * Context: any; pure.
 * Return: the word, as "caps" has it.
 */
const char *ext_defect_name(enum ext_defect defect);

#endif
