// SPDX-License-Identifier: GPL-2.0
/*
 * A report, in the order in which it is made: first what the files say, since
 * looking may wake a device up, then the dumps, then what the dumps alone say.
 */
#include "parts.h"
#include "print.h"
#include "report.h"
#include "source/facts_text.h"

const char *const report_files[REPORT_FILES] = {
	"status", "preflight", "check",	    "bars",
	"room",	  "vfs",       "readiness", "events",
};

/* Where "check" is among them */
#define REPORT_CHECK 2

/* Was the PF named before, too? */
static bool is_again(const unsigned int *pfs, u32 at)
{
	u32 i;

	for (i = 0; i < at; i++) {
		if (pfs[i] == pfs[at])
			return true;
	}
	return false;
}

static void read_files(struct report *report, const unsigned int *pfs,
		       u32 count)
{
	struct report_pf *pf;
	u32 i, n;

	for (i = 0; i < count; i++) {
		if (is_again(pfs, i))
			continue;
		pf = &report->pfs[report->pf_count++];
		pf->name = report->source->names[pfs[i]];
		for (n = 0; n < REPORT_FILES; n++)
			pf->texts[n] = source_text(report->source, pfs[i],
						   report_files[n],
						   &pf->errors[n]);
	}
}

static void find_members(struct report *report)
{
	struct host_function *fn;
	u32 i;

	for (i = 0; i < report->pf_count; i++) {
		fn = host_find_name(report->members.host, report->pfs[i].name);
		if (fn)
			members_add(&report->members, fn);
	}
}

/* PFs and what is above them are awake by now; all others are left as they are. */
static bool wakes(enum role role)
{
	return role == ROLE_PF || role == ROLE_PORT;
}

static void dump_members(struct report *report, FILE *out)
{
	const struct host *host = report->members.host;
	enum role role;
	u32 i;

	for (i = 0; i < host->count; i++) {
		role = members_role(&report->members, &host->functions[i]);
		if (role != ROLE_NONE)
			report->unread[i] = part_dump(&host->functions[i],
						      wakes(role),
						      &report->secrets, out);
	}
}

static void ignore(const char *what)
{
}

/* As whoever reads the report reads its dumps */
static void check_dumps(struct report *report, FILE *dumps)
{
	struct host *host;
	struct report_pf *pf;
	char path[64];
	int error;
	u32 i;

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fileno(dumps));
	host = host_open_dump(path, ignore);
	for (i = 0; !IS_ERR(host) && i < report->pf_count; i++) {
		pf = &report->pfs[i];
		pf->dump_check = facts_text(host_find_name(host, pf->name),
					    report_files[REPORT_CHECK], &error);
	}
	if (!IS_ERR(host))
		host_close(host);
}

bool report_check_is_same(const struct report_pf *pf)
{
	return pf->dump_check && pf->texts[REPORT_CHECK] &&
	       !strcmp(pf->dump_check, pf->texts[REPORT_CHECK]);
}

static int write_text(struct report *report, FILE *dumps)
{
	FILE *out = open_memstream(&report->text, &report->size);
	bool done;

	if (!out)
		return -ENOMEM;
	done = report_print(report, dumps, out);
	return fclose(out) || !done ? -ENOMEM : 0;
}

static int make_text(struct report *report)
{
	FILE *dumps = tmpfile();
	int ret;

	if (!dumps)
		return -errno;
	dump_members(report, dumps);
	ret = fflush(dumps) ? -errno : 0;
	if (!ret) {
		check_dumps(report, dumps);
		rewind(dumps);
		ret = write_text(report, dumps);
	}
	fclose(dumps);
	return ret;
}

static bool make_room(struct report *report, u32 count)
{
	const struct host *host = report->members.host;

	report->pfs = calloc(count ?: 1, sizeof(*report->pfs));
	report->members.roles = calloc(host->count ?: 1, sizeof(u8));
	report->unread = calloc(host->count ?: 1, sizeof(int));
	return report->pfs && report->members.roles && report->unread;
}

int report_make(struct report *report, const unsigned int *pfs, u32 count)
{
	struct host *host = source_host(report->source);

	if (!host)
		return -EIO;
	report->members.host = host;
	if (!make_room(report, count))
		return -ENOMEM;
	read_files(report, pfs, count);
	find_members(report);
	if (host->live && !secrets_learn(&report->secrets, &report->members))
		return -ENOMEM;
	return make_text(report);
}

void report_drop(struct report *report)
{
	u32 i, n;

	for (i = 0; i < report->pf_count; i++) {
		for (n = 0; n < REPORT_FILES; n++)
			free(report->pfs[i].texts[n]);
		free(report->pfs[i].dump_check);
	}
	free(report->pfs);
	free(report->members.roles);
	free(report->unread);
	free(report->text);
	secrets_drop(&report->secrets);
}
