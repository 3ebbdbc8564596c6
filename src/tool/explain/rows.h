/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Words that the rows are made of.
 */
#ifndef SRIOVSCOPE_EXPLAIN_ROWS_H
#define SRIOVSCOPE_EXPLAIN_ROWS_H

#include <errno.h>

#include "causes.h"

/* A line says so; says so with an errno; says an errno alone. */
#define SAYS(text)             \
	{                      \
		.glob = (text) \
	}
#define SAYS_WITH(text, errno_of_it)                   \
	{                                              \
		.glob = (text), .error = (errno_of_it) \
	}
#define ERRNO(errno_of_it)             \
	{                              \
		.error = (errno_of_it) \
	}

#define PREFLIGHT(constraint)             \
	{                                 \
		"preflight", (constraint) \
	}
#define CHECK(rule)             \
	{                       \
		"check", (rule) \
	}
#define STATUS(key)             \
	{                       \
		"status", (key) \
	}
#define REGS(key)             \
	{                     \
		"regs", (key) \
	}
#define VFS(column)             \
	{                       \
		"vfs", (column) \
	}

#define READINESS(column)             \
	{                             \
		"readiness", (column) \
	}

#endif
