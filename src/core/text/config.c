// SPDX-License-Identifier: GPL-2.0
/*
 * config: the whole configuration space as "lspci -xxxx" prints it, for
 * "lspci -F".
 */
#include "debugfs/files.h"

#define CONFIG_ROW 16 /* bytes a line */

/* The bytes as on the wire, which is how the image keeps them. */
static const u8 *config_bytes(const struct pf_facts *snap)
{
	return (const u8 *)snap->image->dwords;
}

static int config_lines(const struct pf_facts *snap)
{
	return 1 + DIV_ROUND_UP(snap->image->space.size, CONFIG_ROW);
}

static void config_header(struct seq_file *m, const struct pf_facts *snap)
{
	const u8 *bytes = config_bytes(snap);

	seq_printf(m, "%s %02x%02x: %02x%02x:%02x%02x (rev %02x)\n",
		   snap->kernel.name, bytes[PCI_CLASS_DEVICE + 1],
		   bytes[PCI_CLASS_DEVICE], bytes[PCI_VENDOR_ID + 1],
		   bytes[PCI_VENDOR_ID], bytes[PCI_DEVICE_ID + 1],
		   bytes[PCI_DEVICE_ID], bytes[PCI_REVISION_ID]);
}

static void config_line(struct seq_file *m, struct scope_pf *pf,
			const struct pf_facts *snap, u32 n)
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
		seq_printf(m, " %02x", config_bytes(snap)[offset]);
	seq_putc(m, '\n');
}

const struct pf_file pf_file_config = {
	.name = "config",
	.what = FACTS_IMAGE,
	.lines = config_lines,
	.line = config_line,
};
