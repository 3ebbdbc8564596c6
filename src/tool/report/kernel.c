// SPDX-License-Identifier: GPL-2.0
/*
 * Which kernel it is, and what it was told about PCI.
 */
#include <sys/utsname.h>
#include <unistd.h>

#include "host/sysfs.h"
#include "parts.h"

#define LINE_LEN 256
#define MODULE_LEN 64

/* The kernel has no more of its command line than this, on any architecture. */
#define COMMAND_LINE_LEN 4096

/*
 * How words begin that are about PCI, IOMMUs and what places devices; all others
 * are nobody's business. "-" is "_" too.
 */
static const char *const about_pci[] = {
	"pci",	    "iommu",   "intel_iommu", "amd_iommu",  "arm_smmu",
	"intremap", "vfio",    "acpi",	      "pnpacpi",    "mem=",
	"memmap=",  "swiotlb", "xen_pci",     "sriovscope",
};

static bool same_char(char a, char b)
{
	return a == b || (a == '-' && b == '_');
}

static bool begins_with(const char *word, const char *start)
{
	while (*start && same_char(*word, *start)) {
		word++;
		start++;
	}
	return !*start;
}

/* "igb.max_vfs=7", when igb is the driver of one of the functions */
static bool is_parameter(const struct members *members, const char *word)
{
	const struct host_function *fn;
	char module[MODULE_LEN];
	u32 i;

	for (i = 0; i < members->host->count; i++) {
		fn = &members->host->functions[i];
		if (members_role(members, fn) &&
		    sysfs_link(fn, "driver/module", module, sizeof(module)) &&
		    begins_with(word, module) && word[strlen(module)] == '.')
			return true;
	}
	return false;
}

static bool is_told(const struct members *members, const char *word)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(about_pci); i++) {
		if (begins_with(word, about_pci[i]))
			return true;
	}
	return is_parameter(members, word);
}

/* The end of a word, in which quotes keep blanks together, and no others do */
static char *word_end(char *word, bool *quoted)
{
	*quoted = false;
	for (; *word && (*quoted || !isspace((u8)*word)); word++)
		*quoted ^= *word == '"';
	return word;
}

static void print_words(const struct members *members, struct secrets *secrets,
			char *line, FILE *out)
{
	char *word, *end;
	bool quoted;
	u32 others = 0;

	fputs("command line:", out);
	for (word = line; *word; word = end) {
		end = word_end(word, &quoted);
		if (*end)
			*end++ = '\0';
		/* A quote that nothing ends has all other words in it. */
		if (!quoted && is_told(members, word)) {
			fputc(' ', out);
			secrets_print(secrets, word, out);
		} else {
			others += !!*word;
		}
	}
	fprintf(out, "\n# %u other words of it are left out\n", others);
}

static void print_command_line(const struct members *members,
			       struct secrets *secrets, FILE *out)
{
	FILE *file = host_path_open(members->host, "/proc/cmdline");
	char line[COMMAND_LINE_LEN + 1];

	if (!file) {
		fputs("# there is no /proc/cmdline\n", out);
		return;
	}
	line[fread(line, 1, COMMAND_LINE_LEN, file)] = '\0';
	fclose(file);
	print_words(members, secrets, line, out);
}

static void print_line(const struct host *host, const char *title,
		       const char *path, struct secrets *secrets, FILE *out)
{
	FILE *file = host_path_open(host, path);
	char line[LINE_LEN] = "unknown\n";

	if (file) {
		if (!fgets(line, sizeof(line), file))
			*line = '\0';
		fclose(file);
	}
	line[strcspn(line, "\n")] = '\0';
	fprintf(out, "%s: ", title);
	secrets_print(secrets, line, out);
	fputc('\n', out);
}

void part_kernel(const struct members *members, struct secrets *secrets,
		 FILE *out)
{
	struct utsname name;

	if (!members->host->live) {
		fputs("# a dump does not say\n", out);
		return;
	}
	/* Not /proc/version: it has who built the kernel, and where. */
	print_line(members->host, "release", "/proc/sys/kernel/osrelease",
		   secrets, out);
	print_line(members->host, "version", "/proc/sys/kernel/version",
		   secrets, out);
	if (!uname(&name))
		fprintf(out, "machine: %s\n", name.machine);
	fprintf(out, "page size: %ld\n", sysconf(_SC_PAGESIZE));
	print_command_line(members, secrets, out);
}
