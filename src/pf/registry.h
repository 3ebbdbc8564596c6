/* SPDX-License-Identifier: GPL-2.0 */
/*
 * All PFs that are watched, in the order of their addresses.
 */
#ifndef SRIOVSCOPE_REGISTRY_H
#define SRIOVSCOPE_REGISTRY_H

#include <linux/pci.h>

struct scope_pf;

/**
 * struct registry_listener - who is told which PFs are shown
 * @added: a PF is shown from now on
 * @removed: it is no longer; called once for each @added
 *
 * Both may sleep, and are called under whatever locks the PCI core holds.
 */
struct registry_listener {
	void (*added)(struct scope_pf *pf);
	void (*removed)(struct scope_pf *pf);
};

/**
 * registry_start() - watch the PFs that are there, and those that come
 * @observe: show PFs whoever owns them; else only those that are bound to
 *	sriovscope, with registry_bound()
 * @listener: who is told; must live until registry_stop()
 *
 * Reads no more of a PF than whether it is awake; with @observe those that are
 * have their capabilities found.
 *
 * Context: may sleep; takes the PCI rescan lock, and waits for the device lock
 *	of each PF.
 * Return: 0 or a negative errno.
 */
int registry_start(bool observe, const struct registry_listener *listener);

/**
 * registry_stop() - let go of all PFs
 *
 * Context: may sleep. No driver of sriovscope is registered any more.
 */
void registry_stop(void);

/**
 * registry_bound() - show a PF that is being bound to sriovscope
 * @pdev: the device
 *
 * Context: may sleep; under the device lock.
 * Return: the PF with a reference for pf_put(); ERR_PTR as pf_create().
 */
struct scope_pf *registry_bound(struct pci_dev *pdev);

/**
 * registry_unbound() - a PF is no longer bound to sriovscope
 * @pf: the PF; without "observe" it is not shown any longer
 *
 * Waits for nobody who reads the PF.
 *
 * Context: may sleep; under the device lock.
 */
void registry_unbound(struct scope_pf *pf);

/**
 * registry_tell_fn - is told something of a PF
 * @pf: the PF
 * @pdev: what it is about: its device, or that of a VF
 * @data: from registry_tell()
 *
 * Must not sleep, nor call into the registry.
 */
typedef void registry_tell_fn(struct scope_pf *pf, struct pci_dev *pdev,
			      const void *data);

/**
 * registry_tell() - tell the PF that a device belongs to
 * @pdev: any device
 * @tell: called with the PF and @pdev, when there is one
 * @data: for @tell
 *
 * Context: of a task; does not sleep.
 */
void registry_tell(struct pci_dev *pdev, registry_tell_fn *tell,
		   const void *data);

/**
 * registry_tell_behind() - tell all PFs on the bus behind a bridge
 * @bridge: any bridge
 * @tell: called with each; must not sleep
 * @data: for @tell
 *
 * Context: of a task; does not sleep.
 */
void registry_tell_behind(struct pci_dev *bridge, registry_tell_fn *tell,
			  const void *data);

/**
 * registry_is_complete() - is every PF shown?
 *
 * Return: false when only those are that are bound to sriovscope.
 */
bool registry_is_complete(void);

/**
 * registry_next() - the first PF at or above a key
 * @key: where to begin; set to the key of the PF
 *
 * Context: any.
 * Return: the PF, shown or not, with a reference for pf_put(), NULL at the end.
 */
struct scope_pf *registry_next(unsigned long *key);

#endif
