// SPDX-License-Identifier: GPL-2.0
/*
 * The log of a PF.
 *
 * Events have numbers without a gap, whether they are kept or not. So who reads
 * finds a gap where some were dropped, at its place and with its size, and nothing
 * else counts them.
 *
 * Those of each class are in an XArray of their own, by number: the oldest of the
 * class is the one to go.
 *
 * log->lock is a leaf but for the XArrays' own; nobody waits under it.
 */
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/minmax.h>
#include <linux/mutex.h>
#include <linux/poll.h>
#include <linux/sched/clock.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/wait.h>
#include <linux/xarray.h>

#include "log.h"
#include "trace.h"

/* More than that is a mistake, and a lot of memory. */
#define EVENT_LIMIT_MAX 65536U

/* At a time: a limit that was lowered is not reached at once. */
#define EVENT_DROPS_MAX 8

/* Logs of PFs that went */
#define EVENT_KEPT_MAX 64

unsigned int event_limit = 256;

/**
 * enum event_class - events that push out each other
 * @EVENT_CLASS_PF: what happens to the PF
 * @EVENT_CLASS_CONFIG: what is done to its registers
 * @EVENT_CLASS_VF: what happens to its VFs
 * @EVENT_CLASSES: how many classes there are
 */
enum event_class {
	EVENT_CLASS_PF,
	EVENT_CLASS_CONFIG,
	EVENT_CLASS_VF,
	EVENT_CLASSES,
};

/**
 * struct event_ring - the events of a class that are kept
 * @events: struct event by number
 * @count: how many
 */
struct event_ring {
	struct xarray events;
	u32 count;
};

/**
 * struct event_log - the log of a PF
 * @ref: the PF has a reference, and every open file
 * @key: of the PF
 * @kept: in event_kept, while the PF is gone
 * @wait: who waits for an event
 * @lock: guards what follows
 * @last: number of the last event
 * @rings: by class
 */
struct event_log {
	struct kref ref;
	unsigned long key;
	struct list_head kept;
	wait_queue_head_t wait;
	spinlock_t lock; /* guards what follows */
	unsigned long last;
	struct event_ring rings[EVENT_CLASSES];
};

/* Those of PFs that went, the first one to go first */
static DEFINE_MUTEX(event_kept_lock);
static LIST_HEAD(event_kept);
static unsigned int event_kept_count;

static enum event_class event_class(enum event_kind what)
{
	static const enum event_class classes[] = {
#define EVENT_CLASS_OF(name, of) [EVENT_##name] = EVENT_CLASS_##of,
		EVENT_KINDS(EVENT_CLASS_OF)
#undef EVENT_CLASS_OF
	};

	return classes[what];
}

static struct event_log *event_log_new(unsigned long key)
{
	struct event_log *log = kzalloc(sizeof(*log), GFP_KERNEL);
	u32 i;

	if (!log)
		return NULL;
	kref_init(&log->ref);
	log->key = key;
	INIT_LIST_HEAD(&log->kept);
	init_waitqueue_head(&log->wait);
	spin_lock_init(&log->lock);
	for (i = 0; i < EVENT_CLASSES; i++)
		xa_init(&log->rings[i].events);
	return log;
}

static void event_log_release(struct kref *ref)
{
	struct event_log *log = container_of(ref, struct event_log, ref);
	unsigned long seq;
	void *event;
	u32 i;

	for (i = 0; i < EVENT_CLASSES; i++) {
		xa_for_each(&log->rings[i].events, seq, event)
			kfree(event);
		xa_destroy(&log->rings[i].events);
	}
	kfree(log);
}

struct event_log *event_log_get(struct event_log *log)
{
	kref_get(&log->ref);
	return log;
}

void event_log_put(struct event_log *log)
{
	kref_put(&log->ref, event_log_release);
}

unsigned long event_log_key(const struct event_log *log)
{
	return log->key;
}

/* Under event_kept_lock; its reference goes to who calls. */
static struct event_log *event_kept_take(struct event_log *log)
{
	list_del_init(&log->kept);
	event_kept_count--;
	return log;
}

