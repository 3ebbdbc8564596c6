/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The files of a PF, made here of what is known of it.
 */
#ifndef SRIOVSCOPE_TOOL_FACTS_TEXT_H
#define SRIOVSCOPE_TOOL_FACTS_TEXT_H

#include "source.h"

/**
 * facts_text() - a file of a PF
 * @fn: the PF
 * @file: name of the file
 * @error: to fill in on error: negative errno
 *
 * Return: the text, for free(); NULL on error.
 */
char *facts_text(struct host_function *fn, const char *file, int *error);

/**
 * facts_survey() - look at all PFs, each once
 * @host: the machine
 * @tell: is told of each, in the order of their addresses
 * @data: for @tell
 *
 * Return: false when there is no memory.
 */
bool facts_survey(struct host *host, survey_fn *tell, void *data);

#endif
