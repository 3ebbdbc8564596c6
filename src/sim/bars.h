/* SPDX-License-Identifier: GPL-2.0 */
/*
 * BARs of a simulated function: how large they are.
 */
#ifndef SRIOVSCOPE_SIM_BARS_H
#define SRIOVSCOPE_SIM_BARS_H

#include <linux/pci.h>

#include "core/mock/mock_config.h"

/**
 * struct sim_bar_sizes - how large BARs are
 * @bytes: by slot; 0 leaves it to the image: what reads 0 does not exist, what
 *	exists has the least size that the kernel accepts
 */
struct sim_bar_sizes {
	u64 bytes[PCI_STD_NUM_BARS];
};

/**
 * sim_bar_size_valid() - can a BAR have this size?
 * @size: in bytes, 0 for "as the image says"
 *
 * Return: true for 0 and for powers of two of at least 16.
 */
bool sim_bar_size_valid(u64 size);

/**
 * sim_bar_sum() - how much room BARs take
 * @sizes: their sizes
 * @copies: how many there are of each
 *
 * Return: bytes; U64_MAX when they are more.
 */
u64 sim_bar_sum(const struct sim_bar_sizes *sizes, u32 copies);

/**
 * sim_bars_at() - where BARs are
 * @sriov: offset of the SR-IOV capability for VF BARs, 0 for the function's own
 *
 * Return: offset of the first one.
 */
u32 sim_bars_at(u16 sriov);

/**
 * sim_bar_limit() - how large a BAR can be
 * @config: the space
 * @bars: offset of the first BAR
 * @slot: which one
 *
 * Return: bytes; by its type, whatever its size is.
 */
u64 sim_bar_limit(const struct mock_config *config, u32 bars, u32 slot);

/**
 * sim_bar_resize() - give a BAR another size
 * @config: the space
 * @bars: offset of the first BAR
 * @slot: which one
 * @size: a power of two, not above sim_bar_limit(); of the address stay the
 *	bits that such a BAR has
 *
 * Context: any.
 */
void sim_bar_resize(struct mock_config *config, u32 bars, u32 slot, u64 size);

/**
 * sim_bars_put() - give all BARs their sizes
 * @config: the space; the addresses in its BARs are cleared, since nothing of
 *	a machine that the image came from holds here
 * @bars: offset of the first BAR
 * @sizes: how large they are
 *
 * Return: 0; -EINVAL when a size does not fit the BAR.
 */
int sim_bars_put(struct mock_config *config, u32 bars,
		 const struct sim_bar_sizes *sizes);

#endif
