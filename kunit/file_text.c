// SPDX-License-Identifier: GPL-2.0
/*
 * The text of a file, from a snapshot made by hand.
 */
#include "core/text/devices.h"
#include "file_text.h"

#define PAGE_TEXT 16384

const struct pf_facts file_sample = {
	.kernel = {
		.name = "0000:03:00.0",
		.driver = "igb",
		.domain = 0,
		.routing_id = 0x0300,
		.vendor = 0x8086,
		.device = 0x10c9,
		.cap_offset = 0x160,
		.mode = PF_MODE_OBSERVED,
		.is_physfn = true,
		.num_vfs = 2,
		.driver_cap = 7,
		.windows = {
			[0] = { 0x20000, 0x90000000, true },
			[3] = { 0x40000, 0x380000000000, true },
		},
		.vf_bars_known = true,
		.vf_bars = 2,
	},
	.sriov = {
		.capability_offset = 0x160,
		.capability_version = 1,
		.next_capability = 0x1d0,
		.span = 112,
		.ari_capable_hierarchy_preserved = true,
		.vf_migration_interrupt_message_number = 1025,
		.vf_enable = true,
		.vf_memory_space_enable = true,
		.initial_vfs = 8,
		.total_vfs = 8,
		.num_vfs = 2,
		.function_dependency_link = 0x00,
		.first_vf_offset = 384,
		.vf_stride = 2,
		.vf_device_id = 0x10ca,
		.supported_page_sizes = 0x553,
		.system_page_size = 0x1,
		.vf_bar = { 0x90000000, 0, 0, 0x0000000c, 0x3800, 0 },
		.vf_migration_state_array_offset = 0x1234,
		.vf_14bit_tag_requester_enable = true,
	},
};

/* A seq_file that prints to memory, and fails the test when it is full. */
static struct seq_file *text_new(struct kunit *test, size_t size)
{
	struct seq_file *m = kunit_kzalloc(test, sizeof(*m), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, m);
	m->buf = kunit_kzalloc(test, size, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, m->buf);
	m->size = size;
	return m;
}

static const char *text_end(struct kunit *test, struct seq_file *m)
{
	KUNIT_ASSERT_FALSE(test, seq_has_overflowed(m));
	m->buf[m->count] = '\0';
	return m->buf;
}

const char *file_text(struct kunit *test, const struct text_file *file,
		      const struct pf_facts *snap)
{
	struct seq_file *m = text_new(test, PAGE_TEXT);
	int lines = file->lines(snap);
	int n;

	for (n = 0; n < lines; n++)
		file->line(m, snap, n);
	return text_end(test, m);
}

struct pf_facts *file_sample_copy(struct kunit *test)
{
	struct pf_facts *snap = kunit_kzalloc(test, sizeof(*snap), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, snap);
	*snap = file_sample;
	return snap;
}

const char *file_devices_text(struct kunit *test, const struct pf_facts *snap)
{
	struct check_summary check;
	struct seq_file *m = text_new(test, PAGE_TEXT);

	if (snap->around)
		check_all(snap, &check);
	text_devices_line(m, snap, snap->around ? &check : NULL);
	return text_end(test, m);
}
