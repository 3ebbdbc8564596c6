/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The configuration space of a device that the kernel has.
 */
#ifndef SRIOVSCOPE_PCI_SPACE_H
#define SRIOVSCOPE_PCI_SPACE_H

#include <linux/compiler.h>
#include <linux/pci.h>
#include <sriovscope/config_space.h>

/**
 * struct pci_space - the configuration space of a PCI device, read-only
 * @space: what views are made on
 * @pdev: the device; the owner of the struct holds a reference to it
 *
 * Nothing here ever writes to a device: VFs are enabled by the PCI core.
 */
struct pci_space {
	struct config_space space;
	struct pci_dev *pdev;
};

/**
 * pci_space_init() - make the configuration space of a PCI device
 * @pci: to fill in
 * @pdev: the device; must outlive @pci
 *
 * Reads wait while another path has blocked configuration access (reset, BIST,
 * VF Enable). The caller keeps the device awake.
 *
 * Context: any; the reads may sleep.
 */
void pci_space_init(struct pci_space *pci, struct pci_dev *pdev);

/**
 * pci_space_is_blocked() - has somebody blocked configuration access?
 * @pdev: the device
 *
 * Context: any; the answer may be old.
 * Return: true while it is blocked, as it is in a reset.
 */
static inline bool pci_space_is_blocked(struct pci_dev *pdev)
{
	/* One bit, and old as soon as it is read: no lock makes it newer. */
	return data_race(!!pdev->block_cfg_access);
}

/**
 * pci_space_never_wait() - read a device only while nobody has blocked it
 * @pci: from pci_space_init()
 *
 * It is asked before each read, which is -EBUSY then. A block that comes between the
 * two is waited for: reading in spite of it would disturb a reset, and blocking the
 * device oneself would fail those who try to reset it.
 */
void pci_space_never_wait(struct pci_space *pci);

#endif
