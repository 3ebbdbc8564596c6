/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Device Serial Number, PCIe 7.9.3: an EUI-64.
 */
#ifndef SRIOVSCOPE_CAPS_DSN_H
#define SRIOVSCOPE_CAPS_DSN_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* clang-format off */
#define DSN_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, WHOLE, u32, serial_number_lower, RO, HEX32, "7.9.3.2") \
	X(c, WHOLE, u32, serial_number_upper, RO, HEX32, "7.9.3.2")
/* clang-format on */

DECLARE_EXT_CAP(dsn, DSN_TABLE, PCI_EXT_CAP_ID_DSN, "DSN", serial_number_upper);

static_assert(sizeof(struct dsn_regs) == PCI_EXT_CAP_DSN_SIZEOF);

#endif
