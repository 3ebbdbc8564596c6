// SPDX-License-Identifier: GPL-2.0
/*
 * A read that goes wrong: each read of a look, at the PF, the port above, its VFs and
 * another PF, fails, gives all ones or gives other bits, once, and then all that is
 * judged and printed of what was found.
 *
 * Who reads is told of a read that fails, so that nothing may be said for it: each
 * rule, constraint and VF says what it says without, or that it is not known. All ones
 * and other bits are told by nobody from what a register may hold, but where there is
 * an ID: so what is said then may be wrong, and the texts must be texts with an end.
 */
#include <kunit/test.h>
#include <linux/array_size.h>
#include <linux/errno.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "core/check/check.h"
#include "core/preflight/preflight.h"
#include "core/readiness/readiness.h"
#include "core/text/file.h"
#include "faults_machine.h"

#define LINE_SIZE 8192

/* No rule and no constraint can say more often: tables are shorter. */
#define ROWS_MAX 64

/* Each line is made by itself: of 65,535 VFs these are enough. */
#define LINES_EACH 32

/**
 * struct verdicts - what is judged of a look
 * @error: of the look; without it:
 * @rules: by their rows
 * @applies: a constraint does, by its row
 * @max_vfs: what it allows, U32_MAX when that is not known
 * @vfs: how far they are
 */
struct verdicts {
	int error;
	enum check_verdict rules[ROWS_MAX];
	bool applies[ROWS_MAX];
	u32 max_vfs[ROWS_MAX];
	enum readiness_state vfs[CHECK_VFS];
};

/**
 * struct faults_context - a machine, and what is said of it
 * @machine: the machine
 * @facts: of the last look
 * @sound: what is said when no read goes wrong
 * @got: what was said last
 * @rule: what one says; so on, as they are too large for a stack
 * @constraint: so on
 * @vf: so on
 * @buf: a line
 */
struct faults_context {
	struct fuzz_machine machine;
	struct pf_facts facts;
	struct verdicts sound;
	struct verdicts got;
	struct check_result rule;
	struct preflight_result constraint;
	struct readiness_result vf;
	char buf[LINE_SIZE];
};

/* How one read goes wrong; the first is the one that who reads is told. */
static const struct kind {
	const char *name;
	int error;
	u32 ones;
	u32 flips;
} kinds[] = {
	{ "fails", .error = -EREMOTEIO },
	{ "gives ones", .ones = U32_MAX },
	{ "gives zeroes", .ones = U32_MAX, .flips = U32_MAX },
	{ "gives other bits", .flips = U32_MAX },
	{ "gives one bit more or less", .flips = 0x01010101 },
};

/*
 * A thousand reads that one loop does, and that many times a thousand: what takes a
 * second elsewhere keeps a kernel with KASAN for so long that it thinks the test hangs.
 */
#define IMAGE_STEP (IS_ENABLED(CONFIG_KASAN) ? 61 : 1)

/* Whose reads go wrong, and whether he is well or breaks what can be broken */
static const struct walk {
	const char *name;
	enum fuzz_where where;
	bool ill;
	unsigned int what;
	u32 step; /* from one read that goes wrong to the next, 0 for 1 */
} walks[] = {
	{ "PF", FUZZ_PF, false, FACTS_SRIOV_IF_ANY | FACTS_CHAIN },
	{ "port", FUZZ_PORT, false, FACTS_SRIOV_IF_ANY | FACTS_CHAIN },
	{ "VFs", FUZZ_VF, false, FACTS_SRIOV_IF_ANY | FACTS_CHAIN },
	{ "another PF", FUZZ_PEER, false, FACTS_SRIOV_IF_ANY | FACTS_CHAIN },
	{ "an ill PF", FUZZ_PF, true, FACTS_SRIOV_IF_ANY | FACTS_CHAIN },
	{ "an ill port", FUZZ_PORT, true, FACTS_SRIOV_IF_ANY | FACTS_CHAIN },
	{ "ill VFs", FUZZ_VF, true, FACTS_SRIOV_IF_ANY | FACTS_CHAIN },
	{ "another PF, which is ill", FUZZ_PEER, true,
	  FACTS_SRIOV_IF_ANY | FACTS_CHAIN },
	{ "all of a PF", FUZZ_PF, false, FACTS_SRIOV_IF_ANY | FACTS_IMAGE,
	  IMAGE_STEP },
};

