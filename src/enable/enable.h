/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The guarded write path: the one way in which sriovscope changes anything.
 *
 * "numvfs" in debugfs and "sriov_numvfs" in sysfs both end in enable.c, which
 * asks guard.c and lets the PCI core do it.
 */
#ifndef SRIOVSCOPE_ENABLE_H
#define SRIOVSCOPE_ENABLE_H

#include <linux/pci.h>

struct scope_pf;

/**
 * enable_from_file() - do what was written to "numvfs"
 * @pf: the PF
 * @text: what was written
 *
 * Context: may sleep; takes the PCI rescan lock and tries the device lock, see
 *	enable.c.
 * Return: 0 or a negative errno; the reason is in "status" and in the log.
 */
int enable_from_file(struct scope_pf *pf, const char *text);

/**
 * enable_from_core() - the driver's sriov_configure
 * @pdev: a PF bound to sriovscope
 * @num_vfs: 0 disables
 *
 * Context: may sleep; under the device lock and the PCI rescan lock.
 * Return: the number of VFs that are on, or a negative errno.
 */
int enable_from_core(struct pci_dev *pdev, int num_vfs);

/**
 * enable_release() - disable what was enabled here; the PF is being unbound
 * @pf: the PF
 *
 * Context: may sleep; under the device lock, with or without the PCI rescan
 *	lock.
 */
void enable_release(struct scope_pf *pf);

/**
 * enable_stop() - disable all that was enabled here, and refuse any more
 *
 * Context: may sleep; takes the PCI rescan lock and the device locks.
 */
void enable_stop(void);

/**
 * numvfs_add() - make the file "numvfs" of a PF that is bound
 * @pf: the PF
 *
 * Context: may sleep; under the device lock.
 */
void numvfs_add(struct scope_pf *pf);

/**
 * numvfs_remove() - remove the file "numvfs"; does not wait for a writer
 * @pf: the PF
 *
 * Context: may sleep; under the device lock.
 */
void numvfs_remove(struct scope_pf *pf);

extern struct pci_driver scope_driver;

/**
 * driver_add_ids() - let the driver match devices by ID
 * @ids: vendor:device[:subvendor[:subdevice[:class[:class_mask]]]] in hex,
 *	separated by commas; what is malformed is logged and skipped
 *
 * Context: may sleep; the driver is registered.
 */
void driver_add_ids(const char *ids);

#endif
