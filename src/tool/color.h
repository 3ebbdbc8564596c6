/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Colours of a terminal, of which each has one meaning in all commands.
 */
#ifndef SRIOVSCOPE_TOOL_COLOR_H
#define SRIOVSCOPE_TOOL_COLOR_H

#define RED "\033[31m"
#define GREEN "\033[32m"
#define YELLOW "\033[33m"
#define BLUE "\033[34m"
#define CYAN "\033[36m"
#define BOLD "\033[1m"
#define BOLD_RED "\033[1;31m"
#define DIM "\033[2m"
#define PLAIN "\033[0m"

#endif
