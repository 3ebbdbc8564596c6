/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The command metrics.
 */
#ifndef SRIOVSCOPE_TOOL_CMD_METRICS_H
#define SRIOVSCOPE_TOOL_CMD_METRICS_H

#include "cmd.h"

/**
 * cmd_metrics() - the run of a struct cmd
 * @options: what the command line says
 * @cmd: the command
 * @argc: no arguments
 * @argv: the same
 *
 * Return: enum tool_exit; TOOL_WELL also when something is wrong with a device.
 */
int cmd_metrics(const struct cmd_options *options, const struct cmd *cmd,
		int argc, char **argv);

#endif
