/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A PF that has something around it: what the suites about that start with.
 */
#ifndef SRIOVSCOPE_AROUND_FIXTURE_H
#define SRIOVSCOPE_AROUND_FIXTURE_H

#include <kunit/test.h>

#include "pf/pf.h"
#include "mock_pci.h"

#define SRIOV_AT 0x160
#define PCIE_AT 0x70
#define PM_AT 0x40

/**
 * struct around_context - what a test finds in test->priv
 * @config: the configuration space of the PF
 * @pdev: its device, at 0000:03:00.0
 * @pf: the PF, with one reference
 */
struct around_context {
	struct mock_config *config;
	struct pci_dev *pdev;
	struct scope_pf *pf;
};

/**
 * around_config() - a function with PCI Express, version 2, and Power Management
 * @test: whose end frees it; fails when there is no memory
 * @size: bytes of configuration space
 *
 * Return: its configuration space.
 */
struct mock_config *around_config(struct kunit *test, u32 size);

/**
 * around_pf_device() - a function that has ARI and SR-IOV too
 * @test: whose end frees it; fails when there is no memory
 * @config: where its configuration space goes
 * @bus: where it is
 * @devfn: where it is on the bus
 *
 * Return: its device.
 */
struct pci_dev *around_pf_device(struct kunit *test,
				 struct mock_config **config, u8 bus, u8 devfn);

/**
 * around_init() - .init of a suite: puts a struct around_context in test->priv
 * @test: the test that starts
 *
 * Return: 0; fails @test otherwise.
 */
int around_init(struct kunit *test);

/**
 * around_exit() - .exit of a suite: frees what around_init() made
 * @test: the test that ends; fails when the PF was written
 */
void around_exit(struct kunit *test);

/**
 * around_take() - look at the PF, and at all around it
 * @test: whose PF it is; fails when the look does
 *
 * Return: what is around it, until the test ends.
 */
struct pf_around *around_take(struct kunit *test);

/**
 * around_plug() - put a device behind a port
 * @pdev: the device
 * @port: the port
 */
void around_plug(struct pci_dev *pdev, struct pci_dev *port);

#endif
