/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A simulated function: what its suites start with.
 */
#ifndef SRIOVSCOPE_SIM_FIXTURE_H
#define SRIOVSCOPE_SIM_FIXTURE_H

#include <kunit/test.h>

#include "sim/function.h"

#define PCIE_AT 0x40
#define SRIOV_AT 0x100
#define VF_OFFSET 128
#define VF_STRIDE 2

/**
 * struct sim_context - what a test finds in test->priv
 * @setup: how the function shall be
 * @function: as @setup was at the last sim_on()
 */
struct sim_context {
	struct sim_setup *setup;
	struct sim_function *function;
};

/**
 * sim_fixture_init() - .init of a suite: a function with 8 VFs is on
 * @test: the test that starts
 *
 * Return: 0; fails @test otherwise.
 */
int sim_fixture_init(struct kunit *test);

/**
 * sim_fixture_exit() - .exit of a suite: frees what sim_fixture_init() made
 * @test: the test that ends
 */
void sim_fixture_exit(struct kunit *test);

/**
 * sim_on() - switch the function on, as its setup is now
 * @test: whose function it is; it ends when that cannot be
 */
void sim_on(struct kunit *test);

/**
 * sim_put_image() - set a dword of the image, for the next sim_on()
 * @test: whose function it is
 * @offset: in bytes
 * @value: what it shall be
 */
void sim_put_image(struct kunit *test, u32 offset, u32 value);

/**
 * sim_vf_get() - read a register of a VF, or else fail the test
 * @test: whose function it is
 * @vf: counted from 0, or SIM_PF
 * @offset: of the register
 * @width: 1, 2 or 4 bytes
 *
 * Return: what it says.
 */
u32 sim_vf_get(struct kunit *test, u32 vf, u32 offset, u32 width);

/**
 * sim_get() - read a register of the function
 * @test: whose function it is
 * @offset: of the register
 * @width: 1, 2 or 4 bytes
 *
 * Return: what it says.
 */
u32 sim_get(struct kunit *test, u32 offset, u32 width);

/**
 * sim_put() - write a register of the function
 * @test: whose function it is
 * @offset: of the register
 * @width: 1, 2 or 4 bytes
 * @value: what is written
 */
void sim_put(struct kunit *test, u32 offset, u32 width, u32 value);

/**
 * sim_enable() - enable VFs as the PCI core does it
 * @test: whose function it is
 * @num_vfs: how many
 */
void sim_enable(struct kunit *test, u16 num_vfs);

/**
 * sim_size() - size a BAR: what stays of all ones that are written
 * @test: whose function it is
 * @offset: of the BAR
 *
 * Return: what it says then; its address is all ones.
 */
u32 sim_size(struct kunit *test, u32 offset);

#endif
