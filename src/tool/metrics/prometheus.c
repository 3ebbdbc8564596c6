// SPDX-License-Identifier: GPL-2.0
/*
 * Families of metrics as the text that Prometheus reads, format 0.0.4.
 */
#include <stdbool.h>

#include "doc/doc.h"
#include "prometheus.h"

/*
 * What is not UTF-8 would spoil the whole file: bytes that are not ASCII are shown as
 * \xNN, as the module does.
 */
static void print_label(FILE *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			fprintf(out, "\\%c", *text);
		else if (*text < ' ' || *text > '~')
			fprintf(out, "\\\\x%02x", (unsigned char)*text);
		else
			fputc(*text, out);
	}
}

static void print_labels(FILE *out, struct json_object *labels)
{
	const char *before = "{";

	json_object_object_foreach(labels, name, value)
	{
		fprintf(out, "%s%s=\"", before, name);
		print_label(out, json_object_get_string(value));
		fputc('"', out);
		before = ",";
	}
	fputs(*before == ',' ? "} " : " ", out);
}

static void print_sample(FILE *out, const char *name,
			 struct json_object *sample)
{
	long long value = 0;

	doc_number(sample, "value", &value);
	fputs(name, out);
	print_labels(out, json_object_object_get(sample, "labels"));
	fprintf(out, "%lld\n", value);
}

static void print_family(FILE *out, struct json_object *family)
{
	struct json_object *samples = doc_array(family, "samples");
	const char *name = doc_string(family, "name");
	size_t i, count = json_object_array_length(samples);

	if (!count)
		return;
	fprintf(out, "# HELP %s %s\n# TYPE %s %s\n", name,
		doc_string(family, "help"), name, doc_string(family, "type"));
	for (i = 0; i < count; i++)
		print_sample(out, name, json_object_array_get_idx(samples, i));
}

void prometheus_print(FILE *out, struct json_object *families)
{
	size_t i;

	for (i = 0; i < json_object_array_length(families); i++)
		print_family(out, json_object_array_get_idx(families, i));
}
