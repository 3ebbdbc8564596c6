// SPDX-License-Identifier: GPL-2.0
/*
 * The text of the files, from snapshots made by hand.
 */
#include <linux/errno.h>
#include <linux/sizes.h>
#include <linux/string.h>

#include "file_text.h"

static void files_regs(struct kunit *test)
{
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_regs, &file_sample),
			   "capability_offset: 0x160\n"
			   "capability_version: 1\n"
			   "next_capability: 0x1d0\n"
			   "span: 112\n"
			   "vf_migration_capable: no\n"
			   "ari_capable_hierarchy_preserved: yes\n"
			   "vf_10bit_tag_requester_supported: no\n"
			   "vf_migration_interrupt_message_number: 1025\n"
			   "vf_enable: yes\n"
			   "vf_migration_enable: no\n"
			   "vf_migration_interrupt_enable: no\n"
			   "vf_memory_space_enable: yes\n"
			   "ari_capable_hierarchy: no\n"
			   "vf_10bit_tag_requester_enable: no\n"
			   "vf_migration_status: no\n"
			   "initial_vfs: 8\n"
			   "total_vfs: 8  # VFs that the device can have\n"
			   "num_vfs: 2\n"
			   "function_dependency_link: 0x00  # itself: depends on no other function\n"
			   "first_vf_offset: 384  # for now: may change with num_vfs and ari_capable_hierarchy\n"
			   "vf_stride: 2  # for now: may change with num_vfs and ari_capable_hierarchy\n"
			   "vf_device_id: 0x10ca\n"
			   "supported_page_sizes: 0x00000553  # 4K 8K 64K 256K 1M 4M\n"
			   "system_page_size: 0x00000001  # 4K\n"
			   "vf_bar0: 0x90000000  # mem32\n"
			   "vf_bar1: 0x00000000  # none\n"
			   "vf_bar2: 0x00000000  # none\n"
			   "vf_bar3: 0x0000000c  # mem64 prefetchable\n"
			   "vf_bar4: 0x00003800  # upper half of vf_bar3\n"
			   "vf_bar5: 0x00000000  # none\n"
			   "vf_migration_state_array_offset: 0x00001234\n"
			   "vf_14bit_tag_requester_supported: no\n"
			   "vf_14bit_tag_requester_enable: yes\n");
}

static void files_regs_remarks(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);
	const char *text;

	snap->sriov.total_vfs = 0;
	snap->sriov.function_dependency_link = 0x0a;
	snap->sriov.vf_bar[5] = PCI_BASE_ADDRESS_SPACE_IO;
	snap->sriov.supported_page_sizes = 0x80000000;
	text = file_text(test, &text_file_regs, snap);

	KUNIT_EXPECT_NOT_NULL(test, strstr(text, "total_vfs: 0  # no VFs: "));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(text,
				     "link: 0x0a  # depends on function 01.2"));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(text,
				     "vf_bar0: 0x90000000  # VF BARs must be"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(text, "0x80000000  # 8T\n"));
}

/* A register that reads 0 is no VF BAR only when nothing speaks for one. */
static void files_regs_no_bar(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);
	const char *lost =
		"vf_bar5: 0x00000000  # none, or one that the kernel has no place for";

	KUNIT_EXPECT_NULL(test,
			  strstr(file_text(test, &text_file_regs, snap), lost));
	snap->kernel.vf_bars = 3;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_regs, snap),
				     lost));
	snap->kernel.vf_bars_known = false;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_regs, snap),
				     lost));
	snap->kernel.has_ea = true;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_regs, snap),
				     "vf_bar5: 0x00000000  # says nothing: Enh"));
	/* The window that the kernel has may be that of an entry. */
	snap->kernel.windows[5].size = SZ_64K;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_regs, snap),
				     "vf_bar5: 0x00000000  # says nothing: Enh"));
}

