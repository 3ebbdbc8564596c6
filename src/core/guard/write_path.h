/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Is the write path open, and if not, what opens it?
 */
#ifndef SRIOVSCOPE_WRITE_PATH_H
#define SRIOVSCOPE_WRITE_PATH_H

#include "core/facts/facts.h"

/**
 * guard_write_path() - can VFs of a PF be enabled here?
 * @kernel: the PF, with FACTS_LOCKDOWN
 * @remark: where the reason goes, and what to type to open it
 * @size: of @remark in bytes
 *
 * Context: any; pure.
 * Return: true when it is open.
 */
bool guard_write_path(const struct pf_kernel *kernel, char *remark,
		      size_t size);

#endif
