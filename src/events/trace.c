// SPDX-License-Identifier: GPL-2.0
/*
 * Events as tracepoints.
 */
#include <linux/array_size.h>
#include <linux/string.h>

#include "trace.h"

#define CREATE_TRACE_POINTS
#include <trace/events/sriovscope.h>

void event_trace(unsigned long key, const struct event *event)
{
	static void (*const points[])(unsigned long key,
				      const struct event *event) = {
#define EVENT_POINT(name, of) [EVENT_##name] = trace_##name,
		EVENT_KINDS(EVENT_POINT)
#undef EVENT_POINT
	};

	if (event->what < ARRAY_SIZE(points))
		points[event->what](key, event);
}
