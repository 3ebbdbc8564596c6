/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The registers of the extended capabilities that are known here: layout, ID
 * and name of each, bound in one declaration. Masks are in <linux/pci_regs.h>
 * where it has them, and here where it does not.
 */
#ifndef SRIOVSCOPE_CAPABILITIES_H
#define SRIOVSCOPE_CAPABILITIES_H

#include <linux/bits.h>
#include <sriovscope/view.h>

/* Extended capability header, PCIe 7.6.3 */
#define EXT_CAP_HEADER_ID	GENMASK(15, 0)
#define EXT_CAP_HEADER_VERSION	GENMASK(19, 16)
#define EXT_CAP_HEADER_NEXT	GENMASK(31, 20)

/**
 * struct sriov_regs - Single Root I/O Virtualization, PCIe 9.3.3
 * @header: extended capability header
 * @capabilities: SR-IOV Capabilities, PCIe 9.3.3.2
 * @control: SR-IOV Control, PCIe 9.3.3.3
 * @status: SR-IOV Status, PCIe 9.3.3.4
 * @initial_vfs: PCIe 9.3.3.5
 * @total_vfs: PCIe 9.3.3.6
 * @num_vfs: PCIe 9.3.3.7
 * @function_dependency_link: one byte; the next one is reserved, PCIe 9.3.3.8
 * @reserved_13: reserved
 * @first_vf_offset: in routing IDs, PCIe 9.3.3.9
 * @vf_stride: in routing IDs, PCIe 9.3.3.10
 * @reserved_18: reserved
 * @vf_device_id: PCIe 9.3.3.11
 * @supported_page_sizes: bit n is 2^(n + 12) bytes, PCIe 9.3.3.12
 * @system_page_size: bit n is 2^(n + 12) bytes, PCIe 9.3.3.13
 * @vf_bar: VF BAR0 to VF BAR5, PCIe 9.3.3.14
 * @vf_migration_state_array_offset: PCIe 9.3.3.15
 */
struct sriov_regs {
	u32 header;
	u32 capabilities;
	u16 control;
	u16 status;
	u16 initial_vfs;
	u16 total_vfs;
	u16 num_vfs;
	u8 function_dependency_link;
	u8 reserved_13;
	u16 first_vf_offset;
	u16 vf_stride;
	u16 reserved_18;
	u16 vf_device_id;
	u32 supported_page_sizes;
	u32 system_page_size;
	u32 vf_bar[PCI_SRIOV_NUM_BARS];
	u32 vf_migration_state_array_offset;
};

static_assert(sizeof(struct sriov_regs) == PCI_EXT_CAP_SRIOV_SIZEOF);
DECLARE_EXT_CAP(sriov, PCI_EXT_CAP_ID_SRIOV, "SR-IOV",
		vf_migration_state_array_offset);

/* SR-IOV Capabilities and Control: what <linux/pci_regs.h> has no name for */
#define SRIOV_CAP_ARI_PRESERVED		BIT(1)
#define SRIOV_CAP_10BIT_TAG		BIT(2)
#define SRIOV_CAP_INTR_MASK		GENMASK(31, 21)
#define SRIOV_CTRL_10BIT_TAG		BIT(5)

/**
 * struct ari_regs - Alternative Routing-ID Interpretation, PCIe 7.8.8
 * @header: extended capability header
 * @capability: ARI Capability
 * @control: ARI Control
 */
struct ari_regs {
	u32 header;
	u16 capability;
	u16 control;
};

static_assert(sizeof(struct ari_regs) == PCI_EXT_CAP_ARI_SIZEOF);
DECLARE_EXT_CAP(ari, PCI_EXT_CAP_ID_ARI, "ARI", control);

/* An Egress Control Vector has one bit a port or function: up to 256 of them */
#define ACS_EGRESS_DWORDS		8

/**
 * struct acs_regs - Access Control Services, PCIe 7.7.11
 * @header: extended capability header
 * @capability: ACS Capability
 * @control: ACS Control
 * @egress: Egress Control Vector, there only with P2P Egress Control
 */
struct acs_regs {
	u32 header;
	u16 capability;
	u16 control;
	u32 egress[ACS_EGRESS_DWORDS];
};

DECLARE_EXT_CAP(acs, PCI_EXT_CAP_ID_ACS, "ACS", control);

/**
 * struct ats_regs - Address Translation Services, PCIe 10.5.1
 * @header: extended capability header
 * @capability: ATS Capability
 * @control: ATS Control
 */
struct ats_regs {
	u32 header;
	u16 capability;
	u16 control;
};

static_assert(sizeof(struct ats_regs) == PCI_EXT_CAP_ATS_SIZEOF);
DECLARE_EXT_CAP(ats, PCI_EXT_CAP_ID_ATS, "ATS", control);

/* VF Resizable BAR; older <linux/pci_regs.h> have no name for it */
#define EXT_CAP_ID_VF_REBAR		0x24

/**
 * struct vf_rebar_regs - VF Resizable BAR, PCIe 7.8.7
 * @header: extended capability header
 * @bar: one pair of registers for each VF BAR that can be resized, at least one
 * @bar.capability: sizes that the BAR can have
 * @bar.control: which BAR, its size, and in the first pair how many pairs
 */
struct vf_rebar_regs {
	u32 header;
	struct {
		u32 capability;
		u32 control;
	} bar[PCI_SRIOV_NUM_BARS];
};

DECLARE_EXT_CAP(vf_rebar, EXT_CAP_ID_VF_REBAR, "VF_Resizable_BAR", bar[0]);

#endif
