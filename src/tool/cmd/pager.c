// SPDX-License-Identifier: GPL-2.0
/*
 * Output on a terminal.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pager.h"

/* Ends by itself when all fits, shows colours, and leaves the screen as it is. */
#define PAGER "less -FRX"

bool pager_start(struct cmd_options *options, bool wanted)
{
	const char *pager = getenv("PAGER"), *none = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	if (!isatty(STDOUT_FILENO))
		return false;
	if (wanted && !options->json && (!pager || *pager)) {
		/* A pager that was left is no error. */
		signal(SIGPIPE, SIG_IGN);
		options->out = popen(pager ?: PAGER, "w") ?: stdout;
	}
	return !(none && *none) && term && strcmp(term, "dumb");
}

int pager_end(struct cmd_options *options)
{
	bool failed = fflush(options->out) || ferror(options->out);
	int error = errno;

	if (options->out != stdout) {
		pclose(options->out);
		return TOOL_WELL;
	}
	if (!failed || error == EPIPE)
		return TOOL_WELL;
	say("not all could be written: %s", strerror(error));
	return TOOL_BLIND;
}
