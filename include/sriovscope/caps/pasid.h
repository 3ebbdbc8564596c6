/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Process Address Space ID, PCIe 7.8.9.
 */
#ifndef SRIOVSCOPE_CAPS_PASID_H
#define SRIOVSCOPE_CAPS_PASID_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* clang-format off */
#define PASID_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u16, capability, RSVDP, "7.8.9.2") \
	X(c, BITS, capability, bool, execute_permission_supported, 1, 1, RO, YES_NO, "7.8.9.2") \
	X(c, BITS, capability, bool, privileged_mode_supported, 2, 2, RO, YES_NO, "7.8.9.2") \
	X(c, BITS, capability, bool, translated_requests_with_pasid_supported, 3, 3, RO, YES_NO, "7.8.9.2") \
	X(c, BITS, capability, u8, max_pasid_width, 12, 8, RO, COUNT, "7.8.9.2") \
	X(c, REG, u16, control, RSVDP, "7.8.9.3") \
	X(c, BITS, control, bool, pasid_enable, 0, 0, RW_CORE, YES_NO, "7.8.9.3") \
	X(c, BITS, control, bool, execute_permission_enable, 1, 1, RW_CORE, YES_NO, "7.8.9.3") \
	X(c, BITS, control, bool, privileged_mode_enable, 2, 2, RW_CORE, YES_NO, "7.8.9.3") \
	X(c, BITS, control, bool, translated_requests_with_pasid_enable, 3, 3, RW, YES_NO, "7.8.9.3")
/* clang-format on */

DECLARE_EXT_CAP(pasid, PASID_TABLE, PCI_EXT_CAP_ID_PASID, "PASID", control);

static_assert(offsetof(struct pasid_regs, capability) == PCI_PASID_CAP);
static_assert(offsetof(struct pasid_regs, control) == PCI_PASID_CTRL);

#endif
