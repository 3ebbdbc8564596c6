// SPDX-License-Identifier: GPL-2.0
/*
 * Who the functions are, and the drivers that they have.
 */
#include "host/sysfs.h"
#include "parts.h"

/* driver, module, version, srcversion, iommu_group */
#define CELLS 5
#define CELL_LEN 64

/* A word of a module's folder; of what is built in there may be none. */
static void module_cell(const struct host_function *fn, const char *name,
			char *cell)
{
	char path[SYSFS_TEXT_LEN];

	snprintf(path, sizeof(path), "driver/module/%s", name);
	if (!sysfs_text(fn, path, cell))
		strscpy(cell, "-", CELL_LEN);
}

static void link_cell(const struct host_function *fn, const char *name,
		      char *cell)
{
	if (!sysfs_link(fn, name, cell, CELL_LEN))
		strscpy(cell, "-", CELL_LEN);
}

static void fill_cells(const struct host_function *fn, char cells[][CELL_LEN])
{
	u32 i;

	for (i = 0; i < CELLS; i++)
		strscpy(cells[i], "unknown", CELL_LEN);
	if (!fn->host->live)
		return;
	link_cell(fn, "driver", cells[0]);
	link_cell(fn, "driver/module", cells[1]);
	module_cell(fn, "version", cells[2]);
	module_cell(fn, "srcversion", cells[3]);
	link_cell(fn, "iommu_group", cells[4]);
}

void part_functions(const struct members *members, struct secrets *secrets,
		    FILE *out)
{
	const struct host_function *fn;
	char cells[CELLS][CELL_LEN];
	enum role role;
	u32 i, n;

	fputs("# role bdf driver module version srcversion iommu_group\n", out);
	for (i = 0; i < members->host->count; i++) {
		fn = &members->host->functions[i];
		role = members_role(members, fn);
		if (role == ROLE_NONE)
			continue;
		fill_cells(fn, cells);
		fprintf(out, "%s %s", role_name(role), fn->name);
		for (n = 0; n < CELLS; n++) {
			fputc(' ', out);
			secrets_print(secrets, cells[n], out);
		}
		fputc('\n', out);
	}
}
