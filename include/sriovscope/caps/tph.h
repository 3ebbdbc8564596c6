/* SPDX-License-Identifier: GPL-2.0 */
/*
 * TPH Requester, PCIe 7.9.13. The ST Table is there only when ST Table Location
 * says so; an entry is ST Lower, and ST Upper in its high byte.
 */
#ifndef SRIOVSCOPE_CAPS_TPH_H
#define SRIOVSCOPE_CAPS_TPH_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* Most entries that an ST Table in the capability has */
#define TPH_ST_TABLE_SIZE 64

/* clang-format off */
#define TPH_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u32, capability, RSVDP, "7.9.13.2") \
	X(c, BITS, capability, bool, no_st_mode_supported, 0, 0, RO, YES_NO, "7.9.13.2") \
	X(c, BITS, capability, bool, interrupt_vector_mode_supported, 1, 1, RO, YES_NO, "7.9.13.2") \
	X(c, BITS, capability, bool, device_specific_mode_supported, 2, 2, RO, YES_NO, "7.9.13.2") \
	X(c, BITS, capability, bool, extended_tph_requester_supported, 8, 8, RO, YES_NO, "7.9.13.2") \
	X(c, BITS, capability, u8, st_table_location, 10, 9, RO, COUNT, "7.9.13.2") \
	X(c, BITS, capability, u16, st_table_size, 26, 16, RO, COUNT, "7.9.13.2") \
	X(c, REG, u32, control, RSVDP, "7.9.13.3") \
	X(c, BITS, control, u8, st_mode_select, 2, 0, RW, COUNT, "7.9.13.3") \
	X(c, BITS, control, u8, tph_requester_enable, 9, 8, RW, COUNT, "7.9.13.3") \
	X(c, ARRAY, u16, st_table, TPH_ST_TABLE_SIZE, RW, HEX16, "7.9.13.4")
/* clang-format on */

DECLARE_EXT_CAP(tph, TPH_TABLE, PCI_EXT_CAP_ID_TPH, "TPH", control);

static_assert(offsetof(struct tph_regs, capability) == PCI_TPH_CAP);
static_assert(offsetof(struct tph_regs, st_table) == PCI_TPH_BASE_SIZEOF);

#endif
