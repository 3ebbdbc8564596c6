/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The header that a configuration space begins with, PCIe 7.5.1: type 0 of a
 * function that is no bridge, type 1 of a bridge.
 */
#ifndef SRIOVSCOPE_CAPS_HEADER_H
#define SRIOVSCOPE_CAPS_HEADER_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

#define HEADER1_NUM_BARS 2

/* clang-format off */
#define HEADER_COMMON(X, c) \
	X(c, WHOLE, u16, vendor_id, HWINIT, HEX16, "7.5.1.1.1") \
	X(c, WHOLE, u16, device_id, HWINIT, HEX16, "7.5.1.1.2") \
	X(c, REG, u16, command, RSVDP, "7.5.1.1.3") \
	X(c, BITS, command, bool, io_space_enable, 0, 0, RW, YES_NO, "7.5.1.1.3") \
	X(c, BITS, command, bool, memory_space_enable, 1, 1, RW, YES_NO, "7.5.1.1.3") \
	X(c, BITS, command, bool, bus_master_enable, 2, 2, RW, YES_NO, "7.5.1.1.3") \
	X(c, BITS, command, bool, special_cycle_enable, 3, 3, RO, YES_NO, "7.5.1.1.3") \
	X(c, BITS, command, bool, memory_write_and_invalidate, 4, 4, RO, YES_NO, "7.5.1.1.3") \
	X(c, BITS, command, bool, vga_palette_snoop, 5, 5, RO, YES_NO, "7.5.1.1.3") \
	X(c, BITS, command, bool, parity_error_response, 6, 6, RW, YES_NO, "7.5.1.1.3") \
	X(c, BITS, command, bool, idsel_stepping_wait_cycle_control, 7, 7, RO, YES_NO, "7.5.1.1.3") \
	X(c, BITS, command, bool, serr_enable, 8, 8, RW, YES_NO, "7.5.1.1.3") \
	X(c, BITS, command, bool, fast_back_to_back_transactions_enable, 9, 9, RO, YES_NO, "7.5.1.1.3") \
	X(c, BITS, command, bool, interrupt_disable, 10, 10, RW, YES_NO, "7.5.1.1.3") \
	X(c, REG, u16, status, RSVDZ, "7.5.1.1.4") \
	X(c, BITS, status, bool, immediate_readiness, 0, 0, RO, YES_NO, "7.5.1.1.4") \
	X(c, BITS, status, bool, interrupt_status, 3, 3, RO, YES_NO, "7.5.1.1.4") \
	X(c, BITS, status, bool, capabilities_list, 4, 4, RO, YES_NO, "7.5.1.1.4") \
	X(c, BITS, status, bool, mhz_66_capable, 5, 5, RO, YES_NO, "7.5.1.1.4") \
	X(c, BITS, status, bool, fast_back_to_back_transactions_capable, 7, 7, RO, YES_NO, "7.5.1.1.4") \
	X(c, BITS, status, bool, master_data_parity_error, 8, 8, RW1C, YES_NO, "7.5.1.1.4") \
	X(c, BITS, status, u8, devsel_timing, 10, 9, RO, COUNT, "7.5.1.1.4") \
	X(c, BITS, status, bool, signaled_target_abort, 11, 11, RW1C, YES_NO, "7.5.1.1.4") \
	X(c, BITS, status, bool, received_target_abort, 12, 12, RW1C, YES_NO, "7.5.1.1.4") \
	X(c, BITS, status, bool, received_master_abort, 13, 13, RW1C, YES_NO, "7.5.1.1.4") \
	X(c, BITS, status, bool, signaled_system_error, 14, 14, RW1C, YES_NO, "7.5.1.1.4") \
	X(c, BITS, status, bool, detected_parity_error, 15, 15, RW1C, YES_NO, "7.5.1.1.4") \
	X(c, WHOLE, u8, revision_id, RO, HEX8, "7.5.1.1.5") \
	X(c, WHOLE, u8, programming_interface, RO, HEX8, "7.5.1.1.6") \
	X(c, WHOLE, u8, sub_class_code, RO, HEX8, "7.5.1.1.6") \
	X(c, WHOLE, u8, base_class_code, RO, HEX8, "7.5.1.1.6") \
	X(c, WHOLE, u8, cache_line_size, RW, HEX8, "7.5.1.1.7") \
	X(c, WHOLE, u8, latency_timer, RO, COUNT, "7.5.1.1.8") \
	X(c, REG, u8, header_type, RSVDP, "7.5.1.1.9") \
	X(c, BITS, header_type, u8, header_layout, 6, 0, RO, HEX8, "7.5.1.1.9") \
	X(c, BITS, header_type, bool, multi_function_device, 7, 7, RO, YES_NO, "7.5.1.1.9") \
	X(c, REG, u8, bist, RSVDP, "7.5.1.1.10") \
	X(c, BITS, bist, u8, completion_code, 3, 0, RO, COUNT, "7.5.1.1.10") \
	X(c, BITS, bist, bool, start_bist, 6, 6, RO, YES_NO, "7.5.1.1.10") \
	X(c, BITS, bist, bool, bist_capable, 7, 7, RO, YES_NO, "7.5.1.1.10")

