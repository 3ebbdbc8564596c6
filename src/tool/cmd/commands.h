/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The commands, each a row of the table.
 */
#ifndef SRIOVSCOPE_TOOL_COMMANDS_H
#define SRIOVSCOPE_TOOL_COMMANDS_H

#include "cmd.h"

cmd_fn cmd_list;
cmd_fn cmd_show;
cmd_fn cmd_file; /* check, status, regs, caps, bars, vfs */
cmd_fn cmd_preflight;
cmd_fn cmd_explain;
cmd_fn cmd_diff;
cmd_fn cmd_watch;
cmd_fn cmd_map;
cmd_fn cmd_report;
cmd_fn cmd_metrics;

#endif
