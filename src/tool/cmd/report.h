/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The command report.
 */
#ifndef SRIOVSCOPE_TOOL_CMD_REPORT_H
#define SRIOVSCOPE_TOOL_CMD_REPORT_H

#include "cmd.h"

/* The run of a struct cmd. */
int cmd_report(const struct cmd_options *options, const struct cmd *cmd,
	       int argc, char **argv);

#endif
