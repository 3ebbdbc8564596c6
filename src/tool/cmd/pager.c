// SPDX-License-Identifier: GPL-2.0
/*
 * Output on a terminal.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pager.h"

/*
 * Ends by itself when all fits, shows colours, and leaves the screen as it is. Where
 * there is none, or one that has not these options, all is printed as it is.
 */
#define PAGER "less -FRX 2>/dev/null || exec cat"

/* With these ends a shell that could not start what it should */
#define SHELL_CANNOT 126
#define SHELL_NOT_FOUND 127

static const char *pager_command(void)
{
	return getenv("PAGER") ?: PAGER;
}

bool pager_start(struct cmd_options *options, bool wanted)
{
	const char *pager = pager_command(), *none = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	if (!isatty(STDOUT_FILENO))
		return false;
	if (wanted && !options->json && *pager) {
		/* A pager that was left is no error. */
		signal(SIGPIPE, SIG_IGN);
		options->out = popen(pager, "w") ?: stdout;
	}
	return !(none && *none) && term && strcmp(term, "dumb");
}

/* A pager that was started knows best how it ends. */
static int pager_close(FILE *out)
{
	int status = pclose(out);

	if (status < 0 || !WIFEXITED(status) ||
	    (WEXITSTATUS(status) != SHELL_CANNOT &&
	     WEXITSTATUS(status) != SHELL_NOT_FOUND))
		return TOOL_WELL;
	say("the pager %s cannot be started: --no-pager", pager_command());
	return TOOL_BLIND;
}

int pager_end(struct cmd_options *options)
{
	bool failed = fflush(options->out) || ferror(options->out);
	int error = errno;

	if (options->out != stdout)
		return pager_close(options->out);
	if (!failed || error == EPIPE)
		return TOOL_WELL;
	say("not all could be written: %s", strerror(error));
	return TOOL_BLIND;
}
