/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The capabilities that are known here, each by its table. Masks are for those
 * who have no view yet: in <linux/pci_regs.h> where it has them, and here where
 * it does not.
 */
#ifndef SRIOVSCOPE_CAPABILITIES_H
#define SRIOVSCOPE_CAPABILITIES_H

#include <linux/bits.h>
#include <sriovscope/caps/acs.h>
#include <sriovscope/caps/aer.h>
#include <sriovscope/caps/ari.h>
#include <sriovscope/caps/ats.h>
#include <sriovscope/caps/dev3.h>
#include <sriovscope/caps/dsn.h>
#include <sriovscope/caps/dvsec.h>
#include <sriovscope/caps/ea.h>
#include <sriovscope/caps/header.h>
#include <sriovscope/caps/ltr.h>
#include <sriovscope/caps/msi.h>
#include <sriovscope/caps/msix.h>
#include <sriovscope/caps/pasid.h>
#include <sriovscope/caps/pcie.h>
#include <sriovscope/caps/pm.h>
#include <sriovscope/caps/pri.h>
#include <sriovscope/caps/rebar.h>
#include <sriovscope/caps/sriov.h>
#include <sriovscope/caps/tph.h>
#include <sriovscope/caps/vf_rebar.h>
#include <sriovscope/transition.h>

/* Extended capability header, PCIe 7.6.3 */
#define EXT_CAP_HEADER_ID GENMASK(15, 0)
#define EXT_CAP_HEADER_VERSION GENMASK(19, 16)
#define EXT_CAP_HEADER_NEXT GENMASK(31, 20)

/* The first 16 bits of a conventional capability, PCIe 7.5.3.1 */
#define CAP_HEADER_ID GENMASK(7, 0)
#define CAP_HEADER_NEXT GENMASK(15, 8)

/* SR-IOV Capabilities and Control: what <linux/pci_regs.h> has no name for */
#define SRIOV_CAP_ARI_PRESERVED BIT(1)
#define SRIOV_CAP_10BIT_TAG BIT(2)
#define SRIOV_CAP_14BIT_TAG BIT(3)
#define SRIOV_CAP_INTR_MASK GENMASK(31, 21)
#define SRIOV_CTRL_10BIT_TAG BIT(5)
#define SRIOV_CTRL_14BIT_TAG BIT(6)

/* VF Resizable BAR Control, PCIe 7.8.7.3 */
#define VF_REBAR_CTRL_BAR_IDX GENMASK(2, 0)
#define VF_REBAR_CTRL_NBAR GENMASK(7, 5)
#define VF_REBAR_CTRL_BAR_SIZE GENMASK(13, 8)

/* Device Capabilities 3 */
#define DEV3_CAP_14BIT_TAG_REQUESTER BIT(2)

/* Device Capabilities 2 and Control 2: not in <linux/pci_regs.h> */
#define PCIE_DEVCAP2_10BIT_TAG_REQUESTER BIT(17)
#define PCIE_DEVCTL2_10BIT_TAG_REQUESTER BIT(12)

#endif
