// SPDX-License-Identifier: GPL-2.0
/*
 * Sources: which one, its PFs, and what is asked of it.
 */
#include <sriovscope/routing_id.h>

#include "debugfs.h"
#include "facts_text.h"
#include "host/address.h"
#include "host/facts.h"
#include "say.h"
#include "source.h"

static bool source_room(struct source *source, u32 count)
{
	source->names = calloc(count ?: 1, sizeof(*source->names));
	if (!source->names)
		say("there is no memory");
	return source->names;
}

static bool names_of_host(struct source *source)
{
	struct host *host = source->host;
	u32 i;

	if (!source_room(source, host->count))
		return false;
	for (i = 0; i < host->count; i++) {
		if (host_is_pf(&host->functions[i]))
			strscpy(source->names[source->count++],
				host->functions[i].name, AROUND_NAME_LEN);
	}
	return true;
}

void source_no_pf(const struct source *source, FILE *out, const char *before)
{
	fprintf(out,
		"%sThere is no PF in %s: no function has an SR-IOV capability, or it is off in the firmware.\n",
		before, source->from);
}

/* SR-IOV may be behind what a dump has of a function. */
static bool is_short(const struct host_function *fn)
{
	struct port_caps caps = {};

	return fn->space.size <= PCI_CFG_SPACE_SIZE &&
	       !look_port_caps(&fn->space, &caps) && caps.has_pcie;
}

/* Who has not seen the extended configuration spaces does not say that all is well. */
static bool dump_tells(const struct source *source)
{
	const struct host *host = source->host;
	u32 count = 0, i;

	for (i = 0; !source->count && i < host->count; i++)
		count += is_short(&host->functions[i]);
	if (count)
		say("%s: no PF is found, and of %u PCI Express functions there are at most 256 bytes of configuration space, with SR-IOV behind them: take it again as root with: lspci -xxxx",
		    source->from, count);
	return !count;
}

/* The first column of "devices" */
static bool names_of_debugfs(struct source *source)
{
	char *text = debugfs_read(source->root, NULL, "devices"), *line;
	u32 lines = 0;

	if (!text)
		return false;
	for (line = text; (line = strchr(line, '\n')); line++)
		lines++;
	if (!source_room(source, lines)) {
		free(text);
		return false;
	}
	for (line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
		if (*line != '#' &&
		    sscanf(line, "%23s", source->names[source->count]) == 1)
			source->count++;
	}
	free(text);
	return true;
}

static bool open_debugfs(struct source *source)
{
	source->kind = SOURCE_DEBUGFS;
	source->from = "debugfs, of the module sriovscope";
	if (names_of_debugfs(source))
		return true;
	say("debugfs: %s: %s; load the module as root with: modprobe sriovscope, or take --from sysfs",
	    DEBUGFS_DIR, strerror(errno));
	return false;
}

struct host *source_host(struct source *source)
{
	struct host *host;

	if (source->host)
		return source->host;
	host = host_open_live(source->root);
	if (IS_ERR(host)) {
		say("there is no PCI bus in %s/sys: %s", source->root,
		    strerror(-PTR_ERR(host)));
		return NULL;
	}
	source->host = host;
	return host;
}

/* Behind the header alone there is nothing to say for who is not root. */
static bool open_sysfs(struct source *source)
{
	source->kind = SOURCE_SYSFS;
	source->from = "sysfs and configuration space";
	if (!source_host(source))
		return false;
	if (host_is_secret(source->host)) {
		say("sysfs: configuration space is for root: run it as root");
		return false;
	}
	return names_of_host(source);
}

static bool open_dump(struct source *source, const char *path)
{
	struct host *host = host_open_dump(path, say_complaint);

	source->kind = SOURCE_DUMP;
	source->from = path;
	if (!IS_ERR(host)) {
		source->host = host;
		return names_of_host(source) && dump_tells(source);
	}
	if (PTR_ERR(host) == -ENODATA)
		say("%s: no function in it can be used", path);
	else if (PTR_ERR(host) == -ENOENT)
		say("%s: there is no such file; --from is debugfs, sysfs, a file, or - for standard input",
		    path);
	else
		say("%s: %s", path, strerror(-PTR_ERR(host)));
	return false;
}

static bool source_open_as(struct source *source, const char *from)
{
	if (!from)
		return debugfs_is_there(source->root) &&
				       debugfs_has_all(source->root) ?
			       open_debugfs(source) :
			       open_sysfs(source);
	if (!strcmp(from, "debugfs"))
		return open_debugfs(source);
	if (!strcmp(from, "sysfs"))
		return open_sysfs(source);
	return open_dump(source, from);
}

struct source *source_open(const char *from, const char *root)
{
	struct source *source = calloc(1, sizeof(*source));

	if (!source) {
		say("there is no memory");
		return NULL;
	}
	source->root = root;
	if (source_open_as(source, from)) {
		if (say_more)
			say("from %s", source->from);
		return source;
	}
	source_close(source);
	return NULL;
}

void source_close(struct source *source)
{
	if (!source)
		return;
	if (say_more && source->host)
		say("%llu configuration reads", source->host->reads);
	host_close(source->host);
	free(source->names);
	free(source);
}

