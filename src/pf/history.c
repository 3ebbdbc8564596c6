// SPDX-License-Identifier: GPL-2.0
/*
 * What happens to a PF and its VFs, written into the PF's log.
 *
 * No notification says that VFs were enabled or disabled: the PCI core tells of
 * each VF, and counts them when it is done with all. So a VF that comes or goes in
 * the middle of that says who is at it, and on which way. When it is over is known
 * where a driver is bound or unbound, and for sriovscope's own changes; for the
 * rest, which hold the device lock, when that lock can be had. A worker waits for
 * it, and holds nothing else. Some drivers do without that lock: as long as there
 * are not as many VF devices as the PCI core has counted, the worker comes back.
 * Whatever is written down meanwhile, what is known by then comes before it.
 */
#include <linux/device.h>
#include <linux/err.h>
#include <linux/jiffies.h>
#include <linux/minmax.h>
#include <linux/pci.h>
#include <linux/string.h>
#include <linux/string_helpers.h>

#include "events/log.h"
#include "calls.h"
#include "history.h"
#include "pf.h"

/* Disabling takes a second after the last VF went. */
#define HISTORY_LOOKS 5

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

/* A cell has no blanks, whatever somebody wrote. */
static void history_text(char *cell, const char *text)
{
	int len = string_escape_mem(text, strlen(text), cell,
				    EVENT_CELL_LEN - 1,
				    ESCAPE_HEX | ESCAPE_NAP | ESCAPE_APPEND,
				    " \\");

	cell[min(len, EVENT_CELL_LEN - 1)] = '\0';
}

/* Under pf->lock: whose change is it that the PCI core has counted? */
static void history_whose(const struct pf_history *history, struct event *event)
{
	const struct history_change *change =
		history->change.open ? &history->change : &history->asked;

	if (change->open) {
		event->via = change->via;
		event->actor = change->actor;
	} else if (history->binding) {
		event->via = EVENT_VIA_DRIVER;
		event->actor = history->binder;
	} else {
		event->via = EVENT_VIA_UNKNOWN;
	}
}

/* The PCI core has counted: is it another number than the log has? */
static void history_settle_locked(struct scope_pf *pf)
{
	u32 now = pci_num_vf(pf->pdev);
	struct pf_history *history = &pf->history;
	struct event event = { .vf = EVENT_NO_VF };

	if (now == history->vfs)
		return;
	event.what = now > history->vfs ? EVENT_vfs_enabled :
					  EVENT_vfs_disabled;
	history_number(event.before, history->vfs);
	history_number(event.after, now);
	history_whose(history, &event);
	event_note(pf->log, &event);
	history->vfs = now;
	memset(&history->change, 0, sizeof(history->change));
}

void history_settle(struct scope_pf *pf)
{
	spin_lock(&pf->lock);
	history_settle_locked(pf);
	spin_unlock(&pf->lock);
}

static void history_put(struct scope_pf *pf, const struct event *event)
{
	history_settle(pf);
	event_note(pf->log, event);
}

/* Under pf->lock; with a reference for the worker */
static void history_queue_settle(struct scope_pf *pf, unsigned long delay)
{
	if (!history_queue || pf->history.ended)
		return;
	pf_get(pf);
	if (!queue_delayed_work(history_queue, &pf->history.settle, delay))
		pf_put(pf);
}

/* Under pf->lock, and the device lock */
static bool history_is_over(struct scope_pf *pf, u32 devices)
{
	struct history_change *change = &pf->history.change;

	return !change->open || devices == pci_num_vf(pf->pdev) ||
	       ++change->looks >= HISTORY_LOOKS;
}

static void history_settle_work(struct work_struct *work)
{
	struct scope_pf *pf = container_of(to_delayed_work(work),
					   struct scope_pf, history.settle);
	u32 devices;

	device_lock(&pf->pdev->dev);
	devices = pf_count_vfs(pf);
	spin_lock(&pf->lock);
	history_settle_locked(pf);
	if (history_is_over(pf, devices))
		memset(&pf->history.change, 0, sizeof(pf->history.change));
	else
		history_queue_settle(pf, HZ);
	spin_unlock(&pf->lock);
	device_unlock(&pf->pdev->dev);
	pf_put(pf);
}

void history_init(struct scope_pf *pf)
{
	pf->history.vfs = pci_num_vf(pf->pdev);
	INIT_DELAYED_WORK(&pf->history.settle, history_settle_work);
}

void history_end(struct scope_pf *pf)
{
	spin_lock(&pf->lock);
	pf->history.ended = true;
	spin_unlock(&pf->lock);
	if (cancel_delayed_work(&pf->history.settle))
		pf_put(pf);
}

/* Under pf->lock; a worker that probes is at work for who binds the driver. */
static void history_actor(const struct scope_pf *pf, u32 calls,
			  struct event_actor *actor)
{
	if (pf->history.binding && current->flags & PF_WQ_WORKER &&
	    calls & CALLS_PROBE)
		*actor = pf->history.binder;
	else
		event_actor_now(actor);
}

void history_device(struct scope_pf *pf, enum event_kind what)
{
	struct event event = { .what = what, .vf = EVENT_NO_VF };
	char *cell = what == EVENT_device_gone ? event.before : event.after;

	event_actor_now(&event.actor);
	snprintf(cell, EVENT_CELL_LEN, "%04x:%04x", pf->pdev->vendor,
		 pf->pdev->device);
	history_put(pf, &event);
}

