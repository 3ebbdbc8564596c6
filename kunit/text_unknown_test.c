// SPDX-License-Identifier: GPL-2.0
/*
 * The files of a PF of which not all could be had, as of one in a dump.
 */
#include <linux/array_size.h>
#include <linux/string.h>

#include "file_text.h"
#include "preflight_facts.h"
#include "unknown.h"

/* What a file says without a group; "devices" is no file of a PF. */
static const struct said {
	const char *title;
	u32 about;
	const struct text_file *file;
	const char *words;
} said[] = {
	{ "driver", ABOUT_DRIVER, &text_file_status,
	  "driver: unknown  # nobody said\n"
	  "mode: unknown  # nobody said\n"
	  "is_physfn: yes\n" },
	{ "kernel", ABOUT_KERNEL, &text_file_status,
	  "is_physfn: unknown  # nobody said\n"
	  "num_vfs_register: 0\n"
	  "num_vfs_kernel: unknown  # nobody said\n"
	  "agree: unknown  # nobody said\n"
	  "total_vfs_register: 8\n"
	  "total_vfs_driver_cap: unknown  # nobody said\n"
	  "vfs_assigned: 0\n" },
	{ "autoprobe", ABOUT_KERNEL, &text_file_status,
	  "sriov_drivers_autoprobe: unknown  # nobody said\n" },
	{ "MSI-X of VFs", ABOUT_VF_MSIX, &text_file_status,
	  "sriov_vf_total_msix: unknown  # nobody said\n" },
	{ "assigned", ABOUT_ASSIGNED, &text_file_status,
	  "vfs_assigned: unknown  # nobody said\n" },
	{ "module", ABOUT_MODULE, &text_file_status,
	  "write_path: unknown  # nobody said\n"
	  "last_request: unknown  # nobody said\n"
	  "last_result: unknown  # nobody said\n"
	  "last_reason: unknown  # nobody said\n"
	  "last_probe: unknown  # nobody said\n" },
	{ "windows", ABOUT_WINDOWS, &text_file_bars,
	  " unknown unknown unknown\n" },
	{ "windows of VFs", ABOUT_WINDOWS, &text_file_vfs,
	  "0 0000:03:10.0 planned - - unknown unknown\n" },
	{ "VFs", ABOUT_VFS, &text_file_vfs,
	  "0 0000:03:10.0 unknown unknown unknown 0x" },
	{ "place", ABOUT_PLACE, &text_file_vfs,
	  "0 unknown unknown unknown unknown 0x" },
	{ "place of the link", ABOUT_PLACE, &text_file_regs,
	  "function_dependency_link: 0x00  # unknown: where the device is (nobody said)\n" },
	{ "self", ABOUT_SELF, &text_file_regs,
	  "function_dependency_link: 0x00  # unknown: its other capabilities (nobody said)\n" },
	{ "driver in a list", ABOUT_DRIVER, NULL, " unknown 0x" },
	{ "mode in a list", ABOUT_DRIVER, NULL, " unknown FAIL\n" },
};

static void said_describe(const struct said *row, char *name)
{
	strscpy(name, row->title, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(said, said, said_describe);

static const char *said_text(struct kunit *test, const struct said *row,
			     const struct pf_facts *f)
{
	return row->file ? file_text(test, row->file, f) :
			   file_devices_text(test, f);
}

static void text_unknown_groups(struct kunit *test)
{
	const struct said *row = test->param_value;
	struct pf_facts *f = facts_new(test);
	const char *text;

	f->kernel.cap_offset = f->sriov.capability_offset ?: 0x160;
	f->kernel.vf_msix_known = true;
	text = said_text(test, row, f);
	KUNIT_EXPECT_NULL_MSG(test, strstr(text, row->words), "%s", text);
	KUNIT_EXPECT_NULL_MSG(test, strstr(text, "unknown"), "%s", text);
	unknown_make(f, row->about);
	text = said_text(test, row, f);
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(text, row->words), "%s", text);
}

/* A VF that is there, whose driver and group nobody knows */
static void text_unknown_vf(struct kunit *test)
{
	static struct vf_device vf = { .routing_id = 0x0380,
				       .group = 7,
				       .driver = "igbvf" };
	struct pf_facts *f = facts_new(test);

	f->vf_devices = &vf;
	f->vf_device_count = 1;
	KUNIT_EXPECT_NOT_NULL(test, strstr(file_text(test, &text_file_vfs, f),
					   "0 0000:03:10.0 present igbvf 7 "));
	unknown_make(f, ABOUT_DRIVER | ABOUT_IOMMU);
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_vfs, f),
				     "0 0000:03:10.0 present unknown unknown 0x"));
	f->vf_devices = NULL;
}

/* A size that a capability tells is known without a window. */
static void text_unknown_resized(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	f->around->rebar.exists = true;
	f->around->rebar.said = 1;
	f->around->rebar.count = 1;
	f->around->rebar.bars[0].slot = 0;
	f->around->rebar.bars[0].size = 1;
	unknown_make(f, ABOUT_WINDOWS);
	KUNIT_EXPECT_NOT_NULL(test, strstr(file_text(test, &text_file_bars, f),
					   " 0x200000 unknown unknown\n"));
}

static struct kunit_case text_unknown_cases[] = {
	KUNIT_CASE_PARAM(text_unknown_groups, said_gen_params),
	KUNIT_CASE(text_unknown_vf),
	KUNIT_CASE(text_unknown_resized),
	{}
};

static struct kunit_suite text_unknown_suite = {
	.name = "sriovscope_text_unknown",
	.test_cases = text_unknown_cases,
};

kunit_test_suite(text_unknown_suite);
