// SPDX-License-Identifier: GPL-2.0
/*
 * config: the whole configuration space as "lspci -xxxx" prints it, for
 * "lspci -F".
 */
#include <linux/kernel.h>
#include <linux/minmax.h>

#include "file.h"

#define CONFIG_ROW 16 /* bytes a line */

/* The bytes as on the wire, which is how the image keeps them. */
static const u8 *config_bytes(const struct pf_facts *facts)
{
	return (const u8 *)facts->image->dwords;
}

static int config_lines(const struct pf_facts *facts)
{
	return 1 + DIV_ROUND_UP(facts->image->space.size, CONFIG_ROW);
}

static void config_header(struct seq_file *m, const struct pf_facts *facts)
{
	const u8 *bytes = config_bytes(facts);

	seq_printf(m, "%s %02x%02x: %02x%02x:%02x%02x (rev %02x)\n",
		   facts->kernel.name, bytes[PCI_CLASS_DEVICE + 1],
		   bytes[PCI_CLASS_DEVICE], bytes[PCI_VENDOR_ID + 1],
		   bytes[PCI_VENDOR_ID], bytes[PCI_DEVICE_ID + 1],
		   bytes[PCI_DEVICE_ID], bytes[PCI_REVISION_ID]);
}

static void config_line(struct seq_file *m, const struct pf_facts *facts, u32 n)
{
	u32 start, end, offset;

	if (!n) {
		config_header(m, facts);
		return;
	}

	start = (n - 1) * CONFIG_ROW;
	end = min(start + CONFIG_ROW, facts->image->space.size);
	seq_printf(m, "%02x:", start);
	for (offset = start; offset < end; offset++)
		seq_printf(m, " %02x", config_bytes(facts)[offset]);
	seq_putc(m, '\n');
}

const struct text_file text_file_config = {
	.name = "config",
	.what = FACTS_IMAGE,
	.lines = config_lines,
	.line = config_line,
};
