/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What happens to a PF and its VFs, as the PCI bus's notifier, sriovscope's own
 * requests and looks at the registers tell it, written into the PF's log.
 */
#ifndef SRIOVSCOPE_PF_HISTORY_H
#define SRIOVSCOPE_PF_HISTORY_H

#include <linux/workqueue.h>

#include "events/event.h"

struct pci_dev;
struct pf_facts;
struct scope_pf;

/**
 * struct history_change - VFs are being enabled or disabled
 * @open: they are, or were, and what came of it is not in the log yet
 * @via: on which way
 * @actor: who does it
 * @looks: how often it was looked whether that is over
 */
struct history_change {
	bool open;
	enum event_via via;
	struct event_actor actor;
	u32 looks;
};

/**
 * struct history_write - registers were written from user space
 * @name: of their capability
 * @offset: of the register in it
 * @value: what was written
 * @resets: it takes VFs away
 * @sets_num_vfs: it is NumVFs
 */
struct history_write {
	const char *name;
	u32 offset;
	u32 value;
	bool resets;
	bool sets_num_vfs;
};

/**
 * struct history_writer - who may have done what a look will find
 * @actor: who wrote last, or reset the function; nobody when that was used to
 *	explain something, and when a look found all well
 * @resets: what it was takes VFs away
 * @sets_num_vfs: it was NumVFs
 * @num_vfs: what it was set to
 */
struct history_writer {
	struct event_actor actor;
	bool resets;
	bool sets_num_vfs;
	u32 num_vfs;
};

/**
 * struct history_sight - what a look saw
 * @kernel: VFs that the kernel has on
 * @vf_enable: VF Enable
 * @num_vfs: NumVFs
 */
struct history_sight {
	u32 kernel;
	bool vf_enable;
	u32 num_vfs;
};

/**
 * struct pf_history - what is known so far; all but @settle under pf->lock
 * @vfs: how many VFs the kernel had enabled, as far as it is in the log
 * @vf_events: VFs that came or went so far
 * @change: by the last VF that came or went in one
 * @asked: the change that sriovscope itself is making
 * @binding: a driver is being bound or unbound
 * @binder: by whom
 * @seen: by the last look
 * @told: @seen that is in the log, and has not changed since
 * @is_told: there is one
 * @writer: who may have done what is seen next
 * @refused_by: whose request was refused, and is in the log; a name, no reference
 * @probed: the function whose driver was tried last; a name, no reference
 * @probe_error: what came of it
 * @ended: nobody waits for the end of a change any more
 * @settle: writes down what came of a change, when it is over
 */
struct pf_history {
	u32 vfs;
	unsigned long vf_events;
	struct history_change change;
	struct history_change asked;
	bool binding;
	struct event_actor binder;
	struct history_sight seen;
	struct history_sight told;
	bool is_told;
	struct history_writer writer;
	const struct task_struct *refused_by;
	const struct pci_dev *probed;
	int probe_error;
	bool ended;
	struct delayed_work settle;
};

/**
 * history_start() - be able to wait for changes to be over
 *
 * Return: 0 or -ENOMEM.
 */
int history_start(void);

/**
 * history_stop() - wait for all that is to be written down yet
 *
 * Context: may sleep, for changes of VFs that are going on; under no lock.
 */
void history_stop(void);

/**
 * history_init() - begin the history of a PF
 * @pf: the PF, whose device and log are there
 */
void history_init(struct scope_pf *pf);

/**
 * history_end() - the PF is watched no more
 * @pf: the PF
 *
 * Waits for nobody: who is at work ends soon after.
 *
 * Context: any but an interrupt.
 */
void history_end(struct scope_pf *pf);

/**
 * history_device() - the device came or went
 * @pf: the PF
 * @what: EVENT_device_added or EVENT_device_gone
 *
 * Context: may sleep.
 */
void history_device(struct scope_pf *pf, enum event_kind what);

