/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Events as tracepoints.
 */
#ifndef SRIOVSCOPE_EVENT_TRACE_H
#define SRIOVSCOPE_EVENT_TRACE_H

#include "event.h"

/**
 * event_trace() - tell who traces
 * @key: of the PF
 * @event: what happened
 *
 * Context: any.
 */
void event_trace(unsigned long key, const struct event *event);

#endif
