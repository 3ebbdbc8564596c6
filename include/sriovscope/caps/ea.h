/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Enhanced Allocation of a function that is no bridge, PCIe 7.8.5: entries, one
 * after the other, each of a length of its own.
 */
#ifndef SRIOVSCOPE_CAPS_EA_H
#define SRIOVSCOPE_CAPS_EA_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/* From the first entry to the end of the space */
#define EA_DWORDS \
	((PCI_CFG_SPACE_SIZE - PCI_STD_HEADER_SIZEOF) / sizeof(u32) - 1)

/**
 * enum ea_property - what an entry's range is for
 * @EA_MEMORY: memory, non-prefetchable
 * @EA_MEMORY_PREFETCHABLE: memory, prefetchable
 * @EA_IO: I/O space
 * @EA_VF_MEMORY_PREFETCHABLE: memory of VFs, prefetchable
 * @EA_VF_MEMORY: memory of VFs, non-prefetchable
 * @EA_BRIDGE_MEMORY: behind a bridge, memory, non-prefetchable
 * @EA_BRIDGE_MEMORY_PREFETCHABLE: behind a bridge, memory, prefetchable
 * @EA_BRIDGE_IO: behind a bridge, I/O space
 * @EA_MEMORY_UNUSABLE: memory that nobody may use
 * @EA_IO_UNUSABLE: I/O space that nobody may use
 * @EA_UNAVAILABLE: the entry is not there
 *
 * Where the primary one is reserved, the secondary one counts.
 */
enum ea_property {
	EA_MEMORY = 0x00,
	EA_MEMORY_PREFETCHABLE = 0x01,
	EA_IO = 0x02,
	EA_VF_MEMORY_PREFETCHABLE = 0x03,
	EA_VF_MEMORY = 0x04,
	EA_BRIDGE_MEMORY = 0x05,
	EA_BRIDGE_MEMORY_PREFETCHABLE = 0x06,
	EA_BRIDGE_IO = 0x07,
	EA_MEMORY_UNUSABLE = 0xfd,
	EA_IO_UNUSABLE = 0xfe,
	EA_UNAVAILABLE = 0xff,
};

/* clang-format off */
#define EA_DWORD_TABLE(X, c) \
	X(c, REG, u32, first, RSVDP, "7.8.5.3") \
	X(c, BITS, first, u8, entry_size, 2, 0, HWINIT, COUNT, "7.8.5.3") \
	X(c, BITS, first, u8, bar_equivalent_indicator, 7, 4, HWINIT, COUNT, "7.8.5.3") \
	X(c, ENUM, first, enum ea_property, primary_properties, 15, 8, HWINIT, HEX8, "7.8.5.3", VALUES(0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0xfd, 0xfe, 0xff)) \
	X(c, ENUM, first, enum ea_property, secondary_properties, 23, 16, HWINIT, HEX8, "7.8.5.3", VALUES(0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0xfd, 0xfe, 0xff)) \
	X(c, BITS, first, bool, writable, 30, 30, HWINIT, YES_NO, "7.8.5.3") \
	X(c, BITS, first, bool, enable, 31, 31, HWINIT, YES_NO, "7.8.5.3")

#define EA_OFFSET_TABLE(X, c) \
	X(c, REG, u32, low, RSVDP, "7.8.5.3") \
	X(c, BITS, low, bool, is_64bit, 1, 1, HWINIT, YES_NO, "7.8.5.3") \
	X(c, BITS, low, u32, address, 31, 2, HWINIT, HEX32, "7.8.5.3")

#define EA_TABLE(X, c) \
	CONVENTIONAL_HEADER(X, c) \
	X(c, REG, u8, num_entries, RSVDP, "7.8.5.1") \
	X(c, BITS, num_entries, u8, entries, 5, 0, HWINIT, COUNT, "7.8.5.1") \
	X(c, GAP, u8, reserved_03) \
	X(c, ELEMENTS, dwords, ea_dword, EA_DWORDS, "7.8.5.3")
/* clang-format on */

DECLARE_ELEMENT(ea_dword, EA_DWORD_TABLE);
DECLARE_CONVENTIONAL_CAP(ea, EA_TABLE, PCI_CAP_ID_EA, "Enhanced_Allocation",
			 reserved_03);

/* Base or MaxOffset of an entry: struct ea_offset_low_reg of one in plain data */
DECLARE_ELEMENT(ea_offset, EA_OFFSET_TABLE);

static_assert(offsetof(struct ea_regs, num_entries) == PCI_EA_NUM_ENT);
static_assert(offsetof(struct ea_regs, dwords) == PCI_EA_FIRST_ENT);

#endif
