/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The log of a PF: the last events, bounded, for who reads and who waits.
 */
#ifndef SRIOVSCOPE_EVENT_LOG_H
#define SRIOVSCOPE_EVENT_LOG_H

#include "event.h"

struct event_log;
struct file;
struct poll_table_struct;

/* Parameter events: how many of each class a log keeps */
extern unsigned int event_limit;

/**
 * event_log_of() - the log of an address
 * @key: of the PF
 *
 * One that was kept when the PF at this address went goes on.
 *
 * Context: may sleep.
 * Return: the log with a reference for event_log_put(); NULL without memory.
 */
struct event_log *event_log_of(unsigned long key);

/**
 * event_log_keep() - keep the log of a PF that went, for when it comes back
 * @log: the log
 *
 * Some are kept, and those that were kept first are forgotten.
 *
 * Context: may sleep.
 */
void event_log_keep(struct event_log *log);

/**
 * event_log_forget_all() - forget all that are kept
 *
 * Context: may sleep.
 */
void event_log_forget_all(void);

/**
 * event_log_get() - take a reference
 * @log: the log
 *
 * Return: @log.
 */
struct event_log *event_log_get(struct event_log *log);

/**
 * event_log_put() - drop a reference
 * @log: the log
 */
void event_log_put(struct event_log *log);

/**
 * event_log_key() - whose log is it?
 * @log: the log
 *
 * Return: the key of the PF.
 */
unsigned long event_log_key(const struct event_log *log);

/**
 * event_note() - write down what happened
 * @log: the log
 * @event: all but seq and time
 *
 * Is a tracepoint too, and wakes who waits. What there is no memory for is dropped,
 * and counted as such.
 *
 * Context: of a task; does not sleep.
 */
void event_note(struct event_log *log, const struct event *event);

/**
 * event_next() - the next event of a log
 * @log: the log
 * @seq: number of the event before it, 0 for the first
 * @event: to fill in; EVENT_dropped when events after @seq are not kept any more
 *
 * Context: any but an interrupt.
 * Return: false when there is none.
 */
bool event_next(struct event_log *log, unsigned long seq, struct event *event);

/**
 * event_poll() - wait for the next event of a log
 * @log: the log
 * @seq: number of the event before it
 * @file: who waits
 * @wait: where to
 *
 * Return: whether there is one.
 */
bool event_poll(struct event_log *log, unsigned long seq, struct file *file,
		struct poll_table_struct *wait);

#endif
