/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Latency Tolerance Reporting, PCIe 7.8.2.
 */
#ifndef SRIOVSCOPE_CAPS_LTR_H
#define SRIOVSCOPE_CAPS_LTR_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* clang-format off */
#define LTR_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u16, max_snoop_latency, RSVDP, "7.8.2.2") \
	X(c, BITS, max_snoop_latency, u16, max_snoop_latency_value, 9, 0, RW, COUNT, "7.8.2.2") \
	X(c, BITS, max_snoop_latency, u8, max_snoop_latency_scale, 12, 10, RW, COUNT, "7.8.2.2") \
	X(c, REG, u16, max_no_snoop_latency, RSVDP, "7.8.2.3") \
	X(c, BITS, max_no_snoop_latency, u16, max_no_snoop_latency_value, 9, 0, RW, COUNT, "7.8.2.3") \
	X(c, BITS, max_no_snoop_latency, u8, max_no_snoop_latency_scale, 12, 10, RW, COUNT, "7.8.2.3")
/* clang-format on */

DECLARE_EXT_CAP(ltr, LTR_TABLE, PCI_EXT_CAP_ID_LTR, "LTR",
		max_no_snoop_latency);

static_assert(offsetof(struct ltr_regs, max_snoop_latency) ==
	      PCI_LTR_MAX_SNOOP_LAT);
static_assert(offsetof(struct ltr_regs, max_no_snoop_latency) ==
	      PCI_LTR_MAX_NOSNOOP_LAT);

#endif
