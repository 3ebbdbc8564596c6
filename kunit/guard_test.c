// SPDX-License-Identifier: GPL-2.0
/*
 * The ladder: each rung alone, and each rung before those below it.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/string.h>

#include "core/guard/guard.h"
#include "core/guard/reason.h"

#define REASON_LEN 200

/* A request that goes ahead: 4 VFs, none on. */
static const struct guard_facts good = {
	.allowed = true,
	.admin = true,
	.is_number = true,
	.requested = 4,
	.looked = true,
	.driver_cap = 8,
};

static void break_parameter(struct guard_facts *f)
{
	f->allowed = false;
}

static void break_capability(struct guard_facts *f)
{
	f->admin = false;
}

static void break_number(struct guard_facts *f)
{
	f->is_number = false;
}

/* Only of a device that cannot be looked at is that a rung. */
static void break_cap(struct guard_facts *f)
{
	f->requested = f->driver_cap + 1;
	f->busy = true;
}

static void break_same(struct guard_facts *f)
{
	f->current_vfs = f->requested;
}

static void break_constraint(struct guard_facts *f)
{
	f->refused = -EBUSY;
	strscpy(f->refusal, "a constraint's sentence", sizeof(f->refusal));
}

/* Only of a device that is gone is that a rung. */
static void break_assigned(struct guard_facts *f)
{
	f->assigned_vfs = 1;
	f->unseen = -ENODEV;
}

static void break_busy(struct guard_facts *f)
{
	f->busy = true;
}

static void break_gone(struct guard_facts *f)
{
	f->unseen = -ENODEV;
}

static void break_memory(struct guard_facts *f)
{
	f->unseen = -ENOMEM;
}

static void break_look(struct guard_facts *f)
{
	f->unseen = -EIO;
}

static const struct rung {
	const char *name;
	void (*break_it)(struct guard_facts *facts);
	int result;
	const char *word; /* of the sentence */
} rungs[] = {
	{ "parameter", break_parameter, -EPERM, "allow_enable" },
	{ "capability", break_capability, -EPERM, "CAP_SYS_ADMIN" },
	{ "number", break_number, -EINVAL, "not a number" },
	{ "cap", break_cap, -ERANGE, "the driver allows" },
	{ "same", break_same, 0, "nothing was touched" },
	{ "constraint", break_constraint, -EBUSY, "a constraint's sentence" },
	{ "assigned", break_assigned, -EPERM, "guests" },
	{ "busy", break_busy, -EAGAIN, "in progress" },
	{ "gone", break_gone, -ENODEV, "does not answer" },
	{ "memory", break_memory, -ENOMEM, "no memory" },
	{ "look", break_look, -EIO, "cannot be looked at" },
};

