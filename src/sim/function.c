// SPDX-License-Identifier: GPL-2.0
/*
 * A function: how it is switched on, and the accesses that come to it and to its
 * VFs.
 */
#include <linux/err.h>
#include <linux/lockdep.h>
#include <linux/minmax.h>
#include <linux/mm.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <sriovscope/caps/header.h>
#include <sriovscope/caps/pcie.h>
#include <sriovscope/caps/pm.h>
#include <sriovscope/caps/sriov.h>

#include "core/mock/hardware.h"
#include "function.h"
#include "masks.h"
#include "port.h"
#include "react.h"
#include "vf_image.h"

/* All VFs show the same, but for the one bit of theirs: Bus Master Enable. */
static int sim_vf_read(struct sim_function *function, u32 vf, u32 offset,
		       u32 width, u32 *value)
{
	const struct config_space *space = &function->vf_config.space;

	/* The one space is made each VF's in turn. */
	lockdep_assert_held(&function->lock);
	hardware_put(&function->vf_config, 0, header0, bus_master_enable,
		     function->vf_masters[vf]);
	return space->ops->read(space, offset, width, value);
}

static int sim_vf_write(struct sim_function *function, u32 vf, u32 offset,
			u32 width, u32 value)
{
	struct mock_config *config = &function->vf_config;
	bool *master = &function->vf_masters[vf];
	int ret;

	lockdep_assert_held(&function->lock);
	hardware_put(config, 0, header0, bus_master_enable, *master);
	ret = config->space.ops->write(&config->space, offset, width, value);
	*master = hardware_get(config, 0, header0, bus_master_enable);
	if (function->vf_pcie && sim_take_flr(config, function->vf_pcie)) {
		*master = false;
		function->vf_resets[vf] = function->vf_flr != SIM_FLR_ENDS;
	}
	return ret;
}

static bool sim_is_in_d0(const struct sim_function *function)
{
	return !function->pm || hardware_get(&function->config, function->pm,
					     pm, power_state) == PM_STATE_D0;
}

/* Does a VF that is on answer? What its way takes is the tree's. */
static bool sim_vf_answers(const struct sim_function *function, u32 vf)
{
	const struct mock_config *config = &function->config;
	u32 need = function->vfs_need;

	if (vf >= function->vfs)
		return false;
	if (need & SIM_NEED_D0 && !sim_is_in_d0(function))
		return false;
	if (need & SIM_NEED_MEMORY_SPACE &&
	    !hardware_get(config, 0, header0, memory_space_enable))
		return false;
	return !(need & SIM_NEED_BUS_MASTER) ||
	       hardware_get(config, 0, header0, bus_master_enable);
}

/* Vendor ID of who asks for another try, PCIe 2.3.2 */
#define RETRY_STATUS 0xffff0001

static int sim_vfs_read(struct sim_function *function, u32 vf, u32 offset,
			u32 width, u32 *value)
{
	if (function->fail_vf_reads)
		return -function->fail_vf_reads;
	if (!sim_vf_answers(function, vf))
		return 0;
	if (function->vf_flr == SIM_FLR_ENDS || !function->vf_resets[vf])
		return sim_vf_read(function, vf, offset, width, value);
	if (function->vf_flr == SIM_FLR_RETRY && !offset)
		*value &= RETRY_STATUS;
	return 0;
}

/* For the time of a read the registers say what is not so: there are VFs. */
static int sim_lying_read(struct sim_function *function, u32 offset, u32 width,
			  u32 *value)
{
	struct mock_config *config = &function->config;
	u16 at = function->sriov;
	u16 num_vfs = hardware_get(config, at, sriov, num_vfs);
	int ret;

	lockdep_assert_held(&function->lock);
	if (function->lie == SIM_LIE_NUM_VFS)
		hardware_put(config, at, sriov, num_vfs, num_vfs - 1);
	else
		hardware_put(config, at, sriov, vf_enable, false);
	ret = config->space.ops->read(&config->space, offset, width, value);
	hardware_put(config, at, sriov, num_vfs, num_vfs);
	hardware_put(config, at, sriov, vf_enable, true);
	return ret;
}

