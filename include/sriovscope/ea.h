/* SPDX-License-Identifier: GPL-2.0 */
/*
 * VF BARs of Enhanced Allocation (PCIe 7.8.5): pure functions of an entry.
 */
#ifndef SRIOVSCOPE_EA_H
#define SRIOVSCOPE_EA_H

#include <linux/bits.h>
#include <linux/types.h>

/* An entry has one dword, and as many more as its Entry Size says: up to 7. */
#define EA_ENTRY_DWORDS 8

/**
 * struct ea_vf_bar - a VF BAR as an entry has it
 * @exists: there is one
 * @is_64bit: base or size have 64 bits
 * @prefetchable: reads have no side effects
 * @address: where the first VF's copy begins
 * @size: bytes of one VF's copy
 */
struct ea_vf_bar {
	bool exists;
	bool is_64bit;
	bool prefetchable;
	u64 address;
	u64 size;
};

/**
 * ea_entry_dwords() - how long an entry is
 * @first: its first dword
 *
 * Context: any; pure.
 * Return: dwords, the first one included: 1 to EA_ENTRY_DWORDS.
 */
u32 ea_entry_dwords(u32 first);

/**
 * ea_entry_is_vf_bar() - is an entry about a VF BAR?
 * @first: its first dword
 * @slot: which VF BAR, 0 to 5; untouched when it is about none
 *
 * Its BAR Equivalent Indicator is 9 to 14, and its properties, or where those are
 * reserved the secondary ones, are of memory of VFs.
 *
 * Context: any; pure.
 * Return: true when it is, and enabled.
 */
bool ea_entry_is_vf_bar(u32 first, u32 *slot);

/**
 * ea_entry_decode() - the VF BAR that an entry is about
 * @entry: ea_entry_dwords() dwords, of which ea_entry_is_vf_bar()
 * @bar: to fill in; untouched on error
 *
 * As Linux takes it (pci_ea_read()).
 *
 * Context: any; pure.
 * Return: 0; -EINVAL when base and size need more or fewer dwords than there are,
 *	and when they reach past the end of all addresses.
 */
int ea_entry_decode(const u32 entry[EA_ENTRY_DWORDS], struct ea_vf_bar *bar);

#endif
