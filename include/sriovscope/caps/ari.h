/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Alternative Routing-ID Interpretation, PCIe 7.8.8.
 */
#ifndef SRIOVSCOPE_CAPS_ARI_H
#define SRIOVSCOPE_CAPS_ARI_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* clang-format off */
#define ARI_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u16, capability, RSVDP, "7.8.8.2") \
	X(c, BITS, capability, bool, mfvc_function_groups_capability, 0, 0, RO, YES_NO, "7.8.8.2") \
	X(c, BITS, capability, bool, acs_function_groups_capability, 1, 1, RO, YES_NO, "7.8.8.2") \
	X(c, BITS, capability, u8, next_function_number, 15, 8, RO, COUNT, "7.8.8.2") \
	X(c, REG, u16, control, RSVDP, "7.8.8.3") \
	X(c, BITS, control, bool, mfvc_function_groups_enable, 0, 0, RW, YES_NO, "7.8.8.3") \
	X(c, BITS, control, bool, acs_function_groups_enable, 1, 1, RW, YES_NO, "7.8.8.3") \
	X(c, BITS, control, u8, function_group, 6, 4, RW, COUNT, "7.8.8.3")
/* clang-format on */

DECLARE_EXT_CAP(ari, ARI_TABLE, PCI_EXT_CAP_ID_ARI, "ARI", control);

static_assert(offsetof(struct ari_regs, capability) == PCI_ARI_CAP);
static_assert(offsetof(struct ari_regs, control) == PCI_ARI_CTRL);
static_assert(sizeof(struct ari_regs) == PCI_EXT_CAP_ARI_SIZEOF);

#endif