static void files_caps(struct kunit *test)
{
	static const struct ext_cap caps[] = {
		{ 0x1401000e, 0x100, 64, BIT(EXT_DEFECT_OVERLAP) },
		{ 0x00000000, 0x140, 32, BIT(EXT_DEFECT_MISSING_END) },
		{ 0x10110010, 0x160, 3744,
		  BIT(EXT_DEFECT_LOOP) | BIT(EXT_DEFECT_MISALIGNED) },
		{ 0xffffffff, 0xffc, 4, BIT(EXT_DEFECT_ALL_ONES) },
		{ 0x0002beef, 0x200, 16, 0 },
	};
	struct pf_facts *snap = file_sample_copy(test);

	snap->chain = kunit_kzalloc(test, sizeof(*snap->chain) + sizeof(caps),
				    GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, snap->chain);
	snap->chain->count = ARRAY_SIZE(caps);
	memcpy(snap->chain->caps, caps, sizeof(caps));

	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_caps, snap),
			   "# offset id ver span name note\n"
			   "0x100 0x000e 1 64 ARI overlap\n"
			   "0x140 0x0000 0 32 null missing-end\n"
			   "0x160 0x0010 1 3744 SR-IOV loop,misaligned\n"
			   "0xffc 0xffff 15 4 unknown all-ones\n"
			   "0x200 0xbeef 2 16 unknown -\n");
}

/* With what FACTS_VF_BARS has: no VF BAR can be resized. */
static struct pf_facts *sample_with_bars(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);

	snap->around = kunit_kzalloc(test, sizeof(*snap->around), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, snap->around);
	return snap;
}

static void files_bars(struct kunit *test)
{
	KUNIT_EXPECT_STREQ(test,
			   file_text(test, &text_file_bars,
				     sample_with_bars(test)),
			   "# slot type prefetch address vf_size total_size window\n"
			   "0 mem32 no 0x90000000 0x4000 0x20000 0x90000000-0x9001ffff\n"
			   "3 mem64 yes 0x0000380000000000 0x8000 0x40000 0x380000000000-0x38000003ffff\n");
}

static void files_bars_unassigned(struct kunit *test)
{
	struct pf_facts *snap = sample_with_bars(test);

	/* A register of 0 is a BAR when the kernel has sized it. */
	snap->sriov.vf_bar[0] = 0;
	snap->kernel.windows[0].assigned = false;
	snap->kernel.windows[3].size = 0;
	snap->kernel.windows[3].assigned = false;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_bars, snap),
			   "# slot type prefetch address vf_size total_size window\n"
			   "0 mem32 no 0x00000000 0x4000 0x20000 unassigned\n"
			   "3 mem64 yes 0x0000380000000000 - - unassigned\n");
}

/* Resized to half and to four times the size: the window stays as it was. */
static void files_bars_resized(struct kunit *test)
{
	static const struct around_rebar rebar = {
		.exists = true,
		.said = 2,
		.count = 2,
		.bars = { { .slot = 3, .size = 0 }, { .slot = 0, .size = 2 } },
	};
	struct pf_facts *snap = sample_with_bars(test);

	snap->around->rebar = rebar;
	snap->sriov.total_vfs = 3;
	snap->kernel.windows[0].size = 3 << 20;
	snap->kernel.windows[3].size = 6 << 20;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_bars, snap),
			   "# slot type prefetch address vf_size total_size window\n"
			   "0 mem32 no 0x90000000 0x400000 0x300000 0x90000000-0x902fffff\n"
			   "3 mem64 yes 0x0000380000000000 0x100000 0x600000 0x380000000000-0x3800005fffff\n");
	snap->kernel.windows[0].size = 9 << 20;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_vfs, snap),
			   "# vf bdf state driver iommu_group bar0 bar3\n"
			   "0 0000:04:10.0 planned - - 0x90000000 0x0000380000000000\n"
			   "1 0000:04:10.2 planned - - 0x90400000 0x0000380000100000\n"
			   "2 0000:04:10.4 planned - - - 0x0000380000200000\n");
}

static void files_bars_malformed(struct kunit *test)
{
	struct pf_facts *snap = sample_with_bars(test);

	snap->sriov.vf_bar[5] = PCI_BASE_ADDRESS_MEM_TYPE_64;
	KUNIT_EXPECT_EQ(test, text_file_bars.lines(snap), -EINVAL);
}

static void files_vfs(struct kunit *test)
{
	struct pf_facts *snap = sample_with_bars(test);

	snap->sriov.total_vfs = 4;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_vfs, snap),
			   "# vf bdf state driver iommu_group bar0 bar3\n"
			   "0 0000:04:10.0 planned - - 0x90000000 0x0000380000000000\n"
			   "1 0000:04:10.2 planned - - 0x90008000 0x0000380000010000\n"
			   "2 0000:04:10.4 planned - - 0x90010000 0x0000380000020000\n"
			   "3 0000:04:10.6 planned - - 0x90018000 0x0000380000030000\n");
}

