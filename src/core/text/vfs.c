// SPDX-License-Identifier: GPL-2.0
/*
 * vfs: every VF that the device can have, under the address that it has or
 * will have.
 */
#include "core/bars/bar_set.h"
#include "core/bars/vf_copy.h"
#include "file.h"
#include "text.h"

static void vfs_header(struct seq_file *m, const struct bar_set *set)
{
	u32 i;

	seq_puts(m, "# vf bdf state driver iommu_group");
	for (i = 0; i < set->count; i++)
		seq_printf(m, " bar%u", set->bars[i].slot);
	seq_putc(m, '\n');
}

static void vfs_device(struct seq_file *m, const struct vf_device *vf)
{
	if (!vf) {
		seq_puts(m, " planned - -");
		return;
	}
	seq_printf(m, " present %s", text_or_dash(vf->driver));
	if (vf->group < 0)
		seq_puts(m, " -");
	else
		seq_printf(m, " %d", vf->group);
}

static void vfs_bars(struct seq_file *m, const struct pf_facts *facts,
		     const struct bar_set *set, u32 n)
{
	const struct vf_window *windows = facts->kernel.windows;
	u64 size, address;
	u32 i, slot;

	for (i = 0; i < set->count; i++) {
		slot = set->bars[i].slot;
		size = vf_copy_size(facts->around, windows,
				    facts->sriov.total_vfs, slot);
		seq_putc(m, ' ');
		if (vf_copy_address(&windows[slot], size, n, &address))
			seq_putc(m, '-');
		else
			text_bar_address(m, &set->bars[i], address);
	}
}

static int vfs_lines(const struct pf_facts *facts)
{
	return 1 + facts->sriov.total_vfs;
}

static void vfs_line(struct seq_file *m, const struct pf_facts *facts, u32 n)
{
	const struct vf_device *vf = NULL;
	struct bar_set set;
	u16 id;

	/* A malformed set has no columns; "bars" and "regs" say why. */
	if (bar_set_make(&set, &facts->kernel, &facts->sriov,
			 &facts->around->ea))
		set.count = 0;
	if (!n) {
		vfs_header(m, &set);
		return;
	}

	n--;
	seq_printf(m, "%u ", n);
	if (vf_routing_id(&facts->sriov, facts->kernel.routing_id, n, &id)) {
		seq_putc(m, '-');
	} else {
		text_address(m, &facts->kernel, id);
		vf = facts_vf_device(facts, id);
	}
	vfs_device(m, vf);
	vfs_bars(m, facts, &set, n);
	seq_putc(m, '\n');
}

const struct text_file text_file_vfs = {
	.name = "vfs",
	.what = FACTS_SRIOV | FACTS_VF_BARS | FACTS_VF_DEVICES,
	.lines = vfs_lines,
	.line = vfs_line,
};
