/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Resizable BAR, PCIe 7.8.6: one pair of registers for each BAR that can be
 * resized, at least one. How many there are says the first.
 */
#ifndef SRIOVSCOPE_CAPS_REBAR_H
#define SRIOVSCOPE_CAPS_REBAR_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* clang-format off */
#define REBAR_PAIR_TABLE(X, c) \
	X(c, REG, u32, capability, RSVDP, "7.8.6.2") \
	X(c, BITS, capability, u32, supported_sizes, 31, 4, RO, HEX32, "7.8.6.2") \
	X(c, REG, u32, control, RSVDP, "7.8.6.3") \
	X(c, BITS, control, u8, bar_index, 2, 0, RO, COUNT, "7.8.6.3") \
	X(c, BITS, control, u8, number_of_resizable_bars, 7, 5, RO, COUNT, "7.8.6.3") \
	X(c, BITS, control, u8, bar_size, 13, 8, RW_CORE, COUNT, "7.8.6.3") \
	X(c, BITS, control, u16, supported_sizes_upper, 31, 16, RO, HEX16, "7.8.6.3")

#define REBAR_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, ELEMENTS, pair, rebar_pair, PCI_STD_NUM_BARS, "7.8.6")
/* clang-format on */

DECLARE_ELEMENT(rebar_pair, REBAR_PAIR_TABLE);
DECLARE_EXT_CAP(rebar, REBAR_TABLE, PCI_EXT_CAP_ID_REBAR, "Resizable_BAR",
		pair[0]);

static_assert(offsetof(struct rebar_regs, pair[0].capability) == PCI_REBAR_CAP);
static_assert(offsetof(struct rebar_regs, pair[0].control) == PCI_REBAR_CTRL);

#endif
