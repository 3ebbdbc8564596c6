/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The registers of the capabilities that are known here: layout, ID and name
 * of each, bound in one declaration. Masks are in <linux/pci_regs.h> where it
 * has them, and here where it does not.
 */
#ifndef SRIOVSCOPE_CAPABILITIES_H
#define SRIOVSCOPE_CAPABILITIES_H

#include <linux/bits.h>
#include <sriovscope/caps/sriov.h>
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
DECLARE_LAYOUT_EXT_CAP(ari, PCI_EXT_CAP_ID_ARI, "ARI", control);

/* An Egress Control Vector has one bit a port or function: up to 256 of them */
#define ACS_EGRESS_DWORDS 8

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

DECLARE_LAYOUT_EXT_CAP(acs, PCI_EXT_CAP_ID_ACS, "ACS", control);

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
DECLARE_LAYOUT_EXT_CAP(ats, PCI_EXT_CAP_ID_ATS, "ATS", control);

/* VF Resizable BAR; older <linux/pci_regs.h> have no name for it */
#define EXT_CAP_ID_VF_REBAR 0x24

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

DECLARE_LAYOUT_EXT_CAP(vf_rebar, EXT_CAP_ID_VF_REBAR, "VF_Resizable_BAR", bar[0]);

/* Control, PCIe 7.8.7.3; PCI_REBAR_CTRL_BAR_SIZE lacks the uppermost bit */
#define VF_REBAR_CTRL_BAR_IDX GENMASK(2, 0)
#define VF_REBAR_CTRL_NBAR GENMASK(7, 5)
#define VF_REBAR_CTRL_BAR_SIZE GENMASK(13, 8)

/* Device 3; older <linux/pci_regs.h> have no name for it */
#define EXT_CAP_ID_DEV3 0x2f

/**
 * struct dev3_regs - Device 3, PCIe 7.7.9
 * @header: extended capability header
 * @capabilities: Device Capabilities 3
 * @control: Device Control 3
 * @status: Device Status 3
 */
struct dev3_regs {
	u32 header;
	u32 capabilities;
	u32 control;
	u32 status;
};

DECLARE_LAYOUT_EXT_CAP(dev3, EXT_CAP_ID_DEV3, "Device_3", status);

#define DEV3_CAP_14BIT_TAG_REQUESTER BIT(2)

/**
 * struct pm_regs - Power Management, PCIe 7.5.2
 * @id: Capability ID
 * @next: Next Capability Pointer
 * @capabilities: Power Management Capabilities
 * @control_status: Power Management Control/Status
 * @reserved_06: reserved
 * @data: Data
 */
struct pm_regs {
	u8 id;
	u8 next;
	u16 capabilities;
	u16 control_status;
	u8 reserved_06;
	u8 data;
};

static_assert(offsetof(struct pm_regs, capabilities) == PCI_PM_PMC);
static_assert(offsetof(struct pm_regs, control_status) == PCI_PM_CTRL);
static_assert(offsetof(struct pm_regs, data) == PCI_PM_DATA_REGISTER);
static_assert(sizeof(struct pm_regs) == PCI_PM_SIZEOF);
DECLARE_LAYOUT_CONVENTIONAL_CAP(pm, PCI_CAP_ID_PM, "Power_Management", control_status);

/**
 * struct pcie_regs - PCI Express, PCIe 7.5.3
 * @id: Capability ID
 * @next: Next Capability Pointer
 * @flags: PCI Express Capabilities
 * @device_capabilities: Device Capabilities
 * @device_control: Device Control
 * @device_status: Device Status; version 1 may end behind it
 * @link_capabilities: Link Capabilities
 * @link_control: Link Control
 * @link_status: Link Status
 * @slot_capabilities: Slot Capabilities
 * @slot_control: Slot Control
 * @slot_status: Slot Status
 * @root_control: Root Control
 * @root_capabilities: Root Capabilities
 * @root_status: Root Status
 * @device_capabilities_2: Device Capabilities 2, from version 2 on
 * @device_control_2: Device Control 2
 * @device_status_2: Device Status 2
 * @link_capabilities_2: Link Capabilities 2
 * @link_control_2: Link Control 2
 * @link_status_2: Link Status 2
 * @slot_capabilities_2: Slot Capabilities 2
 * @slot_control_2: Slot Control 2
 * @slot_status_2: Slot Status 2
 */
