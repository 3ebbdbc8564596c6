// SPDX-License-Identifier: GPL-2.0
/*
 * Rules about the SR-IOV registers alone.
 */
#include <linux/bitops.h>
#include <linux/limits.h>
#include <linux/log2.h>
#include <linux/minmax.h>

#include "rules.h"

enum rule_outcome rule_capability_structure(const struct pf_facts *f,
					    char *detail)
{
	const struct around_self *self = &f->around->self;

	if (!self->span)
		return rule_say(detail, RULE_UNTOLD,
				"the chain does not lead to the capability at 0x%03x",
				f->kernel.cap_offset);
	if (self->span < PCI_EXT_CAP_SRIOV_SIZEOF)
		return rule_say(detail, RULE_BROKEN,
				"%u bytes, then another capability starts; it needs %u",
				self->span, PCI_EXT_CAP_SRIOV_SIZEOF);
	if (self->overlapped_by)
		return rule_say(detail, RULE_BROKEN,
				"the capability at 0x%03x reaches into it",
				self->overlapped_by);
	return rule_say(detail, rule_if(f->sriov.capability_version == 1),
			"at 0x%03x, version %u, %u bytes up to the next capability",
			f->kernel.cap_offset, f->sriov.capability_version,
			self->span);
}

enum rule_outcome rule_vf_migration(const struct pf_facts *f, char *detail)
{
	const struct sriov_state *s = &f->sriov;
	bool capable = s->vf_migration_capable;

	return rule_say(detail,
			rule_if(!capable &&
				!s->vf_migration_state_array_offset),
			"VF Migration Capable %u, VF Migration State Array Offset 0x%x",
			capable, s->vf_migration_state_array_offset);
}

enum rule_outcome rule_initial_vfs(const struct pf_facts *f, char *detail)
{
	const struct sriov_state *s = &f->sriov;
	bool kept = s->vf_migration_capable ? s->initial_vfs <= s->total_vfs :
					      s->initial_vfs == s->total_vfs;

	return rule_say(detail, rule_if(kept),
			"InitialVFs %u, TotalVFs %u, VF Migration Capable %u",
			s->initial_vfs, s->total_vfs, s->vf_migration_capable);
}

enum rule_outcome rule_total_vfs(const struct pf_facts *f, char *detail)
{
	u16 total = f->sriov.total_vfs;

	return rule_say(detail, rule_if(total), "TotalVFs %u%s", total,
			total ? "" :
				": look for a firmware setting of the device");
}

/*
 * With VF Enable set there must be as many VFs as InitialVFs and NumVFs say. That
 * the kernel makes no devices of them (no_vf_scan) is no fault of the PF.
 */
enum rule_outcome rule_num_vfs(const struct pf_facts *f, char *detail)
{
	const struct sriov_state *s = &f->sriov;
	u32 expect = min(s->initial_vfs, s->num_vfs);

	if (s->num_vfs > s->total_vfs)
		return rule_say(detail, RULE_BROKEN, "NumVFs %u, TotalVFs %u",
				s->num_vfs, s->total_vfs);
	if (!s->vf_enable)
		return rule_say(detail, RULE_KEPT,
				"NumVFs %u, TotalVFs %u, VF Enable 0",
				s->num_vfs, s->total_vfs);
	if (rule_lacks(f, ABOUT_KERNEL | ABOUT_VFS, detail))
		return RULE_UNTOLD;
	if (f->kernel.changing)
		return rule_say(detail, RULE_UNTOLD,
				"VFs are being enabled or disabled");
	if (f->kernel.num_vfs == s->num_vfs && f->around->vf_count < expect)
		return rule_say(detail, RULE_UNTOLD,
				"the kernel has enabled %u VFs, and made devices of %u: of some platforms it does not look for them",
				s->num_vfs, f->around->vf_count);
	return rule_say(detail, rule_if(f->around->vf_count == expect),
			"NumVFs %u, InitialVFs %u, TotalVFs %u, VF Enable 1, VFs %u",
			s->num_vfs, s->initial_vfs, s->total_vfs,
			f->around->vf_count);
}

enum rule_outcome rule_num_vfs_initial(const struct pf_facts *f, char *detail)
{
	const struct sriov_state *s = &f->sriov;

	if (s->num_vfs > s->total_vfs)
		return rule_say(detail, RULE_UNTOLD,
				"NumVFs is above TotalVFs: see num_vfs");
	return rule_say(detail, rule_if(s->num_vfs <= s->initial_vfs),
			"NumVFs %u, InitialVFs %u", s->num_vfs, s->initial_vfs);
}

enum rule_outcome rule_first_vf_offset(const struct pf_facts *f, char *detail)
{
	const struct sriov_state *s = &f->sriov;

