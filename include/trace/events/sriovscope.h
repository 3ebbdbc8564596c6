/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Tracepoints: what happens to PFs and VFs, as in the files "events".
 *
 * vfs_enabled and vfs_disabled through sysfs are found after the fact, by a thread
 * of the kernel: for the stack of who did it trace vf_added and vf_removed.
 */
#undef TRACE_SYSTEM
#define TRACE_SYSTEM sriovscope

#if !defined(_TRACE_SRIOVSCOPE_H) || defined(TRACE_HEADER_MULTI_READ)
#define _TRACE_SRIOVSCOPE_H

#include <linux/tracepoint.h>

#include "events/event.h"

/* clang-format off */
DECLARE_EVENT_CLASS(sriovscope_event,

	TP_PROTO(unsigned long key, const struct event *event),

	TP_ARGS(key, event),

	TP_STRUCT__entry(
		__array(char, pf, EVENT_ADDRESS_LEN)
		__array(char, before, EVENT_CELL_LEN)
		__array(char, after, EVENT_CELL_LEN)
		__field(pid_t, actor)
		__array(char, comm, TASK_COMM_LEN)
		__array(char, vf, EVENT_ADDRESS_LEN)
		__array(char, via, EVENT_VIA_LEN)
	),

	TP_fast_assign(
		event_pf(key, __entry->pf);
		strscpy(__entry->before, event_cell(event->before), EVENT_CELL_LEN);
		strscpy(__entry->after, event_cell(event->after), EVENT_CELL_LEN);
		__entry->actor = event->actor.pid;
		strscpy(__entry->comm, event_cell(event->actor.comm), TASK_COMM_LEN);
		event_vf(key, event, __entry->vf);
		strscpy(__entry->via, event_via_name(event->via), EVENT_VIA_LEN);
	),

	TP_printk("pf=%s before=%s after=%s actor=%d comm=%s vf=%s via=%s",
		  __entry->pf, __entry->before, __entry->after, __entry->actor,
		  __entry->comm, __entry->vf, __entry->via)
);

#define SRIOVSCOPE_POINT(name, of)					\
	DEFINE_EVENT(sriovscope_event, name,				\
		TP_PROTO(unsigned long key, const struct event *event),	\
		TP_ARGS(key, event));
EVENT_KINDS(SRIOVSCOPE_POINT)
#undef SRIOVSCOPE_POINT
/* clang-format on */

#endif

#include <trace/define_trace.h>
