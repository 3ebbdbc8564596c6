/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A PF with every capability that is read, as a mock configuration space alone.
 */
#ifndef SRIOVSCOPE_PF_CONFIG_H
#define SRIOVSCOPE_PF_CONFIG_H

#include "mock_space.h"

#define SRIOV_AT 0x160
#define SRIOV_READS (PCI_EXT_CAP_SRIOV_SIZEOF / sizeof(u32))
#define ALL_DWORDS (PCI_CFG_SPACE_EXP_SIZE / sizeof(u32))

/**
 * pf_fixture_config() - a PF with every capability that is read
 * @test: whose end frees it
 *
 * Return: the space, never NULL.
 */
struct mock_config *pf_fixture_config(struct kunit *test);

#endif
