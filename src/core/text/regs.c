// SPDX-License-Identifier: GPL-2.0
/*
 * regs: every field of the SR-IOV capability, a key each.
 */
#include <linux/array_size.h>
#include <linux/build_bug.h>
#include <linux/stddef.h>
#include <sriovscope/routing_id.h>

#include "core/bars/bar_set.h"
#include "file.h"
#include "text.h"

#define REGS_LACK_LEN 128

/**
 * struct regs_key - a row of the capability's table, as a key or several
 * @name: of the field
 * @show: how its value is written; CAP_SHOW_NONE is no key
 * @offset: of the member in struct sriov_state
 * @width: of the member, or of an element of it, in bytes
 * @count: how many elements it has, each a key of the name and a number; 0 for
 *	one that is no array
 */
struct regs_key {
	const char *name;
	enum cap_show show;
	u16 offset;
	u16 width;
	u16 count;
};

/* What is said behind a value, by the member of struct sriov_state */
struct regs_remark {
	u16 offset;
	void (*print)(struct seq_file *m, const struct pf_facts *facts,
		      u32 index);
};

static void remark_link(struct seq_file *m, const struct pf_facts *facts,
			u32 index)
{
	u8 link = sriov_dependency(&facts->sriov, facts->kernel.routing_id,
				   facts->kernel.integrated);
	char lack[REGS_LACK_LEN];

	if (facts_lack(facts, ABOUT_PLACE | ABOUT_SELF)) {
		facts_say_lack(facts, ABOUT_PLACE | ABOUT_SELF, lack,
			       sizeof(lack));
		seq_puts(m, lack);
	} else if (link == (facts->kernel.routing_id & 0xff)) {
		seq_puts(m, "itself: depends on no other function");
	} else {
		seq_printf(m, "depends on function %02x.%d of the bus",
			   routing_id_device(link), routing_id_function(link));
	}
}

static void remark_total(struct seq_file *m, const struct pf_facts *facts,
			 u32 index)
{
	if (facts->sriov.total_vfs)
		seq_puts(m, "VFs that the device can have");
	else
		seq_puts(m,
			 "no VFs: look for a firmware setting of the device");
}

static void remark_now(struct seq_file *m, const struct pf_facts *facts,
		       u32 index)
{
	seq_puts(m,
		 "for now: may change with num_vfs and ari_capable_hierarchy");
}

/* A register that reads 0 does not tell that there is no VF BAR. */
static void remark_no_bar(struct seq_file *m, const struct pf_facts *facts)
{
	static const struct around_ea no_ea;
	struct bar_set set;

	bar_set_make(&set, &facts->kernel, &facts->sriov, &no_ea);
	if (facts->kernel.has_ea)
		seq_puts(m,
			 "says nothing: Enhanced Allocation may have one, see bars");
	else if (set.lost || !set.complete)
		seq_puts(m,
			 "none, or one that the kernel has no place for: see bars");
	else
		seq_puts(m, "none");
}

static void remark_bar(struct seq_file *m, const struct pf_facts *facts,
		       u32 slot)
{
	struct vf_bar_iter iter;
	struct vf_bar bar = {};

	if (vf_bars_start(&iter, &facts->sriov)) {
		seq_puts(m,
			 "VF BARs must be for memory, of 32 or 64 bits, and a 64-bit one not last");
		return;
	}
	while (vf_bars_next(&iter, &bar) && bar.slot + bar.is_64bit < slot)
		;
	if (!bar.address && !facts->sriov.vf_bar[bar.slot] &&
	    (facts->kernel.has_ea || !facts->kernel.windows[bar.slot].size))
		remark_no_bar(m, facts);
	else if (bar.slot < slot)
		seq_printf(m, "upper half of vf_bar%u", bar.slot);
	else
		seq_printf(m, "%s%s", bar.is_64bit ? "mem64" : "mem32",
			   bar.prefetchable ? " prefetchable" : "");
}

static const struct regs_remark regs_remarks[] = {
	{ offsetof(struct sriov_state, total_vfs), remark_total },
	{ offsetof(struct sriov_state, function_dependency_link), remark_link },
	{ offsetof(struct sriov_state, first_vf_offset), remark_now },
	{ offsetof(struct sriov_state, vf_stride), remark_now },
	{ offsetof(struct sriov_state, vf_bar), remark_bar },
};

