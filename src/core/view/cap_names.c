// SPDX-License-Identifier: GPL-2.0
/*
 * Names and least sizes of the extended capabilities, and names of defects.
 */
#include <linux/array_size.h>
#include <sriovscope/capabilities.h>
#include <sriovscope/chain.h>

/* By Capability ID; <linux/pci_regs.h> does not name all of them. */
static const struct ext_cap_info {
	const char *name;
	u16 min_size; /* 0: the header alone is certain */
} ext_cap_infos[] = {
	[0x00] = { "null" },
	[0x01] = { "AER", 44 },
	[0x02] = { "VC", 28 },
	[0x03] = { "DSN", 12 },
	[0x04] = { "Power_Budgeting", 16 },
	[0x05] = { "RC_Link_Declaration", 16 },
	[0x06] = { "RC_Internal_Link_Control", 12 },
	[0x07] = { "RC_Event_Collector", 8 },
	[0x08] = { "MFVC", 28 },
	[0x09] = { "VC_MFVC", 28 },
	[0x0a] = { "RCRB_Header", 20 },
	[0x0b] = { "VSEC", 8 },
	[0x0c] = { "CAC" },
	[0x0d] = { "ACS", 8 },
	[0x0e] = { "ARI", 8 },
	[0x0f] = { "ATS", 8 },
	[0x10] = { "SR-IOV", 64 },
	[0x11] = { "MR-IOV" },
	[0x12] = { "Multicast", 40 },
	[0x13] = { "PRI", 16 },
	[0x14] = { "AMD_reserved" },
	[0x15] = { "Resizable_BAR", 12 },
	[0x16] = { "DPA", 16 },
	[0x17] = { "TPH", 12 },
	[0x18] = { "LTR", 8 },
	[0x19] = { "Secondary_PCIe", 12 },
	[0x1a] = { "PMUX" },
	[0x1b] = { "PASID", 8 },
	[0x1c] = { "LN_Requester" },
	[0x1d] = { "DPC", 12 },
	[0x1e] = { "L1_PM_Substates", 16 },
	[0x1f] = { "PTM", 12 },
	[0x20] = { "M-PCIe" },
	[0x21] = { "FRS_Queueing", 16 },
	[0x22] = { "Readiness_Time", 12 },
	[0x23] = { "DVSEC", 12 },
	[0x24] = { "VF_Resizable_BAR", 12 },
	[0x25] = { "Data_Link_Feature", 12 },
	[0x26] = { "Physical_Layer_16GT", 36 },
	[0x27] = { "Lane_Margining", 12 },
	[0x28] = { "Hierarchy_ID", 24 },
	[0x29] = { "NPEM", 16 },
	[0x2a] = { "Physical_Layer_32GT", 36 },
	[0x2b] = { "Alternate_Protocol", 12 },
	[0x2c] = { "SFI", 16 },
	[0x2d] = { "Shadow_Functions" },
	[0x2e] = { "DOE", 24 },
	[0x2f] = { "Device_3", 16 },
	[0x30] = { "IDE", 12 },
	[0x31] = { "Physical_Layer_64GT" },
	[0x32] = { "Flit_Logging" },
	[0x33] = { "Flit_Performance" },
	[0x34] = { "Flit_Error_Injection" },
	[0x35] = { "Streamlined_VC" },
	[0x36] = { "MMIO_RBL" },
};

static const char *const ext_defect_names[EXT_DEFECT_COUNT] = {
	[EXT_DEFECT_LOOP] = "loop",
	[EXT_DEFECT_BACKWARDS] = "backwards",
	[EXT_DEFECT_MISALIGNED] = "misaligned",
	[EXT_DEFECT_TOO_SMALL] = "too-small",
	[EXT_DEFECT_PAST_END] = "past-end",
	[EXT_DEFECT_OVERLAP] = "overlap",
	[EXT_DEFECT_ALL_ONES] = "all-ones",
	[EXT_DEFECT_MISSING_END] = "missing-end",
};

static const struct ext_cap_info *ext_cap_info(u16 id)
{
	static const struct ext_cap_info unknown = { "unknown" };

	if (id >= ARRAY_SIZE(ext_cap_infos))
		return &unknown;
	return &ext_cap_infos[id];
}

const char *ext_cap_name(u16 id)
{
	return ext_cap_info(id)->name;
}

u16 ext_cap_min_size(u16 id)
{
	return ext_cap_info(id)->min_size ?: sizeof(u32);
}

const char *ext_defect_name(enum ext_defect defect)
{
	return ext_defect_names[defect];
}
