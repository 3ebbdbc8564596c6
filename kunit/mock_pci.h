/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A PCI device on a bus of its own, whose configuration space is a mock: the
 * accessors and the searches of the PCI core run against it unchanged.
 */
#ifndef SRIOVSCOPE_MOCK_PCI_H
#define SRIOVSCOPE_MOCK_PCI_H

#include <kunit/test.h>
#include <linux/pci.h>

#include "mock_space.h"

/**
 * mock_pci_new() - a PCI device in front of a mock configuration space
 * @test: whose end takes the device away; fails when that is not possible
 * @config: the content; must live as long as @test
 * @domain: PCI domain
 * @bus: bus number
 * @devfn: device and function number
 *
 * The device is initialized but not registered: no driver, no sysfs. It is
 * awake, and stays so: one has been added to its runtime PM count. Vendor,
 * device and size are those of @config at this moment.
 *
 * Context: may sleep.
 * Return: the device, never NULL; pci_dev_get() may keep it longer than @test,
 *	but its configuration space is gone then.
 */
struct pci_dev *mock_pci_new(struct kunit *test, struct mock_config *config,
			     u32 domain, u8 bus, u8 devfn);

/**
 * mock_pci_fail() - make the bus fail, before the mock space is reached
 * @pdev: from mock_pci_new()
 * @error: what each access gives: a PCIBIOS_* code or a negative errno; 0 ends
 *	it
 *
 * Context: any.
 */
void mock_pci_fail(struct pci_dev *pdev, int error);

#endif
