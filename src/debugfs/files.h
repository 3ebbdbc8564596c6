/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The files in debugfs:
 *
 *	sriovscope/
 *	├── devices			all PFs, a line each
 *	└── 0000:03:00.0/		one directory a PF
 *	    ├── regs		the SR-IOV registers, decoded
 *	    ├── caps		all extended capabilities
 *	    ├── bars		the VF BARs
 *	    ├── vfs			every VF, present or planned
 *	    ├── config		the configuration space, for lspci -F
 *	    ├── status		the device against the kernel, the last request
 *	    ├── check		the rules of the specification, a line each
 *	    ├── preflight	how many VFs could be enabled, and what limits it
 *	    ├── room		who has the memory and the buses above
 *	    ├── readiness	can each VF be used, and if not, why?
 *	    ├── events		what happened, and who did it; can be waited for
 *	    └── numvfs		enables VFs; only while bound (see enable/)
 *
 * What is in them is made in core/text. Here they are put into folders, a look
 * at the PF is taken for who reads, and printed line by line.
 */
#ifndef SRIOVSCOPE_FILES_H
#define SRIOVSCOPE_FILES_H

#include <linux/fs.h>

#include "core/text/file.h"

struct scope_pf;

/**
 * struct pf_entry - what a file in debugfs points to
 * @pf: the PF, without a reference: the file is removed before the PF is
 * @file: which file, NULL for "events"
 */
struct pf_entry {
	struct scope_pf *pf;
	const struct text_file *file;
};

extern const struct file_operations reader_fops;
extern const struct file_operations devices_fops;
extern const struct file_operations events_fops;

/**
 * files_start() - make the root directory and "devices"
 *
 * Without debugfs nothing is made, and nothing of it is an error.
 */
void files_start(void);

/**
 * files_stop() - remove what is left
 */
void files_stop(void);

/**
 * files_add_pf() - make the directory of a PF
 * @pf: the PF
 *
 * Context: may sleep.
 */
void files_add_pf(struct scope_pf *pf);

/**
 * files_remove_pf() - remove the directory of a PF
 * @pf: the PF
 *
 * Does not wait for readers or writers: an open file keeps its own reference
 * to the PF and finds it gone.
 *
 * Context: may sleep.
 */
void files_remove_pf(struct scope_pf *pf);

#endif
