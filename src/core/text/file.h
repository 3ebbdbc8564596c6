/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The files of a PF: what each asks of a look at the PF, how many lines it has,
 * and a function that prints one of them. Each is made of facts alone, so that
 * whoever has some shows the same.
 */
#ifndef SRIOVSCOPE_TEXT_FILE_H
#define SRIOVSCOPE_TEXT_FILE_H

#include <linux/seq_file.h>

#include "core/facts/facts.h"

/**
 * struct text_file - a read-only file of a PF
 * @name: of the file
 * @what: FACTS_* that it is made from
 * @about: ABOUT_*: its cells say "unknown" without these
 * @lets_sleep: a PF that sleeps is not woken up for it, and has lines too
 * @lines: how many lines it has, the header of a table included
 * @line: print line number @n, counted from 0
 *
 * @lines may return a negative errno, which is then what reading returns.
 */
struct text_file {
	const char *name;
	unsigned int what;
	u32 about;
	bool lets_sleep;
	int (*lines)(const struct pf_facts *facts);
	void (*line)(struct seq_file *m, const struct pf_facts *facts, u32 n);
};

extern const struct text_file text_file_regs;
extern const struct text_file text_file_caps;
extern const struct text_file text_file_bars;
extern const struct text_file text_file_vfs;
extern const struct text_file text_file_config;
extern const struct text_file text_file_status;
extern const struct text_file text_file_check;
extern const struct text_file text_file_preflight;
extern const struct text_file text_file_room;
extern const struct text_file text_file_readiness;

#define TEXT_FILES 10

/* All of them, in the order in which they are described */
extern const struct text_file *const text_files[TEXT_FILES];

#endif
