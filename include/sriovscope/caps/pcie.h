/* SPDX-License-Identifier: GPL-2.0 */
/*
 * PCI Express, PCIe 7.5.3. Version 1 may end behind Device Status; what ends in
 * _2 is there from version 2 on.
 */
#ifndef SRIOVSCOPE_CAPS_PCIE_H
#define SRIOVSCOPE_CAPS_PCIE_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/**
 * enum pcie_device_port_type - Device/Port Type, PCIe 7.5.3.2
 * @PCIE_ENDPOINT: PCI Express Endpoint
 * @PCIE_LEGACY_ENDPOINT: Legacy PCI Express Endpoint
 * @PCIE_ROOT_PORT: Root Port of PCI Express Root Complex
 * @PCIE_UPSTREAM_PORT: Upstream Port of PCI Express Switch
 * @PCIE_DOWNSTREAM_PORT: Downstream Port of PCI Express Switch
 * @PCIE_TO_PCI_BRIDGE: PCI Express to PCI/PCI-X Bridge
 * @PCIE_FROM_PCI_BRIDGE: PCI/PCI-X to PCI Express Bridge
 * @PCIE_RC_INTEGRATED_ENDPOINT: Root Complex Integrated Endpoint
 * @PCIE_RC_EVENT_COLLECTOR: Root Complex Event Collector
 */
enum pcie_device_port_type {
	PCIE_ENDPOINT = 0,
	PCIE_LEGACY_ENDPOINT = 1,
	PCIE_ROOT_PORT = 4,
	PCIE_UPSTREAM_PORT = 5,
	PCIE_DOWNSTREAM_PORT = 6,
	PCIE_TO_PCI_BRIDGE = 7,
	PCIE_FROM_PCI_BRIDGE = 8,
	PCIE_RC_INTEGRATED_ENDPOINT = 9,
	PCIE_RC_EVENT_COLLECTOR = 10,
};

