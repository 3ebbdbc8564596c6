/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Single Root I/O Virtualization, PCIe 9.3.3.
 *
 * "regs" prints the fields in the order of the rows: the 14-bit tags came when
 * there were scripts that count lines.
 */
#ifndef SRIOVSCOPE_CAPS_SRIOV_H
#define SRIOVSCOPE_CAPS_SRIOV_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/**
 * enum sriov_page_size - a page size, as System Page Size has it
 * @SRIOV_PAGE_4K: the one that every device supports
 * @SRIOV_PAGE_8K: every device supports it
 * @SRIOV_PAGE_64K: every device supports it
 * @SRIOV_PAGE_256K: every device supports it
 * @SRIOV_PAGE_1M: every device supports it
 * @SRIOV_PAGE_4M: every device supports it
 *
 * Any other single bit n is 2^(n + 12) bytes. Two bits, or none, are no size.
 */
enum sriov_page_size {
	SRIOV_PAGE_4K = BIT(0),
	SRIOV_PAGE_8K = BIT(1),
	SRIOV_PAGE_64K = BIT(4),
	SRIOV_PAGE_256K = BIT(6),
	SRIOV_PAGE_1M = BIT(8),
	SRIOV_PAGE_4M = BIT(10),
};

/* One that comes is a line at the end, which is empty for that. */
/* clang-format off */
#define SRIOV_BODY(X, c) \
	X(c, REG, u32, capabilities, RSVDP, "9.3.3.2") \
	X(c, BITS, capabilities, bool, vf_migration_capable, 0, 0, RO, YES_NO, "9.3.3.2.1") \
	X(c, BITS, capabilities, bool, ari_capable_hierarchy_preserved, 1, 1, RO, YES_NO, "9.3.3.2.2") \
	X(c, BITS, capabilities, bool, vf_10bit_tag_requester_supported, 2, 2, HWINIT, YES_NO, "9.3.3.2.3") \
	X(c, BITS, capabilities, u16, vf_migration_interrupt_message_number, 31, 21, RO, COUNT, "9.3.3.2.4") \
	X(c, REG, u16, control, RSVDP, "9.3.3.3") \
	X(c, BITS, control, bool, vf_enable, 0, 0, RW_CORE, YES_NO, "9.3.3.3.1") \
	X(c, BITS, control, bool, vf_migration_enable, 1, 1, RO, YES_NO, "9.3.3.3.2") \
	X(c, BITS, control, bool, vf_migration_interrupt_enable, 2, 2, RW, YES_NO, "9.3.3.3.3") \
	X(c, BITS, control, bool, vf_memory_space_enable, 3, 3, RW_CORE, YES_NO, "9.3.3.3.4") \
	X(c, BITS, control, bool, ari_capable_hierarchy, 4, 4, RW_CORE, YES_NO, "9.3.3.3.5") \
	X(c, BITS, control, bool, vf_10bit_tag_requester_enable, 5, 5, RW_LOCKED, YES_NO, "9.3.3.3.6") \
	X(c, REG, u16, status, RSVDZ, "9.3.3.4") \
	X(c, BITS, status, bool, vf_migration_status, 0, 0, RW1C, YES_NO, "9.3.3.4.1") \
	X(c, WHOLE, u16, initial_vfs, HWINIT, COUNT, "9.3.3.5") \
	X(c, WHOLE, u16, total_vfs, HWINIT, COUNT, "9.3.3.6") \
	X(c, WHOLE, u16, num_vfs, RW_CORE_LOCKED, COUNT, "9.3.3.7") \
	X(c, WHOLE, u8, function_dependency_link, RO, HEX8, "9.3.3.8") \
	X(c, GAP, u8, reserved_13) \
	X(c, WHOLE, u16, first_vf_offset, RO, COUNT, "9.3.3.9") \
	X(c, WHOLE, u16, vf_stride, RO, COUNT, "9.3.3.10") \
	X(c, GAP, u16, reserved_18) \
	X(c, WHOLE, u16, vf_device_id, RO, HEX16, "9.3.3.11") \
	X(c, WHOLE, u32, supported_page_sizes, RO, PAGE_SIZES, "9.3.3.12") \
	X(c, WHOLE_ENUM, u32, enum sriov_page_size, system_page_size, RW_CORE_LOCKED, PAGE_SIZES, "9.3.3.13", ONE_HOT) \
	X(c, ARRAY, u32, vf_bar, PCI_SRIOV_NUM_BARS, RW_CORE, HEX32, "9.3.3.14") \
	X(c, WHOLE, u32, vf_migration_state_array_offset, RO, HEX32, "9.3.3.15") \
	X(c, BITS, capabilities, bool, vf_14bit_tag_requester_supported, 3, 3, HWINIT, YES_NO, "9.3.3.2.3") \
	X(c, BITS, control, bool, vf_14bit_tag_requester_enable, 6, 6, RW_LOCKED, YES_NO, "9.3.3.3.7") \

#define SRIOV_TABLE(X, c) \
	EXT_HEADER(X, c) \
	SRIOV_BODY(X, c)
/* clang-format on */

DECLARE_EXT_CAP(sriov, SRIOV_TABLE, PCI_EXT_CAP_ID_SRIOV, "SR-IOV",
		vf_migration_state_array_offset);

static_assert(sizeof(struct sriov_regs) == PCI_EXT_CAP_SRIOV_SIZEOF);
static_assert(offsetof(struct sriov_regs, control) == PCI_SRIOV_CTRL);
static_assert(offsetof(struct sriov_regs, vf_bar) == PCI_SRIOV_BAR);

/**
 * enum vf_bar_type - how many bits the address in a VF BAR has
 * @VF_BAR_32BIT: 32, in one slot
 * @VF_BAR_64BIT: 64, in two slots
 */
enum vf_bar_type {
	VF_BAR_32BIT = 0,
	VF_BAR_64BIT = 2,
};

/* clang-format off */
#define MEMORY_BAR_TABLE(X, c) \
	X(c, REG, u32, low, RSVDP, "7.5.1.2.1") \
	X(c, BITS, low, bool, io_space, 0, 0, RO, YES_NO, "7.5.1.2.1") \
	X(c, ENUM, low, enum vf_bar_type, memory_type, 2, 1, RO, COUNT, "7.5.1.2.1", VALUES(0, 2)) \
	X(c, BITS, low, bool, prefetchable, 3, 3, RO, YES_NO, "7.5.1.2.1") \
	X(c, BITS, low, u32, address, 31, 4, RW_CORE, HEX32, "7.5.1.2.1")
/* clang-format on */

/* The low dword of a BAR: struct memory_bar_low_reg of one in plain data */
DECLARE_ELEMENT(memory_bar, MEMORY_BAR_TABLE);

#endif
