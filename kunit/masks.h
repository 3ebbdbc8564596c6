/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Bits that <linux/pci_regs.h> has no name for, by the numbers of the specification:
 * what tests put into registers comes from no table.
 */
#ifndef SRIOVSCOPE_MASKS_H
#define SRIOVSCOPE_MASKS_H

#include <linux/bits.h>

/* SR-IOV Capabilities and Control, PCIe 9.3.3.2 and 9.3.3.3 */
#define SRIOV_CAP_ARI_PRESERVED BIT(1)
#define SRIOV_CAP_10BIT_TAG BIT(2)
#define SRIOV_CAP_14BIT_TAG BIT(3)
#define SRIOV_CTRL_10BIT_TAG BIT(5)
#define SRIOV_CTRL_14BIT_TAG BIT(6)

/* Device Capabilities 2, PCIe 7.5.3.15 */
#define PCIE_DEVCAP2_10BIT_TAG_REQUESTER BIT(17)

/* Device Capabilities 3, PCIe 7.7.9.2 */
#define DEV3_CAP_14BIT_TAG_REQUESTER BIT(2)

#endif