#define HEADER0_TABLE(X, c) \
	HEADER_COMMON(X, c) \
	X(c, ARRAY, u32, bar, PCI_STD_NUM_BARS, RW_CORE, HEX32, "7.5.1.2.1") \
	X(c, WHOLE, u32, cardbus_cis_pointer, RO, HEX32, "7.5.1.2.2") \
	X(c, WHOLE, u16, subsystem_vendor_id, HWINIT, HEX16, "7.5.1.2.3") \
	X(c, WHOLE, u16, subsystem_id, HWINIT, HEX16, "7.5.1.2.3") \
	X(c, REG, u32, expansion_rom, RSVDP, "7.5.1.2.4") \
	X(c, BITS, expansion_rom, bool, expansion_rom_enable, 0, 0, RW_CORE, YES_NO, "7.5.1.2.4") \
	X(c, BITS, expansion_rom, u8, expansion_rom_validation_status, 3, 1, HWINIT, COUNT, "7.5.1.2.4") \
	X(c, BITS, expansion_rom, u8, expansion_rom_validation_details, 7, 4, HWINIT, COUNT, "7.5.1.2.4") \
	X(c, BITS, expansion_rom, u32, expansion_rom_base_address, 31, 11, RW_CORE, HEX32, "7.5.1.2.4") \
	X(c, WHOLE, u8, capabilities_pointer, RO, HEX8, "7.5.1.1.11") \
	X(c, GAP, u8, reserved_35) \
	X(c, GAP, u16, reserved_36) \
	X(c, GAP, u32, reserved_38) \
	X(c, WHOLE, u8, interrupt_line, RW, COUNT, "7.5.1.1.12") \
	X(c, WHOLE, u8, interrupt_pin, RO, COUNT, "7.5.1.1.13") \
	X(c, WHOLE, u8, min_gnt, RO, COUNT, "7.5.1.2.5") \
	X(c, WHOLE, u8, max_lat, RO, COUNT, "7.5.1.2.5")

