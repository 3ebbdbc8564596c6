/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A PF that holds still: no VF of it comes or goes, and nobody binds it.
 */
#ifndef SRIOVSCOPE_PF_SETTLE_H
#define SRIOVSCOPE_PF_SETTLE_H

#include <linux/device.h>
#include <linux/pci.h>

/**
 * settle_lock() - take the PCI rescan lock and the device lock
 * @pdev: a PF
 *
 * VFs come and go under the device lock of their PF, or under the rescan lock
 * alone when somebody removes them. Others take these two in either order; so
 * one is waited for, and the other one tried, and nothing is held while it is
 * waited for that one.
 *
 * Context: may sleep; neither lock is held.
 */
static inline void settle_lock(struct pci_dev *pdev)
{
	pci_lock_rescan_remove();
	while (!device_trylock(&pdev->dev)) {
		pci_unlock_rescan_remove();
		device_lock(&pdev->dev);
		device_unlock(&pdev->dev);
		pci_lock_rescan_remove();
	}
}

/**
 * settle_unlock() - undo settle_lock()
 * @pdev: the PF
 */
static inline void settle_unlock(struct pci_dev *pdev)
{
	device_unlock(&pdev->dev);
	pci_unlock_rescan_remove();
}

#endif
