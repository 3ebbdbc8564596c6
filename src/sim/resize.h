/* SPDX-License-Identifier: GPL-2.0 */
/*
 * BARs whose size software picks: Resizable BAR and VF Resizable BAR.
 */
#ifndef SRIOVSCOPE_SIM_RESIZE_H
#define SRIOVSCOPE_SIM_RESIZE_H

#include <linux/pci.h>

struct ext_cap_type;
struct mock_config;
struct sim_bar_sizes;

/**
 * struct sim_resize - a capability that sizes BARs, PCIe 7.8.6 and 7.8.7
 * @at: offset of the capability, 0 without
 * @bars: offset of the first BAR that it counts
 * @pair: what a pair of its registers is
 * @pairs: pairs of registers that it has, each for one BAR
 * @fields: BAR Size of each pair, as it is in force
 */
struct sim_resize {
	u16 at;
	u16 bars;
	const struct ext_cap_type *pair;
	u8 pairs;
	u8 fields[PCI_STD_NUM_BARS];
};

/**
 * sim_resize_find() - find the capability, and what it says now
 * @resize: to fill in; its @at is 0 when there is none
 * @config: the space, as the image has it
 * @sriov: offset of the SR-IOV capability for VF Resizable BAR; 0 for Resizable
 *	BAR
 *
 * Context: may sleep.
 * Return: 0, also without the capability; -ENOMEM.
 */
int sim_resize_find(struct sim_resize *resize, const struct mock_config *config,
		    u16 sriov);

/**
 * sim_resize_sizes() - the sizes that the capability says
 * @resize: the capability
 * @config: the space
 * @sizes: where those go that are 0 yet; what a BAR cannot have stays 0
 */
void sim_resize_sizes(const struct sim_resize *resize,
		      const struct mock_config *config,
		      struct sim_bar_sizes *sizes);

/**
 * sim_resize_masks() - let software write BAR Size; VF Enable locks that of VFs
 * @resize: the capability
 * @config: the space
 */
void sim_resize_masks(const struct sim_resize *resize,
		      struct mock_config *config);

/**
 * sim_resize_reset() - what the space says is in force
 * @resize: the capability
 * @config: the space; the masks of its BARs fit what it says
 *
 * Context: any.
 */
void sim_resize_reset(struct sim_resize *resize,
		      const struct mock_config *config);

/**
 * sim_resize_react() - after a write: BARs get the sizes that were picked
 * @resize: the capability
 * @config: the space
 * @locked: the memory of these BARs answers, so that no size may change
 *
 * A size that is not supported, or that may not change, is not taken.
 *
 * Context: any.
 */
void sim_resize_react(struct sim_resize *resize, struct mock_config *config,
		      bool locked);

#endif
