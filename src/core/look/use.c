// SPDX-License-Identifier: GPL-2.0
/*
 * What a function is allowed, a PF or a VF.
 */
#include <linux/errno.h>
#include <sriovscope/caps/header.h>

#include "look.h"

static int use_read_command(const struct config_space *space,
			    struct around_use *use)
{
	struct header0_command_reg command;
	u32 raw;
	int ret;

	ret = config_read(space, PCI_COMMAND, sizeof(u16), &raw);
	if (ret)
		return ret;
	command.raw = raw;
	use->memory_space = register_get(&command, memory_space_enable);
	use->bus_master = register_get(&command, bus_master_enable);
	return 0;
}

static int use_read_msix(const struct use_caps *caps, struct around_use *use)
{
	u16 size;
	int ret;

	use->has_msi = caps->has_msi_32;
	if (!caps->has_msix)
		return 0;
	ret = view_get(&caps->msix, table_size, &size);
	if (!ret)
		use->msix_vectors = size + 1;
	return ret;
}

static int use_read_translation(const struct use_caps *caps,
				struct around_use *use)
{
	int ret = 0;

	use->has_ats = caps->has_ats;
	if (caps->has_ats)
		ret = view_get(&caps->ats, enable, &use->ats);
	if (!ret && caps->has_pasid)
		ret = view_get(&caps->pasid, pasid_enable, &use->pasid);
	return ret;
}

static int use_read(const struct config_space *space,
		    const struct use_caps *caps, struct around_use *use)
{
	int ret;

	ret = use_read_command(space, use);
	if (!ret)
		ret = use_read_msix(caps, use);
	if (!ret)
		ret = use_read_translation(caps, use);
	return ret;
}

int look_use(const struct config_space *space, const struct pf_caps *caps,
	     struct around_use *use)
{
	int ret;

	ret = use_read(space, &caps->use, use);
	/* Registers of a device that went meanwhile are all ones. */
	return ret ?: config_present(space);
}

int look_vf_use(const struct config_space *space, struct around_use *use)
{
	struct use_caps caps = {};
	int ret;

	ret = look_use_caps(space, &caps);
	if (!ret)
		ret = use_read(space, &caps, use);
	return ret ?: look_vf_present(space);
}
