/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The configuration space of a device that the kernel has.
 */
#ifndef SRIOVSCOPE_PCI_SPACE_H
#define SRIOVSCOPE_PCI_SPACE_H

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

#endif
