/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Families of metrics as the text that Prometheus reads.
 */
#ifndef SRIOVSCOPE_TOOL_PROMETHEUS_H
#define SRIOVSCOPE_TOOL_PROMETHEUS_H

#include <json-c/json.h>
#include <stdio.h>

/**
 * prometheus_print() - print families
 * @out: where to
 * @families: from metrics_families()
 *
 * A family without samples is left out.
 */
void prometheus_print(FILE *out, struct json_object *families);

#endif