/* VFs that the kernel has, among them one where no VF can be. */
static void files_vfs_present(struct kunit *test)
{
	static const struct vf_device devices[] = {
		{ .routing_id = 0x480, .group = 7, .driver = "igbvf" },
		{ .routing_id = 0x481, .group = 8, .driver = "other" },
		{ .routing_id = 0x486, .group = -1 },
	};
	struct pf_facts *snap = sample_with_bars(test);

	/* Allocated, so that a look past the end is seen. */
	snap->vf_devices = kunit_kmalloc(test, sizeof(devices), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, snap->vf_devices);
	memcpy(snap->vf_devices, devices, sizeof(devices));
	snap->vf_device_count = ARRAY_SIZE(devices);
	snap->sriov.total_vfs = 5;
	snap->kernel.windows[0].assigned = false;
	snap->kernel.windows[3].assigned = false;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_vfs, snap),
			   "# vf bdf state driver iommu_group bar0 bar3\n"
			   "0 0000:04:10.0 present igbvf 7 - -\n"
			   "1 0000:04:10.2 planned - - - -\n"
			   "2 0000:04:10.4 planned - - - -\n"
			   "3 0000:04:10.6 present - - - -\n"
			   "4 0000:04:11.0 planned - - - -\n");
}

/* No address: past the last bus, no window, no offset, a malformed set. */
static void files_vfs_unknown(struct kunit *test)
{
	struct pf_facts *snap = sample_with_bars(test);

	snap->sriov.total_vfs = 2;
	snap->kernel.routing_id = 0xfe80;
	snap->kernel.windows[3].assigned = false;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_vfs, snap),
			   "# vf bdf state driver iommu_group bar0 bar3\n"
			   "0 - planned - - 0x90000000 -\n"
			   "1 - planned - - 0x90010000 -\n");

	snap->sriov.first_vf_offset = 0;
	snap->kernel.routing_id = 0x300;
	snap->sriov.vf_bar[5] = PCI_BASE_ADDRESS_SPACE_IO;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_vfs, snap),
			   "# vf bdf state driver iommu_group\n"
			   "0 - planned - -\n"
			   "1 - planned - -\n");
}

static void files_config(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);
	const char *text;
	u32 i;

	snap->image = kunit_kzalloc(test, sizeof(*snap->image), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, snap->image);
	KUNIT_ASSERT_EQ(test, image_space_init(snap->image, 0x114), 0);
	for (i = 0; i < ARRAY_SIZE(snap->image->dwords); i++)
		snap->image->dwords[i] = cpu_to_le32(0x03020100 + i);
	text = file_text(test, &text_file_config, snap);

	KUNIT_EXPECT_TRUE(test,
			  strstarts(text,
				    "0000:03:00.0 0302: 0100:0302 (rev 02)\n"
				    "00: 00 01 02 03 01 01 02 03 02 01 02 03 03 01 02 03\n"
				    "10: 04 "));
	KUNIT_EXPECT_STREQ(test, strstr(text, "100: "),
			   "100: 40 01 02 03 41 01 02 03 42 01 02 03 43 01 02 03\n"
			   "110: 44 01 02 03\n");
}

static struct kunit_case files_cases[] = {
	KUNIT_CASE(files_regs),
	KUNIT_CASE(files_regs_remarks),
	KUNIT_CASE(files_regs_no_bar),
	KUNIT_CASE(files_caps),
	KUNIT_CASE(files_bars),
	KUNIT_CASE(files_bars_unassigned),
	KUNIT_CASE(files_bars_resized),
	KUNIT_CASE(files_bars_malformed),
	KUNIT_CASE(files_vfs),
	KUNIT_CASE(files_vfs_present),
	KUNIT_CASE(files_vfs_unknown),
	KUNIT_CASE(files_config),
	/* sentinel */
	{},
};

static struct kunit_suite files_suite = {
	.name = "sriovscope_files",
	.test_cases = files_cases,
};

kunit_test_suite(files_suite);
