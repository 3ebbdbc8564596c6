/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the VFs of a simulated function show.
 */
#ifndef SRIOVSCOPE_SIM_VF_IMAGE_H
#define SRIOVSCOPE_SIM_VF_IMAGE_H

struct mock_config;
struct sim_setup;

/**
 * sim_vf_image() - make the configuration space of a VF
 * @config: to fill in
 * @pf: the configuration space of its PF
 * @setup: how the PF was configured; its vf_image is taken as it is
 *
 * Without one the VF is as the specification has it (PCIe 9.3.4, 9.3.5):
 * Vendor ID and Device ID FFFFh, BARs of 0, PCI Express with FLR, and ARI.
 *
 * Context: may sleep.
 * Return: 0; -EINVAL, -ENOMEM.
 */
int sim_vf_image(struct mock_config *config, const struct mock_config *pf,
		 const struct sim_setup *setup);

#endif
