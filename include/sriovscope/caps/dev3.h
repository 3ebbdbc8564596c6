/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Device 3, PCIe 7.7.9.
 */
#ifndef SRIOVSCOPE_CAPS_DEV3_H
#define SRIOVSCOPE_CAPS_DEV3_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* Older <linux/pci_regs.h> have no name for it. */
#define EXT_CAP_ID_DEV3 0x2f

/* clang-format off */
#define DEV3_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u32, capabilities, RSVDP, "7.7.9.2") \
	X(c, BITS, capabilities, bool, dmwr_request_routing_supported, 0, 0, HWINIT, YES_NO, "7.7.9.2") \
	X(c, BITS, capabilities, bool, tag_14bit_completer_supported, 1, 1, HWINIT, YES_NO, "7.7.9.2") \
	X(c, BITS, capabilities, bool, tag_14bit_requester_supported, 2, 2, HWINIT, YES_NO, "7.7.9.2") \
	X(c, BITS, capabilities, bool, l0p_supported, 3, 3, HWINIT, YES_NO, "7.7.9.2") \
	X(c, BITS, capabilities, u8, port_l0p_exit_latency, 6, 4, HWINIT, COUNT, "7.7.9.2") \
	X(c, BITS, capabilities, u8, retimer_l0p_exit_latency, 9, 7, HWINIT, COUNT, "7.7.9.2") \
	X(c, BITS, capabilities, bool, uio_mem_rdwr_completer_supported, 10, 10, HWINIT, YES_NO, "7.7.9.2") \
	X(c, BITS, capabilities, bool, uio_mem_rdwr_requester_supported, 11, 11, HWINIT, YES_NO, "7.7.9.2") \
	X(c, BITS, capabilities, u8, ohc_e_support, 14, 12, HWINIT, COUNT, "7.7.9.2") \
	X(c, REG, u32, control, RSVDP, "7.7.9.3") \
	X(c, BITS, control, bool, dmwr_requester_enable, 0, 0, RW, YES_NO, "7.7.9.3") \
	X(c, BITS, control, bool, dmwr_egress_blocking, 1, 1, RW, YES_NO, "7.7.9.3") \
	X(c, BITS, control, bool, tag_14bit_requester_enable, 2, 2, RW, YES_NO, "7.7.9.3") \
	X(c, BITS, control, bool, l0p_enable, 3, 3, RW, YES_NO, "7.7.9.3") \
	X(c, BITS, control, u8, target_link_width, 6, 4, RW, COUNT, "7.7.9.3") \
	X(c, BITS, control, bool, uio_mem_rdwr_requester_enable, 7, 7, RW, YES_NO, "7.7.9.3") \
	X(c, BITS, control, bool, uio_request_256b_boundary_disable, 8, 8, RW, YES_NO, "7.7.9.3") \
	X(c, REG, u32, status, RSVDP, "7.7.9.4") \
	X(c, BITS, status, u8, initial_link_width, 2, 0, RO, COUNT, "7.7.9.4") \
	X(c, BITS, status, bool, segment_captured, 3, 3, RO, YES_NO, "7.7.9.4") \
	X(c, BITS, status, bool, remote_l0p_supported, 4, 4, RO, YES_NO, "7.7.9.4")
/* clang-format on */

DECLARE_EXT_CAP(dev3, DEV3_TABLE, EXT_CAP_ID_DEV3, "Device_3", status);

#endif
