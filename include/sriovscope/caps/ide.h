/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Integrity and Data Encryption, PCIe 7.9.26: behind the registers that all have
 * are blocks, for Link IDE Streams first, then for Selective ones, of which each
 * is as long as it says itself.
 */
#ifndef SRIOVSCOPE_CAPS_IDE_H
#define SRIOVSCOPE_CAPS_IDE_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* Older <linux/pci_regs.h> have no name for it. */
#define EXT_CAP_ID_IDE 0x30

/* What one more of each takes in bytes: PCIe 7.9.26.4 and 7.9.26.5.5 */
#define IDE_LINK_BLOCK_SIZE 8
#define IDE_ADDRESS_BLOCK_SIZE 12

/* clang-format off */
#define IDE_SELECTIVE_TABLE(X, c) \
	X(c, REG, u32, capability, RSVDP, "7.9.26.5.1") \
	X(c, BITS, capability, u8, number_of_address_association_blocks, 3, 0, HWINIT, COUNT, "7.9.26.5.1") \
	X(c, REG, u32, control, RSVDP, "7.9.26.5.2") \
	X(c, BITS, control, bool, enable, 0, 0, RW_CORE, YES_NO, "7.9.26.5.2") \
	X(c, BITS, control, u8, tx_aggregation_mode_npr, 3, 2, RW, COUNT, "7.9.26.5.2") \
	X(c, BITS, control, u8, tx_aggregation_mode_pr, 5, 4, RW, COUNT, "7.9.26.5.2") \
	X(c, BITS, control, u8, tx_aggregation_mode_cpl, 7, 6, RW, COUNT, "7.9.26.5.2") \
	X(c, BITS, control, bool, pcrc_enable, 8, 8, RW, YES_NO, "7.9.26.5.2") \
	X(c, BITS, control, bool, configuration_requests_enable, 9, 9, RW_CORE, YES_NO, "7.9.26.5.2") \
	X(c, BITS, control, u8, partial_header_encryption_mode, 13, 10, RW, COUNT, "7.9.26.5.2") \
	X(c, BITS, control, u8, selected_algorithm, 18, 14, RW, COUNT, "7.9.26.5.2") \
	X(c, BITS, control, u8, tc, 21, 19, RW, COUNT, "7.9.26.5.2") \
	X(c, BITS, control, bool, default_stream, 22, 22, RW_CORE, YES_NO, "7.9.26.5.2") \
	X(c, BITS, control, bool, tee_limited_stream, 23, 23, RW_CORE, YES_NO, "7.9.26.5.2") \
	X(c, BITS, control, u8, stream_id, 31, 24, RW_CORE, COUNT, "7.9.26.5.2") \
	X(c, REG, u32, status, RSVDZ, "7.9.26.5.3") \
	X(c, BITS, status, u8, state, 3, 0, RO, COUNT, "7.9.26.5.3") \
	X(c, BITS, status, bool, received_integrity_check_fail_message, 31, 31, RW1C, YES_NO, "7.9.26.5.3") \
	X(c, REG, u32, rid_association_1, RSVDP, "7.9.26.5.4.1") \
	X(c, BITS, rid_association_1, u16, rid_limit, 23, 8, RW_CORE, HEX16, "7.9.26.5.4.1") \
	X(c, REG, u32, rid_association_2, RSVDP, "7.9.26.5.4.2") \
	X(c, BITS, rid_association_2, bool, valid, 0, 0, RW_CORE, YES_NO, "7.9.26.5.4.2") \
	X(c, BITS, rid_association_2, u16, rid_base, 23, 8, RW_CORE, HEX16, "7.9.26.5.4.2") \
	X(c, BITS, rid_association_2, u8, segment_base, 31, 24, RW_CORE, HEX8, "7.9.26.5.4.2")

#define IDE_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u32, capability, RSVDP, "7.9.26.2") \
	X(c, BITS, capability, bool, link_ide_stream_supported, 0, 0, HWINIT, YES_NO, "7.9.26.2") \
	X(c, BITS, capability, bool, selective_ide_streams_supported, 1, 1, HWINIT, YES_NO, "7.9.26.2") \
	X(c, BITS, capability, bool, flow_through_ide_stream_supported, 2, 2, HWINIT, YES_NO, "7.9.26.2") \
	X(c, BITS, capability, bool, partial_header_encryption_supported, 3, 3, HWINIT, YES_NO, "7.9.26.2") \
	X(c, BITS, capability, bool, aggregation_supported, 4, 4, HWINIT, YES_NO, "7.9.26.2") \
	X(c, BITS, capability, bool, pcrc_supported, 5, 5, HWINIT, YES_NO, "7.9.26.2") \
	X(c, BITS, capability, bool, ide_km_protocol_supported, 6, 6, HWINIT, YES_NO, "7.9.26.2") \
	X(c, BITS, capability, bool, configuration_requests_supported, 7, 7, HWINIT, YES_NO, "7.9.26.2") \
	X(c, BITS, capability, u8, supported_algorithms, 12, 8, HWINIT, COUNT, "7.9.26.2") \
	X(c, BITS, capability, u8, number_of_tcs_for_link_ide, 15, 13, HWINIT, COUNT, "7.9.26.2") \
	X(c, BITS, capability, u8, number_of_selective_ide_streams, 23, 16, HWINIT, COUNT, "7.9.26.2") \
	X(c, BITS, capability, bool, tee_limited_stream_supported, 24, 24, HWINIT, YES_NO, "7.9.26.2") \
	X(c, REG, u32, control, RSVDP, "7.9.26.3") \
	X(c, BITS, control, bool, flow_through_ide_stream_enabled, 2, 2, RW, YES_NO, "7.9.26.3")
/* clang-format on */

/* What each block of a Selective IDE Stream begins with */
DECLARE_ELEMENT(ide_selective, IDE_SELECTIVE_TABLE);
DECLARE_EXT_CAP(ide, IDE_TABLE, EXT_CAP_ID_IDE, "IDE", control);

static_assert(sizeof(struct ide_regs) == 12);
static_assert(sizeof(struct ide_selective_regs) == 20);

/**
 * ide_selective_first() - where the blocks of Selective IDE Streams begin
 * @capability: IDE Capability
 *
 * Both numbers of blocks are one less than there are.
 *
 * Context: any; pure.
 * Return: bytes from the start of the capability.
 */
static inline u32
ide_selective_first(const struct ide_capability_reg *capability)
{
	u32 links = register_get(capability, number_of_tcs_for_link_ide) + 1;

	if (!register_get(capability, link_ide_stream_supported))
		links = 0;
	return sizeof(struct ide_regs) + links * IDE_LINK_BLOCK_SIZE;
}

/**
 * ide_selective_count() - how many blocks of Selective IDE Streams there are
 * @capability: IDE Capability
 *
 * Context: any; pure.
 * Return: the number: 0 to 256.
 */
static inline u32
ide_selective_count(const struct ide_capability_reg *capability)
{
	if (!register_get(capability, selective_ide_streams_supported))
		return 0;
	return register_get(capability, number_of_selective_ide_streams) + 1;
}

/**
 * ide_selective_size() - how long the block of a Selective IDE Stream is
 * @capability: Selective IDE Stream Capability
 *
 * Context: any; pure.
 * Return: bytes.
 */
static inline u32
ide_selective_size(const struct ide_selective_capability_reg *capability)
{
	return sizeof(struct ide_selective_regs) +
	       register_get(capability, number_of_address_association_blocks) *
		       IDE_ADDRESS_BLOCK_SIZE;
}

#endif
