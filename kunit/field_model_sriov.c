// SPDX-License-Identifier: GPL-2.0
/*
 * The model of the SR-IOV, VF Resizable BAR and ARI capabilities, and a memory
 * BAR: "field_model.h" says what the rows are.
 */
#include "field_model.h"

/* clang-format off */
static const struct field_model_row rows[] = {
	EXTENDED(sriov),
	REG(capabilities, 0x04, 4, 'p'),
	BITS(vf_migration_capable, 0x04, 0, 1, 'r'),
	BITS(ari_capable_hierarchy_preserved, 0x04, 1, 1, 'r'),
	BITS(vf_10bit_tag_requester_supported, 0x04, 2, 1, 'r'),
	BITS(vf_14bit_tag_requester_supported, 0x04, 3, 1, 'r'),
	BITS(vf_migration_interrupt_message_number, 0x06, 5, 11, 'r'),
	REG(control, 0x08, 2, 'p'),
	BITS(vf_enable, 0x08, 0, 1, 'k'),
	BITS(vf_migration_enable, 0x08, 1, 1, 'o'),
	BITS(vf_migration_interrupt_enable, 0x08, 2, 1, 'w'),
	BITS(vf_memory_space_enable, 0x08, 3, 1, 'k'),
	BITS(ari_capable_hierarchy, 0x08, 4, 1, 'k'),
	BITS(vf_10bit_tag_requester_enable, 0x08, 5, 1, 'W'),
	BITS(vf_14bit_tag_requester_enable, 0x08, 6, 1, 'W'),
	REG(status, 0x0a, 2, 'z'),
	BITS(vf_migration_status, 0x0a, 0, 1, '1'),
	WHOLE(initial_vfs, 0x0c, 2, 'r'),
	WHOLE(total_vfs, 0x0e, 2, 'r'),
	WHOLE(num_vfs, 0x10, 2, 'K'),
	WHOLE(function_dependency_link, 0x12, 1, 'r'),
	WHOLE(first_vf_offset, 0x14, 2, 'r'),
	WHOLE(vf_stride, 0x16, 2, 'r'),
	WHOLE(vf_device_id, 0x1a, 2, 'r'),
	WHOLE(supported_page_sizes, 0x1c, 4, 'r'),
	WHOLE_LISTED(system_page_size, 0x20, 4, 'K', ONE_BIT),
	MANY(vf_bar, 0x24, 4, 6, 'k'),
	WHOLE(vf_migration_state_array_offset, 0x3c, 4, 'r'),

	CAP(memory_bar),
	REG(low, 0x00, 4, 'p'),
	BITS(io_space, 0x00, 0, 1, 'r'),
	LISTED(memory_type, 0x00, 1, 2, 'r', LEGAL(0, 2)),
	BITS(prefetchable, 0x00, 3, 1, 'r'),
	BITS(address, 0x00, 4, 28, 'k'),

	EXTENDED(vf_rebar),
	ELEMENTS(pair, vf_rebar_pair, 0x04, 8, 6),

	CAP(vf_rebar_pair),
	REG(capability, 0x00, 4, 'p'),
	BITS(supported_sizes, 0x00, 4, 28, 'r'),
	REG(control, 0x04, 4, 'p'),
	BITS(vf_bar_index, 0x04, 0, 3, 'r'),
	BITS(number_of_vf_resizable_bars, 0x04, 5, 3, 'r'),
	BITS(vf_bar_size, 0x05, 0, 6, 'c'),
	BITS(supported_sizes_upper, 0x06, 0, 16, 'r'),

	EXTENDED(rebar),
	ELEMENTS(pair, rebar_pair, 0x04, 8, 6),

	CAP(rebar_pair),
	REG(capability, 0x00, 4, 'p'),
	BITS(supported_sizes, 0x00, 4, 28, 'r'),
	REG(control, 0x04, 4, 'p'),
	BITS(bar_index, 0x04, 0, 3, 'r'),
	BITS(number_of_resizable_bars, 0x04, 5, 3, 'r'),
	BITS(bar_size, 0x05, 0, 6, 'c'),
	BITS(supported_sizes_upper, 0x06, 0, 16, 'r'),

	EXTENDED(ari),
	REG(capability, 0x04, 2, 'p'),
	BITS(mfvc_function_groups_capability, 0x04, 0, 1, 'r'),
	BITS(acs_function_groups_capability, 0x04, 1, 1, 'r'),
	BITS(next_function_number, 0x05, 0, 8, 'r'),
	REG(control, 0x06, 2, 'p'),
	BITS(mfvc_function_groups_enable, 0x06, 0, 1, 'w'),
	BITS(acs_function_groups_enable, 0x06, 1, 1, 'w'),
	BITS(function_group, 0x06, 4, 3, 'w'),
};

/* clang-format on */

const struct field_model_part field_model_sriov = { rows, ARRAY_SIZE(rows) };
