/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The configuration space of a device that the PCI core has, in front of a mock
 * one. Suites that run in user space too have no PCI core there: what they do
 * with it is skipped.
 */
#ifndef SRIOVSCOPE_DEVICE_SPACE_H
#define SRIOVSCOPE_DEVICE_SPACE_H

#include "mock_space.h"

/**
 * device_space_try() - the space of a device, where there is a PCI core
 * @test: whose end takes the device away
 * @config: the content; must live as long as @test
 *
 * The device is at 0000:03:00.0. Its accesses so far are forgotten.
 *
 * Return: the space; NULL where there is no PCI core.
 */
const struct config_space *device_space_try(struct kunit *test,
					    struct mock_config *config);

/**
 * device_space_new() - the space of a device
 * @test: whose end takes the device away; skipped where there is no PCI core
 * @config: the content; must live as long as @test
 *
 * Return: the space, never NULL.
 */
const struct config_space *device_space_new(struct kunit *test,
					    struct mock_config *config);

/**
 * device_space_find() - where the PCI core finds a conventional capability
 * @space: of the device
 * @id: Capability ID
 *
 * Return: its offset, 0 for none.
 */
u8 device_space_find(const struct config_space *space, u8 id);

#endif
