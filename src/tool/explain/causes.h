/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Why VFs do not come up, or do not work: what people see, what is behind it and
 * what helps. Rows of tables, by the moment at which they are met; to add one, add
 * a row, and a line that somebody saw to kunit/tool/explain_lines.c.
 */
#ifndef SRIOVSCOPE_CAUSES_H
#define SRIOVSCOPE_CAUSES_H

#define EXPLAIN_PATTERNS 16
#define EXPLAIN_PLACES 6

/* A pattern is shorter than that. */
#define EXPLAIN_GLOB_LEN 100

/**
 * struct explain_pattern - how a cause is recognised in a line
 * @glob: a pattern of fnmatch(3), for any part of the line, in capitals or not;
 *	numbers and addresses are "*" or a range. NULL when the errno says it
 *	alone, which it does in a line that is about VFs, or has nothing else
 * @error: an errno that the line has, too; 0 when none is asked for
 */
struct explain_pattern {
	const char *glob;
	int error;
};

/**
 * struct explain_place - where a device shows it
 * @file: of its folder in debugfs
 * @name: a constraint of "preflight", a rule of "check", a key or a column; a "?"
 *	stands for the number of a VF BAR, see explain_is_place()
 */
struct explain_place {
	const char *file;
	const char *name;
};

/**
 * struct explain_cause - a row
 * @name: one word for it
 * @see: what people see, in Markdown, beside the errnos of the patterns that are
 *	errnos alone; may be empty when there are such
 * @patterns: how it is recognised, up to the first without @glob and @error
 * @cause: what is behind it, as sentences
 * @remedy: what to type or to change; BDF stands for the address of the PF, VIRTFN
 *	for that of a VF, IFACE for the network interface of the PF
 * @places: where to look, what the kernel meets first in front, up to the first
 *	without a file; none when nothing of the device shows it
 */
struct explain_cause {
	const char *name;
	const char *see;
	struct explain_pattern patterns[EXPLAIN_PATTERNS];
	const char *cause;
	const char *remedy;
	struct explain_place places[EXPLAIN_PLACES];
};

/**
 * struct explain_group - the causes that are met at one moment
 * @title: the moment
 * @causes: the rows, up to one without a name
 */
struct explain_group {
	const char *title;
	const struct explain_cause *causes;
};

/* All groups, up to one without a title */
extern const struct explain_group explain_groups[];

extern const struct explain_cause explain_enable_causes[];
extern const struct explain_cause explain_driver_causes[];
extern const struct explain_cause explain_vf_causes[];
extern const struct explain_cause explain_guest_causes[];
extern const struct explain_cause explain_module_causes[];

#endif
