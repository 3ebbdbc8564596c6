/* SPDX-License-Identifier: GPL-2.0 */
/*
 * From the image of a configuration space to one that behaves: which bits
 * software can write, and which it clears by writing 1.
 */
#ifndef SRIOVSCOPE_SIM_MASKS_H
#define SRIOVSCOPE_SIM_MASKS_H

#include "core/mock/mock_config.h"

/**
 * sim_is_bridge() - has the space a header of type 1?
 * @config: the space
 *
 * Return: true when it has.
 */
bool sim_is_bridge(const struct mock_config *config);

/**
 * sim_masks_set() - make the masks of a space that holds an image
 * @config: the space, whose masks are 0 yet; it has no ROM afterwards
 * @pcie: offset of the PCI Express capability, 0 without
 *
 * BARs are sim_bars_put()'s; what sizes them is sim_resize_masks()'s.
 *
 * Context: may sleep.
 * Return: 0; -ENOMEM.
 */
int sim_masks_set(struct mock_config *config, u16 pcie);

#endif
