// SPDX-License-Identifier: GPL-2.0
/*
 * The rows of the causes: each is found by a line that people had, with each of its
 * patterns, and names what the core has.
 */
#include <fnmatch.h>
#include <kunit/test.h>

#include "core/check/check.h"
#include "explain_lines.h"
#include "file_text.h"
#include "preflight_facts.h"
#include "tool/explain/line.h"

#define for_each_explain_group(group) \
	for ((group) = explain_groups; (group)->title; (group)++)
#define for_each_explain_cause(cause, group) \
	for ((cause) = (group)->causes; (cause)->name; (cause)++)

static bool has_line(const struct explain_cause *cause)
{
	const struct explain_case *line;

	for (line = explain_cases; line->text; line++) {
		if (line->name && !strcmp(line->name, cause->name))
			return true;
	}
	return false;
}

static void explain_each_has_a_line(struct kunit *test)
{
	const struct explain_group *group;
	const struct explain_cause *cause;

	for_each_explain_group(group)
		for_each_explain_cause(cause, group)
			KUNIT_EXPECT_TRUE_MSG(test, has_line(cause), "%s",
					      cause->name);
}

static bool meets(const struct explain_pattern *pattern, const char *name)
{
	const struct explain_case *line;
	struct explain_line made;
	char anywhere[128];

	snprintf(anywhere, sizeof(anywhere), "*%s*", pattern->glob);
	for (line = explain_cases; line->text; line++) {
		explain_line_make(&made, line->text);
		if (line->name && !strcmp(line->name, name) &&
		    (!pattern->error || pattern->error == made.error) &&
		    !fnmatch(anywhere, made.text, FNM_CASEFOLD))
			return true;
	}
	return false;
}

/* A pattern that no line meets may have a slip. */
static void explain_each_pattern_has_a_line(struct kunit *test)
{
	const struct explain_group *group;
	const struct explain_cause *cause;
	const struct explain_pattern *pattern;

	for_each_explain_group(group)
		for_each_explain_cause(cause, group)
			for (pattern = cause->patterns;
			     pattern->glob || pattern->error; pattern++)
				KUNIT_EXPECT_TRUE_MSG(test,
						      !pattern->glob ||
							      meets(pattern,
								    cause->name),
						      "%s: %s", cause->name,
						      pattern->glob);
}

static bool is_constraint(struct kunit *test, const struct explain_place *place)
{
	const struct pf_facts *facts = facts_new(test);
	struct preflight_result result;
	u32 n;

	preflight_for_each(facts, n, &result) {
		if (explain_is_place(place, "preflight", result.name))
			return true;
	}
	/* Those that have a line only when they limit */
	for (n = 0; n < limit_count; n++) {
		if (explain_is_place(place, "preflight", limits[n].name))
			return true;
	}
	return false;
}

static bool is_rule(struct kunit *test, const struct explain_place *place)
{
	const struct pf_facts *facts = facts_new(test);
	struct check_result result;
	u32 n;

	for (n = 0; n < check_rule_count(); n++) {
		check_rule(facts, n, &result);
		if (explain_is_place(place, "check", result.rule))
			return true;
	}
	return false;
}

static bool is_key(struct kunit *test, const struct text_file *file,
		   const char *name)
{
	char key[64];

	snprintf(key, sizeof(key), "\n%s: ", name);
	return strstr(file_text(test, file, facts_new(test)), key) ||
	       strstarts(file_text(test, file, facts_new(test)), key + 1);
}

static bool is_column(struct kunit *test, const struct text_file *file,
		      const char *name)
{
	const char *header = file_text(test, file, facts_new(test));
	const char *at;
	char column[64];

	snprintf(column, sizeof(column), " %s", name);
	at = strstr(header, column);
	return at && at < strchr(header, '\n') &&
	       strchr("\n ", at[strlen(column)]);
}

static bool is_there(struct kunit *test, const struct explain_place *place)
{
	if (!strcmp(place->file, "preflight"))
		return is_constraint(test, place);
	if (!strcmp(place->file, "check"))
		return is_rule(test, place);
	if (!strcmp(place->file, "status"))
		return is_key(test, &text_file_status, place->name);
	if (!strcmp(place->file, "regs"))
		return is_key(test, &text_file_regs, place->name);
	if (!strcmp(place->file, "readiness"))
		return is_column(test, &text_file_readiness, place->name);
	return !strcmp(place->file, "vfs") &&
	       is_column(test, &text_file_vfs, place->name);
}

static void explain_places(struct kunit *test)
{
	const struct explain_place *place;
	const struct explain_group *group;
	const struct explain_cause *cause;

	for_each_explain_group(group)
		for_each_explain_cause(cause, group)
			for (place = cause->places; place->file; place++)
				KUNIT_EXPECT_TRUE_MSG(test,
						      is_there(test, place),
						      "%s: %s in %s",
						      cause->name, place->name,
						      place->file);
}