#define HEADER1_TABLE(X, c) \
	HEADER_COMMON(X, c) \
	X(c, ARRAY, u32, bar, HEADER1_NUM_BARS, RW_CORE, HEX32, "7.5.1.3.1") \
	X(c, WHOLE, u8, primary_bus_number, RW_CORE, COUNT, "7.5.1.3.2") \
	X(c, WHOLE, u8, secondary_bus_number, RW_CORE, COUNT, "7.5.1.3.3") \
	X(c, WHOLE, u8, subordinate_bus_number, RW_CORE, COUNT, "7.5.1.3.4") \
	X(c, WHOLE, u8, secondary_latency_timer, RO, COUNT, "7.5.1.3.5") \
	X(c, REG, u8, io_base, RSVDP, "7.5.1.3.6") \
	X(c, BITS, io_base, u8, io_base_addressing_capability, 3, 0, RO, HEX8, "7.5.1.3.6") \
	X(c, BITS, io_base, u8, io_base_address, 7, 4, RW_CORE, HEX8, "7.5.1.3.6") \
	X(c, REG, u8, io_limit, RSVDP, "7.5.1.3.6") \
	X(c, BITS, io_limit, u8, io_limit_addressing_capability, 3, 0, RO, HEX8, "7.5.1.3.6") \
	X(c, BITS, io_limit, u8, io_limit_address, 7, 4, RW_CORE, HEX8, "7.5.1.3.6") \
	X(c, REG, u16, secondary_status, RSVDZ, "7.5.1.3.7") \
	X(c, BITS, secondary_status, bool, secondary_mhz_66_capable, 5, 5, RO, YES_NO, "7.5.1.3.7") \
	X(c, BITS, secondary_status, bool, secondary_fast_back_to_back_transactions_capable, 7, 7, RO, YES_NO, "7.5.1.3.7") \
	X(c, BITS, secondary_status, bool, secondary_master_data_parity_error, 8, 8, RW1C, YES_NO, "7.5.1.3.7") \
	X(c, BITS, secondary_status, u8, secondary_devsel_timing, 10, 9, RO, COUNT, "7.5.1.3.7") \
	X(c, BITS, secondary_status, bool, secondary_signaled_target_abort, 11, 11, RW1C, YES_NO, "7.5.1.3.7") \
	X(c, BITS, secondary_status, bool, secondary_received_target_abort, 12, 12, RW1C, YES_NO, "7.5.1.3.7") \
	X(c, BITS, secondary_status, bool, secondary_received_master_abort, 13, 13, RW1C, YES_NO, "7.5.1.3.7") \
	X(c, BITS, secondary_status, bool, secondary_received_system_error, 14, 14, RW1C, YES_NO, "7.5.1.3.7") \
	X(c, BITS, secondary_status, bool, secondary_detected_parity_error, 15, 15, RW1C, YES_NO, "7.5.1.3.7") \
	X(c, REG, u16, memory_base, RSVDP, "7.5.1.3.8") \
	X(c, BITS, memory_base, u16, memory_base_address, 15, 4, RW_CORE, HEX12, "7.5.1.3.8") \
	X(c, REG, u16, memory_limit, RSVDP, "7.5.1.3.8") \
	X(c, BITS, memory_limit, u16, memory_limit_address, 15, 4, RW_CORE, HEX12, "7.5.1.3.8") \
	X(c, REG, u16, prefetchable_memory_base, RSVDP, "7.5.1.3.9") \
	X(c, BITS, prefetchable_memory_base, u8, prefetchable_memory_base_addressing_capability, 3, 0, RO, HEX8, "7.5.1.3.9") \
	X(c, BITS, prefetchable_memory_base, u16, prefetchable_memory_base_address, 15, 4, RW_CORE, HEX12, "7.5.1.3.9") \
	X(c, REG, u16, prefetchable_memory_limit, RSVDP, "7.5.1.3.9") \
	X(c, BITS, prefetchable_memory_limit, u8, prefetchable_memory_limit_addressing_capability, 3, 0, RO, HEX8, "7.5.1.3.9") \
	X(c, BITS, prefetchable_memory_limit, u16, prefetchable_memory_limit_address, 15, 4, RW_CORE, HEX12, "7.5.1.3.9") \
	X(c, WHOLE, u32, prefetchable_base_upper_32_bits, RW_CORE, HEX32, "7.5.1.3.10") \
	X(c, WHOLE, u32, prefetchable_limit_upper_32_bits, RW_CORE, HEX32, "7.5.1.3.10") \
	X(c, WHOLE, u16, io_base_upper_16_bits, RW_CORE, HEX16, "7.5.1.3.11") \
	X(c, WHOLE, u16, io_limit_upper_16_bits, RW_CORE, HEX16, "7.5.1.3.11") \
	X(c, WHOLE, u8, capabilities_pointer, RO, HEX8, "7.5.1.1.11") \
	X(c, GAP, u8, reserved_35) \
	X(c, GAP, u16, reserved_36) \
	X(c, REG, u32, expansion_rom, RSVDP, "7.5.1.3.12") \
	X(c, BITS, expansion_rom, bool, expansion_rom_enable, 0, 0, RW_CORE, YES_NO, "7.5.1.3.12") \
	X(c, BITS, expansion_rom, u8, expansion_rom_validation_status, 3, 1, HWINIT, COUNT, "7.5.1.3.12") \
	X(c, BITS, expansion_rom, u8, expansion_rom_validation_details, 7, 4, HWINIT, COUNT, "7.5.1.3.12") \
	X(c, BITS, expansion_rom, u32, expansion_rom_base_address, 31, 11, RW_CORE, HEX32, "7.5.1.3.12") \
	X(c, WHOLE, u8, interrupt_line, RW, COUNT, "7.5.1.1.12") \
	X(c, WHOLE, u8, interrupt_pin, RO, COUNT, "7.5.1.1.13") \
	X(c, REG, u16, bridge_control, RSVDP, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, parity_error_response_enable, 0, 0, RW, YES_NO, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, secondary_serr_enable, 1, 1, RW, YES_NO, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, isa_enable, 2, 2, RW, YES_NO, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, vga_enable, 3, 3, RW, YES_NO, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, vga_16bit_decode, 4, 4, RW, YES_NO, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, master_abort_mode, 5, 5, RO, YES_NO, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, secondary_bus_reset, 6, 6, RW, YES_NO, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, secondary_fast_back_to_back_transactions_enable, 7, 7, RO, YES_NO, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, primary_discard_timer, 8, 8, RO, YES_NO, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, secondary_discard_timer, 9, 9, RO, YES_NO, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, discard_timer_status, 10, 10, RO, YES_NO, "7.5.1.3.13") \
	X(c, BITS, bridge_control, bool, discard_timer_serr_enable, 11, 11, RO, YES_NO, "7.5.1.3.13")
/* clang-format on */

DECLARE_ELEMENT(header0, HEADER0_TABLE);
DECLARE_ELEMENT(header1, HEADER1_TABLE);