static struct event_log *event_kept_find(unsigned long key)
{
	struct event_log *log, *found = NULL;

	mutex_lock(&event_kept_lock);
	list_for_each_entry(log, &event_kept, kept) {
		if (log->key == key) {
			found = event_kept_take(log);
			break;
		}
	}
	mutex_unlock(&event_kept_lock);
	return found;
}

struct event_log *event_log_of(unsigned long key)
{
	return event_kept_find(key) ?: event_log_new(key);
}

static void event_kept_limit(unsigned int limit)
{
	struct event_log *log;

	while (event_kept_count > limit) {
		log = list_first_entry(&event_kept, struct event_log, kept);
		event_log_put(event_kept_take(log));
	}
}

void event_log_keep(struct event_log *log)
{
	mutex_lock(&event_kept_lock);
	list_add_tail(&event_log_get(log)->kept, &event_kept);
	event_kept_count++;
	event_kept_limit(EVENT_KEPT_MAX);
	mutex_unlock(&event_kept_lock);
}

void event_log_forget_all(void)
{
	mutex_lock(&event_kept_lock);
	event_kept_limit(0);
	mutex_unlock(&event_kept_lock);
}

static void event_ring_limit(struct event_ring *ring)
{
	u32 limit = min(READ_ONCE(event_limit), EVENT_LIMIT_MAX);
	unsigned long seq = 0;
	u32 i;

	for (i = 0; i < EVENT_DROPS_MAX && ring->count > limit; i++) {
		xa_find(&ring->events, &seq, ULONG_MAX, XA_PRESENT);
		kfree(xa_erase(&ring->events, seq));
		ring->count--;
	}
}

static void event_ring_add(struct event_ring *ring, const struct event *event)
{
	struct event *copy;

	copy = kmemdup(event, sizeof(*event), GFP_ATOMIC | __GFP_NOWARN);
	if (copy && !xa_is_err(xa_store(&ring->events, event->seq, copy,
					GFP_ATOMIC | __GFP_NOWARN)))
		ring->count++;
	else
		kfree(copy);
	event_ring_limit(ring);
}

void event_note(struct event_log *log, const struct event *event)
{
	struct event noted = *event;

	spin_lock(&log->lock);
	noted.seq = ++log->last;
	noted.time = local_clock();
	event_ring_add(&log->rings[event_class(event->what)], &noted);
	spin_unlock(&log->lock);
	event_trace(log->key, &noted);
	wake_up_interruptible_poll(&log->wait, EPOLLIN | EPOLLPRI);
}

/* The first event after a number, of whatever class */
static const struct event *event_after(struct event_log *log, unsigned long seq)
{
	const struct event *found = NULL, *event;
	unsigned long at;
	u32 i;

	for (i = 0; i < EVENT_CLASSES; i++) {
		at = seq + 1;
		event = xa_find(&log->rings[i].events, &at, ULONG_MAX,
				XA_PRESENT);
		if (event && (!found || event->seq < found->seq))
			found = event;
	}
	return found;
}

static void event_dropped(unsigned long seq, unsigned long last,
			  struct event *event)
{
	*event = (struct event){
		.seq = last,
		.what = EVENT_dropped,
		.vf = EVENT_NO_VF,
	};
	snprintf(event->after, sizeof(event->after), "%lu", last - seq);
}

bool event_next(struct event_log *log, unsigned long seq, struct event *event)
{
	const struct event *found;
	unsigned long next;

	spin_lock(&log->lock);
	found = event_after(log, seq);
	next = found ? found->seq : log->last + 1;
	if (found)
		*event = *found;
	spin_unlock(&log->lock);
	if (next > seq + 1)
		event_dropped(seq, next - 1, event);
	else if (!found)
		return false;
	return true;
}

bool event_poll(struct event_log *log, unsigned long seq, struct file *file,
		struct poll_table_struct *wait)
{
	poll_wait(file, &log->wait, wait);
	return READ_ONCE(log->last) > seq;
}
