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
 * registry_open() - begin with no PF
 * @observe: show PFs whoever owns them; else only those that are bound to
 *	sriovscope, with registry_bound()
 * @listener: who is told; must live until registry_close()
 */
void registry_open(bool observe, const struct registry_listener *listener);

/**
 * registry_close() - let go of all PFs
 *
 * Context: may sleep. Nobody adds any more.
 */
void registry_close(void);

/**
 * registry_found() - a device is there: watch it, if it is a PF
 * @pdev: any PCI device
 *
 * Context: may sleep; nobody can remove the device meanwhile.
 * Return: the PF with a reference for pf_put(); NULL when it is none, and when it
 *	cannot be watched, which was said.
 */
struct scope_pf *registry_found(struct pci_dev *pdev);

/**
 * registry_find() - the PF of a device
 * @pdev: a device, which was not removed
 *
 * Context: any.
 * Return: the PF with a reference for pf_put(); NULL when it is none.
 */
struct scope_pf *registry_find(struct pci_dev *pdev);

/**
 * registry_remove() - a PF is there no more
 * @pf: the PF
 *
 * Context: may sleep; see pf_mark_gone().
 */
void registry_remove(struct scope_pf *pf);

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