/* As sysfs has it: people leave out the domain, or a 0. False when it is none. */
static bool full_name(const char *given, char *name, size_t size)
{
	u16 routing_id;
	u32 domain;
	int len = address_parse(given, &domain, &routing_id);

	if (!len || given[len])
		return false;
	routing_id_print(name, size, domain, routing_id);
	return true;
}

/* Why it is none of the PFs, as far as that can be told */
static void say_no_pf(const struct source *source, const char *name)
{
	struct host_function *fn = NULL;
	char owner[AROUND_NAME_LEN];

	if (source->host)
		fn = host_find_name(source->host, name);
	if (!fn) {
		say("%s: there is no such PF in %s; without arguments all are listed",
		    name, source->from);
	} else if (fn->owner != HOST_NO_OWNER) {
		routing_id_print(owner, sizeof(owner), fn->domain, fn->owner);
		say("%s is a VF: name its PF, %s", name, owner);
	} else if (facts_would_wake(fn)) {
		say("%s sleeps, and was not looked at: wake it up with: echo on > /sys/bus/pci/devices/%s/power/control",
		    name, fn->name);
	} else if (fn->space.size <= PCI_CFG_SPACE_SIZE) {
		say("%s has %u bytes of configuration space: SR-IOV would be behind 256; of a PCI Express device take them as root with: lspci -xxxx",
		    name, fn->space.size);
	} else if (IS_ERR(host_caps(fn))) {
		say("%s does not answer: its configuration space cannot be read",
		    name);
	} else {
		say("%s has no SR-IOV capability: it is no PF, or SR-IOV is off in the firmware",
		    name);
	}
}

int source_find(const struct source *source, const char *name)
{
	char full[AROUND_NAME_LEN];
	u32 i;

	for (i = 0; full_name(name, full, sizeof(full)) && i < source->count;
	     i++) {
		if (!strcmp(source->names[i], full))
			return i;
	}
	say_no_pf(source, name);
	return -1;
}

char *source_text(struct source *source, u32 pf, const char *file, int *error)
{
	const char *name = source->names[pf];
	char *text;

	if (source->kind != SOURCE_DEBUGFS)
		return facts_text(host_find_name(source->host, name), file,
				  error);
	text = debugfs_read(source->root, name, file);
	if (!text)
		*error = -errno;
	return text;
}

bool source_says_wrong(const char *file, const char *text)
{
	if (!strcmp(file, "check"))
		return strstr(text, "\nFAIL ");
	if (!strcmp(file, "status"))
		return strstr(text, "\nagree: no");
	return false;
}

/* The header of a table, and one of its lines */
static char *header_and(const char *table, const char *line, size_t size)
{
	size_t header = strcspn(table, "\n") + 1;
	char *text = malloc(header + size + 1);

	if (text) {
		memcpy(text, table, header);
		memcpy(text + header, line, size);
		text[header + size] = '\0';
	}
	return text;
}

/* A PF that went meanwhile has its line alone, and so has one that sleeps. */
static void survey_line(struct source *source, u32 pf, const char *table,
			const char *line, size_t size, survey_fn *tell,
			void *data)
{
	struct survey survey = { .name = source->names[pf] };
	bool asleep = memmem(line, size, " asleep", 7);

	survey.devices = header_and(table, line, size);
	if (survey.devices && !asleep) {
		survey.check = debugfs_read(source->root, survey.name, "check");
		survey.error = survey.check ? 0 : -errno;
		survey.preflight =
			debugfs_read(source->root, survey.name, "preflight");
	}
	if (survey.devices)
		tell(&survey, data);
	free(survey.devices);
	free(survey.check);
	free(survey.preflight);
}

/* The PF that a line is of, from @pf on; the count of them when it is none. */
static u32 pf_of_line(const struct source *source, u32 pf, const char *line)
{
	size_t len = strcspn(line, "\n ");

	for (; pf < source->count; pf++) {
		if (!strncmp(line, source->names[pf], len) &&
		    !source->names[pf][len])
			break;
	}
	return pf;
}

/* Since the PFs were named some may have gone, and others come. */
static bool survey_debugfs(struct source *source, survey_fn *tell, void *data)
{
	char *text = debugfs_read(source->root, NULL, "devices");
	u32 pf, next = 0;
	const char *line;
	size_t size;

	if (!text)
		return false;
	for (line = text; *line; line += size) {
		size = strcspn(line, "\n");
		size += line[size] == '\n';
		pf = pf_of_line(source, next, line);
		if (pf == source->count)
			continue;
		survey_line(source, pf, text, line, size, tell, data);
		next = pf + 1;
	}
	free(text);
	return true;
}

bool source_survey(struct source *source, survey_fn *tell, void *data)
{
	bool done;

	errno = 0;
	if (source->kind == SOURCE_DEBUGFS)
		done = survey_debugfs(source, tell, data);
	else
		done = facts_survey(source->host, tell, data);
	if (!done)
		say("the list of PFs cannot be made: %s",
		    strerror(errno ?: ENOMEM));
	return done;
}
