/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Advanced Error Reporting, PCIe 7.8.4. What begins with root_error is of Root
 * Ports and Root Complex Event Collectors.
 */
#ifndef SRIOVSCOPE_CAPS_AER_H
#define SRIOVSCOPE_CAPS_AER_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

#define AER_HEADER_LOG_DWORDS 4

/* In Flit Mode the header log goes on where the prefixes are: 14 dwords in all. */
#define AER_TLP_PREFIX_LOG_DWORDS 10

/* clang-format off */
#define AER_TABLE(X, c) \
	EXT_HEADER(X, c) \
	X(c, REG, u32, uncorrectable_error_status, RSVDZ, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, undefined_status, 0, 0, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, data_link_protocol_error_status, 4, 4, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, surprise_down_error_status, 5, 5, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, poisoned_tlp_received_status, 12, 12, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, flow_control_protocol_error_status, 13, 13, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, completion_timeout_status, 14, 14, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, completer_abort_status, 15, 15, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, unexpected_completion_status, 16, 16, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, receiver_overflow_status, 17, 17, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, malformed_tlp_status, 18, 18, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, ecrc_error_status, 19, 19, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, unsupported_request_error_status, 20, 20, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, acs_violation_status, 21, 21, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, uncorrectable_internal_error_status, 22, 22, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, mc_blocked_tlp_status, 23, 23, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, atomicop_egress_blocked_status, 24, 24, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, tlp_prefix_blocked_error_status, 25, 25, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, poisoned_tlp_egress_blocked_status, 26, 26, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, dmwr_request_egress_blocked_status, 27, 27, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, ide_check_failed_status, 28, 28, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, misrouted_ide_tlp_status, 29, 29, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, pcrc_check_failed_status, 30, 30, RW1C, YES_NO, "7.8.4.2") \
	X(c, BITS, uncorrectable_error_status, bool, tlp_translation_egress_blocked_status, 31, 31, RW1C, YES_NO, "7.8.4.2") \
	X(c, REG, u32, uncorrectable_error_mask, RSVDP, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, undefined_mask, 0, 0, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, data_link_protocol_error_mask, 4, 4, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, surprise_down_error_mask, 5, 5, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, poisoned_tlp_received_mask, 12, 12, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, flow_control_protocol_error_mask, 13, 13, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, completion_timeout_mask, 14, 14, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, completer_abort_mask, 15, 15, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, unexpected_completion_mask, 16, 16, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, receiver_overflow_mask, 17, 17, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, malformed_tlp_mask, 18, 18, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, ecrc_error_mask, 19, 19, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, unsupported_request_error_mask, 20, 20, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, acs_violation_mask, 21, 21, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, uncorrectable_internal_error_mask, 22, 22, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, mc_blocked_tlp_mask, 23, 23, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, atomicop_egress_blocked_mask, 24, 24, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, tlp_prefix_blocked_error_mask, 25, 25, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, poisoned_tlp_egress_blocked_mask, 26, 26, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, dmwr_request_egress_blocked_mask, 27, 27, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, ide_check_failed_mask, 28, 28, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, misrouted_ide_tlp_mask, 29, 29, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, pcrc_check_failed_mask, 30, 30, RW, YES_NO, "7.8.4.3") \
	X(c, BITS, uncorrectable_error_mask, bool, tlp_translation_egress_blocked_mask, 31, 31, RW, YES_NO, "7.8.4.3") \
	X(c, REG, u32, uncorrectable_error_severity, RSVDP, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, undefined_severity, 0, 0, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, data_link_protocol_error_severity, 4, 4, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, surprise_down_error_severity, 5, 5, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, poisoned_tlp_received_severity, 12, 12, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, flow_control_protocol_error_severity, 13, 13, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, completion_timeout_severity, 14, 14, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, completer_abort_severity, 15, 15, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, unexpected_completion_severity, 16, 16, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, receiver_overflow_severity, 17, 17, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, malformed_tlp_severity, 18, 18, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, ecrc_error_severity, 19, 19, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, unsupported_request_error_severity, 20, 20, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, acs_violation_severity, 21, 21, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, uncorrectable_internal_error_severity, 22, 22, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, mc_blocked_tlp_severity, 23, 23, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, atomicop_egress_blocked_severity, 24, 24, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, tlp_prefix_blocked_error_severity, 25, 25, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, poisoned_tlp_egress_blocked_severity, 26, 26, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, dmwr_request_egress_blocked_severity, 27, 27, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, ide_check_failed_severity, 28, 28, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, misrouted_ide_tlp_severity, 29, 29, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, pcrc_check_failed_severity, 30, 30, RW, YES_NO, "7.8.4.4") \
	X(c, BITS, uncorrectable_error_severity, bool, tlp_translation_egress_blocked_severity, 31, 31, RW, YES_NO, "7.8.4.4") \
	X(c, REG, u32, correctable_error_status, RSVDZ, "7.8.4.5") \
	X(c, BITS, correctable_error_status, bool, receiver_error_status, 0, 0, RW1C, YES_NO, "7.8.4.5") \
	X(c, BITS, correctable_error_status, bool, bad_tlp_status, 6, 6, RW1C, YES_NO, "7.8.4.5") \
	X(c, BITS, correctable_error_status, bool, bad_dllp_status, 7, 7, RW1C, YES_NO, "7.8.4.5") \
	X(c, BITS, correctable_error_status, bool, replay_num_rollover_status, 8, 8, RW1C, YES_NO, "7.8.4.5") \
	X(c, BITS, correctable_error_status, bool, replay_timer_timeout_status, 12, 12, RW1C, YES_NO, "7.8.4.5") \
	X(c, BITS, correctable_error_status, bool, advisory_non_fatal_error_status, 13, 13, RW1C, YES_NO, "7.8.4.5") \
	X(c, BITS, correctable_error_status, bool, corrected_internal_error_status, 14, 14, RW1C, YES_NO, "7.8.4.5") \
	X(c, BITS, correctable_error_status, bool, header_log_overflow_status, 15, 15, RW1C, YES_NO, "7.8.4.5") \
	X(c, REG, u32, correctable_error_mask, RSVDP, "7.8.4.6") \
	X(c, BITS, correctable_error_mask, bool, receiver_error_mask, 0, 0, RW, YES_NO, "7.8.4.6") \
	X(c, BITS, correctable_error_mask, bool, bad_tlp_mask, 6, 6, RW, YES_NO, "7.8.4.6") \
	X(c, BITS, correctable_error_mask, bool, bad_dllp_mask, 7, 7, RW, YES_NO, "7.8.4.6") \
	X(c, BITS, correctable_error_mask, bool, replay_num_rollover_mask, 8, 8, RW, YES_NO, "7.8.4.6") \
	X(c, BITS, correctable_error_mask, bool, replay_timer_timeout_mask, 12, 12, RW, YES_NO, "7.8.4.6") \
	X(c, BITS, correctable_error_mask, bool, advisory_non_fatal_error_mask, 13, 13, RW, YES_NO, "7.8.4.6") \
	X(c, BITS, correctable_error_mask, bool, corrected_internal_error_mask, 14, 14, RW, YES_NO, "7.8.4.6") \
	X(c, BITS, correctable_error_mask, bool, header_log_overflow_mask, 15, 15, RW, YES_NO, "7.8.4.6") \
	X(c, REG, u32, capabilities_and_control, RSVDP, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, u8, first_error_pointer, 4, 0, RO, COUNT, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, bool, ecrc_generation_capable, 5, 5, RO, YES_NO, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, bool, ecrc_generation_enable, 6, 6, RW, YES_NO, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, bool, ecrc_check_capable, 7, 7, RO, YES_NO, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, bool, ecrc_check_enable, 8, 8, RW, YES_NO, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, bool, multiple_header_recording_capable, 9, 9, RO, YES_NO, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, bool, multiple_header_recording_enable, 10, 10, RW, YES_NO, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, bool, tlp_prefix_log_present, 11, 11, RO, YES_NO, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, bool, completion_timeout_prefix_header_log_capable, 12, 12, HWINIT, YES_NO, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, u8, header_log_size, 17, 13, HWINIT, COUNT, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, bool, logged_tlp_was_flit_mode, 18, 18, RO, YES_NO, "7.8.4.7") \
	X(c, BITS, capabilities_and_control, u8, logged_tlp_size, 23, 19, RO, COUNT, "7.8.4.7") \
	X(c, ARRAY, u32, header_log, AER_HEADER_LOG_DWORDS, RO, HEX32, "7.8.4.8") \
	X(c, REG, u32, root_error_command, RSVDP, "7.8.4.9") \
	X(c, BITS, root_error_command, bool, correctable_error_reporting_enable, 0, 0, RW, YES_NO, "7.8.4.9") \
	X(c, BITS, root_error_command, bool, non_fatal_error_reporting_enable, 1, 1, RW, YES_NO, "7.8.4.9") \
	X(c, BITS, root_error_command, bool, fatal_error_reporting_enable, 2, 2, RW, YES_NO, "7.8.4.9") \
	X(c, REG, u32, root_error_status, RSVDZ, "7.8.4.10") \
	X(c, BITS, root_error_status, bool, err_cor_received, 0, 0, RW1C, YES_NO, "7.8.4.10") \
	X(c, BITS, root_error_status, bool, multiple_err_cor_received, 1, 1, RW1C, YES_NO, "7.8.4.10") \
	X(c, BITS, root_error_status, bool, err_fatal_nonfatal_received, 2, 2, RW1C, YES_NO, "7.8.4.10") \
	X(c, BITS, root_error_status, bool, multiple_err_fatal_nonfatal_received, 3, 3, RW1C, YES_NO, "7.8.4.10") \
	X(c, BITS, root_error_status, bool, first_uncorrectable_fatal, 4, 4, RW1C, YES_NO, "7.8.4.10") \
	X(c, BITS, root_error_status, bool, non_fatal_error_messages_received, 5, 5, RW1C, YES_NO, "7.8.4.10") \
	X(c, BITS, root_error_status, bool, fatal_error_messages_received, 6, 6, RW1C, YES_NO, "7.8.4.10") \
	X(c, BITS, root_error_status, u8, err_cor_subclass, 8, 7, RO, COUNT, "7.8.4.10") \
	X(c, BITS, root_error_status, u8, advanced_error_interrupt_message_number, 31, 27, RO, COUNT, "7.8.4.10") \
	X(c, REG, u32, error_source_identification, RSVDP, "7.8.4.11") \
	X(c, BITS, error_source_identification, u16, err_cor_source_identification, 15, 0, RO, HEX16, "7.8.4.11") \
	X(c, BITS, error_source_identification, u16, err_fatal_nonfatal_source_identification, 31, 16, RO, HEX16, "7.8.4.11") \
	X(c, ARRAY, u32, tlp_prefix_log, AER_TLP_PREFIX_LOG_DWORDS, RO, HEX32, "7.8.4.12")
