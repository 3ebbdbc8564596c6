// SPDX-License-Identifier: GPL-2.0
/*
 * What a function does when its configuration space is written: VF Enable makes
 * VFs answer, locks what must not change meanwhile, and FLR takes all back.
 */
#include <linux/err.h>
#include <linux/lockdep.h>
#include <linux/minmax.h>
#include <linux/mm.h>
#include <linux/overflow.h>
#include <linux/slab.h>

#include "function.h"
#include "vf_image.h"

static u16 get16(const struct mock_config *config, u32 offset)
{
	return mock_config_get32(config, offset & ~3U) >> (offset & 2) * 8;
}

static u16 sriov16(const struct sim_function *function, u32 reg)
{
	return get16(&function->config, function->sriov + reg);
}

/* What VF Enable locks (PCIe 9.3.3.7, 9.3.3.13) */
static void sim_lock_vfs(struct sim_function *function, bool locked)
{
	mock_config_put_masks(&function->config,
			      function->sriov + PCI_SRIOV_NUM_VF,
			      locked ? 0 : U16_MAX, 0);
	mock_config_put_masks(&function->config,
			      function->sriov + PCI_SRIOV_SYS_PGSIZE,
			      locked ? 0 : U32_MAX, 0);
}

/* After a write to SR-IOV Control, or a reset: which VFs answer */
static void sim_update_vfs(struct sim_function *function)
{
	u32 total = sriov16(function, PCI_SRIOV_TOTAL_VF);
	u32 vfs = 0;
	bool enable;

	enable = sriov16(function, PCI_SRIOV_CTRL) & PCI_SRIOV_CTRL_VFE;
	if (enable)
		vfs = min3((u32)sriov16(function, PCI_SRIOV_NUM_VF), total,
			   (u32)sriov16(function, PCI_SRIOV_INITIAL_VF));
	if (!vfs && function->vfs)
		memset(function->vf_commands, 0,
		       function->vfs * sizeof(*function->vf_commands));
	function->vfs = vfs;
	sim_lock_vfs(function, enable);
}

/* Some devices place their VFs by how many there are. */
static void sim_update_place(struct sim_function *function)
{
	const struct sim_setup *setup = &function->setup;
	u16 num_vfs = sriov16(function, PCI_SRIOV_NUM_VF);
	const struct sim_place *place = NULL;
	u32 i;

	for (i = 0; i < setup->place_count; i++) {
		if (setup->places[i].num_vfs <= num_vfs)
			place = &setup->places[i];
	}
	if (!place)
		place = &function->at_rest;
	mock_config_put16(&function->config,
			  function->sriov + PCI_SRIOV_VF_OFFSET, place->offset);
	mock_config_put16(&function->config,
			  function->sriov + PCI_SRIOV_VF_STRIDE, place->stride);
}

static void sim_reset(struct sim_function *function)
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

static bool sim_touches(u32 offset, u32 width, u32 reg)
{
	return offset / sizeof(u32) == reg / sizeof(u32) && offset <= reg + 1 &&
	       offset + width > reg;
}

/* The bit of FLR reads 0, and does what it says where there is FLR. */
static bool sim_take_flr(struct mock_config *config, u16 pcie)
{
	u16 control = get16(config, pcie + PCI_EXP_DEVCTL);

	if (!(control & PCI_EXP_DEVCTL_BCR_FLR))
		return false;
	if (!(mock_config_get32(config, pcie + PCI_EXP_DEVCAP) &
	      PCI_EXP_DEVCAP_FLR))
		return false;
	mock_config_put16(config, pcie + PCI_EXP_DEVCTL,
			  control & ~PCI_EXP_DEVCTL_BCR_FLR);
	return true;
}

/* What decodes memory keeps its size (PCIe 7.8.6.3, 7.8.7.3). */
static void sim_update_sizes(struct sim_function *function)
{
	struct mock_config *config = &function->config;
	bool on, vfs_on;

	on = get16(config, PCI_COMMAND) & PCI_COMMAND_MEMORY;
	sim_resize_react(&function->resize, config, on);
	if (!function->sriov)
		return;
	vfs_on = sriov16(function, PCI_SRIOV_CTRL) &
		 (PCI_SRIOV_CTRL_VFE | PCI_SRIOV_CTRL_MSE);
	sim_resize_react(&function->vf_resize, config, vfs_on);
}

/* What a write to the function did beyond its bits */
static void sim_react(struct sim_function *function, u32 offset, u32 width)
{
	u16 sriov = function->sriov, pcie = function->pcie;

	lockdep_assert_held(&function->lock);
	if (pcie && sim_touches(offset, width, pcie + PCI_EXP_DEVCTL) &&
	    sim_take_flr(&function->config, pcie))
		sim_reset(function);
	sim_update_sizes(function);
	if (!sriov)
		return;
	if (sim_touches(offset, width, sriov + PCI_SRIOV_NUM_VF))
		sim_update_place(function);
	if (sim_touches(offset, width, sriov + PCI_SRIOV_CTRL))
		sim_update_vfs(function);
}

