// SPDX-License-Identifier: GPL-2.0
/*
 * The gate: every access to a configuration space passes here.
 */
#include <linux/bits.h>
#include <linux/errno.h>
#include <linux/overflow.h>
#include <sriovscope/config_space.h>

int config_gate(u32 limit, u32 offset, u32 width)
{
	u32 end;

	if (width != sizeof(u8) && width != sizeof(u16) && width != sizeof(u32))
		return -EINVAL;
	if (offset % width)
		return -EINVAL;
	if (check_add_overflow(offset, width, &end) || end > limit)
		return -ERANGE;
	return 0;
}

int config_read(const struct config_space *space, u32 offset, u32 width,
		u32 *value)
{
	u32 got = 0;
	int ret;

	ret = config_gate(space->size, offset, width);
	if (ret)
		return ret;
	ret = space->ops->read(space, offset, width, &got);
	if (ret)
		return ret;
	*value = got;
	return 0;
}

int config_write(const struct config_space *space, u32 offset, u32 width,
		 u32 value)
{
	int ret;

	ret = config_gate(space->size, offset, width);
	if (ret)
		return ret;
	if (width < sizeof(value) && value >> (width * BITS_PER_BYTE))
		return -ERANGE;
	if (!space->ops->write)
		return -EROFS;
	return space->ops->write(space, offset, width, value);
}

int config_present(const struct config_space *space)
{
	u32 id;
	int ret;

	ret = config_read(space, PCI_VENDOR_ID, sizeof(id), &id);
	if (ret)
		return ret;
	return config_all_ones(id) ? -ENODEV : 0;
}
