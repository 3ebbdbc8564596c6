/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The kernel's errno in words.
 */
#ifndef SRIOVSCOPE_REASON_H
#define SRIOVSCOPE_REASON_H

#include <linux/types.h>

struct scope_pf;

/**
 * enable_core_reason() - why pci_enable_sriov() failed
 * @pf: the PF
 * @num_vfs: how many VFs it was asked for
 * @error: what it returned
 * @reason: where the sentence goes
 * @size: of @reason in bytes
 *
 * Context: may sleep; reads the device.
 */
void enable_core_reason(struct scope_pf *pf, u32 num_vfs, int error,
			char *reason, size_t size);

#endif
