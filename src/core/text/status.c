// SPDX-License-Identifier: GPL-2.0
/*
 * status: the device against the kernel, and the last request to change VFs.
 */
#include <linux/array_size.h>
#include <linux/err.h>
#include <linux/kstrtox.h>

#include "core/guard/write_path.h"
#include "file.h"
#include "text.h"

static void status_driver(struct seq_file *m, const struct pf_facts *facts)
{
	seq_puts(m, *facts->kernel.driver ? facts->kernel.driver : "none");
}

static void status_mode(struct seq_file *m, const struct pf_facts *facts)
{
	seq_puts(m, text_mode(&facts->kernel));
}

static void status_is_physfn(struct seq_file *m, const struct pf_facts *facts)
{
	seq_puts(m, text_yes_no(facts->kernel.is_physfn));
}

static void status_register(struct seq_file *m, const struct pf_facts *facts,
			    u16 value)
{
	if (facts->kernel.asleep)
		seq_puts(m, "asleep" TEXT_REMARK
			    "reading regs would wake the PF up");
	else if (facts->sriov_error)
		seq_puts(m, "unknown" TEXT_REMARK
			    "the capability cannot be bounded: see caps");
	else
		seq_printf(m, "%u", value);
}

static void status_num_vfs_register(struct seq_file *m,
				    const struct pf_facts *facts)
{
	status_register(m, facts, facts->sriov.num_vfs);
	if (!facts->sriov_error && facts->sriov.num_vfs &&
	    !facts->sriov.vf_enable)
		seq_puts(m, TEXT_REMARK "VF Enable is clear");
}

static void status_num_vfs_kernel(struct seq_file *m,
				  const struct pf_facts *facts)
{
	seq_printf(m, "%u", facts->kernel.num_vfs);
}

/* Who may be wrong accuses nobody. */
static void status_agree(struct seq_file *m, const struct pf_facts *facts)
{
	u32 kernel = facts->kernel.num_vfs;

	if (facts->kernel.asleep)
		seq_puts(m, "unknown" TEXT_REMARK "the PF sleeps");
	else if (facts->sriov_error)
		seq_puts(m, "unknown" TEXT_REMARK "the register is unknown");
	else if (facts->sriov.num_vfs == kernel &&
		 facts->sriov.vf_enable == !!kernel)
		seq_puts(m, "yes");
	else if (facts->kernel.changing)
		seq_puts(m, "unknown" TEXT_REMARK
			    "an operation on the PF is in progress");
	else
		seq_puts(m,
			 "no" TEXT_REMARK
			 "the register was written behind the kernel's back, or the device was reset");
}

static void status_total_vfs_register(struct seq_file *m,
				      const struct pf_facts *facts)
{
	status_register(m, facts, facts->sriov.total_vfs);
}

static void status_driver_cap(struct seq_file *m, const struct pf_facts *facts)
{
	seq_printf(m, "%u", facts->kernel.driver_cap);
}

static void status_vfs_assigned(struct seq_file *m,
				const struct pf_facts *facts)
{
	seq_printf(m, "%u", facts->kernel.vfs_assigned);
}

/* A kernel that has no such file keeps drivers from no VF. */
static void status_autoprobe(struct seq_file *m, const struct pf_facts *facts)
{
	seq_puts(m, facts->kernel.autoprobe_known ?
			    text_yes_no(facts->kernel.autoprobe) :
			    "none");
}

static void status_vf_msix(struct seq_file *m, const struct pf_facts *facts)
{
	if (!facts->kernel.vf_msix_known)
		seq_puts(m, TEXT_UNKNOWN TEXT_REMARK
			 "an operation on the PF is in progress");
	else if (!facts->kernel.vf_msix)
		seq_puts(m, "none" TEXT_REMARK
			    "its driver shares no vectors out to VFs");
	else
		seq_printf(m, "%u", facts->kernel.vf_msix);
}

static void status_write_path(struct seq_file *m, const struct pf_facts *facts)
{
	char remark[PF_REASON_LEN];
	bool open;

	open = guard_write_path(&facts->kernel, remark, sizeof(remark));
	seq_printf(m, "%s" TEXT_REMARK "%s", open ? "open" : "closed", remark);
}

