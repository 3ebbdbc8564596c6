/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Colours of a terminal.
 */
#ifndef SRIOVSCOPE_TOOL_COLOR_H
#define SRIOVSCOPE_TOOL_COLOR_H

#define RED "\033[31m"
#define YELLOW "\033[33m"
#define GREEN "\033[32m"
#define PLAIN "\033[0m"

#endif
