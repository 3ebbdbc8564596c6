// SPDX-License-Identifier: GPL-2.0
/*
 * The table of commands. To add one, add a row.
 */
#include "commands.h"

#define ANY 1024

const struct cmd cmds[] = {
	{ "list", "", "all PFs, and what is wrong with each", 0, 0, cmd_list },
	{ "show", "BDF", "all that is known of a PF", 1, 1, cmd_show },
	{ "check", "[BDF...]", "does it keep the specification?", 0, ANY,
	  cmd_file },
	{ "preflight", "BDF [N]",
	  "how many VFs could be enabled now, or could N?", 1, 2,
	  cmd_preflight },
	{ "status", "BDF...", "the device against the kernel", 1, ANY,
	  cmd_file },
	{ "regs", "BDF...", "every field of the SR-IOV capability", 1, ANY,
	  cmd_file },
	{ "caps", "BDF...", "the extended capabilities", 1, ANY, cmd_file },
	{ "bars", "BDF...", "the VF BARs and their windows", 1, ANY, cmd_file },
	{ "room", "BDF...", "who has the memory and the buses above", 1, ANY,
	  cmd_file },
	{ "vfs", "BDF...", "the VFs that there are and could be", 1, ANY,
	  cmd_file },
	{ "readiness", "BDF...", "can each VF be used, and if not, why?", 1,
	  ANY, cmd_file },
	{ "events", "BDF...", "what happened to a PF, and who did it", 1, ANY,
	  cmd_file },
	{ "explain", "\"TEXT\" [BDF]",
	  "what is behind a line of a log, or an errno", 0, 2, cmd_explain,
	  CMD_LIST },
	{ "diff", "A B", "what changed between two dumps, reports or devices",
	  2, 2, cmd_diff },
	{ "watch", "[BDF...]", "what changes, as it does", 0, ANY, cmd_watch,
	  CMD_INTERVAL, .endless = true },
	{ "metrics", "", "text for Prometheus, which node_exporter takes", 0, 0,
	  cmd_metrics, CMD_OUTPUT },
	{ "report", "BDF...", "one file to attach to a bug, with -o FILE", 1,
	  ANY, cmd_report, CMD_OUTPUT | CMD_RAW },
	{ "map", "BDF", "routing IDs and memory windows as a picture", 1, 1,
	  cmd_map, CMD_SVG },
};

const unsigned int cmd_count = ARRAY_SIZE(cmds);