/* All VFs show the same, but for the one bit of theirs: Bus Master Enable. */
static int sim_vf_read(struct sim_function *function, u32 vf, u32 offset,
		       u32 width, u32 *value)
{
	const struct config_space *space = &function->vf_config.space;

	/* The one space is made each VF's in turn. */
	lockdep_assert_held(&function->lock);
	mock_config_put16(&function->vf_config, PCI_COMMAND,
			  function->vf_commands[vf]);
	return space->ops->read(space, offset, width, value);
}

static int sim_vf_write(struct sim_function *function, u32 vf, u32 offset,
			u32 width, u32 value)
{
	struct mock_config *config = &function->vf_config;
	int ret;

	lockdep_assert_held(&function->lock);
	mock_config_put16(config, PCI_COMMAND, function->vf_commands[vf]);
	ret = config->space.ops->write(&config->space, offset, width, value);
	function->vf_commands[vf] = get16(config, PCI_COMMAND);
	if (function->vf_pcie && sim_take_flr(config, function->vf_pcie))
		function->vf_commands[vf] = 0;
	return ret;
}

/* The dword at @offset as a function that lies shows it */
static u32 sim_lied(const struct sim_function *function, u32 offset)
{
	u32 dword = mock_config_get32(&function->config, offset);

	if (function->lie == SIM_LIE_NUM_VFS &&
	    offset == function->sriov + PCI_SRIOV_NUM_VF)
		dword--; /* not 0: there are VFs */
	if (function->lie == SIM_LIE_VF_ENABLE &&
	    offset == function->sriov + PCI_SRIOV_CTRL)
		dword &= ~PCI_SRIOV_CTRL_VFE;
	return dword;
}

static int sim_pf_read(struct sim_function *function, u32 offset, u32 width,
		       u32 *value)
{
	const struct config_space *space = &function->config.space;
	u32 shift = offset % sizeof(u32) * BITS_PER_BYTE;
	int ret;

	lockdep_assert_held(&function->lock);
	ret = space->ops->read(space, offset, width, value);
	if (!ret && function->lie && function->vfs)
		*value = sim_lied(function, offset & ~3U) >> shift &
			 GENMASK(width * BITS_PER_BYTE - 1, 0);
	return ret;
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
		else if (vf < function->vfs)
			ret = sim_vf_read(function, vf, offset, width, value);
	}
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
			sim_react(function, offset, width);
		} else if (vf < function->vfs) {
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
	u32 first, stride;

	lockdep_assert_held(&function->lock);
	first = pf + sriov16(function, PCI_SRIOV_VF_OFFSET);
	stride = sriov16(function, PCI_SRIOV_VF_STRIDE);
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

static int sim_make_vfs(struct sim_function *function)
{
	u32 total = sriov16(function, PCI_SRIOV_TOTAL_VF);
	u16 none;
	int ret;

	function->at_rest.offset = sriov16(function, PCI_SRIOV_VF_OFFSET);
	function->at_rest.stride = sriov16(function, PCI_SRIOV_VF_STRIDE);
	function->vf_commands = kvcalloc(max(total, 1U),
					 sizeof(*function->vf_commands),
					 GFP_KERNEL);
	if (!function->vf_commands)
		return -ENOMEM;
	ret = sim_vf_image(&function->vf_config, &function->config,
			   &function->setup);
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
	u32 total;

	if (!function->sriov)
		return room;
	total = sriov16(function, PCI_SRIOV_TOTAL_VF);
	if (check_add_overflow(room, sim_bar_sum(vf_bars, total + 1), &room))
		return U64_MAX;
	return room;
}

/* Sizes that nobody configured are those of the image, where it says some. */
static int sim_make_bars(struct sim_function *function)
{
	struct sim_bar_sizes vf_bars = function->setup.vf_bars;
	struct sim_bar_sizes bars = function->setup.bars;
	struct mock_config *config = &function->config;
	int ret;

	ret = sim_resize_find(&function->resize, config, 0);
	if (!ret && function->sriov)
		ret = sim_resize_find(&function->vf_resize, config,
				      function->sriov);
	if (ret)
		return ret;
	sim_resize_sizes(&function->resize, config, &bars);
	sim_resize_sizes(&function->vf_resize, config, &vf_bars);
	ret = sim_masks_set(config, &bars, &vf_bars);
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
		config->bytes[PCI_HEADER_TYPE] |= 0x80;
	ret = sim_find(config, &function->sriov, &function->pcie);
	if (!ret)
		ret = sim_make_bars(function);
	if (ret)
		return ret;
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

	kvfree(function->vf_commands);
	kvfree(function);
}

void sim_function_put(struct sim_function *function)
{
	if (function)
		kref_put(&function->ref, sim_function_release);
}
