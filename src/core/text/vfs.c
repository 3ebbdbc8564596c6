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

static void vfs_device(struct seq_file *m, const struct pf_facts *facts,
		       const struct vf_device *vf)
{
	if (facts_lack(facts, ABOUT_PLACE | ABOUT_VFS)) {
		seq_puts(m, " " TEXT_UNKNOWN " " TEXT_UNKNOWN " " TEXT_UNKNOWN);
		return;
	}
	if (!vf) {
		seq_puts(m, " planned - -");
		return;
	}
	seq_printf(m, " present %s", text_driver(facts, vf->driver));
	if (facts_lack(facts, ABOUT_IOMMU))
		seq_puts(m, " " TEXT_UNKNOWN);
	else if (vf->group < 0)
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
		if (facts_lack(facts, ABOUT_WINDOWS))
			seq_puts(m, TEXT_UNKNOWN);
		else if (vf_copy_address(&windows[slot], size, n, &address))
			seq_putc(m, '-');
		else
			text_bar_address(m, &set->bars[i], address);
	}
}

/* Prints where VF @n is, and returns it when the kernel has it. */
static const struct vf_device *vfs_address(struct seq_file *m,
					   const struct pf_facts *facts, u32 n)
{
	u16 id;

	if (vf_routing_id(&facts->sriov, facts->kernel.routing_id, n, &id)) {
		seq_putc(m, '-');
		return NULL;
	}
	if (facts_lack(facts, ABOUT_PLACE)) {
		seq_puts(m, TEXT_UNKNOWN);
		return NULL;
	}
	text_address(m, &facts->kernel, id);
	return facts_vf_device(facts, id);
}

static int vfs_lines(const struct pf_facts *facts)
{
	return 1 + facts->sriov.total_vfs;
}

static void vfs_line(struct seq_file *m, const struct pf_facts *facts, u32 n)
{
	struct bar_set set;

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
	vfs_device(m, facts, vfs_address(m, facts, n));
	vfs_bars(m, facts, &set, n);
	seq_putc(m, '\n');
}

const struct text_file text_file_vfs = {
	.name = "vfs",
	.what = FACTS_SRIOV | FACTS_VF_BARS | FACTS_VF_DEVICES,
	.about = ABOUT_PLACE | ABOUT_DRIVER | ABOUT_WINDOWS | ABOUT_IOMMU |
		 ABOUT_VFS,
	.lines = vfs_lines,
	.line = vfs_line,
};
