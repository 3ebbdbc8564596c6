// SPDX-License-Identifier: GPL-2.0
/*
 * What happens to the registers of a PF behind the kernel's back, written into the
 * PF's log: what a look finds, and who may have done it.
 */
#include <linux/string.h>

#include "core/facts/facts.h"
#include "events/log.h"
#include "history.h"
#include "pf.h"

/* Under pf->lock. A reset sets NumVFs to 0, too. */
static bool history_explains(const struct history_writer *writer,
			     const struct event *event, u32 after)
{
	if (writer->resets && !after)
		return true;
	return event->what == EVENT_num_vfs_changed && writer->sets_num_vfs &&
	       writer->num_vfs == after;
}

/* Under pf->lock. Who explains it is used once; else nobody knows. */
static void history_found(struct scope_pf *pf, enum event_kind what, u32 before,
			  u32 after)
{
	struct history_writer *writer = &pf->history.writer;
	struct event event = {
		.what = what,
		.via = EVENT_VIA_LOOK,
		.vf = EVENT_NO_VF,
	};

	if (history_explains(writer, &event, after)) {
		event.actor = writer->actor;
		memset(writer, 0, sizeof(*writer));
	}
	snprintf(event.before, sizeof(event.before), "%u", before);
	snprintf(event.after, sizeof(event.after), "%u", after);
	event_note(pf->log, &event);
}

static bool history_is_same(const struct history_sight *a,
			    const struct history_sight *b)
{
	return a->kernel == b->kernel && a->vf_enable == b->vf_enable &&
	       a->num_vfs == b->num_vfs;
}

static bool history_is_lost(const struct history_sight *sight)
{
	return sight->kernel && !sight->vf_enable;
}

/*
 * Some drivers enable VFs without the device lock: a look may come in before the
 * kernel has counted them, and is believed when the next one sees the same.
 */
static bool history_is_sure(const struct pf_history *history,
			    const struct history_sight *sight)
{
	return sight->kernel || !sight->vf_enable ||
	       history_is_same(sight, &history->seen);
}

/* Under pf->lock */
static void history_compare(struct scope_pf *pf,
			    const struct history_sight *sight)
{
	struct pf_history *history = &pf->history;
	bool lost = history_is_lost(sight);

	if (!lost && sight->num_vfs == sight->kernel) {
		history->is_told = false;
		memset(&history->writer, 0, sizeof(history->writer));
		return;
	}
	if (!history_is_sure(history, sight) ||
	    (history->is_told && history_is_same(sight, &history->told)))
		return;
	history->is_told = true;
	history->told = *sight;
	history_found(pf, lost ? EVENT_reset_seen : EVENT_num_vfs_changed,
		      sight->kernel, sight->num_vfs);
}

void history_look(struct scope_pf *pf, const struct pf_facts *facts)
{
	struct history_sight sight = {
		.kernel = facts->kernel.num_vfs,
		.vf_enable = facts->sriov.vf_enable,
		.num_vfs = facts->sriov.num_vfs,
	};

	/* What NumVFs is then makes no difference. */
	if (history_is_lost(&sight))
		sight.num_vfs = 0;
	history_settle(pf);
	spin_lock(&pf->lock);
	history_compare(pf, &sight);
	pf->history.seen = sight;
	spin_unlock(&pf->lock);
}

/* What explains nothing leaves the one before, who may. */
static void history_writes(struct scope_pf *pf,
			   const struct history_writer *writer)
{
	if (!writer->resets && !writer->sets_num_vfs)
		return;
	spin_lock(&pf->lock);
	pf->history.writer = *writer;
	spin_unlock(&pf->lock);
}

void history_reset(struct scope_pf *pf, u32 vf)
{
	struct event event = {
		.what = vf == EVENT_NO_VF ? EVENT_reset : EVENT_vf_reset,
		.vf = vf,
	};
	struct history_writer writer = { .resets = vf == EVENT_NO_VF };

	event_actor_now(&event.actor);
	writer.actor = event.actor;
	history_writes(pf, &writer);
	event_note(pf->log, &event);
}

void history_written(struct scope_pf *pf, const struct history_write *write)
{
	struct event event = { .what = EVENT_config_written,
			       .vf = EVENT_NO_VF };
	struct history_writer writer = {
		.resets = write->resets,
		.sets_num_vfs = write->sets_num_vfs,
		.num_vfs = write->value,
	};

	event_actor_now(&event.actor);
	writer.actor = event.actor;
	history_writes(pf, &writer);
	snprintf(event.before, sizeof(event.before), "%s+0x%x", write->name,
		 write->offset);
	snprintf(event.after, sizeof(event.after), "0x%x", write->value);
	event_note(pf->log, &event);
}
