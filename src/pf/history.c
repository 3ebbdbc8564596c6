// SPDX-License-Identifier: GPL-2.0
/*
 * What happens to a PF and its VFs, written into the PF's log.
 *
 * No notification says that VFs were enabled or disabled: the PCI core tells of
 * each VF, and counts them when it is done with all. So the first VF that comes or
 * goes says who is at it, and on which way. When that is over is known where a
 * driver is bound or unbound, and for sriovscope's own changes; and for the rest,
 * which hold the device lock, when that lock can be had. A thread waits for it, and
 * holds nothing else. Whatever comes next writes down first what is still open.
 */
#include <linux/array_size.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/minmax.h>
#include <linux/pci.h>
#include <linux/stacktrace.h>
#include <linux/string.h>

#include "core/facts/facts.h"
#include "events/log.h"
#include "history.h"
#include "pf.h"

/* Calls from the notifier up to the write of a file in sysfs, with room */
#define HISTORY_CALLS 64

static struct workqueue_struct *history_queue;

int history_start(void)
{
	history_queue = alloc_workqueue("sriovscope", WQ_UNBOUND, 0);
	return history_queue ? 0 : -ENOMEM;
}

void history_stop(void)
{
	destroy_workqueue(history_queue);
	history_queue = NULL;
	event_log_forget_all();
}

static void history_number(char *cell, u32 number)
{
	snprintf(cell, EVENT_CELL_LEN, "%u", number);
}

/* "EBUSY" */
static void history_errno(char *cell, int error)
{
	char name[EVENT_CELL_LEN];

	snprintf(name, sizeof(name), "%pe", ERR_PTR(error));
	strscpy(cell, name + (*name == '-'), EVENT_CELL_LEN);
}

static void history_change(struct scope_pf *pf, u32 before, u32 after,
			   enum event_via via, const struct event_actor *actor)
{
	struct event event = {
		.what = after > before ? EVENT_vfs_enabled : EVENT_vfs_disabled,
		.via = via,
		.actor = *actor,
		.vf = EVENT_NO_VF,
	};

	history_number(event.before, before);
	history_number(event.after, after);
	event_note(pf->log, &event);
}

/* The PCI core has counted: is it another number than the log has? */
static void history_settle(struct scope_pf *pf, bool over)
{
	u32 now = pci_num_vf(pf->pdev);
	struct pf_history *history = &pf->history;

	spin_lock(&pf->lock);
	if (now != history->vfs) {
		history_change(pf, history->vfs, now, history->via,
			       &history->actor);
		history->vfs = now;
		history->open = false;
	}
	if (over)
		history->open = false;
	spin_unlock(&pf->lock);
}

static void history_settle_work(struct work_struct *work)
{
	struct scope_pf *pf =
		container_of(work, struct scope_pf, history.settle);

	device_lock(&pf->pdev->dev);
	history_settle(pf, true);
	device_unlock(&pf->pdev->dev);
	pf_put(pf);
}

static void history_settle_later(struct scope_pf *pf)
{
	if (!history_queue)
		return;
	pf_get(pf);
	if (!queue_work(history_queue, &pf->history.settle))
		pf_put(pf);
}

void history_init(struct scope_pf *pf)
{
	pf->history.vfs = pci_num_vf(pf->pdev);
	INIT_WORK(&pf->history.settle, history_settle_work);
}

/* Under pf->lock; a worker is at work for who binds the driver. */
static void history_actor(const struct scope_pf *pf, struct event_actor *actor)
{
	if (pf->history.binding && current->flags & PF_WQ_WORKER)
		*actor = pf->history.binder;
	else
		event_actor_now(actor);
}

void history_device(struct scope_pf *pf, enum event_kind what)
{
	struct event event = { .what = what, .vf = EVENT_NO_VF };
	char *cell = what == EVENT_device_gone ? event.before : event.after;

	history_settle(pf, true);
	event_actor_now(&event.actor);
	snprintf(cell, EVENT_CELL_LEN, "%04x:%04x", pf->pdev->vendor,
		 pf->pdev->device);
	event_note(pf->log, &event);
}

void history_binding(struct scope_pf *pf)
{
	history_settle(pf, true);
	spin_lock(&pf->lock);
	pf->history.binding = true;
	event_actor_now(&pf->history.binder);
	spin_unlock(&pf->lock);
}

void history_bound(struct scope_pf *pf)
{
	history_settle(pf, true);
	spin_lock(&pf->lock);
	pf->history.binding = false;
	spin_unlock(&pf->lock);
}

static bool history_is_over(enum event_kind what)
{
	return what == EVENT_driver_unbound || what == EVENT_vf_driver_unbound;
}

static bool history_failed(enum event_kind what)
{
	return what == EVENT_driver_failed || what == EVENT_vf_driver_failed;
}

static void history_name_driver(struct event *event, const char *name,
				int error)
{
	bool before = history_is_over(event->what) ||
		      history_failed(event->what);

	strscpy(before ? event->before : event->after, name, EVENT_CELL_LEN);
	if (history_failed(event->what) && error)
		history_errno(event->after, error);
	else if (history_failed(event->what))
		strscpy(event->after, "unknown", EVENT_CELL_LEN);
}

void history_driver(struct scope_pf *pf, enum event_kind what, const char *name,
		    int error)
{
	struct event event = { .what = what, .vf = EVENT_NO_VF };

	event_actor_now(&event.actor);
	history_name_driver(&event, name, error);
	event_note(pf->log, &event);
}

