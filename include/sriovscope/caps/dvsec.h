/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Designated Vendor-Specific, PCIe 7.9.6: what all of them begin with.
 */
#ifndef SRIOVSCOPE_CAPS_DVSEC_H
#define SRIOVSCOPE_CAPS_DVSEC_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* clang-format off */
#define DVSEC_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u32, header_1, RSVDP, "7.9.6.2") \
	X(c, BITS, header_1, u16, dvsec_vendor_id, 15, 0, RO, HEX16, "7.9.6.2") \
	X(c, BITS, header_1, u8, dvsec_revision, 19, 16, RO, COUNT, "7.9.6.2") \
	X(c, BITS, header_1, u16, dvsec_length, 31, 20, RO, COUNT, "7.9.6.2") \
	X(c, WHOLE, u16, dvsec_id, RO, HEX16, "7.9.6.3") \
	X(c, GAP, u16, vendor_specific_0a)
/* clang-format on */

DECLARE_EXT_CAP(dvsec, DVSEC_TABLE, PCI_EXT_CAP_ID_DVSEC, "DVSEC", dvsec_id);

static_assert(offsetof(struct dvsec_regs, header_1) == PCI_DVSEC_HEADER1);
static_assert(offsetof(struct dvsec_regs, dvsec_id) == PCI_DVSEC_HEADER2);

#endif
