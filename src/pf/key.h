/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The address of a PF as one number, by which PFs and their logs are found.
 */
#ifndef SRIOVSCOPE_PF_KEY_H
#define SRIOVSCOPE_PF_KEY_H

#include <linux/pci.h>

/**
 * pf_key() - the address of a PF as one number
 * @pdev: its device
 *
 * Context: any; the device was not removed.
 * Return: domain, bus, device and function.
 */
static inline unsigned long pf_key(struct pci_dev *pdev)
{
	return ((unsigned long)pci_domain_nr(pdev->bus) << 16) |
	       pci_dev_id(pdev);
}

/**
 * pf_key_bus() - the bus of a key
 * @key: from pf_key()
 *
 * Return: domain and bus.
 */
static inline unsigned long pf_key_bus(unsigned long key)
{
	return key >> 8;
}

/**
 * pf_bus_key() - the first key of a bus
 * @bus: from pf_key_bus()
 *
 * Return: the key of its function 0.
 */
static inline unsigned long pf_bus_key(unsigned long bus)
{
	return bus << 8;
}

/**
 * pf_key_domain() - the domain of a key
 * @key: from pf_key()
 *
 * Return: the PCI domain.
 */
static inline u32 pf_key_domain(unsigned long key)
{
	return key >> 16;
}

#endif