/* Who writes "sriov_numvfs" in sysfs is among those who called. */
static enum event_via history_via_stack(void)
{
#ifdef CONFIG_STACKTRACE
	static const char store[] = "sriov_numvfs_store";
	unsigned long calls[HISTORY_CALLS];
	unsigned int count, i;
	char name[sizeof(store)];

	count = stack_trace_save(calls, ARRAY_SIZE(calls), 0);
	for (i = 0; i < count; i++) {
		snprintf(name, sizeof(name), "%ps", (void *)calls[i]);
		if (!strcmp(name, store))
			return EVENT_VIA_SRIOV_NUMVFS;
	}
	if (count && count < ARRAY_SIZE(calls))
		return EVENT_VIA_DRIVER;
#endif
	return EVENT_VIA_UNKNOWN;
}

static enum event_via history_via(const struct pf_history *history)
{
	if (history->asked)
		return history->asked_via;
	return history->binding ? EVENT_VIA_DRIVER : history_via_stack();
}

/* Under pf->lock; the first VF of a change says who is at it. */
static void history_open(struct scope_pf *pf, struct event *event)
{
	struct pf_history *history = &pf->history;

	history_actor(pf, &event->actor);
	history->vf_events++;
	if (!history->open) {
		history->open = true;
		history->via = history_via(history);
		history->actor = event->actor;
	}
	event->via = history->via;
}

void history_vf(struct scope_pf *pf, struct pci_dev *vf, enum event_kind what)
{
	struct event event = { .what = what, .vf = pci_dev_id(vf) };
	u32 count = pf_count_vfs(pf);
	bool came = what == EVENT_vf_added;

	history_settle(pf, false);
	/* One that there was no memory for is not counted. */
	history_number(event.before, came ? max(count, 1U) - 1 : count + 1);
	history_number(event.after, count);
	spin_lock(&pf->lock);
	history_open(pf, &event);
	spin_unlock(&pf->lock);
	event_note(pf->log, &event);
	history_settle_later(pf);
}

void history_vf_driver(struct scope_pf *pf, struct pci_dev *vf,
		       enum event_kind what, const char *name)
{
	struct event event = { .what = what, .vf = pci_dev_id(vf) };

	spin_lock(&pf->lock);
	history_actor(pf, &event.actor);
	spin_unlock(&pf->lock);
	history_name_driver(&event, name, 0);
	event_note(pf->log, &event);
}

void history_ask(struct scope_pf *pf, enum event_via via)
{
	history_settle(pf, true);
	spin_lock(&pf->lock);
	pf->history.asked = true;
	pf->history.asked_via = via;
	spin_unlock(&pf->lock);
}

void history_asked(struct scope_pf *pf)
{
	history_settle(pf, true);
	spin_lock(&pf->lock);
	pf->history.asked = false;
	spin_unlock(&pf->lock);
}

void history_refused(struct scope_pf *pf, const char *text, int error,
		     enum event_via via)
{
	struct event event = {
		.what = EVENT_request_refused,
		.via = via,
		.vf = EVENT_NO_VF,
	};

	event_actor_now(&event.actor);
	strscpy(event.before, text, sizeof(event.before));
	history_errno(event.after, error);
	event_note(pf->log, &event);
}

/* Who explains it: the last one who wrote there, once */
static void history_found(struct scope_pf *pf, enum event_kind what, u32 before,
			  u32 after)
{
	struct event event = {
		.what = what,
		.via = EVENT_VIA_LOOK,
		.actor = pf->history.writer,
		.vf = EVENT_NO_VF,
	};

	memset(&pf->history.writer, 0, sizeof(pf->history.writer));
	history_number(event.before, before);
	history_number(event.after, after);
	event_note(pf->log, &event);
}

void history_look(struct scope_pf *pf, const struct pf_facts *facts)
{
	struct pf_history *history = &pf->history;
	u32 kernel = facts->kernel.num_vfs, seen = facts->sriov.num_vfs;
	bool lost = kernel && !facts->sriov.vf_enable;
	bool odd = !lost && seen != kernel;

	spin_lock(&pf->lock);
	if (lost && !history->lost)
		history_found(pf, EVENT_reset_seen, kernel, 0);
	if (odd && (!history->odd || seen != history->num_vfs))
		history_found(pf, EVENT_num_vfs_changed, kernel, seen);
	history->lost = lost;
	history->odd = odd;
	history->num_vfs = seen;
	spin_unlock(&pf->lock);
}

unsigned long history_vf_events(struct scope_pf *pf)
{
	unsigned long events;

	spin_lock(&pf->lock);
	events = pf->history.vf_events;
	spin_unlock(&pf->lock);
	return events;
}

static void history_writer(struct scope_pf *pf, struct event *event)
{
	event_actor_now(&event->actor);
	spin_lock(&pf->lock);
	pf->history.writer = event->actor;
	spin_unlock(&pf->lock);
	event_note(pf->log, event);
}

void history_reset(struct scope_pf *pf, u32 vf)
{
	struct event event = {
		.what = vf == EVENT_NO_VF ? EVENT_reset : EVENT_vf_reset,
		.vf = vf,
	};

	if (vf == EVENT_NO_VF) {
		history_writer(pf, &event);
	} else {
		event_actor_now(&event.actor);
		event_note(pf->log, &event);
	}
}

void history_written(struct scope_pf *pf, const char *name, u32 offset,
		     u32 value)
{
	struct event event = { .what = EVENT_config_written,
			       .vf = EVENT_NO_VF };

	snprintf(event.before, sizeof(event.before), "%s+0x%x", name, offset);
	snprintf(event.after, sizeof(event.after), "0x%x", value);
	history_writer(pf, &event);
}
