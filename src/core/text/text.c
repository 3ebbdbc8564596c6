// SPDX-License-Identifier: GPL-2.0
/*
 * Values as text.
 */
#include <linux/bitops.h>
#include <linux/string.h>
#include <linux/string_helpers.h>
#include <sriovscope/routing_id.h>

#include "core/facts/facts.h"
#include "text.h"

void text_unknown(struct seq_file *m, const struct pf_facts *facts)
{
	seq_printf(m, TEXT_UNKNOWN TEXT_REMARK "%s", facts->why);
}

void text_quoted(struct seq_file *m, const char *string)
{
	seq_putc(m, '"');
	seq_escape_mem(m, string, strlen(string),
		       ESCAPE_HEX | ESCAPE_NAP | ESCAPE_APPEND, "\"\\");
	seq_putc(m, '"');
}

void text_page_sizes(struct seq_file *m, u32 bits)
{
	static const char units[] = "KMGT";
	unsigned long sizes = bits;
	unsigned int bit, power;

	for_each_set_bit(bit, &sizes, BITS_PER_TYPE(bits)) {
		power = bit + 2; /* in KiB: bit 0 is 4 KiB */
		seq_printf(m, "%s%u%c", bit == __ffs(sizes) ? "" : " ",
			   1U << power % 10, units[power / 10]);
	}
}

void text_address(struct seq_file *m, const struct pf_kernel *kernel,
		  u16 routing_id)
{
	char name[AROUND_NAME_LEN];

	routing_id_print(name, sizeof(name), kernel->domain, routing_id);
	seq_puts(m, name);
}

const char *text_driver(const struct pf_facts *facts, const char *driver)
{
	if (facts_lack(facts, ABOUT_DRIVER))
		return TEXT_UNKNOWN;
	return text_or_dash(driver);
}

const char *text_mode(const struct pf_kernel *kernel)
{
	static const char *const modes[] = {
		[PF_MODE_OBSERVED] = "observed",
		[PF_MODE_BOUND] = "bound",
		[PF_MODE_REJECTED] = "rejected",
	};

	return modes[kernel->mode];
}

void text_bar_address(struct seq_file *m, const struct vf_bar *bar, u64 address)
{
	seq_printf(m, "0x%0*llx", bar->is_64bit ? 16 : 8, address);
}
