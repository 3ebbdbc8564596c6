// SPDX-License-Identifier: GPL-2.0
/*
 * regs: every field of the SR-IOV capability, a key each.
 */
#include <linux/array_size.h>
#include <linux/build_bug.h>
#include <linux/stddef.h>

#include "core/bars/bar_set.h"
#include "core/facts/routing_id.h"
#include "file.h"
#include "text.h"

enum regs_format {
	REGS_YES_NO,
	REGS_COUNT,
	REGS_HEX12,
	REGS_HEX8,
	REGS_HEX16,
	REGS_HEX32,
};

struct regs_key {
	const char *name;
	enum regs_format format;
	u16 offset;
	u16 width;
	void (*remark)(struct seq_file *m, const struct pf_facts *snap,
		       const struct regs_key *key);
};

static void remark_link(struct seq_file *m, const struct pf_facts *snap,
			const struct regs_key *key)
{
	u8 link = sriov_dependency(&snap->sriov, snap->kernel.routing_id,
				   snap->kernel.integrated);

	if (link == (snap->kernel.routing_id & 0xff))
		seq_puts(m, "itself: depends on no other function");
	else
		seq_printf(m, "depends on function %02x.%d of the bus",
			   routing_id_device(link), routing_id_function(link));
}

static void remark_total(struct seq_file *m, const struct pf_facts *snap,
			 const struct regs_key *key)
{
	if (snap->sriov.total_vfs)
		seq_puts(m, "VFs that the device can have");
	else
		seq_puts(m,
			 "no VFs: look for a firmware setting of the device");
}

static void remark_now(struct seq_file *m, const struct pf_facts *snap,
		       const struct regs_key *key)
{
	seq_puts(m,
		 "for now: may change with num_vfs and ari_capable_hierarchy");
}

static void remark_supported(struct seq_file *m, const struct pf_facts *snap,
			     const struct regs_key *key)
{
	text_page_sizes(m, snap->sriov.supported_page_sizes);
}

static void remark_system(struct seq_file *m, const struct pf_facts *snap,
			  const struct regs_key *key)
{
	text_page_sizes(m, snap->sriov.system_page_size);
}

/* A register that reads 0 does not tell that there is no VF BAR. */
static void remark_no_bar(struct seq_file *m, const struct pf_facts *snap)
{
	static const struct around_ea no_ea;
	struct bar_set set;

	bar_set_make(&set, &snap->kernel, &snap->sriov, &no_ea);
	if (snap->kernel.has_ea)
		seq_puts(m,
			 "says nothing: Enhanced Allocation may have one, see bars");
	else if (set.lost || !set.complete)
		seq_puts(m,
			 "none, or one that the kernel has no place for: see bars");
	else
		seq_puts(m, "none");
}

static void remark_bar(struct seq_file *m, const struct pf_facts *snap,
		       const struct regs_key *key)
{
	u32 slot = (key->offset - offsetof(struct sriov_state, vf_bar)) /
		   sizeof(u32);
	struct vf_bar_iter iter;
	struct vf_bar bar = {};

	if (vf_bars_start(&iter, &snap->sriov)) {
		seq_puts(m,
			 "VF BARs must be for memory, of 32 or 64 bits, and a 64-bit one not last");
		return;
	}
	while (vf_bars_next(&iter, &bar) && bar.slot + bar.is_64bit < slot)
		;
	if (!bar.address && !snap->sriov.vf_bar[bar.slot] &&
	    (snap->kernel.has_ea || !snap->kernel.windows[bar.slot].size))
		remark_no_bar(m, snap);
	else if (bar.slot < slot)
		seq_printf(m, "upper half of vf_bar%u", bar.slot);
	else
		seq_printf(m, "%s%s", bar.is_64bit ? "mem64" : "mem32",
			   bar.prefetchable ? " prefetchable" : "");
}

#define REGS_KEY(key, form, say)                                \
	{                                                       \
		.name = #key, .format = (form),                 \
		.offset = offsetof(struct sriov_state, key),    \
		.width = sizeof_field(struct sriov_state, key), \
		.remark = (say),                                \
	}

#define REGS_BAR(slot)                                                \
	{                                                             \
		.name = "vf_bar" #slot, .format = REGS_HEX32,         \
		.offset = offsetof(struct sriov_state, vf_bar[slot]), \
		.width = sizeof(u32), .remark = remark_bar,           \
	}

