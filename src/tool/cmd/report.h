/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The command report.
 */
#ifndef SRIOVSCOPE_TOOL_CMD_REPORT_H
#define SRIOVSCOPE_TOOL_CMD_REPORT_H

#include "cmd.h"

/**
 * cmd_report() - write one file to attach to a bug
 * @options: what the command line says
 * @cmd: the command
 * @argc: how many PFs are named
 * @argv: their addresses
 *
 * Return: enum tool_exit.
 */
int cmd_report(const struct cmd_options *options, const struct cmd *cmd,
	       int argc, char **argv);

#endif
