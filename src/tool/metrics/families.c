// SPDX-License-Identifier: GPL-2.0
/*
 * The table of families. To add one, add a row.
 */
#include <stdio.h>
#include <string.h>

#include "doc/doc.h"
#include "families.h"
#include "version.h"

struct family;

/**
 * struct look - what samples are made of
 * @pfs: all PFs
 * @pf: the one of which they are
 * @source: name of the source
 */
struct look {
	struct json_object *pfs;
	struct json_object *pf;
	const char *source;
};

/* Adds the samples of a PF, or those of no PF. */
typedef void family_fn(const struct family *family, const struct look *look,
		       struct json_object *samples);

/**
 * struct family - a family of metrics
 * @name: its name
 * @help: what it is, for people
 * @add: adds its samples
 * @file: of a family of PFs: the file that has it, NULL when it is always known
 * @key: name of the member there
 */
struct family {
	const char *name;
	const char *help;
	family_fn *add;
	const char *file;
	const char *key;
};

static family_fn add_build, add_count, add_info, add_value, add_rules,
	add_unknown;

static const struct family global_families[] = {
	{ "sriovscope_build_info", "Version of the command sriovscope.",
	  add_build },
	{ "sriovscope_pfs", "PFs that there are.", add_count },
};

static const struct family pf_families[] = {
	{ "sriovscope_pf_info",
	  "What the PF is, who has it, and where that is from.", add_info },
	{ "sriovscope_pf_total_vfs", "TotalVFs of the device.", add_value,
	  "status", "total_vfs_register" },
	{ "sriovscope_pf_num_vfs", "NumVFs of the device.", add_value, "status",
	  "num_vfs_register" },
	{ "sriovscope_pf_enabled_vfs", "VFs that the kernel has enabled.",
	  add_value, "status", "num_vfs_kernel" },
	{ "sriovscope_pf_max_vfs",
	  "VFs that could be enabled now, max_vfs_now of preflight.", add_value,
	  "preflight", "max_vfs_now" },
	{ "sriovscope_pf_agree",
	  "Whether NumVFs and VF Enable are what the kernel believes.",
	  add_value, "status", "agree" },
	{ "sriovscope_pf_check_rules",
	  "Rules of the specification with a verdict, of check.", add_rules,
	  "check", "counts" },
	{ "sriovscope_pf_unknown_info",
	  "Metric of the PF that has no sample, and why.", add_unknown },
};

#define FAMILIES(table) (sizeof(table) / sizeof(*(table)))

/* Takes @labels. */
static void add_sample(struct json_object *samples, struct json_object *labels,
		       long long value)
{
	struct json_object *sample = json_object_new_object();

	json_object_object_add(sample, "labels", labels);
	doc_put_number(sample, "value", value);
	json_object_array_add(samples, sample);
}

static struct json_object *labels_of(const struct look *look)
{
	struct json_object *labels = json_object_new_object();

	doc_put_string(labels, "bdf", doc_string(look->pf, "bdf"));
	return labels;
}

static void add_build(const struct family *family, const struct look *look,
		      struct json_object *samples)
{
	struct json_object *labels = json_object_new_object();

	doc_put_string(labels, "version", SRIOVSCOPE_VERSION);
	add_sample(samples, labels, 1);
}

static void add_count(const struct family *family, const struct look *look,
		      struct json_object *samples)
{
	add_sample(samples, json_object_new_object(),
		   json_object_array_length(look->pfs));
}

/* No driver is an empty label, which Prometheus takes for none. */
static void add_info(const struct family *family, const struct look *look,
		     struct json_object *samples)
{
	static const char *const keys[] = { "id", "driver", "mode" };
	struct json_object *labels = labels_of(look), *row;
	size_t i;

	row = json_object_object_get(look->pf, "devices");
	for (i = 0; i < FAMILIES(keys); i++)
		doc_put_string(labels, keys[i], doc_string(row, keys[i]));
	doc_put_string(labels, "source", look->source);
	add_sample(samples, labels, 1);
}

/* What a family is about, NULL when that could not be had */
static struct json_object *member_of(const struct family *family,
				     const struct look *look)
{
	struct json_object *file;

	file = json_object_object_get(look->pf, family->file);
	return json_object_object_get(file, family->key);
}

/* A word in place of a number says why there is none. */
static bool is_known(struct json_object *member)
{
	return member && !json_object_is_type(member, json_type_string);
}

/* A boolean counts as 0 or 1. */
static void add_value(const struct family *family, const struct look *look,
		      struct json_object *samples)
{
	struct json_object *member = member_of(family, look);

	if (is_known(member))
		add_sample(samples, labels_of(look),
			   json_object_get_int64(member));
}

static void add_rules(const struct family *family, const struct look *look,
		      struct json_object *samples)
{
	struct json_object *counts = member_of(family, look), *labels;

	if (!is_known(counts))
		return;
	json_object_object_foreach(counts, verdict, count)
	{
		labels = labels_of(look);
		doc_put_string(labels, "verdict", verdict);
		add_sample(samples, labels, json_object_get_int64(count));
	}
}

/* Then its registers were not read, and no verdict was made. */
static bool is_asleep(const struct look *look)
{
	struct json_object *row = json_object_object_get(look->pf, "devices");

	return !strcmp(doc_string(row, "check"), "asleep");
}

static void add_unknown(const struct family *family, const struct look *look,
			struct json_object *samples)
{
	const struct family *other;
	struct json_object *labels;
	size_t i;

	for (i = 0; i < FAMILIES(pf_families); i++) {
		other = &pf_families[i];
		if (!other->file || is_known(member_of(other, look)))
			continue;
		labels = labels_of(look);
		doc_put_string(labels, "metric", other->name);
		doc_put_string(labels, "reason",
			       is_asleep(look) ? "asleep" : "unknown");
		add_sample(samples, labels, 1);
	}
}

/* Returns where its samples belong. */
static struct json_object *add_family(struct json_object *families,
				      const struct family *family)
{
	struct json_object *object = json_object_new_object();
	struct json_object *samples = json_object_new_array();

	doc_put_string(object, "name", family->name);
	doc_put_string(object, "type", "gauge");
	doc_put_string(object, "help", family->help);
	json_object_object_add(object, "samples", samples);
	json_object_array_add(families, object);
	return samples;
}

struct json_object *metrics_families(struct json_object *pfs,
				     const char *source)
{
	struct json_object *families = json_object_new_array(), *samples;
	struct look look = { .pfs = pfs, .source = source };
	const struct family *family;
	size_t i, n;

	for (i = 0; i < FAMILIES(global_families); i++) {
		family = &global_families[i];
		family->add(family, &look, add_family(families, family));
	}
	for (i = 0; i < FAMILIES(pf_families); i++) {
		family = &pf_families[i];
		samples = add_family(families, family);
		for (n = 0; n < json_object_array_length(pfs); n++) {
			look.pf = json_object_array_get_idx(pfs, n);
			family->add(family, &look, samples);
		}
	}
	return families;
}
