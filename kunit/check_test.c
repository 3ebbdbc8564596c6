// SPDX-License-Identifier: GPL-2.0
/*
 * The rules: what each says of devices that keep it and that break it, and that
 * it alone says so.
 */
#include <kunit/test.h>
#include <linux/bits.h>
#include <linux/errno.h>
#include <linux/prandom.h>
#include <linux/string.h>

#include "check_fixture.h"
#include "params.h"

#define MAX_RULES 48

/* All verdicts, by the number of the rule */
static void judge_all(const struct pf_facts *snap, enum check_verdict *verdicts)
{
	struct check_result result;
	u32 n;

	for (n = 0; n < check_rule_count(); n++) {
		check_rule(snap, n, &result);
		verdicts[n] = result.verdict;
	}
}

static const char *rule_name(u32 n)
{
	static struct pf_around around;
	static const struct pf_facts nothing = {
		.sriov_error = -EINVAL,
		.around = &around,
	};
	struct check_result result;

	check_rule(&nothing, n, &result);
	return result.rule;
}

/* Rules about VFs look at them one by one: "vf_*" stands for those. */
static bool is_about_vfs(const char *rule)
{
	static const char *const rules[] = {
		"vf_flr",
		"vf_ids",
		"vf_bars_zero",
		"vf_pcie_capability",
		"vf_forbidden_capabilities",
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(rules); i++) {
		if (!strcmp(rules[i], rule))
			return true;
	}
	return false;
}

static bool is_silenced(const struct check_case *param, const char *rule)
{
	u32 i;

	for (i = 0; i < CHECK_SILENCED && param->silences[i]; i++) {
		if (!strcmp(param->silences[i], rule) ||
		    (!strcmp(param->silences[i], "vf_*") && is_about_vfs(rule)))
			return true;
	}
	return false;
}

static const void *case_next(const struct check_case *cases, u32 count,
			     const struct check_case *prev, char *desc)
{
	const struct check_case *next = prev ? prev + 1 : cases;

	if (next == cases + count)
		return NULL;
	snprintf(desc, KUNIT_PARAM_DESC_SIZE, "%s: %s", next->rule,
		 next->title);
	return next;
}

static const void *COMPAT_GEN_PARAMS(register_gen_params)
{
	return case_next(check_register_cases, check_register_count, prev,
			 desc);
}

static const void *COMPAT_GEN_PARAMS(around_gen_params)
{
	return case_next(check_around_cases, check_around_count, prev, desc);
}

static const void *COMPAT_GEN_PARAMS(peer_gen_params)
{
	return case_next(check_peer_cases, check_peer_count, prev, desc);
}

/* The rule says what the case has, and no other rule changes its verdict. */
static void check_case_alone(struct kunit *test)
{
	const struct check_case *param = test->param_value;
	enum check_verdict before[MAX_RULES], after[MAX_RULES], expect;
	struct pf_facts *snap;
	const char *rule;
	bool found = false;
	u32 n;

	KUNIT_ASSERT_LE(test, check_rule_count(), MAX_RULES);
	judge_all(check_fixture_take(test, param->on, param->before, NULL),
		  before);
	snap = check_fixture_take(test, param->on, param->before, param->pokes);
	if (param->bend)
		param->bend(snap);
	judge_all(snap, after);
	for (n = 0; n < check_rule_count(); n++) {
		rule = rule_name(n);
		expect = before[n];
		if (!strcmp(rule, param->rule)) {
			expect = param->verdict;
			found = true;
		} else if (is_silenced(param, rule)) {
			expect = CHECK_SKIP;
			KUNIT_EXPECT_NE(test, before[n], CHECK_SKIP);
		}
		KUNIT_EXPECT_EQ_MSG(test, after[n], expect, "%s", rule);
	}
	KUNIT_EXPECT_TRUE(test, found);
}

