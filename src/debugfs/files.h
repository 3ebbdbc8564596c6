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
 *	    └── numvfs		enables VFs; only while bound (see enable/)
 *
 * A file of a PF is a row of the table in tree.c: what it asks of a snapshot,
 * how many lines it has, and a function that prints one of them from plain
 * data. Only "vfs" looks up more while it is printed: the VF devices.
 */
#ifndef SRIOVSCOPE_FILES_H
#define SRIOVSCOPE_FILES_H

#include <linux/seq_file.h>

#include "pf/snapshot.h"

/**
 * struct pf_file - a read-only file of a PF
 * @name: in the PF's directory
 * @what: SNAPSHOT_* that it is made from
 * @lets_sleep: a PF that sleeps is not woken up for it, and has lines too
 * @lines: how many lines it has, the header of a table included
 * @line: print line number @n, counted from 0
 *
 * @lines may return a negative errno, which is then what reading returns.
 */
struct pf_file {
	const char *name;
	unsigned int what;
	bool lets_sleep;
	int (*lines)(const struct pf_facts *snap);
	void (*line)(struct seq_file *m, struct scope_pf *pf,
		     const struct pf_facts *snap, u32 n);
};

extern const struct pf_file pf_file_regs;
extern const struct pf_file pf_file_caps;
extern const struct pf_file pf_file_bars;
extern const struct pf_file pf_file_vfs;
extern const struct pf_file pf_file_config;
extern const struct pf_file pf_file_status;
extern const struct pf_file pf_file_check;
extern const struct pf_file pf_file_preflight;

/**
 * struct pf_entry - what a file in debugfs points to
 * @pf: the PF, without a reference: the file is removed before the PF is
 * @file: which file
 */
struct pf_entry {
	struct scope_pf *pf;
	const struct pf_file *file;
};

extern const struct file_operations reader_fops;
extern const struct file_operations devices_fops;

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

/**
 * devices_line() - print a PF's line of "devices"
 * @m: where to
 * @snap: of the PF, with CHECK_NEEDS; it may sleep
 */
void devices_line(struct seq_file *m, const struct pf_facts *snap);

#endif
