/* SPDX-License-Identifier: GPL-2.0 */
/*
 * MSI-X, PCIe 7.7.2. Table Size is one less than there are entries; offsets are
 * in units of eight bytes.
 */
#ifndef SRIOVSCOPE_CAPS_MSIX_H
#define SRIOVSCOPE_CAPS_MSIX_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* clang-format off */
#define MSIX_TABLE(X, c) \
	CONVENTIONAL_HEADER(X, c) \
	X(c, REG, u16, message_control, RSVDP, "7.7.2.2") \
	X(c, BITS, message_control, u16, table_size, 10, 0, RO, COUNT, "7.7.2.2") \
	X(c, BITS, message_control, bool, function_mask, 14, 14, RW_CORE, YES_NO, "7.7.2.2") \
	X(c, BITS, message_control, bool, msi_x_enable, 15, 15, RW_CORE, YES_NO, "7.7.2.2") \
	X(c, REG, u32, table, RSVDP, "7.7.2.3") \
	X(c, BITS, table, u8, table_bir, 2, 0, RO, COUNT, "7.7.2.3") \
	X(c, BITS, table, u32, table_offset, 31, 3, RO, HEX32, "7.7.2.3") \
	X(c, REG, u32, pba, RSVDP, "7.7.2.4") \
	X(c, BITS, pba, u8, pba_bir, 2, 0, RO, COUNT, "7.7.2.4") \
	X(c, BITS, pba, u32, pba_offset, 31, 3, RO, HEX32, "7.7.2.4")
/* clang-format on */

DECLARE_CONVENTIONAL_CAP(msix, MSIX_TABLE, PCI_CAP_ID_MSIX, "MSI-X", pba);

static_assert(offsetof(struct msix_regs, message_control) == PCI_MSIX_FLAGS);
static_assert(offsetof(struct msix_regs, table) == PCI_MSIX_TABLE);
static_assert(offsetof(struct msix_regs, pba) == PCI_MSIX_PBA);
static_assert(sizeof(struct msix_regs) == PCI_CAP_MSIX_SIZEOF);

#endif
