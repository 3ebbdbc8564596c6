// SPDX-License-Identifier: GPL-2.0
/*
 * config: the whole configuration space as "lspci -xxxx" prints it, for
 * "lspci -F".
 */
#include "files.h"

#define CONFIG_ROW	16	/* bytes a line */

static u32 config_get(const struct image_space *image, u32 offset, u32 width)
{
	u32 value = 0;

	config_read(&image->space, offset, width, &value);
	return value;
}

static int config_lines(const struct pf_snapshot *snap)
{
	return 1 + DIV_ROUND_UP(snap->image->space.size, CONFIG_ROW);
}

static void config_header(struct seq_file *m, const struct pf_snapshot *snap)
{
	const struct image_space *image = snap->image;

	seq_printf(m, "%s %04x: %04x:%04x (rev %02x)\n", snap->kernel.name,
		   config_get(image, PCI_CLASS_DEVICE, sizeof(u16)),
		   config_get(image, PCI_VENDOR_ID, sizeof(u16)),
		   config_get(image, PCI_DEVICE_ID, sizeof(u16)),
		   config_get(image, PCI_REVISION_ID, sizeof(u8)));
}

static void config_line(struct seq_file *m, struct scope_pf *pf,
			const struct pf_snapshot *snap, u32 n)
{
	u32 start, end, offset;

	if (!n) {
		config_header(m, snap);
		return;
	}

	start = (n - 1) * CONFIG_ROW;
	end = min(start + CONFIG_ROW, snap->image->space.size);
	seq_printf(m, "%02x:", start);
	for (offset = start; offset < end; offset++)
		seq_printf(m, " %02x",
			   config_get(snap->image, offset, sizeof(u8)));
	seq_putc(m, '\n');
}

const struct pf_file pf_file_config = {
	.name = "config",
	.what = SNAPSHOT_IMAGE,
	.lines = config_lines,
	.line = config_line,
};
