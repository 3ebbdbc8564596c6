// SPDX-License-Identifier: GPL-2.0
/*
 * A VF, by its own registers.
 */
#include <linux/bits.h>
#include <linux/err.h>
#include <linux/kernel.h>

#include "look.h"

static int vf_read_header(const struct config_space *space,
			  struct around_vf *vf)
{
	u32 id, pin, i;
	int ret;

	ret = config_read(space, PCI_VENDOR_ID, sizeof(u32), &id);
	if (!ret)
		ret = config_read(space, PCI_INTERRUPT_PIN, sizeof(u8), &pin);
	for (i = 0; !ret && i < PCI_STD_NUM_BARS; i++)
		ret = config_read(space, PCI_BASE_ADDRESS_0 + i * sizeof(u32),
				  sizeof(u32), &vf->bars[i]);
	if (ret)
		return ret;
	vf->vendor = lower_16_bits(id);
	vf->device = upper_16_bits(id);
	vf->interrupt_pin = pin;
	return 0;
}

static u64 vf_ids(const struct ext_chain *chain)
{
	const struct ext_cap *cap;
	u64 ids = 0;
	u16 id;

	ext_chain_for_each(cap, chain) {
		id = ext_cap_id(chain, cap);
		if (id < BITS_PER_TYPE(ids))
			ids |= BIT_ULL(id);
	}
	return ids;
}

static int vf_read_flr(const struct ext_chain *chain, struct around_vf *vf)
{
	const struct ext_cap *cap;
	struct pcie_view pcie;
	int ret;

	ext_chain_for_each(cap, chain) {
		if (pcie_view_at(chain, cap, &pcie))
			continue;
		ret = view_get(&pcie, function_level_reset_capability,
			       &vf->flr);
		if (ret)
			return ret;
		vf->has_pcie = true;
		break;
	}
	return 0;
}

static int vf_read_caps(const struct config_space *space, struct around_vf *vf)
{
	struct ext_chain *chain;
	int ret;

	chain = conventional_chain_read(space);
	if (IS_ERR(chain))
		return PTR_ERR(chain);
	vf->caps = vf_ids(chain);
	ret = vf_read_flr(chain, vf);
	ext_chain_free(chain);
	if (ret || space->size <= PCI_CFG_SPACE_SIZE)
		return ret;

	chain = ext_chain_read(space);
	if (IS_ERR(chain))
		return PTR_ERR(chain);
	vf->ext_caps = vf_ids(chain);
	ext_chain_free(chain);
	return 0;
}

int look_vf_present(const struct config_space *space)
{
	u32 class;
	int ret;

	ret = config_read(space, PCI_CLASS_REVISION, sizeof(u32), &class);
	if (!ret && config_all_ones(class))
		ret = -ENODEV;
	return ret;
}

int look_vf(const struct config_space *space, struct around_vf *vf)
{
	int ret;

	ret = vf_read_header(space, vf);
	if (!ret)
		ret = vf_read_caps(space, vf);
	return ret ?: look_vf_present(space);
}
