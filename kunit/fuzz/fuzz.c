// SPDX-License-Identifier: GPL-2.0
/*
 * The whole read side of the core on machines of any bytes, for libFuzzer: what is
 * found, decoded, judged and printed. A crash, a sanitizer, a warning, an access that
 * goes beyond a space and a text that is no text end the program.
 */
#include <linux/string.h>

#include "core/check/check.h"
#include "core/preflight/preflight.h"
#include "core/text/devices.h"
#include "core/text/file.h"
#include "machine.h"

/* What is printed of a file is no longer than this. */
#define TEXT_MAX 0x100000

static char text[TEXT_MAX];

/* Each line is made by itself: of 65,535 VFs these are enough. */
#define LINES_EACH 16

/* Of so many sizes of an input one is printed as it is, too. */
#define IMAGE_EACH 61

#define CHECK(condition)                                     \
	do {                                                 \
		if (!(condition)) {                          \
			fprintf(stderr, "%s\n", #condition); \
			abort();                             \
		}                                            \
	} while (0)

static void judge_space(const struct mock_config *mock)
{
	CHECK(mock_config_intact(mock));
	CHECK(!mock->violations);
}

/* Lines of what can be printed, each with its end */
__attribute__((no_sanitize("address"))) static void
judge_text(const struct seq_file *m)
{
	size_t i;

	CHECK(m->count < m->size);
	CHECK(!m->count || m->buf[m->count - 1] == '\n');
	for (i = 0; i < m->count; i++)
		CHECK(m->buf[i] == '\n' || m->buf[i] == '\t' ||
		      (m->buf[i] >= ' ' && m->buf[i] <= '~'));
}

static void try_file(const struct text_file *file, const struct pf_facts *facts)
{
	struct seq_file m = { .buf = text, .size = sizeof(text) };
	int lines = file->lines(facts), n;

	for (n = 0; n < lines; n += 1 + lines / LINES_EACH)
		file->line(&m, facts, n);
	judge_text(&m);
}

/* What all rules and constraints come to is what they come to one by one. */
static void try_judges(const struct pf_facts *facts)
{
	struct preflight_summary preflight;
	struct preflight_result constraint;
	struct check_summary check;
	struct seq_file m = { .buf = text, .size = sizeof(text) };
	u32 n;

	check_all(facts, &check);
	preflight_all(facts, &preflight);
	CHECK(preflight.max_vfs_now <= U16_MAX);
	preflight_for_each(facts, n, &constraint)
		CHECK(constraint.unknown ||
		      constraint.max_vfs >= preflight.max_vfs_now);
	text_devices_line(&m, facts, &check);
	judge_text(&m);
}

/* What all files are made from; each of them asks for less. */
static unsigned int all_facts(bool with_image)
{
	unsigned int what = FACTS_SRIOV_IF_ANY | FACTS_CHAIN;

	return with_image ? what | FACTS_IMAGE : what;
}

static bool can_be_made(const struct text_file *file,
			const struct pf_facts *facts)
{
	return (facts->image || !(file->what & FACTS_IMAGE)) &&
	       (!facts->sriov_error || !(file->what & FACTS_SRIOV));
}

static void try_facts(const struct pf_facts *facts)
{
	u32 n;

	for (n = 0; n < TEXT_FILES; n++) {
		if (can_be_made(text_files[n], facts))
			try_file(text_files[n], facts);
	}
	try_judges(facts);
}

int LLVMFuzzerTestOneInput(const u8 *data, size_t size);

int LLVMFuzzerTestOneInput(const u8 *data, size_t size)
{
	static struct fuzz_machine machine;
	struct pf_facts facts;
	u32 n;

	fuzz_machine_make(&machine, data, size);
	/* All bytes as digits take more time than all else. */
	if (!fuzz_look(&machine, all_facts(size % IMAGE_EACH == 0), &facts))
		try_facts(&facts);
	facts_drop(&facts);
	for (n = 0; n < FUZZ_SPACES; n++)
		judge_space(&machine.spaces[n]);
	CHECK(!shim_warnings);
	return 0;
}
