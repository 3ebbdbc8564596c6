/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A device that all looks are at, as PF, port and VF: what the suites about looks
 * without a kernel start with.
 */
#ifndef SRIOVSCOPE_CORE_LOOK_FIXTURE_H
#define SRIOVSCOPE_CORE_LOOK_FIXTURE_H

#include "core/look/look.h"
#include "pf_config.h"

#define PM_AT 0x40
#define PCIE_AT 0x70

/**
 * struct look_context - a device, and what was found of it
 * @config: its configuration space
 * @caps: its capabilities as a PF
 * @port_caps: its capabilities as a port
 * @around: what is filled in, zero before each look
 * @sriov: the same
 * @found: the same
 * @port_found: the same
 * @vf: the same
 * @use: the same
 */
struct look_context {
	struct mock_config *config;
	struct pf_caps caps;
	struct port_caps port_caps;
	struct pf_around around;
	struct sriov_state sriov;
	struct pf_caps found;
	struct port_caps port_found;
	struct around_vf vf;
	struct around_use use;
};

/**
 * look_take - one of the looks, at the device of a test
 * @c: where the device is, and what was found goes
 *
 * Return: 0 or a negative errno.
 */
typedef int look_take(struct look_context *c);

look_take take_caps;
look_take take_sriov;
look_take take_peer;
look_take take_self;
look_take take_vf_bars;
look_take take_port_caps;
look_take take_port;
look_take take_vf;
look_take take_use;
look_take take_vf_use;

/**
 * core_look_init() - .init of a suite: puts a struct look_context in test->priv
 * @test: the test that starts
 *
 * Return: 0; fails @test otherwise.
 */
int core_look_init(struct kunit *test);

/**
 * core_look_exit() - .exit of a suite
 * @test: the test that ends; fails when the device was written, or read where it has
 *	nothing
 */
void core_look_exit(struct kunit *test);

#endif