/* What the checks of names would not find must be seen. */
static void explain_places_not_there(struct kunit *test)
{
	static const struct explain_place places[] = {
		{ "preflight", "no_such" }, { "preflight", "vf_bar0" },
		{ "check", "vfs_on" },	    { "status", "agre" },
		{ "regs", "vf_bar" },	    { "vfs", "planned" },
		{ "bars", "slot" },	    { "readiness", "ready" },
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(places); i++)
		KUNIT_EXPECT_FALSE_MSG(test, is_there(test, &places[i]),
				       "%s in %s", places[i].name,
				       places[i].file);
}

/* A name that two files have is that of one of them. */
static void explain_places_by_file(struct kunit *test)
{
	static const struct explain_place place = { "check", "initial_vfs" };
	static const struct explain_place any = { "preflight",
						  "vf_bar?_window" };

	KUNIT_EXPECT_TRUE(test,
			  explain_is_place(&place, "check", "initial_vfs"));
	KUNIT_EXPECT_FALSE(test, explain_is_place(&place, "preflight",
						  "initial_vfs"));
	KUNIT_EXPECT_TRUE(test, explain_is_place(&any, "preflight",
						 "vf_bar5_window"));
	KUNIT_EXPECT_FALSE(test,
			   explain_is_place(&any, "preflight", "vf_bars"));
}

/* Each constraint that can stop VFs is behind something that people see. */
static void explain_all_constraints(struct kunit *test)
{
	const struct explain_group *group;
	const struct explain_cause *cause;
	const struct explain_place *place;
	bool found;
	u32 n;

	for (n = 0; n < limit_count; n++) {
		found = false;
		for_each_explain_group(group)
			for_each_explain_cause(cause, group)
				for (place = cause->places; place->file;
				     place++)
					found |=
						explain_is_place(place,
								 "preflight",
								 limits[n].name);
		KUNIT_EXPECT_TRUE_MSG(test, found, "%s", limits[n].name);
	}
}

static void explain_expect_row(struct kunit *test,
			       const struct explain_cause *cause)
{
	const struct explain_pattern *pattern = cause->patterns;

	KUNIT_EXPECT_TRUE_MSG(test, *cause->cause && *cause->remedy, "%s",
			      cause->name);
	KUNIT_EXPECT_NULL_MSG(test, cause->places[EXPLAIN_PLACES - 1].file,
			      "%s has no end", cause->name);
	KUNIT_EXPECT_TRUE_MSG(test, pattern->glob || pattern->error,
			      "%s cannot be found", cause->name);
	for (; pattern->glob || pattern->error; pattern++) {
		KUNIT_ASSERT_LT_MSG(test, pattern - cause->patterns,
				    EXPLAIN_PATTERNS - 1, "%s has no end",
				    cause->name);
		if (pattern->glob)
			KUNIT_EXPECT_LT_MSG(test, strlen(pattern->glob),
					    EXPLAIN_GLOB_LEN, "%s",
					    cause->name);
	}
}

static void explain_rows_whole(struct kunit *test)
{
	const struct explain_group *group;
	const struct explain_cause *cause;

	for_each_explain_group(group)
		for_each_explain_cause(cause, group)
			explain_expect_row(test, cause);
}

static void explain_list_text(struct kunit *test)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	explain_list(out);
	fclose(out);
	kunit_add_action_or_reset(test, free, text);
	KUNIT_EXPECT_TRUE(test,
			  strstarts(text,
				    "### VFs cannot be enabled\n\n"
				    "| | what you see | what is behind it | where to look |\n"
				    "|---|---|---|---|\n"
				    "| 1 | `Cannot allocate memory`; log: `not enough MMIO "));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(text,
				     " | `D/preflight`: `vf_barN_window`, `vf_bars` |\n"));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(text,
				     " | `D/readiness`: `reason`; `D/vfs`: `driver` |\n"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(text, " | echo 4 \\| sudo tee "));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(text,
				     "`Read-only file system`, `Permission denied` |"));
}

static struct kunit_case explain_rows_cases[] = {
	KUNIT_CASE(explain_each_has_a_line),
	KUNIT_CASE(explain_each_pattern_has_a_line),
	KUNIT_CASE(explain_places),
	KUNIT_CASE(explain_places_not_there),
	KUNIT_CASE(explain_places_by_file),
	KUNIT_CASE(explain_all_constraints),
	KUNIT_CASE(explain_rows_whole),
	KUNIT_CASE(explain_list_text),
	/* sentinel */
	{}
};

static struct kunit_suite explain_rows_suite = {
	.name = "sriovscope_explain_rows",
	.test_cases = explain_rows_cases,
};

kunit_test_suite(explain_rows_suite);
