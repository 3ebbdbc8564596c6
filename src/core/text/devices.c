// SPDX-License-Identifier: GPL-2.0
/*
 * devices: a line for each PF, with the worst verdict of its rules.
 */
#include "devices.h"
#include "text.h"

/* A PF that does not answer has none. */
static const char *devices_check(const struct pf_facts *facts,
				 const struct check_summary *check)
{
	if (facts->kernel.asleep)
		return "asleep";
	return check ? check_verdict_name(check->worst) : "-";
}

void text_devices_header(struct seq_file *m)
{
	seq_puts(m,
		 "# bdf id driver cap_offset total_vfs num_vfs mode check\n");
}

void text_devices_line(struct seq_file *m, const struct pf_facts *facts,
		       const struct check_summary *check)
{
	const struct pf_kernel *kernel = &facts->kernel;
	const char *unknown = kernel->asleep ? "asleep" : "-";

	seq_printf(m, "%s %04x:%04x %s ", kernel->name, kernel->vendor,
		   kernel->device, text_driver(facts, kernel->driver));
	if (kernel->cap_offset)
		seq_printf(m, "0x%03x ", kernel->cap_offset);
	else
		seq_printf(m, "%s ", unknown);
	if (facts->sriov_error)
		seq_printf(m, "%s %s ", unknown, unknown);
	else
		seq_printf(m, "%u %u ", facts->sriov.total_vfs,
			   facts->sriov.num_vfs);
	seq_printf(m, "%s %s\n",
		   facts_lack(facts, ABOUT_DRIVER) ? TEXT_UNKNOWN :
						     text_mode(kernel),
		   devices_check(facts, check));
}