/* With VFs on a good device keeps all; without, what is about VFs is untold. */
static void check_good_device(struct kunit *test)
{
	struct pf_facts *on = check_fixture_take(test, true, NULL, NULL);
	struct pf_facts *off = check_fixture_take(test, false, NULL, NULL);
	struct check_summary summary;
	struct check_result result;
	u32 n;

	for (n = 0; n < check_rule_count(); n++) {
		check_rule(on, n, &result);
		KUNIT_EXPECT_EQ_MSG(test, result.verdict, CHECK_PASS, "%s: %s",
				    result.rule, result.detail);
		check_rule(off, n, &result);
		KUNIT_EXPECT_LE_MSG(test, result.verdict, CHECK_PASS, "%s: %s",
				    result.rule, result.detail);
	}
	check_all(off, &summary);
	KUNIT_EXPECT_EQ(test, summary.counts[CHECK_SKIP], 11);
	KUNIT_EXPECT_EQ(test, summary.worst, CHECK_PASS);
}

static bool is_broken_in(const struct check_case *cases, u32 count,
			 const char *rule)
{
	u32 i;

	for (i = 0; i < count; i++) {
		if (!strcmp(cases[i].rule, rule) &&
		    cases[i].verdict > CHECK_PASS)
			return true;
	}
	return false;
}

static bool has_case(const char *rule)
{
	return is_broken_in(check_register_cases, check_register_count, rule) ||
	       is_broken_in(check_around_cases, check_around_count, rule) ||
	       is_broken_in(check_peer_cases, check_peer_count, rule) ||
	       !strcmp(rule, "vf_forbidden_capabilities");
}

/* A rule that is added without a case that breaks it is missed. */
static void check_every_rule(struct kunit *test)
{
	const char *rule;
	u32 n;

	for (n = 0; n < check_rule_count(); n++) {
		rule = rule_name(n);
		KUNIT_EXPECT_TRUE_MSG(test, has_case(rule), "%s has no case",
				      rule);
	}
}

static enum check_verdict verdict_of(const struct pf_facts *snap,
				     const char *rule)
{
	struct check_result result;
	u32 n;

	for (n = 0; n < check_rule_count(); n++) {
		check_rule(snap, n, &result);
		if (!strcmp(result.rule, rule))
			return result.verdict;
	}
	return CHECK_VERDICTS;
}

/* Each capability that is for PFs only, and all of the others */
static void check_forbidden(struct kunit *test)
{
	static const u64 forbidden =
		BIT_ULL(0x02) | BIT_ULL(0x04) | BIT_ULL(0x09) | BIT_ULL(0x10) |
		BIT_ULL(0x15) | BIT_ULL(0x16) | BIT_ULL(0x1b) | BIT_ULL(0x24);
	struct pf_facts *snap = check_fixture_take(test, true, NULL, NULL);
	struct around_vf *vf = &snap->around->vfs[CHECK_VFS - 1];
	u32 id;

	for (id = 0; id < 64; id++) {
		vf->ext_caps = BIT_ULL(id);
		KUNIT_EXPECT_EQ_MSG(test,
				    verdict_of(snap,
					       "vf_forbidden_capabilities"),
				    forbidden & BIT_ULL(id) ? CHECK_FAIL :
							      CHECK_PASS,
				    "extended %x", id);
	}
	vf->ext_caps = 0;
	for (id = 0; id < 32; id++) {
		vf->caps = BIT(id);
		KUNIT_EXPECT_EQ_MSG(test,
				    verdict_of(snap,
					       "vf_forbidden_capabilities"),
				    id == 0x14 ? CHECK_FAIL : CHECK_PASS,
				    "conventional %x", id);
	}
}

