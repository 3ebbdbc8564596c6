/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is set for the VFs of a PF, by its user and by its driver.
 */
#ifndef SRIOVSCOPE_VF_SETTINGS_H
#define SRIOVSCOPE_VF_SETTINGS_H

#include <linux/pci.h>

#include "core/facts/facts.h"

/**
 * pci_attribute() - an attribute that the PCI core gives its devices
 * @pdev: a device
 * @name: of the attribute, as in sysfs
 *
 * They are constant data of the kernel, looked up without sysfs.
 *
 * Context: any.
 * Return: the attribute, NULL when there is none.
 */
struct device_attribute *pci_attribute(struct pci_dev *pdev, const char *name);

/**
 * vf_autoprobe() - are drivers let to the VFs of a PF (sriov_drivers_autoprobe)?
 * @pdev: the PF's device
 *
 * Context: may sleep, for a page of memory; takes no lock.
 * Return: 1 when they are, 0 when not; -ENODATA when the kernel does not say;
 *	-ENOMEM.
 */
int vf_autoprobe(struct pci_dev *pdev);

/**
 * vf_settings() - what is set for the VFs of a PF
 * @pdev: the PF's device
 * @kernel: autoprobe and vf_msix are filled in, and whether they are known; false
 *	and 0 before
 *
 * Context: may sleep; the PF's device lock is tried, and only for a driver that
 *	shares out vectors. Reads no device.
 * Return: 0; -ENOMEM, when nothing is known.
 */
int vf_settings(struct pci_dev *pdev, struct pf_kernel *kernel);

#endif