	if (!s->num_vfs)
		return rule_say(detail, RULE_UNTOLD,
				"First VF Offset %u means nothing while NumVFs is 0",
				s->first_vf_offset);
	return rule_say(detail, rule_if(s->first_vf_offset),
			"First VF Offset %u, NumVFs %u", s->first_vf_offset,
			s->num_vfs);
}

enum rule_outcome rule_vf_stride(const struct pf_facts *f, char *detail)
{
	const struct sriov_state *s = &f->sriov;

	if (s->num_vfs <= 1)
		return rule_say(detail, RULE_UNTOLD,
				"VF Stride %u means nothing while NumVFs is %u",
				s->vf_stride, s->num_vfs);
	return rule_say(detail, rule_if(s->vf_stride),
			"VF Stride %u, NumVFs %u", s->vf_stride, s->num_vfs);
}

enum rule_outcome rule_vf_device_id(const struct pf_facts *f, char *detail)
{
	u16 id = f->sriov.vf_device_id;

	return rule_say(detail, rule_if(id != U16_MAX), "VF Device ID 0x%04x",
			id);
}

/* 4K, 8K, 64K, 256K, 1M and 4M */
#define PAGE_SIZES_REQUIRED 0x553U

enum rule_outcome rule_supported_page_sizes(const struct pf_facts *f,
					    char *detail)
{
	u32 sizes = f->sriov.supported_page_sizes;
	u32 missing = PAGE_SIZES_REQUIRED & ~sizes;

	return rule_say(detail, rule_if(!missing),
			"Supported Page Sizes 0x%08x, required 0x%x, missing 0x%x",
			sizes, PAGE_SIZES_REQUIRED, missing);
}

enum rule_outcome rule_system_page_size(const struct pf_facts *f, char *detail)
{
	u32 size = f->sriov.system_page_size;
	u32 supported = f->sriov.supported_page_sizes;

	return rule_say(detail,
			rule_if(hweight32(size) == 1 && !(size & ~supported)),
			"System Page Size 0x%08x, Supported Page Sizes 0x%08x",
			size, supported);
}

enum rule_outcome rule_kernel_page_size(const struct pf_facts *f, char *detail)
{
	u32 page = f->around->page_size;
	u64 sizes = sriov_page_bytes(f->sriov.supported_page_sizes);

	return rule_say(detail, rule_if(sizes >= page),
			"the kernel's pages have %u bytes, Supported Page Sizes 0x%08x",
			page, f->sriov.supported_page_sizes);
}

/* The slot of the BAR that makes the set malformed, and in words why */
static const char *bar_fault(const struct sriov_state *s, u32 *slot)
{
	struct memory_bar_low_reg low;
	enum vf_bar_type type;
	u32 i;

	for (i = 0; i < PCI_SRIOV_NUM_BARS; i++) {
		low.raw = s->vf_bar[i];
		*slot = i;
		if (register_get(&low, io_space))
			return "is for I/O space";
		if (register_get_enum(&low, memory_type, &type))
			return "has a reserved type";
		if (type == VF_BAR_32BIT)
			continue;
		if (++i == PCI_SRIOV_NUM_BARS)
			return "has 64 bits in the last slot";
	}
	return NULL;
}

enum rule_outcome rule_vf_bar_type(const struct pf_facts *f, char *detail)
{
	const char *fault;
	u32 slot;

	fault = bar_fault(&f->sriov, &slot);
	if (fault)
		return rule_say(detail, RULE_BROKEN,
				"VF BAR %u reads 0x%08x, which %s", slot,
				f->sriov.vf_bar[slot], fault);
	return rule_say(detail, RULE_KEPT,
			"all are for memory, of 32 or 64 bits");
}

enum rule_outcome rule_vf_bar_alignment(const struct pf_facts *f, char *detail)
{
	u64 page = sriov_page_bytes(f->sriov.system_page_size);
	struct vf_bar_iter iter;
	struct vf_bar bar;

	if (!is_power_of_2(page))
		return rule_say(detail, RULE_UNTOLD,
				"System Page Size 0x%08x is no size",
				f->sriov.system_page_size);
	if (vf_bars_start(&iter, &f->sriov))
		return rule_say(detail, RULE_UNTOLD,
				"where VF BARs start is unknown: see vf_bar_type");
	while (vf_bars_next(&iter, &bar)) {
		if (bar.address & (page - 1))
			return rule_say(detail, RULE_BROKEN,
					"VF BAR %u is at 0x%llx, the system page size is 0x%llx",
					bar.slot, bar.address, page);
	}
	return rule_say(detail, RULE_KEPT, "to the system page size of 0x%llx",
			page);
}