static const struct regs_key regs_keys[] = {
	REGS_KEY(capability_offset, REGS_HEX12, NULL),
	REGS_KEY(capability_version, REGS_COUNT, NULL),
	REGS_KEY(next_capability, REGS_HEX12, NULL),
	REGS_KEY(span, REGS_COUNT, NULL),
	REGS_KEY(vf_migration_capable, REGS_YES_NO, NULL),
	REGS_KEY(ari_capable_hierarchy_preserved, REGS_YES_NO, NULL),
	REGS_KEY(vf_10bit_tag_requester_supported, REGS_YES_NO, NULL),
	REGS_KEY(vf_migration_interrupt_message_number, REGS_COUNT, NULL),
	REGS_KEY(vf_enable, REGS_YES_NO, NULL),
	REGS_KEY(vf_migration_enable, REGS_YES_NO, NULL),
	REGS_KEY(vf_migration_interrupt_enable, REGS_YES_NO, NULL),
	REGS_KEY(vf_memory_space_enable, REGS_YES_NO, NULL),
	REGS_KEY(ari_capable_hierarchy, REGS_YES_NO, NULL),
	REGS_KEY(vf_10bit_tag_requester_enable, REGS_YES_NO, NULL),
	REGS_KEY(vf_migration_status, REGS_YES_NO, NULL),
	REGS_KEY(initial_vfs, REGS_COUNT, NULL),
	REGS_KEY(total_vfs, REGS_COUNT, remark_total),
	REGS_KEY(num_vfs, REGS_COUNT, NULL),
	REGS_KEY(function_dependency_link, REGS_HEX8, remark_link),
	REGS_KEY(first_vf_offset, REGS_COUNT, remark_now),
	REGS_KEY(vf_stride, REGS_COUNT, remark_now),
	REGS_KEY(vf_device_id, REGS_HEX16, NULL),
	REGS_KEY(supported_page_sizes, REGS_HEX32, remark_supported),
	REGS_KEY(system_page_size, REGS_HEX32, remark_system),
	REGS_BAR(0),
	REGS_BAR(1),
	REGS_BAR(2),
	REGS_BAR(3),
	REGS_BAR(4),
	REGS_BAR(5),
	REGS_KEY(vf_migration_state_array_offset, REGS_HEX32, NULL),
	REGS_KEY(vf_14bit_tag_requester_supported, REGS_YES_NO, NULL),
	REGS_KEY(vf_14bit_tag_requester_enable, REGS_YES_NO, NULL),
};

static u32 regs_value(const struct sriov_state *state,
		      const struct regs_key *key)
{
	const void *member = (const u8 *)state + key->offset;

	switch (key->width) {
	case sizeof(u8):
		return *(const u8 *)member;
	case sizeof(u16):
		return *(const u16 *)member;
	default:
		return *(const u32 *)member;
	}
}

static void regs_print(struct seq_file *m, enum regs_format format, u32 value)
{
	switch (format) {
	case REGS_YES_NO:
		seq_puts(m, text_yes_no(value));
		break;
	case REGS_COUNT:
		seq_printf(m, "%u", value);
		break;
	case REGS_HEX12:
		seq_printf(m, "0x%03x", value);
		break;
	case REGS_HEX8:
		seq_printf(m, "0x%02x", value);
		break;
	case REGS_HEX16:
		seq_printf(m, "0x%04x", value);
		break;
	case REGS_HEX32:
		seq_printf(m, "0x%08x", value);
		break;
	}
}

static int regs_lines(const struct pf_facts *facts)
{
	return ARRAY_SIZE(regs_keys);
}

static void regs_line(struct seq_file *m, const struct pf_facts *facts, u32 n)
{
	const struct regs_key *key = &regs_keys[n];

	seq_printf(m, "%s: ", key->name);
	regs_print(m, key->format, regs_value(&facts->sriov, key));
	if (key->remark) {
		seq_puts(m, TEXT_REMARK);
		key->remark(m, facts, key);
	}
	seq_putc(m, '\n');
}

const struct text_file text_file_regs = {
	.name = "regs",
	.what = FACTS_SRIOV,
	.lines = regs_lines,
	.line = regs_line,
};
