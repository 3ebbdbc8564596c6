// SPDX-License-Identifier: GPL-2.0
/*
 * report: one file to attach to a bug.
 *
 * With -o it is a new file, for its owner alone: it has registers of a machine. One
 * that is there already may be the report of another day, and is left as it is.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "doc/doc.h"
#include "report/report.h"
#include "source/source.h"

/* Before the look, which may take a while. Returns NULL when that was said. */
static FILE *open_new(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd >= 0)
		return fdopen(fd, "w");
	if (errno == EEXIST)
		say("%s is there already, and was left as it is: name another file",
		    path);
	else
		say("%s: %s", path, strerror(errno));
	return NULL;
}

/* A file that has not all of it would be taken for all. */
static int write_new(const struct report *report, FILE *file, const char *path)
{
	bool failed = fwrite(report->text, 1, report->size, file) !=
		      report->size;
	int error = errno;

	if (!fclose(file) && !failed)
		return TOOL_WELL;
	say("%s: not all could be written: %s", path,
	    strerror(failed ? error : errno));
	unlink(path);
	return TOOL_BLIND;
}

static struct json_object *functions_json(const struct report *report)
{
	struct json_object *list = json_object_new_array(), *object;
	const struct members *members = &report->members;
	const struct host_function *fn;
	u32 i;

	for (i = 0; i < members->host->count; i++) {
		fn = &members->host->functions[i];
		if (members_role(members, fn) == ROLE_NONE)
			continue;
		object = json_object_new_object();
		doc_put_string(object, "bdf", fn->name);
		doc_put_string(object, "role",
			       role_name(members_role(members, fn)));
		doc_put_number(object, "bytes",
			       report->unread[i] ? 0 : fn->space.size);
		json_object_array_add(list, object);
	}
	return list;
}

static struct json_object *replaced_json(const struct report *report)
{
	static const char *const keys[] = {
		[SECRET_DSN] = "device_serial_numbers",
		[SECRET_VPD] = "vpd",
		[SECRET_MAC] = "mac_addresses",
		[SECRET_HOST] = "host_names",
		[SECRET_SERIAL] = "serial_numbers",
	};
	struct json_object *object = json_object_new_object();
	u32 i;

	for (i = 0; i < SECRETS; i++)
		doc_put_number(object, keys[i], report->secrets.counts[i]);
	return object;
}

static struct json_object *pfs_json(const struct report *report)
{
	struct json_object *list = json_object_new_array(), *object;
	const struct report_pf *pf;
	u32 i;

	for (i = 0; i < report->pf_count; i++) {
		pf = &report->pfs[i];
		object = json_object_new_object();
		doc_put_string(object, "bdf", pf->name);
		doc_put_string(object, "check_of_dump",
			       !pf->dump_check		? "unknown" :
			       report_check_is_same(pf) ? "same" :
							  "differs");
		json_object_array_add(list, object);
	}
	return list;
}

/* Where no file was named the report itself is a member. */
static void print_json(const struct cmd_options *options, const struct cmd *cmd,
		       const struct report *report)
{
	struct json_object *json = cmd_json(cmd, report->source);
	const char *output = options->output;

	json_object_object_add(json, "output",
			       output ? doc_new_string(output) : NULL);
	doc_put_number(json, "bytes", report->size);
	json_object_object_add(json, "raw",
			       json_object_new_boolean(options->raw));
	json_object_object_add(json, "replaced", replaced_json(report));
	json_object_object_add(json, "pfs", pfs_json(report));
	json_object_object_add(json, "functions", functions_json(report));
	json_object_object_add(json, "text",
			       output ? NULL : doc_new_string(report->text));
	cmd_print_json(options, json);
}

/* As "show" ends for the same file */
static int file_verdict(const struct report_pf *pf, u32 n)
{
	if (pf->errors[n] == -EOPNOTSUPP)
		return TOOL_WELL;
	if (!pf->texts[n])
		return cmd_file_error(pf->name, report_files[n], pf->errors[n]);
	return source_says_wrong(report_files[n], pf->texts[n]) ? TOOL_WRONG :
								  TOOL_WELL;
}

/* A report without a dump of the PF is of little use. */
static int verdict(const struct report *report)
{
	const struct report_pf *pf;
	int ret = TOOL_WELL;
	u32 i, n;

	for (i = 0; i < report->pf_count; i++) {
		pf = &report->pfs[i];
		for (n = 0; n < REPORT_FILES; n++)
			ret = cmd_worse(ret, file_verdict(pf, n));
		if (pf->dump_check)
			continue;
		say("%s: there is no whole configuration space of it in the report",
		    pf->name);
		ret = TOOL_BLIND;
	}
	return ret;
}

static int put_out(const struct cmd_options *options, const struct cmd *cmd,
		   const struct report *report, FILE *file)
{
	int ret = verdict(report);

	if (file)
		ret = cmd_worse(ret, write_new(report, file, options->output));
	if (options->json)
		print_json(options, cmd, report);
	else if (!file)
		fwrite(report->text, 1, report->size, options->out);
	return ret;
}

static int report_pfs(const struct cmd_options *options, const struct cmd *cmd,
		      struct source *source, const unsigned int *pfs,
		      unsigned int count, const void *data)
{
	struct report report = { .source = source,
				 .secrets.raw = options->raw };
	const char *path = options->output;
	FILE *file = NULL;
	int ret;

	if (path) {
		file = open_new(path);
		if (!file)
			return TOOL_BLIND;
	}
	ret = report_make(&report, pfs, count);
	if (!ret) {
		ret = put_out(options, cmd, &report, file);
	} else {
		if (ret != -EIO)
			say("the report cannot be made: %s", strerror(-ret));
		if (file) {
			fclose(file);
			unlink(path);
		}
		ret = TOOL_BLIND;
	}
	report_drop(&report);
	return ret;
}

int cmd_report(const struct cmd_options *options, const struct cmd *cmd,
	       int argc, char **argv)
{
	return cmd_on_pfs(options, cmd, argc, argv, report_pfs, NULL);
}