/* A structure of 60 bytes has no registers: what is about them is untold. */
static void check_unbounded(struct kunit *test)
{
	static const struct poke pokes[CHECK_POKES] = {
		{ CHECK_SRIOV_AT, 4,
		  PCI_EXT_CAP_ID_SRIOV | 1 << 16 |
			  (CHECK_SRIOV_AT + 0x3cU) << 20 },
		{ CHECK_SRIOV_AT + 0x3c, 4, 0xb | 1 << 16 },
	};
	struct pf_facts *snap = check_fixture_take(test, true, NULL, pokes);
	struct check_result result;
	u32 n, told = 0;

	KUNIT_EXPECT_EQ(test, snap->sriov_error, -EINVAL);
	KUNIT_EXPECT_EQ(test, verdict_of(snap, "capability_structure"),
			CHECK_FAIL);
	for (n = 0; n < check_rule_count(); n++) {
		check_rule(snap, n, &result);
		told += result.verdict != CHECK_SKIP;
		if (!strcmp(result.rule, "capability_structure"))
			KUNIT_EXPECT_NOT_NULL_MSG(test,
						  strstr(result.detail,
							 "it needs 64"),
						  "%s", result.detail);
	}
	/* The structure, the PF's FLR and six rules about VFs */
	KUNIT_EXPECT_EQ(test, told, 8);
}

static void expect_summary(struct kunit *test, const struct pf_facts *snap,
			   enum check_verdict worst)
{
	enum check_verdict verdicts[MAX_RULES] = {};
	struct check_summary summary;
	u32 n;

	check_all(snap, &summary);
	judge_all(snap, verdicts);
	KUNIT_EXPECT_EQ(test, summary.worst, worst);
	for (n = 0; n < check_rule_count(); n++)
		summary.counts[verdicts[n]]--;
	for (n = 0; n < CHECK_VERDICTS; n++)
		KUNIT_EXPECT_EQ(test, summary.counts[n], 0);
}

static void check_counts(struct kunit *test)
{
	struct pf_facts *snap = check_fixture_take(test, true, NULL, NULL);

	expect_summary(test, snap, CHECK_PASS);
	snap->sriov.vf_device_id = U16_MAX;
	expect_summary(test, snap, CHECK_WARN);
	snap->around->self.flr = false;
	expect_summary(test, snap, CHECK_FAIL);
	snap->sriov.vf_device_id = 1;
	expect_summary(test, snap, CHECK_FAIL);
	KUNIT_EXPECT_STREQ(test, check_verdict_name(CHECK_SKIP), "SKIP");
	KUNIT_EXPECT_STREQ(test, check_verdict_name(CHECK_PASS), "PASS");
	KUNIT_EXPECT_STREQ(test, check_verdict_name(CHECK_WARN), "WARN");
	KUNIT_EXPECT_STREQ(test, check_verdict_name(CHECK_FAIL), "FAIL");
}

/* Whatever registers hold: a verdict, and one line that fits. */
static void check_any_registers(struct kunit *test)
{
	struct pf_facts *snap = check_fixture_take(test, true, NULL, NULL);
	struct sriov_snapshot regs;
	struct check_result result;
	struct rnd_state rnd;
	u32 round, n;

	prandom_seed_state(&rnd, 9);
	for (round = 0; round < 300; round++) {
		if (round)
			prandom_bytes_state(&rnd, &regs, sizeof(regs));
		else
			memset(&regs, 0xff, sizeof(regs));
		sriov_decode(&regs, &snap->sriov);
		for (n = 0; n < check_rule_count(); n++) {
			check_rule(snap, n, &result);
			KUNIT_ASSERT_LT(test, result.verdict, CHECK_VERDICTS);
			KUNIT_ASSERT_NE(test, *result.detail, '\0');
			KUNIT_ASSERT_LT(test, strlen(result.detail),
					sizeof(result.detail) - 1);
			KUNIT_ASSERT_NULL(test, strchr(result.detail, '\n'));
		}
	}
}

static struct kunit_case check_cases[] = {
	KUNIT_CASE(check_good_device),
	KUNIT_CASE(check_every_rule),
	KUNIT_CASE_PARAM(check_case_alone, register_gen_params),
	KUNIT_CASE_PARAM(check_case_alone, around_gen_params),
	KUNIT_CASE_PARAM(check_case_alone, peer_gen_params),
	KUNIT_CASE(check_forbidden),
	KUNIT_CASE(check_unbounded),
	KUNIT_CASE(check_counts),
	KUNIT_CASE(check_any_registers),
	/* sentinel */
	{},
};

static struct kunit_suite check_suite = {
	.name = "sriovscope_check",
	.test_cases = check_cases,
};

kunit_test_suite(check_suite);
