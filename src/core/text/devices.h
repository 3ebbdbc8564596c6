/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A line for each PF.
 */
#ifndef SRIOVSCOPE_TEXT_DEVICES_H
#define SRIOVSCOPE_TEXT_DEVICES_H

#include <linux/seq_file.h>

#include "core/check/check.h"
#include "core/preflight/preflight.h"

/* What a line is made from */
#define TEXT_DEVICES_NEEDS CHECK_NEEDS

/**
 * text_devices_header() - print what the columns of "devices" are
 * @m: where to
 */
void text_devices_header(struct seq_file *m);

/**
 * text_devices_line() - print a PF's line of "devices"
 * @m: where to
 * @facts: of the PF, with TEXT_DEVICES_NEEDS; it may sleep
 * @check: from check_all(), NULL when it sleeps or does not answer
 */
void text_devices_line(struct seq_file *m, const struct pf_facts *facts,
		       const struct check_summary *check);

/**
 * text_check_counts() - print the last line of "check"
 * @m: where to
 * @check: from check_all()
 */
void text_check_counts(struct seq_file *m, const struct check_summary *check);

/**
 * text_preflight_head() - print the lines that "preflight" begins with
 * @m: where to
 * @summary: from preflight_all()
 */
void text_preflight_head(struct seq_file *m,
			 const struct preflight_summary *summary);

#endif
