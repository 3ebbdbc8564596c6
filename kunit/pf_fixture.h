/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A PF that a mock device is behind: what the suites about PFs start with.
 * Debugfs and other devices are not there: the device is all that a PF has.
 */
#ifndef SRIOVSCOPE_PF_FIXTURE_H
#define SRIOVSCOPE_PF_FIXTURE_H

#include <kunit/test.h>

#include "pf/pf.h"
#include "mock_pci.h"
#include "pf_config.h"

/**
 * struct pf_context - what a test finds in test->priv
 * @config: the configuration space
 * @pdev: the device, at 0000:03:00.0
 * @pf: its PF, with one reference
 */
struct pf_context {
	struct mock_config *config;
	struct pci_dev *pdev;
	struct scope_pf *pf;
};

/**
 * pf_fixture_init() - .init of a suite: puts a struct pf_context in test->priv
 * @test: the test that starts
 *
 * Return: 0; fails @test otherwise.
 */
int pf_fixture_init(struct kunit *test);

/**
 * pf_fixture_exit() - .exit of a suite: frees what pf_fixture_init() made
 * @test: the test that ends; fails when the device was written
 */
void pf_fixture_exit(struct kunit *test);

/**
 * pf_fixture_take() - take a snapshot and drop it
 * @context: the PF
 * @what: FACTS_*
 *
 * Return: as pf_facts_take().
 */
int pf_fixture_take(struct pf_context *context, unsigned int what);

/**
 * pf_fixture_sleeps() - wait until a thread waits for something
 * @task: the thread, which must not end meanwhile
 *
 * Return: true when it does; false when it does not for long.
 */
bool pf_fixture_sleeps(struct task_struct *task);

#endif
