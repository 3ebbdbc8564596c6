/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How many bytes one VF has of a VF BAR.
 */
#ifndef SRIOVSCOPE_VF_COPY_H
#define SRIOVSCOPE_VF_COPY_H

#include "core/facts/facts.h"

/**
 * vf_copy_size() - bytes of one VF's copy of a VF BAR
 * @around: with FACTS_VF_BARS: Enhanced Allocation, VF Resizable BAR
 * @windows: the kernel's windows, by the slot of the VF BAR
 * @total_vfs: the device's TotalVFs, for which the kernel sized the windows
 * @slot: which VF BAR, 0 to 5
 *
 * An entry of Enhanced Allocation is for one VF's copy, PCIe 7.8.5. Else what VF
 * Resizable BAR says of the slot counts: since Linux can resize VF BARs,
 * it leaves the window as it was. PCIe 7.8.7.3. Of a BAR that cannot be resized
 * it is a VF's share of the window. VF n's copy begins n times as far from the
 * start of the window, PCIe 9.2.1.1.1.
 *
 * Context: any; pure.
 * Return: bytes; U64_MAX for a size that 64 bits cannot say; 0 when neither
 *	tells.
 */
u64 vf_copy_size(const struct pf_around *around,
		 const struct vf_window *windows, u16 total_vfs, u32 slot);

/**
 * vf_copy_address() - where one VF's copy of a VF BAR is
 * @window: the kernel's window for all copies
 * @size: of one copy, from vf_copy_size()
 * @vf: which VF, counted from 0
 * @address: to fill in; untouched on error
 *
 * Context: any; pure.
 * Return: 0; -ENODATA when the window has no place, when no size is known, and
 *	when the window ends before the copy does.
 */
int vf_copy_address(const struct vf_window *window, u64 size, u32 vf,
		    u64 *address);

#endif
