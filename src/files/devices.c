// SPDX-License-Identifier: GPL-2.0
/*
 * devices: all PFs, a line each, in the order of their addresses.
 *
 * The position is the registry's key plus one, with 0 for the header, so that
 * going on costs one search however many PFs there are.
 */
#include <linux/module.h>

#include "../check/check.h"
#include "../pf/registry.h"
#include "files.h"
#include "text.h"

static void *devices_at(loff_t *pos)
{
	unsigned long key;
	struct scope_pf *pf;

	if (!*pos)
		return SEQ_START_TOKEN;
	key = *pos - 1;
	pf = registry_next(&key);
	*pos = (loff_t)key + 1;
	return pf;
}

static void devices_drop(void *v)
{
	if (v && v != SEQ_START_TOKEN)
		pf_put(v);
}

static void *devices_start(struct seq_file *m, loff_t *pos)
{
	return devices_at(pos);
}

static void *devices_next(struct seq_file *m, void *v, loff_t *pos)
{
	devices_drop(v);
	(*pos)++;
	return devices_at(pos);
}

static void devices_stop(struct seq_file *m, void *v)
{
	devices_drop(v);
}

/* The worst verdict; a PF that does not answer has none. */
static const char *devices_check(const struct pf_snapshot *snap)
{
	struct check_summary summary;

	if (!snap->around)
		return "-";
	check_all(snap, &summary);
	return check_verdict_name(summary.worst);
}

void devices_line(struct seq_file *m, const struct pf_snapshot *snap)
{
	const struct pf_kernel *kernel = &snap->kernel;

	seq_printf(m, "%s %04x:%04x %s ", kernel->name, kernel->vendor,
		   kernel->device, text_or_dash(kernel->driver));
	if (kernel->cap_offset)
		seq_printf(m, "0x%03x ", kernel->cap_offset);
	else
		seq_puts(m, "- ");
	if (snap->sriov_error)
		seq_puts(m, "- - ");
	else
		seq_printf(m, "%u %u ", snap->sriov.total_vfs,
			   snap->sriov.num_vfs);
	seq_printf(m, "%s %s\n", text_mode(kernel), devices_check(snap));
}

static int devices_show(struct seq_file *m, void *v)
{
	struct pf_snapshot snap;

	if (v == SEQ_START_TOKEN) {
		seq_puts(m,
			 "# bdf id driver cap_offset total_vfs num_vfs mode check\n");
		return 0;
	}

	/* A PF that does not answer keeps its line, without its registers. */
	if (pf_snapshot_take(v, CHECK_NEEDS, &snap) && !*snap.kernel.name)
		return SEQ_SKIP;
	devices_line(m, &snap);
	pf_snapshot_drop(&snap);
	return 0;
}

static const struct seq_operations devices_seq = {
	.start = devices_start,
	.next = devices_next,
	.stop = devices_stop,
	.show = devices_show,
};

static int devices_open(struct inode *inode, struct file *file)
{
	return seq_open(file, &devices_seq);
}

const struct file_operations devices_fops = {
	.owner = THIS_MODULE,
	.open = devices_open,
	.read = seq_read,
	.llseek = seq_lseek,
	.release = seq_release,
};