static void rung_describe(const struct rung *rung, char *name)
{
	strscpy(name, rung->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(rung, rungs, rung_describe);

/* The rung stops the request, with its errno and its sentence. */
static void guard_rung_alone(struct kunit *test)
{
	const struct rung *rung = test->param_value;
	struct guard_facts facts = good;
	char reason[REASON_LEN] = "";

	rung->break_it(&facts);
	KUNIT_EXPECT_EQ(test, guard_climb(&facts, reason, sizeof(reason)),
			rung->result);
	KUNIT_EXPECT_PTR_NE_MSG(test, strstr(reason, rung->word), NULL,
				"\"%s\"", reason);
}

/*
 * While another operation is in progress nothing is known of the VFs that are
 * on, nor what would limit them; and a device that is gone is not said to have
 * VFs or limits.
 */
static bool hides(const struct rung *lower, const struct rung *upper)
{
	bool of_device = upper->break_it == break_same ||
			 upper->break_it == break_constraint;

	if (lower->break_it == break_busy)
		return of_device || upper->break_it == break_assigned;
	return of_device && lower->break_it != break_same &&
	       lower->break_it != break_constraint;
}

/* With any rung below broken too, the upper one decides. */
static void guard_rung_first(struct kunit *test)
{
	const struct rung *rung = test->param_value;
	const struct rung *lower, *expect;
	struct guard_facts facts;
	char reason[REASON_LEN];

	for (lower = rung + 1; lower < rungs + ARRAY_SIZE(rungs); lower++) {
		facts = good;
		lower->break_it(&facts);
		rung->break_it(&facts);
		expect = hides(lower, rung) ? lower : rung;

		KUNIT_EXPECT_EQ(test,
				guard_climb(&facts, reason, sizeof(reason)),
				expect->result);
		KUNIT_EXPECT_PTR_NE_MSG(test, strstr(reason, expect->word),
					NULL, "%s over %s: \"%s\"", rung->name,
					lower->name, reason);
	}
}

static void guard_goes_ahead(struct kunit *test)
{
	struct guard_facts facts = good;
	char reason[REASON_LEN] = "untouched";

	KUNIT_EXPECT_EQ(test, guard_climb(&facts, reason, sizeof(reason)),
			GUARD_GO);
	KUNIT_EXPECT_STREQ(test, reason, "untouched");
}

static void expect_cap(struct kunit *test, const struct guard_facts *given,
		       int over, int within)
{
	struct guard_facts facts = *given;
	char reason[REASON_LEN];

	facts.requested = facts.driver_cap + 1;
	KUNIT_EXPECT_EQ(test, guard_climb(&facts, reason, sizeof(reason)),
			over);
	facts.requested = facts.driver_cap;
	KUNIT_EXPECT_EQ(test, guard_climb(&facts, reason, sizeof(reason)),
			within);
}

/* A device that can be looked at has its limits from the constraints alone. */
static void guard_driver_cap(struct kunit *test)
{
	struct guard_facts facts = good;

	expect_cap(test, &facts, GUARD_GO, GUARD_GO);
	facts.busy = true;
	expect_cap(test, &facts, -ERANGE, -EAGAIN);
	facts.unseen = -ENODEV;
	expect_cap(test, &facts, -ERANGE, -EAGAIN);
	facts.busy = false;
	expect_cap(test, &facts, -ERANGE, -ENODEV);
}

/* While another operation runs, what is on now says nothing: try again. */
static void guard_busy_knows_nothing(struct kunit *test)
{
	struct guard_facts facts = good;
	char reason[REASON_LEN];
	u32 on;

	facts.busy = true;
	for (on = 0; on <= facts.driver_cap; on++) {
		facts.current_vfs = on;
		KUNIT_EXPECT_EQ(test,
				guard_climb(&facts, reason, sizeof(reason)),
				-EAGAIN);
	}
}

/* Before the device is looked at, only the caller is judged. */
static void guard_caller_alone(struct kunit *test)
{
	const struct rung *rung = test->param_value;
	struct guard_facts facts = good;
	char reason[REASON_LEN];
	bool of_caller = rung < rungs + 3;

	facts.looked = false;
	rung->break_it(&facts);
	KUNIT_EXPECT_EQ(test, guard_climb(&facts, reason, sizeof(reason)),
			of_caller ? rung->result : GUARD_GO);
}

/* A sentence that does not fit is cut, and nothing behind it is written. */
static void guard_short_reason(struct kunit *test)
{
	const struct rung *rung = test->param_value;
	struct guard_facts facts = good;
	char reason[REASON_LEN];
	size_t size;

	rung->break_it(&facts);
	for (size = 1; size < 40; size++) {
		memset(reason, 0x5a, sizeof(reason));
		guard_climb(&facts, reason, size);
		KUNIT_EXPECT_LT(test, strnlen(reason, size), size);
		KUNIT_EXPECT_PTR_EQ(test,
				    memchr_inv(reason + size, 0x5a,
					       sizeof(reason) - size),
				    NULL);
	}
}

/* Each thing that can be wrong after enabling, alone. */
static void guard_verifies(struct kunit *test)
{
	static const struct guard_outcome wrong[] = {
		{ 4, false, 4, 4 }, { 4, true, 3, 4 }, { 4, true, 5, 4 },
		{ 4, true, 4, 3 },  { 4, true, 4, 5 },
	};
	static const struct guard_outcome right = { 4, true, 4, 4 };
	char reason[REASON_LEN] = "untouched";
	u32 i;

	KUNIT_EXPECT_EQ(test, guard_verify(&right, reason, sizeof(reason)), 0);
	KUNIT_EXPECT_STREQ(test, reason, "untouched");
	for (i = 0; i < ARRAY_SIZE(wrong); i++) {
		KUNIT_EXPECT_EQ_MSG(test,
				    guard_verify(&wrong[i], reason,
						 sizeof(reason)),
				    -EIO, "outcome %u", i);
		KUNIT_EXPECT_NOT_NULL(test, strstr(reason, "asked for"));
	}
}

static const struct parse_case {
	const char *text;
	bool is_number;
	u32 number;
} parse_cases[] = {
	{ "0", true, 0 },
	{ "4", true, 4 },
	{ "4\n", true, 4 },
	{ "0x10", true, 16 },
	{ "65535", true, 65535 },
	{ "65536", true, 65536 },
	{ "4294967295", true, U32_MAX },
	{ "4294967296", true, U32_MAX },
	{ "99999999999999999999999", true, U32_MAX },
	{ "", false, 0 },
	{ "\n", false, 0 },
	{ "-1", false, 0 },
	{ "-0", false, 0 },
	{ "4x", false, 0 },
	{ "4 ", false, 0 },
	{ " 4", false, 0 },
	{ "4\n\n", false, 0 },
	{ "four", false, 0 },
	{ "0x", false, 0 },
	{ "4.0", false, 0 },
};

static void parse_describe(const struct parse_case *parse, char *name)
{
	scnprintf(name, KUNIT_PARAM_DESC_SIZE, "%*pE", (int)strlen(parse->text),
		  parse->text);
}

KUNIT_ARRAY_PARAM(parse, parse_cases, parse_describe);

static void guard_parses(struct kunit *test)
{
	const struct parse_case *parse = test->param_value;
	struct guard_facts facts = { .requested = 77, .is_number = true };

	guard_parse(parse->text, &facts);
	KUNIT_EXPECT_EQ(test, facts.is_number, parse->is_number);
	KUNIT_EXPECT_EQ(test, facts.requested, parse->number);
}

/* An errno that the PCI core has no sentence for is said by its name. */
static void guard_core_says(struct kunit *test)
{
	char reason[REASON_LEN];

	guard_core_reason(-ENODEV, reason, sizeof(reason));
	KUNIT_EXPECT_STREQ(test, reason,
			   "function_dependency_link names a function that does not exist");
	guard_core_reason(-EBUSY, reason, sizeof(reason));
	KUNIT_EXPECT_NOT_NULL(test, strstr(reason, "see the kernel log"));
	KUNIT_EXPECT_NULL(test, strstr(reason, "names a function"));
}

static struct kunit_case guard_cases[] = {
	KUNIT_CASE(guard_goes_ahead),
	KUNIT_CASE_PARAM(guard_rung_alone, rung_gen_params),
	KUNIT_CASE_PARAM(guard_rung_first, rung_gen_params),
	KUNIT_CASE_PARAM(guard_caller_alone, rung_gen_params),
	KUNIT_CASE_PARAM(guard_short_reason, rung_gen_params),
	KUNIT_CASE(guard_driver_cap),
	KUNIT_CASE(guard_busy_knows_nothing),
	KUNIT_CASE(guard_verifies),
	KUNIT_CASE(guard_core_says),
	KUNIT_CASE_PARAM(guard_parses, parse_gen_params),
	/* sentinel */
	{},
};

static struct kunit_suite guard_suite = {
	.name = "sriovscope_guard",
	.test_cases = guard_cases,
};

kunit_test_suite(guard_suite);