/* Where a change is over and nobody else can have begun one */
static void history_close(struct scope_pf *pf, bool binding)
{
	spin_lock(&pf->lock);
	history_settle_locked(pf);
	memset(&pf->history.change, 0, sizeof(pf->history.change));
	pf->history.binding = binding;
	if (binding)
		event_actor_now(&pf->history.binder);
	spin_unlock(&pf->lock);
}

void history_binding(struct scope_pf *pf)
{
	history_close(pf, true);
}

void history_bound(struct scope_pf *pf)
{
	history_close(pf, false);
}

static bool history_is_end(enum event_kind what)
{
	return what == EVENT_driver_unbound || what == EVENT_vf_driver_unbound;
}

static bool history_is_failure(enum event_kind what)
{
	return what == EVENT_driver_failed || what == EVENT_vf_driver_failed;
}

/* Why a driver did not take a function: what its probe answered, if that was seen */
static int history_take_error(struct scope_pf *pf, const struct pci_dev *pdev)
{
	struct pf_history *history = &pf->history;
	int error = 0;

	spin_lock(&pf->lock);
	if (history->probed == pdev)
		error = history->probe_error;
	history->probed = NULL;
	spin_unlock(&pf->lock);
	return error;
}

/* Returns why it did not take the function, as far as that is known. */
static int history_put_driver(struct scope_pf *pf, struct pci_dev *pdev,
			      struct event *event, const char *name, int error)
{
	bool failure = history_is_failure(event->what);
	bool before = failure || history_is_end(event->what);

	history_text(before ? event->before : event->after, name);
	if (failure)
		error = history_take_error(pf, pdev) ?: error;
	if (failure && error)
		history_errno(event->after, error);
	else if (failure)
		strscpy(event->after, "unknown", EVENT_CELL_LEN);
	history_put(pf, event);
	return error;
}

void history_driver(struct scope_pf *pf, enum event_kind what, const char *name,
		    int error)
{
	struct event event = { .what = what, .vf = EVENT_NO_VF };

	event_actor_now(&event.actor);
	history_put_driver(pf, pf->pdev, &event, name, error);
}

int history_vf_driver(struct scope_pf *pf, struct pci_dev *vf,
		      enum event_kind what, const char *name)
{
	struct event event = { .what = what, .vf = pci_dev_id(vf) };
	/* A worker alone may be at work for somebody else. */
	u32 calls = current->flags & PF_WQ_WORKER ? calls_now() : 0;

	spin_lock(&pf->lock);
	history_actor(pf, calls, &event.actor);
	spin_unlock(&pf->lock);
	return history_put_driver(pf, vf, &event, name, 0);
}

/* Who takes a VF away by itself neither enables nor disables. */
static enum event_via history_via(const struct pf_history *history, u32 calls)
{
	if (!(calls & (CALLS_CHANGE | CALLS_UNKNOWN)))
		return EVENT_VIA_NONE;
	if (history->asked.open)
		return history->asked.via;
	if (history->binding)
		return EVENT_VIA_DRIVER;
	if (calls & CALLS_NUMVFS)
		return EVENT_VIA_SRIOV_NUMVFS;
	return calls & CALLS_UNKNOWN ? EVENT_VIA_UNKNOWN : EVENT_VIA_DRIVER;
}

/* Under pf->lock; the last VF of a change says who is at it. */
static void history_open(struct scope_pf *pf, struct event *event, u32 calls)
{
	struct pf_history *history = &pf->history;

	history->vf_events++;
	history_actor(pf, calls, &event->actor);
	event->via = history_via(history, calls);
	if (event->via == EVENT_VIA_NONE)
		return;
	history->change = (struct history_change){
		.open = true,
		.via = event->via,
		.actor = event->actor,
	};
	/* The end of these is told. */
	if (!history->asked.open && !history->binding)
		history_queue_settle(pf, 0);
}

void history_vf(struct scope_pf *pf, struct pci_dev *vf, enum event_kind what)
{
	struct event event = { .what = what, .vf = pci_dev_id(vf) };
	bool came = what == EVENT_vf_added;
	u32 count = pf_count_vfs(pf), calls = calls_now();

	/* One that there was no memory for is not counted. */
	history_number(event.before, came ? max(count, 1U) - 1 : count + 1);
	history_number(event.after, count);
	spin_lock(&pf->lock);
	history_settle_locked(pf);
	history_open(pf, &event, calls);
	event_note(pf->log, &event);
	spin_unlock(&pf->lock);
}

void history_ask(struct scope_pf *pf, enum event_via via)
{
	spin_lock(&pf->lock);
	history_settle_locked(pf);
	pf->history.asked = (struct history_change){ .open = true, .via = via };
	event_actor_now(&pf->history.asked.actor);
	spin_unlock(&pf->lock);
}

void history_asked(struct scope_pf *pf)
{
	spin_lock(&pf->lock);
	history_settle_locked(pf);
	memset(&pf->history.change, 0, sizeof(pf->history.change));
	memset(&pf->history.asked, 0, sizeof(pf->history.asked));
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
	history_text(event.before, text);
	history_errno(event.after, error);
	history_put(pf, &event);
	spin_lock(&pf->lock);
	pf->history.refused_by = current;
	spin_unlock(&pf->lock);
}

bool history_refused_before(struct scope_pf *pf)
{
	bool before;

	spin_lock(&pf->lock);
	before = pf->history.refused_by == current;
	if (before)
		pf->history.refused_by = NULL;
	spin_unlock(&pf->lock);
	return before;
}

void history_probed(struct scope_pf *pf, const struct pci_dev *pdev, int error)
{
	spin_lock(&pf->lock);
	pf->history.probed = pdev;
	pf->history.probe_error = error;
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
