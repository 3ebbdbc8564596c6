/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is known of PFs, as the families of metrics that Prometheus has.
 */
#ifndef SRIOVSCOPE_TOOL_FAMILIES_H
#define SRIOVSCOPE_TOOL_FAMILIES_H

#include <json-c/json.h>

/**
 * metrics_families() - the families, and their samples
 * @pfs: an array, an object for each PF: "bdf", and what doc_file() makes of its
 *	line of "devices", of "status", "check" and "preflight"; null for what
 *	could not be had
 * @source: name of the source
 *
 * What is not known has no sample, and one in sriovscope_pf_unknown_info.
 *
 * Return: an array of objects with name, type, help and samples, which have
 *	labels and a value; for json_object_put().
 */
struct json_object *metrics_families(struct json_object *pfs,
				     const char *source);

#endif
