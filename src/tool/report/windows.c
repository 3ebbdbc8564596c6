// SPDX-License-Identifier: GPL-2.0
/*
 * The resources of the functions, as the kernel has them: what each asks for, and
 * the tree in which it was given a place.
 */
#include <sriovscope/routing_id.h>

#include "host/resource.h"
#include "host/sysfs.h"
#include "parts.h"

#define LINE_LEN 256

/* The tree is not deep: /proc/iomem ends at eight blanks. */
#define TREE_DEPTH 8

/* Six BARs, ROM, VF BARs, windows of a bridge: one that is all 0 is not there. */
static void print_resources(const struct host_function *fn, FILE *out)
{
	struct resource_line lines[RESOURCE_LINES_MAX];
	u32 count = resource_read(fn, lines), n;

	if (!count)
		fprintf(out, "# %s has no file resource\n", fn->name);
	for (n = 0; n < count; n++) {
		if (lines[n].flags)
			fprintf(out,
				"resource %s %u 0x%016llx 0x%016llx 0x%016llx\n",
				fn->name, n, lines[n].start, lines[n].end,
				lines[n].flags);
	}
}

/* "PCI Bus 0000:01" is the window of a port of ours when a function is there. */
static bool is_our_bus(const struct members *members, const char *name)
{
	const struct host_function *fn;
	u32 domain, bus, i;

	if (sscanf(name, "PCI Bus %8x:%2x", &domain, &bus) != 2)
		return false;
	for (i = 0; i < members->host->count; i++) {
		fn = &members->host->functions[i];
		if (members_role(members, fn) && fn->domain == domain &&
		    routing_id_bus(fn->routing_id) == bus)
			return true;
	}
	return false;
}

static bool is_ours(const struct members *members, char *line)
{
	const char *name = strstr(line, " : ");

	return name && (members_named(members, name) ||
			is_our_bus(members, name + strlen(" : ")));
}

/* What is around a line comes before it, once. */
static void print_iomem(const struct members *members, struct secrets *secrets,
			FILE *file, FILE *out)
{
	char lines[TREE_DEPTH][LINE_LEN] = {}, line[LINE_LEN];
	u32 depth, i;

	while (fgets(line, sizeof(line), file)) {
		line[strcspn(line, "\n")] = '\0';
		depth = min_t(u32, strspn(line, " ") / 2, TREE_DEPTH - 1);
		strscpy(lines[depth], line, LINE_LEN);
		for (i = depth + 1; i < TREE_DEPTH; i++)
			*lines[i] = '\0';
		if (!is_ours(members, line))
			continue;
		for (i = 0; i <= depth; i++) {
			if (*lines[i]) {
				fputs("iomem ", out);
				secrets_print(secrets, lines[i], out);
				fputc('\n', out);
			}
			*lines[i] = '\0';
		}
	}
}

void part_windows(const struct members *members, struct secrets *secrets,
		  FILE *out)
{
	const struct host *host = members->host;
	FILE *file;
	u32 i;

	if (!host->live) {
		fputs("# a dump does not say\n", out);
		return;
	}
	for (i = 0; i < host->count; i++) {
		if (members_role(members, &host->functions[i]))
			print_resources(&host->functions[i], out);
	}
	file = host_path_open(host, "/proc/iomem");
	if (!file) {
		fputs("# there is no /proc/iomem\n", out);
		return;
	}
	print_iomem(members, secrets, file, out);
	fclose(file);
}
