// SPDX-License-Identifier: GPL-2.0
/*
 * sriovscope: what the module shows, for who may not load one, and for who has no
 * more than a dump.
 */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "cmd/pager.h"
#include "version.h"

/* Options that have no letter */
enum {
	OPTION_FROM = 256,
	OPTION_ROOT,
	OPTION_JSON,
	OPTION_NO_PAGER,
	OPTION_SVG,
	OPTION_RAW,
	OPTION_LIST,
	OPTION_INTERVAL,
	OPTION_VERSION,
};

static const struct option long_options[] = {
	{ "from", required_argument, NULL, OPTION_FROM },
	{ "root", required_argument, NULL, OPTION_ROOT },
	{ "json", no_argument, NULL, OPTION_JSON },
	{ "no-pager", no_argument, NULL, OPTION_NO_PAGER },
	{ "output", required_argument, NULL, 'o' },
	{ "svg", required_argument, NULL, OPTION_SVG },
	{ "raw", no_argument, NULL, OPTION_RAW },
	{ "list", no_argument, NULL, OPTION_LIST },
	{ "interval", required_argument, NULL, OPTION_INTERVAL },
	{ "verbose", no_argument, NULL, 'v' },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, OPTION_VERSION },
	{}
};

static void usage(FILE *to)
{
	unsigned int i;
	char call[64];

	fputs("Usage: sriovscope [OPTION...] [COMMAND [ARGUMENT...]]\n\n", to);
	for (i = 0; i < cmd_count; i++) {
		snprintf(call, sizeof(call), "%s %s", cmds[i].name,
			 cmds[i].args);
		fprintf(to, "  %-26s %s\n", call, cmds[i].help);
	}
	fputs("\nWithout a command it is list.\n"
	      "A and B are files as FILE below, or addresses of PFs, which are looked at as\n"
	      "--from has it. What is known on one side alone is no change: -v lists it.\n\n"
	      "  --from debugfs|sysfs|FILE  where to look; FILE is what lspci -xxxx printed,\n"
	      "                             a copy of config of sysfs, or a report; - is\n"
	      "                             standard input. Without it: the module's files\n"
	      "                             in debugfs, or else sysfs\n"
	      "  --root DIR                 take DIR/sys and DIR/proc for /sys and /proc\n"
	      "  --json                     print JSON\n"
	      "  --interval SECONDS         watch: look so often too. Without it: when the\n"
	      "                             kernel says that something happened, which it\n"
	      "                             does not of a register that was written alone\n"
	      "  -o, --output FILE          report: write to a new file, which only you can\n"
	      "                             read; metrics: put them in place of the file;\n"
	      "                             - is standard output\n"
	      "  --raw                      report: keep serial numbers and addresses\n"
	      "  --svg FILE                 map: draw in place of the file, as an SVG; - is\n"
	      "                             standard output\n"
	      "  --list                     explain: print all that can be explained\n"
	      "  --no-pager                 do not start a pager\n"
	      "  -v, --verbose              say where what is printed is from\n"
	      "  -h, --help                 print this\n"
	      "  --version                  print the version\n\n"
	      "An option with the name of a command is for that one alone.\n\n"
	      "Exit status: 0 well, 1 something is wrong with a device, differs, or is not\n"
	      "known to explain, 2 called wrongly, 3 could not look. See sriovscope(8).\n",
	      to);
}

static const struct cmd *find_cmd(const char *name)
{
	unsigned int i;

	for (i = 0; i < cmd_count; i++) {
		if (!strcmp(cmds[i].name, name))
			return &cmds[i];
	}
	say("there is no command %s; see sriovscope --help", name);
	return NULL;
}

