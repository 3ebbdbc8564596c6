/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The kernel's errno in words.
 */
#ifndef SRIOVSCOPE_REASON_H
#define SRIOVSCOPE_REASON_H

#include <linux/types.h>

/**
 * guard_core_reason() - why pci_enable_sriov() failed
 * @error: what it returned
 * @reason: where the sentence goes
 * @size: of @reason in bytes
 *
 * Context: any.
 */
void guard_core_reason(int error, char *reason, size_t size);

#endif
