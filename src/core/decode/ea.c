// SPDX-License-Identifier: GPL-2.0
/*
 * An entry of Enhanced Allocation: its first dword says what it is about, then
 * come base and maximum offset, and the upper halves of those that have 64 bits.
 */
#include <linux/bitfield.h>
#include <linux/errno.h>
#include <linux/overflow.h>
#include <linux/pci_regs.h>
#include <sriovscope/ea.h>

u32 ea_entry_dwords(u32 first)
{
	return FIELD_GET(PCI_EA_ES, first) + 1;
}

/* Properties from 8 to FCh are reserved: then the secondary ones count. */
static u8 ea_property(u32 first)
{
	u8 property = FIELD_GET(PCI_EA_PP, first);

	if (property > PCI_EA_P_BRIDGE_IO && property < PCI_EA_P_MEM_RESERVED)
		property = FIELD_GET(PCI_EA_SP, first);
	return property;
}

bool ea_entry_is_vf_bar(u32 first, u32 *slot)
{
	u32 bei = FIELD_GET(PCI_EA_BEI, first);
	u8 property = ea_property(first);

	if (!(first & PCI_EA_ENABLE) || bei < PCI_EA_BEI_VF_BAR0 ||
	    bei > PCI_EA_BEI_VF_BAR5)
		return false;
	if (property != PCI_EA_P_VF_MEM && property != PCI_EA_P_VF_MEM_PREFETCH)
		return false;
	*slot = bei - PCI_EA_BEI_VF_BAR0;
	return true;
}

int ea_entry_decode(const u32 entry[EA_ENTRY_DWORDS], struct ea_vf_bar *bar)
{
	u64 address = entry[1] & PCI_EA_FIELD_MASK;
	u64 last = entry[2] | ~(u32)PCI_EA_FIELD_MASK;
	bool wide_base = entry[1] & PCI_EA_IS_64;
	bool wide_last = entry[2] & PCI_EA_IS_64;
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
				PCI_EA_P_VF_MEM_PREFETCH,
		.address = address,
		.size = last + 1,
	};
	return 0;
}