/* clang-format on */

DECLARE_EXT_CAP(aer, AER_TABLE, PCI_EXT_CAP_ID_ERR, "AER", header_log);

static_assert(offsetof(struct aer_regs, uncorrectable_error_status) ==
	      PCI_ERR_UNCOR_STATUS);
static_assert(offsetof(struct aer_regs, uncorrectable_error_mask) ==
	      PCI_ERR_UNCOR_MASK);
static_assert(offsetof(struct aer_regs, uncorrectable_error_severity) ==
	      PCI_ERR_UNCOR_SEVER);
static_assert(offsetof(struct aer_regs, correctable_error_status) ==
	      PCI_ERR_COR_STATUS);
static_assert(offsetof(struct aer_regs, correctable_error_mask) ==
	      PCI_ERR_COR_MASK);
static_assert(offsetof(struct aer_regs, capabilities_and_control) ==
	      PCI_ERR_CAP);
static_assert(offsetof(struct aer_regs, header_log) == PCI_ERR_HEADER_LOG);
static_assert(offsetof(struct aer_regs, root_error_command) ==
	      PCI_ERR_ROOT_COMMAND);
static_assert(offsetof(struct aer_regs, root_error_status) ==
	      PCI_ERR_ROOT_STATUS);
static_assert(offsetof(struct aer_regs, error_source_identification) ==
	      PCI_ERR_ROOT_ERR_SRC);

#endif
