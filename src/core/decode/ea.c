// SPDX-License-Identifier: GPL-2.0
/*
 * An entry of Enhanced Allocation: its first dword says what it is about, then
 * come base and maximum offset, and the upper halves of those that have 64 bits.
 */
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <sriovscope/capabilities.h>
#include <sriovscope/ea.h>

u32 ea_entry_dwords(u32 first)
{
	const struct ea_dword_first_reg reg = { .raw = first };

	return register_get(&reg, entry_size) + 1;
}

/* Where the primary property is a reserved one, the secondary one counts. */
static u32 ea_property(u32 first)
{
	const struct ea_dword_first_reg reg = { .raw = first };
	enum ea_property property;

	return register_get_enum(&reg, primary_properties, &property) ?
		       register_bits(&reg, secondary_properties) :
		       property;
}

bool ea_entry_is_vf_bar(u32 first, u32 *slot)
{
	const struct ea_dword_first_reg reg = { .raw = first };
	u32 bei = register_get(&reg, bar_equivalent_indicator);
	u32 property = ea_property(first);

	if (!register_get(&reg, enable) || bei < PCI_EA_BEI_VF_BAR0 ||
	    bei > PCI_EA_BEI_VF_BAR5)
		return false;
	if (property != EA_VF_MEMORY && property != EA_VF_MEMORY_PREFETCHABLE)
		return false;
	*slot = bei - PCI_EA_BEI_VF_BAR0;
	return true;
}

/* MaxOffset is that of the last byte: of a dword, whatever its low bits say. */
int ea_entry_decode(const u32 entry[EA_ENTRY_DWORDS], struct ea_vf_bar *bar)
{
	const struct ea_offset_low_reg base = { .raw = entry[1] };
	const struct ea_offset_low_reg max = { .raw = entry[2] };
	u64 address = register_masked(&base, address);
	u64 last = register_masked(&max, address) + sizeof(u32) - 1;
	bool wide_base = register_get(&base, is_64bit);
	bool wide_last = register_get(&max, is_64bit);
	u64 end;

	if (ea_entry_dwords(entry[0]) != 3 + wide_base + wide_last)
		return -EINVAL;
	if (wide_base)
		address |= (u64)entry[3] << 32;
	if (wide_last)
		last |= (u64)entry[3 + wide_base] << 32;
	if (check_add_overflow(address, last, &end) || last == U64_MAX)
		return -EINVAL;
	*bar = (struct ea_vf_bar){
		.exists = true,
		.is_64bit = wide_base || wide_last,
		.prefetchable = ea_property(entry[0]) ==
				EA_VF_MEMORY_PREFETCHABLE,
		.address = address,
		.size = last + 1,
	};
	return 0;
}
