/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Commands that print files of PFs, the list of all PFs, and what changes of them.
 */
#ifndef SRIOVSCOPE_TOOL_FILES_H
#define SRIOVSCOPE_TOOL_FILES_H

#include "cmd.h"

/* Each is the run of a struct cmd. */
int cmd_list(const struct cmd_options *options, const struct cmd *cmd, int argc,
	     char **argv);
int cmd_show(const struct cmd_options *options, const struct cmd *cmd, int argc,
	     char **argv);
int cmd_file(const struct cmd_options *options, const struct cmd *cmd, int argc,
	     char **argv);
int cmd_explain(const struct cmd_options *options, const struct cmd *cmd,
		int argc, char **argv);
int cmd_preflight(const struct cmd_options *options, const struct cmd *cmd,
		  int argc, char **argv);
int cmd_diff(const struct cmd_options *options, const struct cmd *cmd, int argc,
	     char **argv);
int cmd_watch(const struct cmd_options *options, const struct cmd *cmd,
	      int argc, char **argv);

#endif
