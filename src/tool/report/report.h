/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A report: one text with what is known of PFs, to attach to a bug. It is a dump,
 * too: whoever reads what "lspci -xxxx" prints finds the functions in it.
 */
#ifndef SRIOVSCOPE_TOOL_REPORT_H
#define SRIOVSCOPE_TOOL_REPORT_H

#include "members.h"
#include "say.h"
#include "secrets.h"
#include "source/source.h"

#define REPORT_FILES 8

/* Files of a PF that are in it, in this order */
extern const char *const report_files[REPORT_FILES];

/**
 * struct report_pf - what a report has of a PF
 * @name: its address
 * @texts: by report_files, NULL where there is none
 * @errors: why there is none: negative errno
 * @dump_check: what "check" says of the dump in the report; NULL when that cannot
 *	be had
 */
struct report_pf {
	const char *name;
	char *texts[REPORT_FILES];
	int errors[REPORT_FILES];
	char *dump_check;
};

/**
 * struct report - a report
 * @source: where all is from
 * @members: the functions
 * @unread: of each function of the machine why it was not read, 0 when it was
 * @secrets: what is secret, and what was replaced
 * @pf_count: PFs that were asked for
 * @pfs: what there is of each
 * @text: the report
 * @size: its bytes
 */
struct report {
	struct source *source;
	struct members members;
	int *unread;
	struct secrets secrets;
	u32 pf_count;
	struct report_pf *pfs;
	char *text;
	size_t size;
};

/**
 * report_make() - make a report
 * @report: to fill in, for report_drop(); with source, and raw of secrets
 * @pfs: numbers of PFs
 * @count: how many; one that is there twice is in the report once
 *
 * Return: 0; -EIO when the machine cannot be looked at, which was said; -ENOMEM.
 */
int report_make(struct report *report, const unsigned int *pfs, u32 count);

/**
 * report_check_is_same() - does the dump in a report tell "check" the same?
 * @pf: what the report has of a PF
 *
 * Return: true when both texts are there and the same.
 */
bool report_check_is_same(const struct report_pf *pf);

/**
 * report_drop() - forget a report
 * @report: from report_make(), on error too
 */
void report_drop(struct report *report);

#endif