struct pcie_regs {
	u8 id;
	u8 next;
	u16 flags;
	u32 device_capabilities;
	u16 device_control;
	u16 device_status;
	u32 link_capabilities;
	u16 link_control;
	u16 link_status;
	u32 slot_capabilities;
	u16 slot_control;
	u16 slot_status;
	u16 root_control;
	u16 root_capabilities;
	u32 root_status;
	u32 device_capabilities_2;
	u16 device_control_2;
	u16 device_status_2;
	u32 link_capabilities_2;
	u16 link_control_2;
	u16 link_status_2;
	u32 slot_capabilities_2;
	u16 slot_control_2;
	u16 slot_status_2;
};

#define PCIE_REGS_AT(field, offset) \
	static_assert(offsetof(struct pcie_regs, field) == (offset))

PCIE_REGS_AT(flags, PCI_EXP_FLAGS);
PCIE_REGS_AT(device_capabilities, PCI_EXP_DEVCAP);
PCIE_REGS_AT(device_control, PCI_EXP_DEVCTL);
PCIE_REGS_AT(device_status, PCI_EXP_DEVSTA);
PCIE_REGS_AT(link_capabilities, PCI_EXP_LNKCAP);
PCIE_REGS_AT(link_control, PCI_EXP_LNKCTL);
PCIE_REGS_AT(link_status, PCI_EXP_LNKSTA);
PCIE_REGS_AT(slot_capabilities, PCI_EXP_SLTCAP);
PCIE_REGS_AT(slot_control, PCI_EXP_SLTCTL);
PCIE_REGS_AT(slot_status, PCI_EXP_SLTSTA);
PCIE_REGS_AT(root_control, PCI_EXP_RTCTL);
PCIE_REGS_AT(root_capabilities, PCI_EXP_RTCAP);
PCIE_REGS_AT(root_status, PCI_EXP_RTSTA);
PCIE_REGS_AT(device_capabilities_2, PCI_EXP_DEVCAP2);
PCIE_REGS_AT(device_control_2, PCI_EXP_DEVCTL2);
PCIE_REGS_AT(device_status_2, PCI_EXP_DEVSTA2);
PCIE_REGS_AT(link_capabilities_2, PCI_EXP_LNKCAP2);
PCIE_REGS_AT(link_control_2, PCI_EXP_LNKCTL2);
PCIE_REGS_AT(link_status_2, PCI_EXP_LNKSTA2);
PCIE_REGS_AT(slot_capabilities_2, PCI_EXP_SLTCAP2);
PCIE_REGS_AT(slot_control_2, PCI_EXP_SLTCTL2);
PCIE_REGS_AT(slot_status_2, PCI_EXP_SLTSTA2);
DECLARE_LAYOUT_CONVENTIONAL_CAP(pcie, PCI_CAP_ID_EXP, "PCI_Express", device_status);

/* From the first entry to the end of the space */
#define EA_DWORDS \
	((PCI_CFG_SPACE_SIZE - PCI_STD_HEADER_SIZEOF) / sizeof(u32) - 1)

/**
 * struct ea_regs - Enhanced Allocation of a function that is no bridge, PCIe 7.8.5
 * @id: Capability ID
 * @next: Next Capability Pointer
 * @num_entries: how many entries there are, in the low six bits
 * @reserved_03: reserved
 * @dwords: the entries, one after the other, each of a length of its own
 */
struct ea_regs {
	u8 id;
	u8 next;
	u8 num_entries;
	u8 reserved_03;
	u32 dwords[EA_DWORDS];
};

static_assert(offsetof(struct ea_regs, num_entries) == PCI_EA_NUM_ENT);
static_assert(offsetof(struct ea_regs, dwords) == PCI_EA_FIRST_ENT);
DECLARE_LAYOUT_CONVENTIONAL_CAP(ea, PCI_CAP_ID_EA, "Enhanced_Allocation", reserved_03);

/* Device Capabilities 2 and Control 2: not in <linux/pci_regs.h> */
#define PCIE_DEVCAP2_10BIT_TAG_REQUESTER BIT(17)
#define PCIE_DEVCTL2_10BIT_TAG_REQUESTER BIT(12)

#endif
