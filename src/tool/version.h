/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The version of the command, which its Makefile takes from debian/changelog.
 */
#ifndef SRIOVSCOPE_TOOL_VERSION_H
#define SRIOVSCOPE_TOOL_VERSION_H

#ifndef SRIOVSCOPE_VERSION
#define SRIOVSCOPE_VERSION "0"
#endif

#endif
