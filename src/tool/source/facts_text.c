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

	/* What is made of no facts */
	if (!fn || !of) {
		*error = fn ? -EOPNOTSUPP : -ENODEV;
		return NULL;
	}
	*error = host_facts(fn, facts_needed(of), &facts);
	if (!*error)
		text = print_file(of, &facts, error);
	facts_drop(&facts);
	return text;
}

/**
 * struct seen - what a survey has of a PF
 * @facts: what is known
 * @judged: @check is filled in
 * @check: all rules together
 * @preflight: all constraints together
 */
struct seen {
	const struct pf_facts *facts;
	bool judged;
	struct check_summary check;
	struct preflight_summary preflight;
};

static void seen_devices(struct seq_file *m, const void *data, u32 n)
{
	const struct seen *seen = data;

	text_devices_header(m);
	text_devices_line(m, seen->facts, seen->judged ? &seen->check : NULL);
}

/* Of "check" the rules that are broken, and the counts */
static void seen_check(struct seq_file *m, const void *data, u32 n)
{
	const struct seen *seen = data;
	struct check_result result;

	text_file_check.line(m, seen->facts, 0);
	for (n = 0; seen->check.worst > CHECK_PASS && n < check_rule_count();
	     n++) {
		check_rule(seen->facts, n, &result);
		if (result.verdict > CHECK_PASS)
			text_file_check.line(m, seen->facts, 1 + n);
	}
	text_check_counts(m, &seen->check);
}

/* Of "preflight" what is said of all constraints, and those that let no VF come */
static void seen_preflight(struct seq_file *m, const void *data, u32 n)
{
	const struct seen *seen = data;
	struct preflight_result result;

	text_preflight_head(m, &seen->preflight);
	if (seen->preflight.max_vfs_now)
		return;
	preflight_for_each(seen->facts, n, &result) {
		if (!result.max_vfs)
			text_file_preflight.line(m, seen->facts, 1 + n);
	}
}

static char *seen_text(void (*print)(struct seq_file *m, const void *data,
				     u32 n),
		       const struct seen *seen)
{
	struct seq_file m = {};

	if (print_line(&m, print, seen, 0))
		return print_end(&m);
	free(m.buf);
	return NULL;
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

static bool survey_tell(const struct pf_facts *facts, survey_fn *tell,
			void *data)
{
	struct seen seen = { .facts = facts, .judged = facts->around };
	struct survey survey = { .name = facts->kernel.name };
	bool whole;

	if (!seen.judged && !facts->kernel.asleep)
		survey.error = facts->sriov_error;
	if (seen.judged) {
		check_all(facts, &seen.check);
		preflight_all(facts, &seen.preflight);
		survey.check = seen_text(seen_check, &seen);
		survey.preflight = seen_text(seen_preflight, &seen);
	}
	survey.devices = seen_text(seen_devices, &seen);
	whole = survey.devices &&
		(!seen.judged || (survey.check && survey.preflight));
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
