/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Page Request, PCIe 10.5.2.
 */
#ifndef SRIOVSCOPE_CAPS_PRI_H
#define SRIOVSCOPE_CAPS_PRI_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* clang-format off */
#define PRI_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u16, control, RSVDP, "10.5.2.2") \
	X(c, BITS, control, bool, enable, 0, 0, RW_CORE, YES_NO, "10.5.2.2") \
	X(c, BITS, control, bool, reset, 1, 1, RW_CORE, YES_NO, "10.5.2.2") \
	X(c, REG, u16, status, RSVDZ, "10.5.2.3") \
	X(c, BITS, status, bool, response_failure, 0, 0, RW1C, YES_NO, "10.5.2.3") \
	X(c, BITS, status, bool, unexpected_page_request_group_index, 1, 1, RW1C, YES_NO, "10.5.2.3") \
	X(c, BITS, status, bool, stopped, 8, 8, RO, YES_NO, "10.5.2.3") \
	X(c, BITS, status, bool, prg_response_pasid_required, 15, 15, RO, YES_NO, "10.5.2.3") \
	X(c, WHOLE, u32, outstanding_page_request_capacity, RO, COUNT, "10.5.2.4") \
	X(c, WHOLE, u32, outstanding_page_request_allocation, RW_CORE, COUNT, "10.5.2.5")
/* clang-format on */

DECLARE_EXT_CAP(pri, PRI_TABLE, PCI_EXT_CAP_ID_PRI, "PRI",
		outstanding_page_request_allocation);

static_assert(offsetof(struct pri_regs, control) == PCI_PRI_CTRL);
static_assert(offsetof(struct pri_regs, status) == PCI_PRI_STATUS);
static_assert(offsetof(struct pri_regs, outstanding_page_request_capacity) ==
	      PCI_PRI_MAX_REQ);
static_assert(offsetof(struct pri_regs, outstanding_page_request_allocation) ==
	      PCI_PRI_ALLOC_REQ);
static_assert(sizeof(struct pri_regs) == PCI_EXT_CAP_PRI_SIZEOF);

#endif
