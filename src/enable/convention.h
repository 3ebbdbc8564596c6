/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What this kernel holds while a driver changes its VFs.
 */
#ifndef SRIOVSCOPE_CONVENTION_H
#define SRIOVSCOPE_CONVENTION_H

#include <linux/types.h>

struct pci_dev;

/**
 * convention_has_rescan_lock() - is the PCI rescan lock held around a change?
 * @pdev: a PF, whichever
 *
 * The answer is found once; see convention.c for how.
 *
 * Context: may sleep; waits for the PCI rescan lock, so under no lock at all.
 * Return: true when whoever calls pci_enable_sriov() and pci_disable_sriov() has
 *	to hold it; false when they must not be called under it, and when it
 *	could not be found out.
 */
bool convention_has_rescan_lock(struct pci_dev *pdev);

#endif