static_assert(offsetof(struct header0_regs, vendor_id) == PCI_VENDOR_ID);
static_assert(offsetof(struct header0_regs, device_id) == PCI_DEVICE_ID);
static_assert(offsetof(struct header0_regs, command) == PCI_COMMAND);
static_assert(offsetof(struct header0_regs, status) == PCI_STATUS);
static_assert(offsetof(struct header0_regs, revision_id) == PCI_REVISION_ID);
static_assert(offsetof(struct header0_regs, programming_interface) ==
	      PCI_CLASS_PROG);
static_assert(offsetof(struct header0_regs, sub_class_code) ==
	      PCI_CLASS_DEVICE);
static_assert(offsetof(struct header0_regs, cache_line_size) ==
	      PCI_CACHE_LINE_SIZE);
static_assert(offsetof(struct header0_regs, latency_timer) ==
	      PCI_LATENCY_TIMER);
static_assert(offsetof(struct header0_regs, header_type) == PCI_HEADER_TYPE);
static_assert(offsetof(struct header0_regs, bist) == PCI_BIST);
static_assert(offsetof(struct header0_regs, bar) == PCI_BASE_ADDRESS_0);
static_assert(offsetof(struct header0_regs, cardbus_cis_pointer) ==
	      PCI_CARDBUS_CIS);
static_assert(offsetof(struct header0_regs, subsystem_vendor_id) ==
	      PCI_SUBSYSTEM_VENDOR_ID);
static_assert(offsetof(struct header0_regs, subsystem_id) == PCI_SUBSYSTEM_ID);
static_assert(offsetof(struct header0_regs, expansion_rom) == PCI_ROM_ADDRESS);
static_assert(offsetof(struct header0_regs, capabilities_pointer) ==
	      PCI_CAPABILITY_LIST);
static_assert(offsetof(struct header0_regs, interrupt_line) ==
	      PCI_INTERRUPT_LINE);
static_assert(offsetof(struct header0_regs, interrupt_pin) ==
	      PCI_INTERRUPT_PIN);
static_assert(offsetof(struct header0_regs, min_gnt) == PCI_MIN_GNT);
static_assert(offsetof(struct header0_regs, max_lat) == PCI_MAX_LAT);
static_assert(sizeof(struct header0_regs) == PCI_STD_HEADER_SIZEOF);

static_assert(offsetof(struct header1_regs, primary_bus_number) ==
	      PCI_PRIMARY_BUS);
static_assert(offsetof(struct header1_regs, secondary_bus_number) ==
	      PCI_SECONDARY_BUS);
static_assert(offsetof(struct header1_regs, subordinate_bus_number) ==
	      PCI_SUBORDINATE_BUS);
static_assert(offsetof(struct header1_regs, secondary_latency_timer) ==
	      PCI_SEC_LATENCY_TIMER);
static_assert(offsetof(struct header1_regs, io_base) == PCI_IO_BASE);
static_assert(offsetof(struct header1_regs, io_limit) == PCI_IO_LIMIT);
static_assert(offsetof(struct header1_regs, secondary_status) ==
	      PCI_SEC_STATUS);
static_assert(offsetof(struct header1_regs, memory_base) == PCI_MEMORY_BASE);
static_assert(offsetof(struct header1_regs, memory_limit) == PCI_MEMORY_LIMIT);
static_assert(offsetof(struct header1_regs, prefetchable_memory_base) ==
	      PCI_PREF_MEMORY_BASE);
static_assert(offsetof(struct header1_regs, prefetchable_memory_limit) ==
	      PCI_PREF_MEMORY_LIMIT);
static_assert(offsetof(struct header1_regs, prefetchable_base_upper_32_bits) ==
	      PCI_PREF_BASE_UPPER32);
static_assert(offsetof(struct header1_regs, prefetchable_limit_upper_32_bits) ==
	      PCI_PREF_LIMIT_UPPER32);
static_assert(offsetof(struct header1_regs, io_base_upper_16_bits) ==
	      PCI_IO_BASE_UPPER16);
static_assert(offsetof(struct header1_regs, io_limit_upper_16_bits) ==
	      PCI_IO_LIMIT_UPPER16);
static_assert(offsetof(struct header1_regs, capabilities_pointer) ==
	      PCI_CAPABILITY_LIST);
static_assert(offsetof(struct header1_regs, expansion_rom) == PCI_ROM_ADDRESS1);
static_assert(offsetof(struct header1_regs, interrupt_line) ==
	      PCI_INTERRUPT_LINE);
static_assert(offsetof(struct header1_regs, interrupt_pin) ==
	      PCI_INTERRUPT_PIN);
static_assert(offsetof(struct header1_regs, bridge_control) ==
	      PCI_BRIDGE_CONTROL);
static_assert(sizeof(struct header1_regs) == PCI_STD_HEADER_SIZEOF);

#endif
