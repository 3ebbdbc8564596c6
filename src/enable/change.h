/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The locks around a change of VFs that nobody asked for through sysfs.
 */
#ifndef SRIOVSCOPE_CHANGE_H
#define SRIOVSCOPE_CHANGE_H

#include <linux/pci.h>

/**
 * struct change - a change of VFs
 * @pdev: the PF
 * @rescan: the PCI rescan lock belongs to it on this kernel
 */
struct change {
	struct pci_dev *pdev;
	bool rescan;
};

/**
 * change_prepare() - find out which locks the change needs
 * @change: to fill in
 * @pdev: the PF
 *
 * Context: may sleep; under no lock at all.
 */
void change_prepare(struct change *change, struct pci_dev *pdev);

/**
 * change_trylock() - take the locks, and wait for the rescan lock alone
 * @change: prepared
 *
 * Context: may sleep; under neither lock.
 * Return: true; false when somebody has the device lock.
 */
bool change_trylock(struct change *change);

/**
 * change_lock() - take the locks
 * @change: prepared
 *
 * Context: may sleep; under neither lock.
 */
void change_lock(struct change *change);

/**
 * change_unlock() - undo change_lock() or change_trylock()
 * @change: the change
 */
void change_unlock(struct change *change);

#endif
