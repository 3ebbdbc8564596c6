/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Output on a terminal: colours, and a pager for what is longer than it.
 */
#ifndef SRIOVSCOPE_TOOL_PAGER_H
#define SRIOVSCOPE_TOOL_PAGER_H

#include "cmd.h"

/**
 * pager_start() - where output goes
 * @options: out is filled in
 * @wanted: a pager may be started
 *
 * A pager is for terminals alone.
 *
 * Return: whether there may be colours: on a terminal, without NO_COLOR.
 */
bool pager_start(struct cmd_options *options, bool wanted);

/**
 * pager_end() - the end of output
 * @options: from pager_start()
 *
 * Return: enum tool_exit; TOOL_BLIND when not all could be written, or the pager not
 *	be started, which was said.
 */
int pager_end(struct cmd_options *options);

#endif
