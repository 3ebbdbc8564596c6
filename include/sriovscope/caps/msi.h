/* SPDX-License-Identifier: GPL-2.0 */
/*
 * MSI, PCIe 7.7.1, in two layouts: 64-bit Address Capable says which one it is.
 * Mask and Pending Bits are there only with Per-Vector Masking Capable.
 */
#ifndef SRIOVSCOPE_CAPS_MSI_H
#define SRIOVSCOPE_CAPS_MSI_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* clang-format off */
#define MSI_CONTROL(X, c) \
	CONVENTIONAL_HEADER(X, c) \
	X(c, REG, u16, message_control, RSVDP, "7.7.1.2") \
	X(c, BITS, message_control, bool, msi_enable, 0, 0, RW_CORE, YES_NO, "7.7.1.2") \
	X(c, BITS, message_control, u8, multiple_message_capable, 3, 1, RO, COUNT, "7.7.1.2") \
	X(c, BITS, message_control, u8, multiple_message_enable, 6, 4, RW_CORE, COUNT, "7.7.1.2") \
	X(c, BITS, message_control, bool, address_64bit_capable, 7, 7, RO, YES_NO, "7.7.1.2") \
	X(c, BITS, message_control, bool, per_vector_masking_capable, 8, 8, RO, YES_NO, "7.7.1.2") \
	X(c, BITS, message_control, bool, extended_message_data_capable, 9, 9, RO, YES_NO, "7.7.1.2") \
	X(c, BITS, message_control, bool, extended_message_data_enable, 10, 10, RW_CORE, YES_NO, "7.7.1.2") \
	X(c, REG, u32, message_address, RSVDP, "7.7.1.3") \
	X(c, BITS, message_address, u32, address, 31, 2, RW_CORE, HEX32, "7.7.1.3")

#define MSI_MESSAGE(X, c) \
	X(c, WHOLE, u16, message_data, RW_CORE, HEX16, "7.7.1.5") \
	X(c, WHOLE, u16, extended_message_data, RW_CORE, HEX16, "7.7.1.6") \
	X(c, WHOLE, u32, mask_bits, RW_CORE, HEX32, "7.7.1.7") \
	X(c, WHOLE, u32, pending_bits, RO, HEX32, "7.7.1.8")

/* 64-bit Address Capable */
#define MSI_TABLE(X, c) \
	MSI_CONTROL(X, c) \
	X(c, WHOLE, u32, message_upper_address, RW_CORE, HEX32, "7.7.1.4") \
	MSI_MESSAGE(X, c)

/* 32 bits */
#define MSI_32_TABLE(X, c) \
	MSI_CONTROL(X, c) \
	MSI_MESSAGE(X, c)
/* clang-format on */

DECLARE_CONVENTIONAL_CAP(msi, MSI_TABLE, PCI_CAP_ID_MSI, "MSI", message_data);
DECLARE_CONVENTIONAL_CAP(msi_32, MSI_32_TABLE, PCI_CAP_ID_MSI, "MSI",
			 message_data);

static_assert(offsetof(struct msi_regs, message_control) == PCI_MSI_FLAGS);
static_assert(offsetof(struct msi_regs, message_address) == PCI_MSI_ADDRESS_LO);
static_assert(offsetof(struct msi_regs, message_upper_address) ==
	      PCI_MSI_ADDRESS_HI);
static_assert(offsetof(struct msi_regs, message_data) == PCI_MSI_DATA_64);
static_assert(offsetof(struct msi_regs, mask_bits) == PCI_MSI_MASK_64);
static_assert(offsetof(struct msi_regs, pending_bits) == PCI_MSI_PENDING_64);
static_assert(offsetof(struct msi_32_regs, message_data) == PCI_MSI_DATA_32);
static_assert(offsetof(struct msi_32_regs, mask_bits) == PCI_MSI_MASK_32);
static_assert(offsetof(struct msi_32_regs, pending_bits) == PCI_MSI_PENDING_32);

#endif
