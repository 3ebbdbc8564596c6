// SPDX-License-Identifier: GPL-2.0
/*
 * The files of a PF, made here of what is known of it.
 */
#include "core/check/check.h"
#include "core/preflight/preflight.h"
#include "core/text/devices.h"
#include "facts_text.h"
#include "print.h"

/* Of one look: the line of "devices", "check" and "preflight" */
#define SURVEY_NEEDS (TEXT_DEVICES_NEEDS | PREFLIGHT_NEEDS)

/* Root may wake a PF up to look at it, as with the module. */
static unsigned int facts_needed(const struct text_file *file)
{
	return file->lets_sleep ? file->what : file->what | FACTS_WAKE;
}

char *facts_text(struct host_function *fn, const char *file, int *error)
{
	const struct text_file *of = print_find(file);
	struct pf_facts facts;
	char *text = NULL;

	if (!fn || !of) {
		*error = fn ? -ENOENT : -ENODEV;
		return NULL;
	}
	*error = host_facts(fn, facts_needed(of), &facts);
	if (!*error)
		text = print_file(of, &facts, error);
	facts_drop(&facts);
	return text;
}

static void devices_header(struct seq_file *m, const void *data, u32 n)
{
	text_devices_header(m);
}

static void devices_line(struct seq_file *m, const void *data, u32 n)
{
	text_devices_line(m, (const struct pf_facts *)data + n);
}

/**
 * struct devices - all PFs of a machine
 * @count: how many
 * @pfs: which
 * @facts: what is known of each; of one that does not answer its address
 */
struct devices {
	u32 count;
	struct host_function **pfs;
	struct pf_facts *facts;
};

/* First all are looked at, so that each is read once. */
static void devices_look(struct host *host, struct devices *devices)
{
	struct host_function *fn;
	u32 i;

	for (i = 0; i < host->count; i++) {
		fn = &host->functions[i];
		if (!host_is_pf(fn))
			continue;
		devices->pfs[devices->count] = fn;
		host_facts(fn, SURVEY_NEEDS & ~FACTS_PEERS,
			   &devices->facts[devices->count++]);
	}
}

static char *survey_devices(const struct pf_facts *facts)
{
	struct seq_file m = {};

	if (print_line(&m, devices_header, NULL, 0) &&
	    print_line(&m, devices_line, facts, 0))
		return print_end(&m);
	free(m.buf);
	return NULL;
}

/* Of "check" the rules that are broken, and the counts */
static void survey_rule(struct seq_file *m, const void *data, u32 n)
{
	struct check_result result;

	check_rule(data, n, &result);
	if (result.verdict == CHECK_WARN || result.verdict == CHECK_FAIL)
		text_file_check.line(m, data, 1 + n);
}

static void survey_line_of_check(struct seq_file *m, const void *data, u32 n)
{
	text_file_check.line(m, data, n);
}

static char *survey_check(const struct pf_facts *facts)
{
	u32 count = check_rule_count(), n;
	struct check_summary summary;
	struct seq_file m = {};
	bool room;

	check_all(facts, &summary);
	room = print_line(&m, survey_line_of_check, facts, 0);
	for (n = 0; room && summary.worst > CHECK_PASS && n < count; n++)
		room = print_line(&m, survey_rule, facts, n);
	if (room && print_line(&m, survey_line_of_check, facts, 1 + count))
		return print_end(&m);
	free(m.buf);
	return NULL;
}

/* Of "preflight" what is said of all constraints, and those that let no VF come */
static void survey_constraint(struct seq_file *m, const void *data, u32 n)
{
	struct preflight_result result;

	if (preflight_constraint(data, n, &result) && !result.max_vfs)
		text_file_preflight.line(m, data, 1 + n);
}

static void survey_head(struct seq_file *m, const void *data, u32 n)
{
	text_file_preflight.line(m, data, 0);
}

static char *survey_preflight(const struct pf_facts *facts)
{
	struct seq_file m = {};
	bool room;
	u32 n;

	room = print_line(&m, survey_head, facts, 0);
	for (n = 0; room && n < preflight_constraint_count(); n++)
		room = print_line(&m, survey_constraint, facts, n);
	if (room)
		return print_end(&m);
	free(m.buf);
	return NULL;
}

static bool survey_tell(const struct pf_facts *facts, survey_fn *tell,
			void *data)
{
	struct survey survey = { .name = facts->kernel.name };
	bool whole;

	survey.devices = survey_devices(facts);
	if (facts->around) {
		survey.check = survey_check(facts);
		survey.preflight = survey_preflight(facts);
	}
	whole = survey.devices &&
		(!facts->around || (survey.check && survey.preflight));
	if (whole)
		tell(&survey, data);
	free(survey.devices);
	free(survey.check);
	free(survey.preflight);
	return whole;
}

static bool devices_tell(const struct devices *devices, survey_fn *tell,
			 void *data)
{
	struct pf_facts *facts;
	u32 i;

	for (i = 0; i < devices->count; i++) {
		facts = &devices->facts[i];
		if (host_peers(devices->pfs[i], facts) ||
		    !survey_tell(facts, tell, data))
			return false;
		facts_drop(facts);
	}
	return true;
}

bool facts_survey(struct host *host, survey_fn *tell, void *data)
{
	struct devices devices = {
		.pfs = calloc(host->count ?: 1, sizeof(*devices.pfs)),
		.facts = calloc(host->count ?: 1, sizeof(*devices.facts)),
	};
	bool done = false;
	u32 i;

	if (devices.pfs && devices.facts) {
		devices_look(host, &devices);
		done = devices_tell(&devices, tell, data);
		for (i = 0; i < devices.count; i++)
			facts_drop(&devices.facts[i]);
	}
	free(devices.pfs);
	free(devices.facts);
	return done;
}