static void walk_describe(const struct walk *walk, char *name)
{
	strscpy(name, walk->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(walk, walks, walk_describe);

static void context_free(void *data)
{
	kvfree(data);
}

static struct faults_context *context_new(struct kunit *test, bool ill)
{
	struct faults_context *c = kvzalloc(sizeof(*c), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, c);
	KUNIT_ASSERT_EQ(test, kunit_add_action_or_reset(test, context_free, c),
			0);
	faults_machine(test, &c->machine, ill);
	return c;
}

static void judge(struct kunit *test, struct faults_context *c,
		  struct verdicts *got)
{
	const struct pf_facts *facts = &c->facts;
	u32 n;

	KUNIT_ASSERT_LE(test, check_rule_count(), ROWS_MAX);
	KUNIT_ASSERT_LE(test, preflight_constraint_count(), ROWS_MAX);
	for (n = 0; n < check_rule_count(); n++) {
		check_rule(facts, n, &c->rule);
		got->rules[n] = c->rule.verdict;
	}
	for (n = 0; n < preflight_constraint_count(); n++) {
		got->applies[n] =
			preflight_constraint(facts, n, &c->constraint);
		got->max_vfs[n] = c->constraint.unknown ? U32_MAX :
							  c->constraint.max_vfs;
	}
	for (n = 0; n < CHECK_VFS; n++) {
		readiness_of(facts, n, &c->vf);
		got->vfs[n] = c->vf.state;
	}
}

/* Nothing is said that would not be said without: no less and no more than that. */
static void expect_nothing_else(struct kunit *test, struct faults_context *c,
				u32 read)
{
	const struct verdicts *sound = &c->sound, *got = &c->got;
	u32 n;

	for (n = 0; n < check_rule_count(); n++) {
		check_rule(&c->facts, n, &c->rule);
		KUNIT_EXPECT_TRUE_MSG(test,
				      got->rules[n] == sound->rules[n] ||
					      got->rules[n] == CHECK_SKIP,
				      "read %u fails: %s was %s, is %s: %s",
				      read, c->rule.rule,
				      check_verdict_name(sound->rules[n]),
				      check_verdict_name(got->rules[n]),
				      c->rule.detail);
	}
	for (n = 0; n < preflight_constraint_count(); n++)
		KUNIT_EXPECT_TRUE_MSG(test,
				      got->max_vfs[n] == U32_MAX ||
					      (got->applies[n] ==
						       sound->applies[n] &&
					       got->max_vfs[n] ==
						       sound->max_vfs[n]),
				      "read %u fails: constraint %u allowed %u, allows %u",
				      read, n, sound->max_vfs[n],
				      got->max_vfs[n]);
	for (n = 0; n < CHECK_VFS; n++)
		KUNIT_EXPECT_TRUE_MSG(test,
				      got->vfs[n] == sound->vfs[n] ||
					      got->vfs[n] == READINESS_UNKNOWN,
				      "read %u fails: VF %u was %s, is %s",
				      read, n,
				      readiness_state_name(sound->vfs[n]),
				      readiness_state_name(got->vfs[n]));
}

/* One line or more of what can be printed, or nothing */
static bool is_text(const struct seq_file *m)
{
	size_t i;

	for (i = 0; i < m->count; i++) {
		if (m->buf[i] != '\n' && (m->buf[i] < ' ' || m->buf[i] > '~'))
			return false;
	}
	return m->count < m->size && (!i || m->buf[i - 1] == '\n');
}

static void expect_file(struct kunit *test, struct faults_context *c,
			const struct text_file *file)
{
	struct seq_file *m = kunit_kzalloc(test, sizeof(*m), GFP_KERNEL);
	int lines = file->lines(&c->facts), n;

	KUNIT_ASSERT_NOT_NULL(test, m);
	m->buf = c->buf;
	m->size = sizeof(c->buf);
	KUNIT_EXPECT_LE(test, lines, 2 * AROUND_ROUTING_IDS);
	for (n = 0; n < lines; n += 1 + lines / LINES_EACH) {
		m->count = 0;
		file->line(m, &c->facts, n);
		KUNIT_EXPECT_TRUE_MSG(test, is_text(m), "%s, line %d",
				      file->name, n);
	}
}

static void expect_texts(struct kunit *test, struct faults_context *c)
{
	const struct pf_facts *facts = &c->facts;
	u32 n;

	for (n = 0; n < TEXT_FILES; n++) {
		if (!facts->image && text_files[n]->what & FACTS_IMAGE)
			continue;
		if (!facts->chain && text_files[n]->what & FACTS_CHAIN)
			continue;
		if (!facts->sriov_error || !(text_files[n]->what & FACTS_SRIOV))
			expect_file(test, c, text_files[n]);
	}
}

/* What reading says of a device that does not answer as it should */
static bool is_said(int error)
{
	return error == -ENODEV || error == -EINVAL || error == -EIO;
}

static void look(struct kunit *test, struct faults_context *c,
		 const struct walk *walk, struct verdicts *got)
{
	got->error = fuzz_look(&c->machine, walk->what, &c->facts);
	if (got->error)
		return;
	judge(test, c, got);
	expect_texts(test, c);
}

/* Returns false when the look has no such read. */
static bool try_read(struct kunit *test, const struct walk *walk,
		     const struct kind *kind, u32 read)
{
	struct faults_context *c = test->priv;
	struct mock_config *config = &c->machine.spaces[walk->where];

	mock_config_forget(config);
	mock_config_heal(config);
	config->faults.odd_access = kind->error ? MOCK_NEVER : read;
	config->faults.odd_ones = kind->ones;
	config->faults.odd_flips = kind->flips;
	config->faults.fail_access = kind->error ? read : MOCK_NEVER;
	config->faults.fail_access_errno = kind->error;
	look(test, c, walk, &c->got);
	if (c->got.error)
		KUNIT_EXPECT_TRUE_MSG(test,
				      kind->error ?
					      c->got.error == kind->error :
					      is_said(c->got.error),
				      "read %u %s: %d", read, kind->name,
				      c->got.error);
	else if (kind->error)
		expect_nothing_else(test, c, read);
	facts_drop(&c->facts);
	mock_config_expect_sane(test, config);
	return config->reads > read;
}

static void read_faults_each(struct kunit *test)
{
	const struct walk *walk = test->param_value;
	struct faults_context *c = context_new(test, walk->ill);
	u32 read, points = 0, n, least;

	test->priv = c;
	look(test, c, walk, &c->sound);
	KUNIT_ASSERT_EQ(test, c->sound.error, 0);
	facts_drop(&c->facts);
	least = c->machine.spaces[walk->where].reads;
	for (n = 0; n < ARRAY_SIZE(kinds); n++) {
		for (read = 0; try_read(test, walk, &kinds[n], read);
		     read += walk->step ?: 1)
			points++;
		KUNIT_EXPECT_GE(test, read, least);
	}
	KUNIT_EXPECT_GT(test, least, 0);
	kunit_info(test, "read faults: %s: %u reads, %u points", walk->name,
		   least, points);
}

static struct kunit_case read_faults_cases[] = {
	KUNIT_CASE_PARAM(read_faults_each, walk_gen_params),
	/* sentinel */
	{},
};

static struct kunit_suite read_faults_suite = {
	.name = "sriovscope_read_faults",
	.test_cases = read_faults_cases,
};

kunit_test_suite(read_faults_suite);