static int sim_pf_read(struct sim_function *function, u32 offset, u32 width,
		       u32 *value)
{
	const struct config_space *space = &function->config.space;

	if (function->lie && function->vfs)
		return sim_lying_read(function, offset, width, value);
	return space->ops->read(space, offset, width, value);
}

int sim_function_read(struct sim_function *function, u32 vf, u32 offset,
		      u32 width, u32 *value)
{
	const struct config_space *space = &function->config.space;
	unsigned long flags;
	int ret;

	raw_spin_lock_irqsave(&function->lock, flags);
	function->reads++;
	*value = U32_MAX >> (32 - width * 8);
	ret = -function->fail_reads;
	if (!ret && !function->gone && offset < space->size) {
		if (vf == SIM_PF)
			ret = sim_pf_read(function, offset, width, value);
		else
			ret = sim_vfs_read(function, vf, offset, width, value);
	}
	ret = sim_odd_read_pass(&function->odd_read, width, ret, value);
	raw_spin_unlock_irqrestore(&function->lock, flags);
	return ret;
}

int sim_function_write(struct sim_function *function, u32 vf, u32 offset,
		       u32 width, u32 value)
{
	const struct config_space *space = &function->config.space;
	unsigned long flags;
	int ret = 0;

	raw_spin_lock_irqsave(&function->lock, flags);
	function->writes++;
	if (!function->gone && offset < space->size) {
		if (vf == SIM_PF) {
			ret = space->ops->write(space, offset, width, value);
			sim_react(function);
		} else if (sim_vf_answers(function, vf)) {
			ret = sim_vf_write(function, vf, offset, width, value);
		}
	}
	raw_spin_unlock_irqrestore(&function->lock, flags);
	return ret;
}

/* Which VF a routing ID is, among those that answer */
static bool sim_find_vf(const struct sim_function *function, u16 pf, u16 id,
			u32 *vf)
{
	const struct mock_config *config = &function->config;
	u32 first, stride;

	lockdep_assert_held(&function->lock);
	first = pf +
		hardware_get(config, function->sriov, sriov, first_vf_offset);
	stride = hardware_get(config, function->sriov, sriov, vf_stride);
	*vf = stride && id >= first ? (id - first) / stride : 0;
	return first != pf && *vf < function->vfs && id == first + *vf * stride;
}

bool sim_function_vf(struct sim_function *function, u16 pf, u16 id, u32 *vf)
{
	unsigned long flags;
	bool found;

	raw_spin_lock_irqsave(&function->lock, flags);
	found = sim_find_vf(function, pf, id, vf);
	raw_spin_unlock_irqrestore(&function->lock, flags);
	return found;
}

static int sim_find(const struct mock_config *config, u16 *sriov, u16 *pcie)
{
	struct sriov_view sriov_view;
	struct pcie_view pcie_view;
	int ret;

	ret = sriov_view_find(&config->space, &sriov_view);
	if (!ret)
		*sriov = config_view_base(&sriov_view.view);
	else if (ret == -ENOMEM)
		return ret;
	ret = pcie_view_find(&config->space, &pcie_view);
	if (!ret)
		*pcie = config_view_base(&pcie_view.view);
	return ret == -ENOMEM ? ret : 0;
}

static int sim_find_pm(struct sim_function *function)
{
	struct pm_view view;
	int ret;

	ret = pm_view_find(&function->config.space, &view);
	if (!ret)
		function->pm = config_view_base(&view.view);
	return ret == -ENOMEM ? ret : 0;
}

static u32 sim_total_vfs(const struct sim_function *function)
{
	return hardware_get(&function->config, function->sriov, sriov,
			    total_vfs);
}

static int sim_make_vfs(struct sim_function *function)
{
	struct mock_config *config = &function->config;
	u16 none;
	int ret;

	function->at_rest.offset =
		hardware_get(config, function->sriov, sriov, first_vf_offset);
	function->at_rest.stride =
		hardware_get(config, function->sriov, sriov, vf_stride);
	function->vf_masters = kvcalloc(max(sim_total_vfs(function), 1U),
					sizeof(*function->vf_masters),
					GFP_KERNEL);
	function->vf_resets = kvcalloc(max(sim_total_vfs(function), 1U),
				       sizeof(*function->vf_resets),
				       GFP_KERNEL);
	if (!function->vf_masters || !function->vf_resets)
		return -ENOMEM;
	ret = sim_vf_image(&function->vf_config, config, &function->setup);
	if (ret)
		return ret;
	return sim_find(&function->vf_config, &none, &function->vf_pcie);
}

