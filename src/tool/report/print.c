// SPDX-License-Identifier: GPL-2.0
/*
 * The text of a report: what it is and what was replaced, the dumps, what files
 * say, and what is around.
 */
#include "parts.h"
#include "print.h"
#include "report.h"

#define COPY_LEN 4096

static void print_title(FILE *out, const char *name, const char *what)
{
	fprintf(out, "\n== %s%s%s\n", name, *name ? " " : "", what);
}

static void print_replaced(const struct report *report, FILE *out)
{
	const u32 *counts = report->secrets.counts;
	u32 kind;

	if (report->secrets.raw) {
		fputs("# Nothing was replaced (--raw): serial numbers, VPD, MAC addresses and\n"
		      "# host names are in it.\n",
		      out);
		return;
	}
	fputs("# Replaced, with zeros in configuration spaces and with words in texts:\n",
	      out);
	for (kind = 0; kind < SECRETS; kind++)
		fprintf(out, "#   %s: %u\n", secret_name(kind), counts[kind]);
	if (report->secrets.short_names)
		fputs("# The host name, or its domain, was not looked for: it is too short, or the\n"
		      "# name of a driver.\n",
		      out);
	fputs("# With --raw they stay.\n"
	      "# Not looked for, and left as they are: names of users and of virtual machines,\n"
	      "# paths, e-mail addresses, IP addresses that are not made of MAC addresses, what\n"
	      "# vendors keep in registers of their own, a Device Serial Number and VPD that no\n"
	      "# list of capabilities leads to. Lines of the kernel's log and words of its\n"
	      "# command line may have such.\n",
	      out);
}

static void print_head(const struct report *report, FILE *out)
{
	u32 i;

	fputs("# A report about SR-IOV, for who looks into a bug. It is text: read it before you\n"
	      "# send it. sriovscope --from FILE, lspci -F FILE and sriov-replay FILE take it.\n"
	      "#\n"
	      "# Made by: sriovscope " SRIOVSCOPE_VERSION "\n",
	      out);
	fprintf(out, "# From: %s\n",
		report->source->kind == SOURCE_DUMP ? "a dump" :
						      report->source->from);
	for (i = 0; i < report->pf_count; i++)
		fprintf(out, "# Of: %s\n", report->pfs[i].name);
	fputs("#\n", out);
	print_replaced(report, out);
}

static const char *unread_why(int error)
{
	return error == AROUND_ASLEEP ? "it sleeps, and was left alone" :
	       error == -EACCES	      ? "for root" :
					strerror(-error);
}

static void print_dumps(const struct report *report, FILE *dumps, FILE *out)
{
	const struct host *host = report->members.host;
	char bytes[COPY_LEN];
	size_t got;
	u32 i;

	print_title(out, "", "configuration spaces");
	for (i = 0; i < host->count; i++) {
		if (report->unread[i])
			fprintf(out, "# %s was not read: %s\n",
				host->functions[i].name,
				unread_why(report->unread[i]));
	}
	fputc('\n', out);
	while ((got = fread(bytes, 1, sizeof(bytes), dumps)))
		fwrite(bytes, 1, got, out);
}

static void print_files(const struct report_pf *pf, FILE *out)
{
	u32 n;

	for (n = 0; n < REPORT_FILES; n++) {
		/* Without the module there is none of its own. */
		if (pf->errors[n] == -EOPNOTSUPP)
			continue;
		print_title(out, pf->name, report_files[n]);
		if (pf->texts[n])
			fputs(pf->texts[n], out);
		else
			fprintf(out, "# there is none: %s\n",
				strerror(-pf->errors[n]));
	}
	if (report_check_is_same(pf))
		return;
	print_title(out, pf->name, "check of this dump");
	fputs(pf->dump_check ?: "# the dump has not enough of it\n", out);
}

/* What is around the PFs */
static char *parts_text(struct report *report)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	bool failed;

	if (!out)
		return NULL;
	print_title(out, "", "functions");
	part_functions(&report->members, &report->secrets, out);
	print_title(out, "", "kernel");
	part_kernel(&report->members, &report->secrets, out);
	print_title(out, "", "resource windows");
	part_windows(&report->members, &report->secrets, out);
	print_title(out, "", "kernel log");
	part_log(&report->members, &report->secrets, out);
	failed = ferror(out);
	if (!fclose(out) && !failed)
		return text;
	free(text);
	return NULL;
}

bool report_print(struct report *report, FILE *dumps, FILE *out)
{
	/* Comes last, and is made first: the head says what was replaced in it. */
	char *parts = parts_text(report);
	u32 i;

	if (!parts)
		return false;
	print_head(report, out);
	print_dumps(report, dumps, out);
	for (i = 0; i < report->pf_count; i++)
		print_files(&report->pfs[i], out);
	fputs(parts, out);
	free(parts);
	return !ferror(out);
}
