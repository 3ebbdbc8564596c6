// SPDX-License-Identifier: GPL-2.0
/*
 * The model of Power Management, MSI, MSI-X and Enhanced Allocation:
 * "field_model.h" says what the rows are.
 */
#include "field_model.h"

/* What resource an entry of Enhanced Allocation is, PCIe 7.8.5.3 */
#define EA_PROPERTIES LEGAL(0, 1, 2, 3, 4, 5, 6, 7, 0xfd, 0xfe, 0xff)

/* clang-format off */
static const struct field_model_row rows[] = {
	CONVENTIONAL(pm),
	REG(capabilities, 0x02, 2, 'p'),
	BITS(version, 0x02, 0, 3, 'r'),
	BITS(pme_clock, 0x02, 3, 1, 'r'),
	BITS(immediate_readiness_on_return_to_d0, 0x02, 4, 1, 'r'),
	BITS(device_specific_initialization, 0x02, 5, 1, 'r'),
	BITS(aux_current, 0x02, 6, 3, 'r'),
	BITS(d1_support, 0x03, 1, 1, 'r'),
	BITS(d2_support, 0x03, 2, 1, 'r'),
	BITS(pme_support, 0x03, 3, 5, 'r'),
	REG(control_status, 0x04, 2, 'p'),
	LISTED(power_state, 0x04, 0, 2, 'c', LEGAL(0, 1, 2, 3)),
	BITS(no_soft_reset, 0x04, 3, 1, 'r'),
	BITS(pme_enable, 0x05, 0, 1, 'c'),
	BITS(data_select, 0x05, 1, 4, 'w'),
	BITS(data_scale, 0x05, 5, 2, 'r'),
	BITS(pme_status, 0x05, 7, 1, '1'),
	WHOLE(data, 0x07, 1, 'r'),

	CONVENTIONAL(msi),
	REG(message_control, 0x02, 2, 'p'),
	BITS(msi_enable, 0x02, 0, 1, 'c'),
	BITS(multiple_message_capable, 0x02, 1, 3, 'r'),
	BITS(multiple_message_enable, 0x02, 4, 3, 'c'),
	BITS(address_64bit_capable, 0x02, 7, 1, 'r'),
	BITS(per_vector_masking_capable, 0x03, 0, 1, 'r'),
	BITS(extended_message_data_capable, 0x03, 1, 1, 'r'),
	BITS(extended_message_data_enable, 0x03, 2, 1, 'c'),
	REG(message_address, 0x04, 4, 'p'),
	BITS(address, 0x04, 2, 30, 'c'),
	WHOLE(message_upper_address, 0x08, 4, 'c'),
	WHOLE(message_data, 0x0c, 2, 'c'),
	WHOLE(extended_message_data, 0x0e, 2, 'c'),
	WHOLE(mask_bits, 0x10, 4, 'c'),
	WHOLE(pending_bits, 0x14, 4, 'r'),

	CONVENTIONAL(msi_32),
	REG(message_control, 0x02, 2, 'p'),
	BITS(msi_enable, 0x02, 0, 1, 'c'),
	BITS(multiple_message_capable, 0x02, 1, 3, 'r'),
	BITS(multiple_message_enable, 0x02, 4, 3, 'c'),
	BITS(address_64bit_capable, 0x02, 7, 1, 'r'),
	BITS(per_vector_masking_capable, 0x03, 0, 1, 'r'),
	BITS(extended_message_data_capable, 0x03, 1, 1, 'r'),
	BITS(extended_message_data_enable, 0x03, 2, 1, 'c'),
	REG(message_address, 0x04, 4, 'p'),
	BITS(address, 0x04, 2, 30, 'c'),
	WHOLE(message_data, 0x08, 2, 'c'),
	WHOLE(extended_message_data, 0x0a, 2, 'c'),
	WHOLE(mask_bits, 0x0c, 4, 'c'),
	WHOLE(pending_bits, 0x10, 4, 'r'),

	CONVENTIONAL(msix),
	REG(message_control, 0x02, 2, 'p'),
	BITS(table_size, 0x02, 0, 11, 'r'),
	BITS(function_mask, 0x03, 6, 1, 'c'),
	BITS(msi_x_enable, 0x03, 7, 1, 'c'),
	REG(table, 0x04, 4, 'p'),
	BITS(table_bir, 0x04, 0, 3, 'r'),
	BITS(table_offset, 0x04, 3, 29, 'r'),
	REG(pba, 0x08, 4, 'p'),
	BITS(pba_bir, 0x08, 0, 3, 'r'),
	BITS(pba_offset, 0x08, 3, 29, 'r'),

	CONVENTIONAL(vpd),
	REG(vpd_address_register, 0x02, 2, 'p'),
	BITS(vpd_address, 0x02, 0, 15, 'w'),
	BITS(vpd_flag, 0x03, 7, 1, 'w'),
	WHOLE(vpd_data, 0x04, 4, 'w'),

	CONVENTIONAL(ea),
	REG(num_entries, 0x02, 1, 'p'),
	BITS(entries, 0x02, 0, 6, 'r'),
	ELEMENTS(dwords, ea_dword, 0x04, 4, 47),

	CAP(ea_dword),
	REG(first, 0x00, 4, 'p'),
	BITS(entry_size, 0x00, 0, 3, 'r'),
	BITS(bar_equivalent_indicator, 0x00, 4, 4, 'r'),
	LISTED(primary_properties, 0x01, 0, 8, 'r', EA_PROPERTIES),
	LISTED(secondary_properties, 0x02, 0, 8, 'r', EA_PROPERTIES),
	BITS(writable, 0x03, 6, 1, 'r'),
	BITS(enable, 0x03, 7, 1, 'o'),

	CAP(ea_offset),
	REG(low, 0x00, 4, 'p'),
	BITS(is_64bit, 0x00, 1, 1, 'r'),
	BITS(address, 0x00, 2, 30, 'r'),
};

/* clang-format on */

const struct field_model_part field_model_conventional = { rows,
							   ARRAY_SIZE(rows) };
