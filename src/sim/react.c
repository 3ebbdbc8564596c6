// SPDX-License-Identifier: GPL-2.0
/*
 * What a function does when its configuration space is written: VF Enable makes
 * VFs answer, locks what must not change meanwhile, and FLR takes all back.
 *
 * All of it comes of what the registers say, whichever of them was written.
 */
#include <linux/lockdep.h>
#include <linux/minmax.h>
#include <linux/string.h>
#include <sriovscope/caps/header.h>
#include <sriovscope/caps/pcie.h>
#include <sriovscope/caps/sriov.h>

#include "core/mock/hardware.h"
#include "function.h"
#include "react.h"

/* VFs that answer */
static u32 sim_count_vfs(const struct sim_function *function)
{
	const struct mock_config *config = &function->config;
	u16 at = function->sriov;

	if (!hardware_get(config, at, sriov, vf_enable))
		return 0;
	return min3(hardware_get(config, at, sriov, num_vfs),
		    hardware_get(config, at, sriov, total_vfs),
		    hardware_get(config, at, sriov, initial_vfs));
}

static void sim_update_vfs(struct sim_function *function)
{
	struct mock_config *config = &function->config;
	u32 vfs = sim_count_vfs(function);

	if (!vfs && function->vfs) {
		memset(function->vf_masters, 0,
		       function->vfs * sizeof(*function->vf_masters));
		memset(function->vf_resets, 0,
		       function->vfs * sizeof(*function->vf_resets));
	}
	function->vfs = vfs;
	config->locked =
		hardware_get(config, function->sriov, sriov, vf_enable);
}

/* Some devices place their VFs by how many there are. */
static void sim_update_place(struct sim_function *function)
{
	const struct sim_setup *setup = &function->setup;
	struct mock_config *config = &function->config;
	const struct sim_place *place = &function->at_rest;
	u16 at = function->sriov;
	u32 i;

	for (i = 0; i < setup->place_count; i++) {
		if (setup->places[i].num_vfs <=
		    hardware_get(config, at, sriov, num_vfs))
			place = &setup->places[i];
	}
	hardware_put(config, at, sriov, first_vf_offset, place->offset);
	hardware_put(config, at, sriov, vf_stride, place->stride);
}

void sim_reset(struct sim_function *function)
{
	memcpy(function->config.bytes, function->power_on,
	       function->config.space.size);
	memcpy(function->config.rw, function->power_on_rw,
	       sizeof(function->config.rw));
	sim_resize_reset(&function->resize, &function->config);
	sim_resize_reset(&function->vf_resize, &function->config);
	if (!function->sriov)
		return;
	sim_update_place(function);
	sim_update_vfs(function);
}

bool sim_take_flr(struct mock_config *config, u16 pcie)
{
	if (!hardware_get(config, pcie, pcie, initiate_function_level_reset) ||
	    !hardware_get(config, pcie, pcie, function_level_reset_capability))
		return false;
	hardware_put(config, pcie, pcie, initiate_function_level_reset, false);
	return true;
}

/*
 * What decodes memory keeps its size (PCIe 7.8.6.3, 7.8.7.3). The specification
 * asks for VF MSE alone; while there are VFs this device takes no other size either.
 */
static void sim_update_sizes(struct sim_function *function)
{
	struct mock_config *config = &function->config;
	u16 sriov = function->sriov;

	sim_resize_react(&function->resize, config,
			 hardware_get(config, 0, header0, memory_space_enable));
	if (sriov)
		sim_resize_react(&function->vf_resize, config,
				 hardware_get(config, sriov, sriov,
					      vf_enable) ||
					 hardware_get(config, sriov, sriov,
						      vf_memory_space_enable));
}

void sim_react(struct sim_function *function)
{
	lockdep_assert_held(&function->lock);
	if (function->pcie && sim_take_flr(&function->config, function->pcie))
		sim_reset(function);
	sim_update_sizes(function);
	if (!function->sriov)
		return;
	sim_update_place(function);
	sim_update_vfs(function);
}
