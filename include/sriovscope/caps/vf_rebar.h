/* SPDX-License-Identifier: GPL-2.0 */
/*
 * VF Resizable BAR, PCIe 7.8.7: one pair of registers for each VF BAR that can
 * be resized, at least one. How many there are says the first.
 */
#ifndef SRIOVSCOPE_CAPS_VF_REBAR_H
#define SRIOVSCOPE_CAPS_VF_REBAR_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* Older <linux/pci_regs.h> have no name for it. */
#define EXT_CAP_ID_VF_REBAR 0x24

/* clang-format off */
#define VF_REBAR_PAIR_TABLE(X, c) \
	X(c, REG, u32, capability, RSVDP, "7.8.7.2") \
	X(c, BITS, capability, u32, supported_sizes, 31, 4, RO, HEX32, "7.8.7.2") \
	X(c, REG, u32, control, RSVDP, "7.8.7.3") \
	X(c, BITS, control, u8, vf_bar_index, 2, 0, RO, COUNT, "7.8.7.3") \
	X(c, BITS, control, u8, number_of_vf_resizable_bars, 7, 5, RO, COUNT, "7.8.7.3") \
	X(c, BITS, control, u8, vf_bar_size, 13, 8, RW_CORE, COUNT, "7.8.7.3") \
	X(c, BITS, control, u16, supported_sizes_upper, 31, 16, RO, HEX16, "7.8.7.3")

#define VF_REBAR_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, ELEMENTS, pair, vf_rebar_pair, PCI_SRIOV_NUM_BARS, "7.8.7")
/* clang-format on */

DECLARE_ELEMENT(vf_rebar_pair, VF_REBAR_PAIR_TABLE);
DECLARE_EXT_CAP(vf_rebar, VF_REBAR_TABLE, EXT_CAP_ID_VF_REBAR,
		"VF_Resizable_BAR", pair[0]);

#endif
