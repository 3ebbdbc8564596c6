/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Access Control Services, PCIe 7.7.11. The Egress Control Vector is there only
 * with P2P Egress Control.
 */
#ifndef SRIOVSCOPE_CAPS_ACS_H
#define SRIOVSCOPE_CAPS_ACS_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* An Egress Control Vector has one bit a port or function: up to 256 of them */
#define ACS_EGRESS_DWORDS 8

/* clang-format off */
#define ACS_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u16, capability, RSVDP, "7.7.11.2") \
	X(c, BITS, capability, bool, source_validation, 0, 0, RO, YES_NO, "7.7.11.2") \
	X(c, BITS, capability, bool, translation_blocking, 1, 1, RO, YES_NO, "7.7.11.2") \
	X(c, BITS, capability, bool, p2p_request_redirect, 2, 2, RO, YES_NO, "7.7.11.2") \
	X(c, BITS, capability, bool, p2p_completion_redirect, 3, 3, RO, YES_NO, "7.7.11.2") \
	X(c, BITS, capability, bool, upstream_forwarding, 4, 4, RO, YES_NO, "7.7.11.2") \
	X(c, BITS, capability, bool, p2p_egress_control, 5, 5, RO, YES_NO, "7.7.11.2") \
	X(c, BITS, capability, bool, direct_translated_p2p, 6, 6, RO, YES_NO, "7.7.11.2") \
	X(c, BITS, capability, bool, enhanced_capability, 7, 7, RO, YES_NO, "7.7.11.2") \
	X(c, BITS, capability, u8, egress_control_vector_size, 15, 8, HWINIT, COUNT, "7.7.11.2") \
	X(c, REG, u16, control, RSVDP, "7.7.11.3") \
	X(c, BITS, control, bool, source_validation_enable, 0, 0, RW, YES_NO, "7.7.11.3") \
	X(c, BITS, control, bool, translation_blocking_enable, 1, 1, RW, YES_NO, "7.7.11.3") \
	X(c, BITS, control, bool, p2p_request_redirect_enable, 2, 2, RW, YES_NO, "7.7.11.3") \
	X(c, BITS, control, bool, p2p_completion_redirect_enable, 3, 3, RW, YES_NO, "7.7.11.3") \
	X(c, BITS, control, bool, upstream_forwarding_enable, 4, 4, RW, YES_NO, "7.7.11.3") \
	X(c, BITS, control, bool, p2p_egress_control_enable, 5, 5, RW, YES_NO, "7.7.11.3") \
	X(c, BITS, control, bool, direct_translated_p2p_enable, 6, 6, RW, YES_NO, "7.7.11.3") \
	X(c, BITS, control, bool, io_request_blocking_enable, 7, 7, RW, YES_NO, "7.7.11.3") \
	X(c, BITS, control, u8, dsp_memory_target_access_control, 9, 8, RW, COUNT, "7.7.11.3") \
	X(c, BITS, control, u8, usp_memory_target_access_control, 11, 10, RW, COUNT, "7.7.11.3") \
	X(c, BITS, control, bool, unclaimed_request_redirect_control, 12, 12, RW, YES_NO, "7.7.11.3") \
	X(c, ARRAY, u32, egress, ACS_EGRESS_DWORDS, RW, HEX32, "7.7.11.4")
/* clang-format on */

DECLARE_EXT_CAP(acs, ACS_TABLE, PCI_EXT_CAP_ID_ACS, "ACS", control);

static_assert(offsetof(struct acs_regs, capability) == PCI_ACS_CAP);
static_assert(offsetof(struct acs_regs, control) == PCI_ACS_CTRL);
static_assert(offsetof(struct acs_regs, egress) == PCI_ACS_EGRESS_CTL_V);

#endif