/* What nobody said the size of takes no room worth counting. */
static u64 sim_room(const struct sim_function *function,
		    const struct sim_bar_sizes *bars,
		    const struct sim_bar_sizes *vf_bars)
{
	u64 room = sim_bar_sum(bars, 2);
	u64 vf_room;

	if (!function->sriov)
		return room;
	vf_room = sim_bar_sum(vf_bars, sim_total_vfs(function) + 1);
	if (check_add_overflow(room, vf_room, &room))
		return U64_MAX;
	return room;
}

/* Sizes that nobody configured are those of the image, where it says some. */
static int sim_find_sizes(struct sim_function *function,
			  struct sim_bar_sizes *bars,
			  struct sim_bar_sizes *vf_bars)
{
	struct mock_config *config = &function->config;
	int ret;

	ret = sim_resize_find(&function->resize, config, 0);
	if (!ret && function->sriov)
		ret = sim_resize_find(&function->vf_resize, config,
				      function->sriov);
	if (ret)
		return ret;
	sim_resize_sizes(&function->resize, config, bars);
	sim_resize_sizes(&function->vf_resize, config, vf_bars);
	return 0;
}

static int sim_make_bars(struct sim_function *function)
{
	struct sim_bar_sizes vf_bars = function->setup.vf_bars;
	struct sim_bar_sizes bars = function->setup.bars;
	struct mock_config *config = &function->config;
	int ret;

	ret = sim_find_sizes(function, &bars, &vf_bars);
	if (!ret)
		ret = sim_bars_put(config, sim_bars_at(0), &bars);
	if (!ret && function->sriov)
		ret = sim_bars_put(config, sim_bars_at(function->sriov),
				   &vf_bars);
	if (ret)
		return ret;
	sim_resize_masks(&function->resize, config);
	sim_resize_masks(&function->vf_resize, config);
	function->room = sim_room(function, &bars, &vf_bars);
	return 0;
}

static int sim_make(struct sim_function *function, bool multifunction)
{
	const struct sim_setup *setup = &function->setup;
	struct mock_config *config = &function->config;
	int ret;

	ret = mock_config_init(config, setup->image_size);
	if (ret)
		return ret;
	memcpy(config->bytes, setup->image, setup->image_size);
	if (multifunction)
		hardware_put(config, 0, header0, multi_function_device, true);
	ret = sim_find(config, &function->sriov, &function->pcie);
	if (!ret)
		ret = sim_find_pm(function);
	if (!ret)
		ret = sim_masks_set(config, function->pcie);
	if (!ret)
		ret = sim_make_bars(function);
	if (ret)
		return ret;
	if (sim_is_bridge(config))
		sim_port_start(config, setup->bus);
	memcpy(function->power_on, config->bytes, setup->image_size);
	memcpy(function->power_on_rw, config->rw, sizeof(config->rw));
	if (function->sriov)
		ret = sim_make_vfs(function);
	if (!ret)
		sim_reset(function);
	return ret;
}

struct sim_function *sim_function_new(const struct sim_setup *setup,
				      bool multifunction)
{
	struct sim_function *function;
	int ret;

	if (!setup->image_size)
		return ERR_PTR(-EINVAL);
	function = kvzalloc(sizeof(*function), GFP_KERNEL);
	if (!function)
		return ERR_PTR(-ENOMEM);
	kref_init(&function->ref);
	raw_spin_lock_init(&function->lock);
	function->setup = *setup;
	ret = sim_make(function, multifunction);
	if (ret) {
		sim_function_put(function);
		return ERR_PTR(ret);
	}
	return function;
}

struct sim_function *sim_function_get(struct sim_function *function)
{
	kref_get(&function->ref);
	return function;
}

static void sim_function_release(struct kref *ref)
{
	struct sim_function *function =
		container_of(ref, struct sim_function, ref);

	kvfree(function->vf_resets);
	kvfree(function->vf_masters);
	kvfree(function);
}

void sim_function_put(struct sim_function *function)
{
	if (function)
		kref_put(&function->ref, sim_function_release);
}
