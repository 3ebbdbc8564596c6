/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Address Translation Services, PCIe 10.5.1.
 */
#ifndef SRIOVSCOPE_CAPS_ATS_H
#define SRIOVSCOPE_CAPS_ATS_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* clang-format off */
#define ATS_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u16, capability, RSVDP, "10.5.1.2") \
	X(c, BITS, capability, u8, invalidate_queue_depth, 4, 0, RO, COUNT, "10.5.1.2") \
	X(c, BITS, capability, bool, page_aligned_request, 5, 5, RO, YES_NO, "10.5.1.2") \
	X(c, BITS, capability, bool, global_invalidate_supported, 6, 6, RO, YES_NO, "10.5.1.2") \
	X(c, BITS, capability, bool, relaxed_ordering_supported, 7, 7, RO, YES_NO, "10.5.1.2") \
	X(c, BITS, capability, bool, memory_attributes_supported, 8, 8, RO, YES_NO, "10.5.1.2") \
	X(c, REG, u16, control, RSVDP, "10.5.1.3") \
	X(c, BITS, control, u8, smallest_translation_unit, 4, 0, RW_CORE, COUNT, "10.5.1.3") \
	X(c, BITS, control, u8, memory_attributes_default, 13, 11, RW, COUNT, "10.5.1.3") \
	X(c, BITS, control, bool, memory_attributes_enable, 14, 14, RW, YES_NO, "10.5.1.3") \
	X(c, BITS, control, bool, enable, 15, 15, RW_CORE, YES_NO, "10.5.1.3")
/* clang-format on */

DECLARE_EXT_CAP(ats, ATS_TABLE, PCI_EXT_CAP_ID_ATS, "ATS", control);

static_assert(offsetof(struct ats_regs, capability) == PCI_ATS_CAP);
static_assert(offsetof(struct ats_regs, control) == PCI_ATS_CTRL);
static_assert(sizeof(struct ats_regs) == PCI_EXT_CAP_ATS_SIZEOF);

#endif