/* Returns an exit status, or -1 to go on. */
static int take_option(struct cmd_options *options, bool *pager, int option)
{
	switch (option) {
	case OPTION_FROM:
		options->from = optarg;
		return -1;
	case OPTION_ROOT:
		options->root = optarg;
		return -1;
	case OPTION_JSON:
		options->json = true;
		return -1;
	case OPTION_NO_PAGER:
		*pager = false;
		return -1;
	case 'o':
		options->output = optarg;
		return -1;
	case OPTION_SVG:
		options->svg = optarg;
		return -1;
	case OPTION_RAW:
		options->raw = true;
		return -1;
	case OPTION_LIST:
		options->list = true;
		return -1;
	case OPTION_INTERVAL:
		options->interval = optarg;
		return -1;
	case 'v':
		say_more = true;
		return -1;
	case 'h':
		usage(stdout);
		return TOOL_WELL;
	case OPTION_VERSION:
		puts("sriovscope " SRIOVSCOPE_VERSION);
		return TOOL_WELL;
	default:
		say("see sriovscope --help");
		return TOOL_USAGE;
	}
}

/* What would go nowhere was not meant so. */
static bool has_options(const struct cmd *cmd,
			const struct cmd_options *options)
{
	const struct {
		unsigned int flag;
		bool given;
		const char *name;
	} of_some[] = {
		{ CMD_OUTPUT, options->output, "-o" },
		{ CMD_SVG, options->svg, "--svg" },
		{ CMD_RAW, options->raw, "--raw" },
		{ CMD_LIST, options->list, "--list" },
		{ CMD_INTERVAL, options->interval, "--interval" },
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(of_some); i++) {
		if (of_some[i].given && !(cmd->takes & of_some[i].flag)) {
			say("%s has no option %s", cmd->name, of_some[i].name);
			return false;
		}
	}
	return true;
}

/* What is for people alone, and what would be two things in one stream */
static bool may_be_json(const struct cmd *cmd,
			const struct cmd_options *options)
{
	if (options->json && options->list) {
		say("%s --list has no JSON", cmd->name);
		return false;
	}
	if (options->json && options->svg && !strcmp(options->svg, "-")) {
		say("%s: the JSON is on standard output: name a file for --svg",
		    cmd->name);
		return false;
	}
	return true;
}

static int run(struct cmd_options *options, bool pager, int argc, char **argv)
{
	const struct cmd *cmd = argc ? find_cmd(*argv) : &cmds[0];
	int ret;

	if (!cmd)
		return TOOL_USAGE;
	if (argc) {
		argc--;
		argv++;
	}
	if (!has_options(cmd, options) || !may_be_json(cmd, options))
		return TOOL_USAGE;
	if (argc < cmd->min || argc > cmd->max) {
		say("usage: sriovscope %s %s", cmd->name, cmd->args);
		return TOOL_USAGE;
	}
	if (options->output && !strcmp(options->output, "-"))
		options->output = NULL;
	options->color = pager_start(options, pager && !cmd->endless);
	ret = cmd->run(options, cmd, argc, argv);
	return cmd_worse(ret, pager_end(options));
}

/*
 * What is opened first would be standard output where that is closed. Each is opened
 * for the other direction, so that who reads or writes it gets EBADF as before.
 */
static bool open_standard(void)
{
	static const int modes[] = {
		[STDIN_FILENO] = O_WRONLY,
		[STDOUT_FILENO] = O_RDONLY,
		[STDERR_FILENO] = O_RDONLY,
	};
	int fd;

	for (fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", modes[fd]) != fd)
			return false;
	}
	return true;
}

int main(int argc, char **argv)
{
	struct cmd_options options = { .root = "", .out = stdout };
	bool pager = true;
	int option, ret;

	if (!open_standard())
		return TOOL_BLIND;
	while ((option = getopt_long(argc, argv, "o:vh", long_options, NULL)) !=
	       -1) {
		ret = take_option(&options, &pager, option);
		if (ret >= 0)
			return cmd_worse(ret, pager_end(&options));
	}
	return run(&options, pager, argc - optind, argv + optind);
}
