/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Vital Product Data, PCIe 7.9.18: part and serial numbers, read a dword at a time
 * through two registers.
 */
#ifndef SRIOVSCOPE_CAPS_VPD_H
#define SRIOVSCOPE_CAPS_VPD_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* clang-format off */
#define VPD_TABLE(X, c) \
	CONVENTIONAL_HEADER(X, c) \
	X(c, REG, u16, vpd_address_register, RSVDP, "7.9.18.1") \
	X(c, BITS, vpd_address_register, u16, vpd_address, 14, 0, RW, HEX16, "7.9.18.1") \
	X(c, BITS, vpd_address_register, bool, vpd_flag, 15, 15, RW, YES_NO, "7.9.18.1") \
	X(c, WHOLE, u32, vpd_data, RW, HEX32, "7.9.18.2")
/* clang-format on */

DECLARE_CONVENTIONAL_CAP(vpd, VPD_TABLE, PCI_CAP_ID_VPD, "VPD", vpd_data);

static_assert(offsetof(struct vpd_regs, vpd_address_register) == PCI_VPD_ADDR);
static_assert(offsetof(struct vpd_regs, vpd_data) == PCI_VPD_DATA);
static_assert(sizeof(struct vpd_regs) == PCI_CAP_VPD_SIZEOF);

#endif