/* clang-format off */
#define PCIE_TABLE(X, c) \
	CONVENTIONAL_HEADER(X, c) \
	X(c, REG, u16, flags, RSVDP, "7.5.3.2") \
	X(c, BITS, flags, u8, capability_version, 3, 0, RO, COUNT, "7.5.3.2") \
	X(c, ENUM, flags, enum pcie_device_port_type, device_port_type, 7, 4, RO, COUNT, "7.5.3.2", VALUES(0, 1, 4, 5, 6, 7, 8, 9, 10)) \
	X(c, BITS, flags, bool, slot_implemented, 8, 8, HWINIT, YES_NO, "7.5.3.2") \
	X(c, BITS, flags, u8, interrupt_message_number, 13, 9, RO, COUNT, "7.5.3.2") \
	X(c, BITS, flags, bool, flit_mode_supported, 15, 15, HWINIT, YES_NO, "7.5.3.2") \
	X(c, REG, u32, device_capabilities, RSVDP, "7.5.3.3") \
	X(c, BITS, device_capabilities, u8, max_payload_size_supported, 2, 0, RO, COUNT, "7.5.3.3") \
	X(c, BITS, device_capabilities, u8, phantom_functions_supported, 4, 3, RO, COUNT, "7.5.3.3") \
	X(c, BITS, device_capabilities, bool, extended_tag_field_supported, 5, 5, RO, YES_NO, "7.5.3.3") \
	X(c, BITS, device_capabilities, u8, endpoint_l0s_acceptable_latency, 8, 6, RO, COUNT, "7.5.3.3") \
	X(c, BITS, device_capabilities, u8, endpoint_l1_acceptable_latency, 11, 9, RO, COUNT, "7.5.3.3") \
	X(c, BITS, device_capabilities, bool, role_based_error_reporting, 15, 15, RO, YES_NO, "7.5.3.3") \
	X(c, BITS, device_capabilities, bool, err_cor_subclass_capable, 16, 16, RO, YES_NO, "7.5.3.3") \
	X(c, BITS, device_capabilities, bool, rx_mps_fixed, 17, 17, HWINIT, YES_NO, "7.5.3.3") \
	X(c, BITS, device_capabilities, u8, captured_slot_power_limit_value, 25, 18, RO, COUNT, "7.5.3.3") \
	X(c, BITS, device_capabilities, u8, captured_slot_power_limit_scale, 27, 26, RO, COUNT, "7.5.3.3") \
	X(c, BITS, device_capabilities, bool, function_level_reset_capability, 28, 28, RO, YES_NO, "7.5.3.3") \
	X(c, BITS, device_capabilities, bool, mixed_mps_supported, 29, 29, HWINIT, YES_NO, "7.5.3.3") \
	X(c, BITS, device_capabilities, bool, tee_io_supported, 30, 30, HWINIT, YES_NO, "7.5.3.3") \
	X(c, REG, u16, device_control, RSVDP, "7.5.3.4") \
	X(c, BITS, device_control, bool, correctable_error_reporting_enable, 0, 0, RW, YES_NO, "7.5.3.4") \
	X(c, BITS, device_control, bool, non_fatal_error_reporting_enable, 1, 1, RW, YES_NO, "7.5.3.4") \
	X(c, BITS, device_control, bool, fatal_error_reporting_enable, 2, 2, RW, YES_NO, "7.5.3.4") \
	X(c, BITS, device_control, bool, unsupported_request_reporting_enable, 3, 3, RW, YES_NO, "7.5.3.4") \
	X(c, BITS, device_control, bool, enable_relaxed_ordering, 4, 4, RW, YES_NO, "7.5.3.4") \
	X(c, BITS, device_control, u8, max_payload_size, 7, 5, RW, COUNT, "7.5.3.4") \
	X(c, BITS, device_control, bool, extended_tag_field_enable, 8, 8, RW, YES_NO, "7.5.3.4") \
	X(c, BITS, device_control, bool, phantom_functions_enable, 9, 9, RW, YES_NO, "7.5.3.4") \
	X(c, BITS, device_control, bool, aux_power_pm_enable, 10, 10, RW, YES_NO, "7.5.3.4") \
	X(c, BITS, device_control, bool, enable_no_snoop, 11, 11, RW, YES_NO, "7.5.3.4") \
	X(c, BITS, device_control, u8, max_read_request_size, 14, 12, RW, COUNT, "7.5.3.4") \
	X(c, BITS, device_control, bool, initiate_function_level_reset, 15, 15, RW, YES_NO, "7.5.3.4") \
	X(c, REG, u16, device_status, RSVDZ, "7.5.3.5") \
	X(c, BITS, device_status, bool, correctable_error_detected, 0, 0, RW1C, YES_NO, "7.5.3.5") \
	X(c, BITS, device_status, bool, non_fatal_error_detected, 1, 1, RW1C, YES_NO, "7.5.3.5") \
	X(c, BITS, device_status, bool, fatal_error_detected, 2, 2, RW1C, YES_NO, "7.5.3.5") \
	X(c, BITS, device_status, bool, unsupported_request_detected, 3, 3, RW1C, YES_NO, "7.5.3.5") \
	X(c, BITS, device_status, bool, aux_power_detected, 4, 4, RO, YES_NO, "7.5.3.5") \
	X(c, BITS, device_status, bool, transactions_pending, 5, 5, RO, YES_NO, "7.5.3.5") \
	X(c, BITS, device_status, bool, emergency_power_reduction_detected, 6, 6, RW1C, YES_NO, "7.5.3.5") \
	X(c, REG, u32, link_capabilities, RSVDP, "7.5.3.6") \
	X(c, BITS, link_capabilities, u8, max_link_speed, 3, 0, RO, COUNT, "7.5.3.6") \
	X(c, BITS, link_capabilities, u8, maximum_link_width, 9, 4, RO, COUNT, "7.5.3.6") \
	X(c, BITS, link_capabilities, u8, aspm_support, 11, 10, RO, COUNT, "7.5.3.6") \
	X(c, BITS, link_capabilities, u8, l0s_exit_latency, 14, 12, RO, COUNT, "7.5.3.6") \
	X(c, BITS, link_capabilities, u8, l1_exit_latency, 17, 15, RO, COUNT, "7.5.3.6") \
	X(c, BITS, link_capabilities, bool, clock_power_management, 18, 18, RO, YES_NO, "7.5.3.6") \
	X(c, BITS, link_capabilities, bool, surprise_down_error_reporting_capable, 19, 19, RO, YES_NO, "7.5.3.6") \
	X(c, BITS, link_capabilities, bool, data_link_layer_link_active_reporting_capable, 20, 20, RO, YES_NO, "7.5.3.6") \
	X(c, BITS, link_capabilities, bool, link_bandwidth_notification_capability, 21, 21, RO, YES_NO, "7.5.3.6") \
	X(c, BITS, link_capabilities, bool, aspm_optionality_compliance, 22, 22, HWINIT, YES_NO, "7.5.3.6") \
	X(c, BITS, link_capabilities, u8, port_number, 31, 24, HWINIT, COUNT, "7.5.3.6") \
	X(c, REG, u16, link_control, RSVDP, "7.5.3.7") \
	X(c, BITS, link_control, u8, aspm_control, 1, 0, RW, COUNT, "7.5.3.7") \
	X(c, BITS, link_control, bool, ptm_propagation_delay_adaptation_interpretation_b, 2, 2, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, bool, read_completion_boundary, 3, 3, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, bool, link_disable, 4, 4, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, bool, retrain_link, 5, 5, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, bool, common_clock_configuration, 6, 6, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, bool, extended_synch, 7, 7, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, bool, enable_clock_power_management, 8, 8, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, bool, hardware_autonomous_width_disable, 9, 9, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, bool, link_bandwidth_management_interrupt_enable, 10, 10, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, bool, link_autonomous_bandwidth_interrupt_enable, 11, 11, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, bool, sris_clocking, 12, 12, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, bool, flit_mode_disable, 13, 13, RW, YES_NO, "7.5.3.7") \
	X(c, BITS, link_control, u8, drs_signaling_control, 15, 14, RW, COUNT, "7.5.3.7") \
	X(c, REG, u16, link_status, RSVDZ, "7.5.3.8") \
	X(c, BITS, link_status, u8, current_link_speed, 3, 0, RO, COUNT, "7.5.3.8") \
	X(c, BITS, link_status, u8, negotiated_link_width, 9, 4, RO, COUNT, "7.5.3.8") \
	X(c, BITS, link_status, bool, link_training, 11, 11, RO, YES_NO, "7.5.3.8") \
	X(c, BITS, link_status, bool, slot_clock_configuration, 12, 12, HWINIT, YES_NO, "7.5.3.8") \
	X(c, BITS, link_status, bool, data_link_layer_link_active, 13, 13, RO, YES_NO, "7.5.3.8") \
	X(c, BITS, link_status, bool, link_bandwidth_management_status, 14, 14, RW1C, YES_NO, "7.5.3.8") \
	X(c, BITS, link_status, bool, link_autonomous_bandwidth_status, 15, 15, RW1C, YES_NO, "7.5.3.8") \
	X(c, REG, u32, slot_capabilities, RSVDP, "7.5.3.9") \
	X(c, BITS, slot_capabilities, bool, attention_button_present, 0, 0, HWINIT, YES_NO, "7.5.3.9") \
	X(c, BITS, slot_capabilities, bool, power_controller_present, 1, 1, HWINIT, YES_NO, "7.5.3.9") \
	X(c, BITS, slot_capabilities, bool, mrl_sensor_present, 2, 2, HWINIT, YES_NO, "7.5.3.9") \
	X(c, BITS, slot_capabilities, bool, attention_indicator_present, 3, 3, HWINIT, YES_NO, "7.5.3.9") \
	X(c, BITS, slot_capabilities, bool, power_indicator_present, 4, 4, HWINIT, YES_NO, "7.5.3.9") \
	X(c, BITS, slot_capabilities, bool, hot_plug_surprise, 5, 5, HWINIT, YES_NO, "7.5.3.9") \
	X(c, BITS, slot_capabilities, bool, hot_plug_capable, 6, 6, HWINIT, YES_NO, "7.5.3.9") \
	X(c, BITS, slot_capabilities, u8, slot_power_limit_value, 14, 7, HWINIT, COUNT, "7.5.3.9") \
	X(c, BITS, slot_capabilities, u8, slot_power_limit_scale, 16, 15, HWINIT, COUNT, "7.5.3.9") \
	X(c, BITS, slot_capabilities, bool, electromechanical_interlock_present, 17, 17, HWINIT, YES_NO, "7.5.3.9") \
	X(c, BITS, slot_capabilities, bool, no_command_completed_support, 18, 18, HWINIT, YES_NO, "7.5.3.9") \
	X(c, BITS, slot_capabilities, u16, physical_slot_number, 31, 19, HWINIT, COUNT, "7.5.3.9") \
	X(c, REG, u16, slot_control, RSVDP, "7.5.3.10") \
	X(c, BITS, slot_control, bool, attention_button_pressed_enable, 0, 0, RW, YES_NO, "7.5.3.10") \
	X(c, BITS, slot_control, bool, power_fault_detected_enable, 1, 1, RW, YES_NO, "7.5.3.10") \
	X(c, BITS, slot_control, bool, mrl_sensor_changed_enable, 2, 2, RW, YES_NO, "7.5.3.10") \
	X(c, BITS, slot_control, bool, presence_detect_changed_enable, 3, 3, RW, YES_NO, "7.5.3.10") \
	X(c, BITS, slot_control, bool, command_completed_interrupt_enable, 4, 4, RW, YES_NO, "7.5.3.10") \
	X(c, BITS, slot_control, bool, hot_plug_interrupt_enable, 5, 5, RW, YES_NO, "7.5.3.10") \
	X(c, BITS, slot_control, u8, attention_indicator_control, 7, 6, RW, COUNT, "7.5.3.10") \
	X(c, BITS, slot_control, u8, power_indicator_control, 9, 8, RW, COUNT, "7.5.3.10") \
	X(c, BITS, slot_control, bool, power_controller_control, 10, 10, RW, YES_NO, "7.5.3.10") \
	X(c, BITS, slot_control, bool, electromechanical_interlock_control, 11, 11, RW, YES_NO, "7.5.3.10") \
	X(c, BITS, slot_control, bool, data_link_layer_state_changed_enable, 12, 12, RW, YES_NO, "7.5.3.10") \
	X(c, BITS, slot_control, bool, auto_slot_power_limit_disable, 13, 13, RW, YES_NO, "7.5.3.10") \
	X(c, BITS, slot_control, bool, in_band_pd_disable, 14, 14, RW, YES_NO, "7.5.3.10") \
	X(c, REG, u16, slot_status, RSVDZ, "7.5.3.11") \
	X(c, BITS, slot_status, bool, attention_button_pressed, 0, 0, RW1C, YES_NO, "7.5.3.11") \
	X(c, BITS, slot_status, bool, power_fault_detected, 1, 1, RW1C, YES_NO, "7.5.3.11") \
	X(c, BITS, slot_status, bool, mrl_sensor_changed, 2, 2, RW1C, YES_NO, "7.5.3.11") \
	X(c, BITS, slot_status, bool, presence_detect_changed, 3, 3, RW1C, YES_NO, "7.5.3.11") \
	X(c, BITS, slot_status, bool, command_completed, 4, 4, RW1C, YES_NO, "7.5.3.11") \
	X(c, BITS, slot_status, bool, mrl_sensor_state, 5, 5, RO, YES_NO, "7.5.3.11") \
	X(c, BITS, slot_status, bool, presence_detect_state, 6, 6, RO, YES_NO, "7.5.3.11") \
	X(c, BITS, slot_status, bool, electromechanical_interlock_status, 7, 7, RO, YES_NO, "7.5.3.11") \
	X(c, BITS, slot_status, bool, data_link_layer_state_changed, 8, 8, RW1C, YES_NO, "7.5.3.11") \
	X(c, REG, u16, root_control, RSVDP, "7.5.3.12") \
	X(c, BITS, root_control, bool, system_error_on_correctable_error_enable, 0, 0, RW, YES_NO, "7.5.3.12") \
	X(c, BITS, root_control, bool, system_error_on_non_fatal_error_enable, 1, 1, RW, YES_NO, "7.5.3.12") \
	X(c, BITS, root_control, bool, system_error_on_fatal_error_enable, 2, 2, RW, YES_NO, "7.5.3.12") \
	X(c, BITS, root_control, bool, pme_interrupt_enable, 3, 3, RW, YES_NO, "7.5.3.12") \
	X(c, BITS, root_control, bool, configuration_rrs_software_visibility_enable, 4, 4, RW, YES_NO, "7.5.3.12") \
	X(c, BITS, root_control, bool, no_nfm_subtree_below_this_root_port, 5, 5, RW, YES_NO, "7.5.3.12") \
	X(c, REG, u16, root_capabilities, RSVDP, "7.5.3.13") \
	X(c, BITS, root_capabilities, bool, configuration_rrs_software_visibility, 0, 0, RO, YES_NO, "7.5.3.13") \
	X(c, REG, u32, root_status, RSVDZ, "7.5.3.14") \
	X(c, BITS, root_status, u16, pme_requester_id, 15, 0, RO, HEX16, "7.5.3.14") \
	X(c, BITS, root_status, bool, pme_status, 16, 16, RW1C, YES_NO, "7.5.3.14") \
	X(c, BITS, root_status, bool, pme_pending, 17, 17, RO, YES_NO, "7.5.3.14") \
	X(c, REG, u32, device_capabilities_2, RSVDP, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, u8, completion_timeout_ranges_supported, 3, 0, HWINIT, HEX8, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, completion_timeout_disable_supported, 4, 4, RO, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, ari_forwarding_supported, 5, 5, RO, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, atomicop_routing_supported, 6, 6, RO, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, atomicop_32bit_completer_supported, 7, 7, RO, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, atomicop_64bit_completer_supported, 8, 8, RO, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, cas_128bit_completer_supported, 9, 9, RO, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, no_ro_enabled_pr_pr_passing, 10, 10, HWINIT, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, ltr_mechanism_supported, 11, 11, RO, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, u8, tph_completer_supported, 13, 12, RO, COUNT, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, tag_10bit_completer_supported, 16, 16, HWINIT, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, tag_10bit_requester_supported, 17, 17, HWINIT, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, u8, obff_supported, 19, 18, HWINIT, COUNT, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, extended_fmt_field_supported, 20, 20, RO, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, end_end_tlp_prefix_supported, 21, 21, HWINIT, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, u8, max_end_end_tlp_prefixes, 23, 22, HWINIT, COUNT, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, u8, emergency_power_reduction_supported, 25, 24, HWINIT, COUNT, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, emergency_power_reduction_initialization_required, 26, 26, HWINIT, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, dmwr_completer_supported, 28, 28, HWINIT, YES_NO, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, u8, dmwr_lengths_supported, 30, 29, HWINIT, COUNT, "7.5.3.15") \
	X(c, BITS, device_capabilities_2, bool, frs_supported, 31, 31, HWINIT, YES_NO, "7.5.3.15") \
	X(c, REG, u16, device_control_2, RSVDP, "7.5.3.16") \
	X(c, BITS, device_control_2, u8, completion_timeout_value, 3, 0, RW, COUNT, "7.5.3.16") \
	X(c, BITS, device_control_2, bool, completion_timeout_disable, 4, 4, RW, YES_NO, "7.5.3.16") \
	X(c, BITS, device_control_2, bool, ari_forwarding_enable, 5, 5, RW_CORE, YES_NO, "7.5.3.16") \
	X(c, BITS, device_control_2, bool, atomicop_requester_enable, 6, 6, RW, YES_NO, "7.5.3.16") \
	X(c, BITS, device_control_2, bool, atomicop_egress_blocking, 7, 7, RW, YES_NO, "7.5.3.16") \
	X(c, BITS, device_control_2, bool, ido_request_enable, 8, 8, RW, YES_NO, "7.5.3.16") \
	X(c, BITS, device_control_2, bool, ido_completion_enable, 9, 9, RW, YES_NO, "7.5.3.16") \
	X(c, BITS, device_control_2, bool, ltr_mechanism_enable, 10, 10, RW, YES_NO, "7.5.3.16") \
	X(c, BITS, device_control_2, bool, emergency_power_reduction_request, 11, 11, RW, YES_NO, "7.5.3.16") \
	X(c, BITS, device_control_2, bool, tag_10bit_requester_enable, 12, 12, RW, YES_NO, "7.5.3.16") \
	X(c, BITS, device_control_2, u8, obff_enable, 14, 13, RW, COUNT, "7.5.3.16") \
	X(c, BITS, device_control_2, bool, end_end_tlp_prefix_blocking, 15, 15, RW, YES_NO, "7.5.3.16") \
	X(c, REG, u16, device_status_2, RSVDZ, "7.5.3.17") \
	X(c, REG, u32, link_capabilities_2, RSVDP, "7.5.3.18") \
	X(c, BITS, link_capabilities_2, u8, supported_link_speeds_vector, 7, 1, HWINIT, HEX8, "7.5.3.18") \
	X(c, BITS, link_capabilities_2, bool, crosslink_supported, 8, 8, RO, YES_NO, "7.5.3.18") \
	X(c, BITS, link_capabilities_2, u8, lower_skp_os_generation_supported_speeds_vector, 15, 9, HWINIT, HEX8, "7.5.3.18") \
	X(c, BITS, link_capabilities_2, u8, lower_skp_os_reception_supported_speeds_vector, 22, 16, HWINIT, HEX8, "7.5.3.18") \
	X(c, BITS, link_capabilities_2, bool, retimer_presence_detect_supported, 23, 23, HWINIT, YES_NO, "7.5.3.18") \
	X(c, BITS, link_capabilities_2, bool, two_retimers_presence_detect_supported, 24, 24, HWINIT, YES_NO, "7.5.3.18") \
	X(c, BITS, link_capabilities_2, bool, drs_supported, 31, 31, HWINIT, YES_NO, "7.5.3.18") \
	X(c, REG, u16, link_control_2, RSVDP, "7.5.3.19") \
	X(c, BITS, link_control_2, u8, target_link_speed, 3, 0, RW, COUNT, "7.5.3.19") \
	X(c, BITS, link_control_2, bool, enter_compliance, 4, 4, RW, YES_NO, "7.5.3.19") \
	X(c, BITS, link_control_2, bool, hardware_autonomous_speed_disable, 5, 5, RW, YES_NO, "7.5.3.19") \
	X(c, BITS, link_control_2, bool, selectable_de_emphasis, 6, 6, HWINIT, YES_NO, "7.5.3.19") \
	X(c, BITS, link_control_2, u8, transmit_margin, 9, 7, RW, COUNT, "7.5.3.19") \
	X(c, BITS, link_control_2, bool, enter_modified_compliance, 10, 10, RW, YES_NO, "7.5.3.19") \
	X(c, BITS, link_control_2, bool, compliance_sos, 11, 11, RW, YES_NO, "7.5.3.19") \
	X(c, BITS, link_control_2, u8, compliance_preset_de_emphasis, 15, 12, RW, COUNT, "7.5.3.19") \
	X(c, REG, u16, link_status_2, RSVDZ, "7.5.3.20") \
	X(c, BITS, link_status_2, bool, current_de_emphasis_level, 0, 0, RO, YES_NO, "7.5.3.20") \
	X(c, BITS, link_status_2, bool, equalization_8gt_complete, 1, 1, RO, YES_NO, "7.5.3.20") \
	X(c, BITS, link_status_2, bool, equalization_8gt_phase_1_successful, 2, 2, RO, YES_NO, "7.5.3.20") \
	X(c, BITS, link_status_2, bool, equalization_8gt_phase_2_successful, 3, 3, RO, YES_NO, "7.5.3.20") \
	X(c, BITS, link_status_2, bool, equalization_8gt_phase_3_successful, 4, 4, RO, YES_NO, "7.5.3.20") \
	X(c, BITS, link_status_2, bool, link_equalization_request_8gt, 5, 5, RW1C, YES_NO, "7.5.3.20") \
	X(c, BITS, link_status_2, bool, retimer_presence_detected, 6, 6, RO, YES_NO, "7.5.3.20") \
	X(c, BITS, link_status_2, bool, two_retimers_presence_detected, 7, 7, RO, YES_NO, "7.5.3.20") \
	X(c, BITS, link_status_2, u8, crosslink_resolution, 9, 8, RO, COUNT, "7.5.3.20") \
	X(c, BITS, link_status_2, bool, flit_mode_status, 10, 10, RO, YES_NO, "7.5.3.20") \
	X(c, BITS, link_status_2, u8, downstream_component_presence, 14, 12, RO, COUNT, "7.5.3.20") \
	X(c, BITS, link_status_2, bool, drs_message_received, 15, 15, RW1C, YES_NO, "7.5.3.20") \
	X(c, REG, u32, slot_capabilities_2, RSVDP, "7.5.3.21") \
	X(c, BITS, slot_capabilities_2, bool, in_band_pd_disable_supported, 0, 0, HWINIT, YES_NO, "7.5.3.21") \
	X(c, REG, u16, slot_control_2, RSVDP, "7.5.3.22") \
	X(c, REG, u16, slot_status_2, RSVDZ, "7.5.3.23")
