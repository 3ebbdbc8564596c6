// SPDX-License-Identifier: GPL-2.0
/*
 * events: what happened to a PF and its VFs, and who did it.
 *
 * What is new can be waited for, and read on from where a reader was; the position
 * in the file is the number of the event that was read last, plus one, with 0 for
 * the header. The log is that of the address: an open file has it when the PF goes,
 * and goes on when one comes back.
 */
#include <linux/math64.h>
#include <linux/module.h>
#include <linux/poll.h>
#include <linux/seq_file.h>
#include <linux/string_helpers.h>
#include <linux/time64.h>

#include "events/log.h"
#include "pf/pf.h"
#include "files.h"

/**
 * struct events - an open "events"
 * @log: with a reference
 * @event: the one that is printed
 */
struct events {
	struct event_log *log;
	struct event event;
};

static void *events_at(struct events *events, loff_t *pos)
{
	if (!*pos)
		return SEQ_START_TOKEN;
	if (!event_next(events->log, *pos - 1, &events->event))
		return NULL;
	return &events->event;
}

static void *events_start(struct seq_file *m, loff_t *pos)
{
	return events_at(m->private, pos);
}

static void *events_next(struct seq_file *m, void *v, loff_t *pos)
{
	const struct event *event = v;

	*pos = v == SEQ_START_TOKEN ? 1 : (loff_t)event->seq + 1;
	return events_at(m->private, pos);
}

static void events_stop(struct seq_file *m, void *v)
{
}

/* As in the kernel's log */
static void events_time(struct seq_file *m, u64 time)
{
	u32 rest;

	if (!time) {
		seq_putc(m, '-');
		return;
	}
	time = div_u64_rem(time, NSEC_PER_SEC, &rest);
	seq_printf(m, "%llu.%06u", time, rest / (u32)NSEC_PER_USEC);
}

static void events_actor(struct seq_file *m, const struct event_actor *actor)
{
	const char *comm = event_cell(actor->comm);

	if (actor->pid)
		seq_printf(m, " %d ", actor->pid);
	else
		seq_puts(m, " - ");
	seq_escape_mem(m, comm, strlen(comm),
		       ESCAPE_HEX | ESCAPE_NAP | ESCAPE_APPEND, " \\");
}

static int events_show(struct seq_file *m, void *v)
{
	const struct events *events = m->private;
	const struct event *event = v;
	char vf[EVENT_ADDRESS_LEN];

	if (v == SEQ_START_TOKEN) {
		seq_puts(m, "# time what before after pid comm vf via\n");
		return 0;
	}
	events_time(m, event->time);
	seq_printf(m, " %s %s %s", event_name(event->what),
		   event_cell(event->before), event_cell(event->after));
	events_actor(m, &event->actor);
	event_vf(event_log_key(events->log), event, vf);
	seq_printf(m, " %s %s\n", vf, event_via_name(event->via));
	return 0;
}

static const struct seq_operations events_seq = {
	.start = events_start,
	.next = events_next,
	.stop = events_stop,
	.show = events_show,
};

static int events_open(struct inode *inode, struct file *file)
{
	const struct pf_entry *entry = inode->i_private;
	struct events *events;

	events = __seq_open_private(file, &events_seq, sizeof(*events));
	if (!events)
		return -ENOMEM;
	events->log = event_log_get(entry->pf->log);
	return 0;
}

static int events_release(struct inode *inode, struct file *file)
{
	struct events *events =
		((struct seq_file *)file->private_data)->private;

	event_log_put(events->log);
	return seq_release_private(inode, file);
}

static __poll_t events_poll(struct file *file, poll_table *wait)
{
	struct seq_file *m = file->private_data;
	const struct events *events = m->private;
	loff_t pos = READ_ONCE(m->index);

	/* What was printed and not yet read is in the buffer. */
	if (event_poll(events->log, pos ? pos - 1 : 0, file, wait) || !pos ||
	    READ_ONCE(m->count))
		return EPOLLIN | EPOLLRDNORM | EPOLLPRI;
	return 0;
}

const struct file_operations events_fops = {
	.owner = THIS_MODULE,
	.open = events_open,
	.read = seq_read,
	.llseek = seq_lseek,
	.poll = events_poll,
	.release = events_release,
};