/**
 * history_binding() - a driver will be bound to the PF, or unbound
 * @pf: the PF
 *
 * Until history_bound() VFs come and go by what that driver does.
 *
 * Context: under the device lock of the PF.
 */
void history_binding(struct scope_pf *pf);

/**
 * history_bound() - that is over
 * @pf: the PF
 *
 * Context: as history_binding(); may sleep.
 */
void history_bound(struct scope_pf *pf);

/**
 * history_driver() - a driver was bound to the PF, or unbound, or did not take it
 * @pf: the PF
 * @what: EVENT_driver_bound and so on
 * @name: of the driver
 * @error: why it did not take it, as far as sriovscope's own says; 0 else
 *
 * Context: as history_bound().
 */
void history_driver(struct scope_pf *pf, enum event_kind what, const char *name,
		    int error);

/**
 * history_vf() - a VF came or went
 * @pf: the PF
 * @vf: the VF
 * @what: EVENT_vf_added or EVENT_vf_removed
 *
 * Context: may sleep; after the PF was told.
 */
void history_vf(struct scope_pf *pf, struct pci_dev *vf, enum event_kind what);

/**
 * history_vf_driver() - something happened between a VF and a driver
 * @pf: the PF
 * @vf: the VF
 * @what: EVENT_vf_driver_bound and so on
 * @name: of the driver
 *
 * Context: may sleep; under the device lock of the VF.
 * Return: of EVENT_vf_driver_failed what the probe answered, a negative errno; 0 when
 *	that is not known.
 */
int history_vf_driver(struct scope_pf *pf, struct pci_dev *vf,
		      enum event_kind what, const char *name);

/**
 * history_ask() - sriovscope begins to change the VFs
 * @pf: the PF
 * @via: on which way it was asked to
 *
 * Context: under the device lock of the PF.
 */
void history_ask(struct scope_pf *pf, enum event_via via);

/**
 * history_asked() - it has ended
 * @pf: the PF
 *
 * Context: as history_ask(); may sleep.
 */
void history_asked(struct scope_pf *pf);

/**
 * history_refused() - a request to change the VFs was refused
 * @pf: the PF
 * @text: what was asked
 * @error: a negative errno
 * @via: on which way
 *
 * Context: of a task; does not sleep.
 */
void history_refused(struct scope_pf *pf, const char *text, int error,
		     enum event_via via);

/**
 * history_refused_before() - is the refusal of this request in the log already?
 * @pf: the PF
 *
 * Context: of the task whose request it is.
 * Return: true once, when history_refused() was called before.
 */
bool history_refused_before(struct scope_pf *pf);

/**
 * history_probed() - a driver has answered
 * @pf: the PF
 * @pdev: the PF's device or that of a VF
 * @error: what it answered, 0 or a negative errno
 *
 * Context: of a task; does not sleep; under the device lock of @pdev.
 */
void history_probed(struct scope_pf *pf, const struct pci_dev *pdev, int error);

/**
 * history_settle() - write down what has come of a change of VFs
 * @pf: the PF
 *
 * Context: any but an interrupt.
 */
void history_settle(struct scope_pf *pf);

/**
 * history_look() - compare registers that were read with the kernel
 * @pf: the PF
 * @facts: with its registers, and nobody changes the VFs
 *
 * Context: may sleep.
 */
void history_look(struct scope_pf *pf, const struct pf_facts *facts);

/**
 * history_vf_events() - how many VFs came or went so far
 * @pf: the PF
 *
 * Return: a number that is another one after each.
 */
unsigned long history_vf_events(struct scope_pf *pf);

/**
 * history_reset() - a function is being reset
 * @pf: the PF
 * @vf: routing ID of the VF that is, EVENT_NO_VF when it is the PF
 *
 * Context: of a task; does not sleep.
 */
void history_reset(struct scope_pf *pf, u32 vf);

/**
 * history_written() - somebody writes registers that can make VFs vanish
 * @pf: the PF
 * @write: what is written
 *
 * Context: of a task; does not sleep.
 */
void history_written(struct scope_pf *pf, const struct history_write *write);

#endif