/* clang-format on */

DECLARE_CONVENTIONAL_CAP(pcie, PCIE_TABLE, PCI_CAP_ID_EXP, "PCI_Express",
			 device_status);

static_assert(offsetof(struct pcie_regs, flags) == PCI_EXP_FLAGS);
static_assert(offsetof(struct pcie_regs, device_capabilities) ==
	      PCI_EXP_DEVCAP);
static_assert(offsetof(struct pcie_regs, device_control) == PCI_EXP_DEVCTL);
static_assert(offsetof(struct pcie_regs, device_status) == PCI_EXP_DEVSTA);
static_assert(offsetof(struct pcie_regs, link_capabilities) == PCI_EXP_LNKCAP);
static_assert(offsetof(struct pcie_regs, link_control) == PCI_EXP_LNKCTL);
static_assert(offsetof(struct pcie_regs, link_status) == PCI_EXP_LNKSTA);
static_assert(offsetof(struct pcie_regs, slot_capabilities) == PCI_EXP_SLTCAP);
static_assert(offsetof(struct pcie_regs, slot_control) == PCI_EXP_SLTCTL);
static_assert(offsetof(struct pcie_regs, slot_status) == PCI_EXP_SLTSTA);
static_assert(offsetof(struct pcie_regs, root_control) == PCI_EXP_RTCTL);
static_assert(offsetof(struct pcie_regs, root_capabilities) == PCI_EXP_RTCAP);
static_assert(offsetof(struct pcie_regs, root_status) == PCI_EXP_RTSTA);
static_assert(offsetof(struct pcie_regs, device_capabilities_2) ==
	      PCI_EXP_DEVCAP2);
static_assert(offsetof(struct pcie_regs, device_control_2) == PCI_EXP_DEVCTL2);
static_assert(offsetof(struct pcie_regs, device_status_2) == PCI_EXP_DEVSTA2);
static_assert(offsetof(struct pcie_regs, link_capabilities_2) ==
	      PCI_EXP_LNKCAP2);
static_assert(offsetof(struct pcie_regs, link_control_2) == PCI_EXP_LNKCTL2);
static_assert(offsetof(struct pcie_regs, link_status_2) == PCI_EXP_LNKSTA2);
static_assert(offsetof(struct pcie_regs, slot_capabilities_2) ==
	      PCI_EXP_SLTCAP2);
static_assert(offsetof(struct pcie_regs, slot_control_2) == PCI_EXP_SLTCTL2);
static_assert(offsetof(struct pcie_regs, slot_status_2) == PCI_EXP_SLTSTA2);

#endif