#define REGS_KEY(key, form)                                     \
	{                                                       \
		.name = #key,                                   \
		.show = CAP_SHOW_##form,                        \
		.offset = offsetof(struct sriov_state, key),    \
		.width = sizeof_field(struct sriov_state, key), \
	},

/* A key, or several, a row of the table */
#define REGS_ROW(c, kind, ...) REGS_ROW_##kind(c, __VA_ARGS__)
#define REGS_ROW_REG(c, ...)
#define REGS_ROW_BITS(c, reg, type, name, msb, lsb, access, show, section) \
	REGS_KEY(name, show)
#define REGS_ROW_ENUM(c, reg, type, name, msb, lsb, access, show, ...) \
	REGS_KEY(name, show)
#define REGS_ROW_WHOLE(c, type, name, access, show, section) \
	REGS_KEY(name, show)
#define REGS_ROW_WHOLE_ENUM(c, type, of, name, access, show, ...) \
	REGS_KEY(name, show)
#define REGS_ROW_ARRAY(c, type, key, number, access, form, section) \
	{                                                           \
		.name = #key,                                       \
		.show = CAP_SHOW_##form,                            \
		.offset = offsetof(struct sriov_state, key),        \
		.width = sizeof(type),                              \
		.count = (number),                                  \
	},
#define REGS_ROW_ELEMENTS(c, ...)
#define REGS_ROW_GAP(c, ...)

/* Each key once, in the order that "regs" has. */
/* clang-format off */
static const struct regs_key regs_keys[] = {
	REGS_KEY(capability_offset, HEX12)
	EXT_HEADER(REGS_ROW, sriov)
	REGS_KEY(span, COUNT)
	SRIOV_BODY(REGS_ROW, sriov)
};

/* clang-format on */

static u32 regs_key_lines(const struct regs_key *key)
{
	return key->show == CAP_SHOW_NONE ? 0 : key->count ?: 1;
}

static u32 regs_value(const struct sriov_state *state,
		      const struct regs_key *key, u32 index)
{
	const void *member =
		(const u8 *)state + key->offset + index * key->width;

	switch (key->width) {
	case sizeof(u8):
		return *(const u8 *)member;
	case sizeof(u16):
		return *(const u16 *)member;
	default:
		return *(const u32 *)member;
	}
}

static void regs_print(struct seq_file *m, enum cap_show show, u32 value)
{
	switch (show) {
	case CAP_SHOW_NONE:
		break;
	case CAP_SHOW_YES_NO:
		seq_puts(m, text_yes_no(value));
		break;
	case CAP_SHOW_COUNT:
		seq_printf(m, "%u", value);
		break;
	case CAP_SHOW_HEX8:
		seq_printf(m, "0x%02x", value);
		break;
	case CAP_SHOW_HEX12:
		seq_printf(m, "0x%03x", value);
		break;
	case CAP_SHOW_HEX16:
		seq_printf(m, "0x%04x", value);
		break;
	case CAP_SHOW_HEX32:
		seq_printf(m, "0x%08x", value);
		break;
	case CAP_SHOW_PAGE_SIZES:
		seq_printf(m, "0x%08x" TEXT_REMARK, value);
		text_page_sizes(m, value);
		break;
	}
}

static void regs_print_remark(struct seq_file *m, const struct pf_facts *facts,
			      const struct regs_key *key, u32 index)
{
	const struct regs_remark *remark;

	for (remark = regs_remarks;
	     remark < regs_remarks + ARRAY_SIZE(regs_remarks); remark++) {
		if (remark->offset == key->offset) {
			seq_puts(m, TEXT_REMARK);
			remark->print(m, facts, index);
		}
	}
}

static int regs_lines(const struct pf_facts *facts)
{
	const struct regs_key *key;
	int lines = 0;

	for (key = regs_keys; key < regs_keys + ARRAY_SIZE(regs_keys); key++)
		lines += regs_key_lines(key);
	return lines;
}

static void regs_line(struct seq_file *m, const struct pf_facts *facts, u32 n)
{
	const struct regs_key *key = regs_keys;

	while (n >= regs_key_lines(key))
		n -= regs_key_lines(key++);

	seq_puts(m, key->name);
	if (key->count)
		seq_printf(m, "%u", n);
	seq_puts(m, ": ");
	regs_print(m, key->show, regs_value(&facts->sriov, key, n));
	regs_print_remark(m, facts, key, n);
	seq_putc(m, '\n');
}

const struct text_file text_file_regs = {
	.name = "regs",
	.what = FACTS_SRIOV,
	.lines = regs_lines,
	.line = regs_line,
};
