/* SPDX-License-Identifier: GPL-2.0 */
/*
 * map: routing IDs and memory windows as a picture.
 */
#ifndef SRIOVSCOPE_TOOL_CMD_MAP_H
#define SRIOVSCOPE_TOOL_CMD_MAP_H

#include "cmd.h"

/* The run of a struct cmd */
int cmd_map(const struct cmd_options *options, const struct cmd *cmd, int argc,
	    char **argv);

#endif