static void status_last_request(struct seq_file *m,
				const struct pf_facts *facts)
{
	const struct pf_request *request = &facts->request;
	unsigned int number;

	if (request->state == PF_REQUEST_NONE)
		seq_puts(m, "none");
	else if (!kstrtouint(request->text, 0, &number))
		seq_printf(m, "%u", number);
	else
		text_quoted(m, request->text);
}

static void status_last_result(struct seq_file *m, const struct pf_facts *facts)
{
	const struct pf_request *request = &facts->request;

	if (request->state == PF_REQUEST_NONE)
		seq_puts(m, "none");
	else if (request->state == PF_REQUEST_IN_PROGRESS)
		seq_puts(m, "in_progress");
	else if (request->result && IS_ENABLED(CONFIG_SYMBOLIC_ERRNAME))
		seq_printf(m, "%pe", ERR_PTR(request->result));
	else
		seq_printf(m, "%d", request->result);
}

static void status_last_reason(struct seq_file *m, const struct pf_facts *facts)
{
	text_quoted(m, facts->request.reason);
}

static void status_last_probe(struct seq_file *m, const struct pf_facts *facts)
{
	const struct pf_probe *probe = &facts->kernel.probe;

	if (!*probe->driver)
		seq_puts(m, "none");
	else if (!probe->failed)
		seq_printf(m, "%s bound", probe->driver);
	else if (probe->reason)
		seq_printf(m, "%s failed" TEXT_REMARK "%pe: %s", probe->driver,
			   ERR_PTR(probe->error), probe->reason);
	else
		seq_printf(m,
			   "%s failed" TEXT_REMARK
			   "why is in the kernel log: dmesg | grep %s",
			   probe->driver, facts->kernel.name);
}

static const struct status_key {
	const char *name;
	void (*print)(struct seq_file *m, const struct pf_facts *facts);
	u32 about; /* ABOUT_*, without which it is unknown */
} status_keys[] = {
	{ "driver", status_driver, ABOUT_DRIVER },
	{ "mode", status_mode, ABOUT_DRIVER },
	{ "is_physfn", status_is_physfn, ABOUT_KERNEL },
	{ "num_vfs_register", status_num_vfs_register },
	{ "num_vfs_kernel", status_num_vfs_kernel, ABOUT_KERNEL },
	{ "agree", status_agree, ABOUT_KERNEL },
	{ "total_vfs_register", status_total_vfs_register },
	{ "total_vfs_driver_cap", status_driver_cap, ABOUT_KERNEL },
	{ "vfs_assigned", status_vfs_assigned, ABOUT_ASSIGNED },
	{ "write_path", status_write_path, ABOUT_MODULE },
	{ "last_request", status_last_request, ABOUT_MODULE },
	{ "last_result", status_last_result, ABOUT_MODULE },
	{ "last_reason", status_last_reason, ABOUT_MODULE },
	{ "last_probe", status_last_probe, ABOUT_MODULE },
	{ "sriov_drivers_autoprobe", status_autoprobe, ABOUT_KERNEL },
	{ "sriov_vf_total_msix", status_vf_msix, ABOUT_VF_MSIX },
};

static int status_lines(const struct pf_facts *facts)
{
	return ARRAY_SIZE(status_keys);
}

static void status_line(struct seq_file *m, const struct pf_facts *facts, u32 n)
{
	const struct status_key *key = &status_keys[n];

	seq_printf(m, "%s: ", key->name);
	if (facts_lack(facts, key->about))
		text_unknown(m, facts);
	else
		key->print(m, facts);
	seq_putc(m, '\n');
}

const struct text_file text_file_status = {
	.name = "status",
	.what = FACTS_SRIOV_IF_ANY | FACTS_ASSIGNED | FACTS_LOCKDOWN |
		FACTS_VF_SETTINGS,
	.lets_sleep = true,
	.lines = status_lines,
	.line = status_line,
};
