// SPDX-License-Identifier: GPL-2.0
/*
 * A configuration space that is a copy in memory.
 */
#include <linux/bits.h>
#include <asm/byteorder.h>
#include <linux/container_of.h>
#include <linux/errno.h>
#include <sriovscope/config_space.h>

static int image_space_read(const struct config_space *space, u32 offset,
			    u32 width, u32 *value)
{
	const struct image_space *image =
		container_of(space, struct image_space, space);
	u32 shift = offset % sizeof(u32) * BITS_PER_BYTE;
	u32 dword = le32_to_cpu(image->dwords[offset / sizeof(u32)]);

	*value = (dword >> shift) & GENMASK(width * BITS_PER_BYTE - 1, 0);
	return 0;
}

static const struct config_space_ops image_space_ops = {
	.read = image_space_read,
};

int image_space_init(struct image_space *image, u32 size)
{
	if (size > sizeof(image->dwords) || size % sizeof(u32))
		return -EINVAL;
	image->space.ops = &image_space_ops;
	image->space.size = size;
	return 0;
}

int image_space_copy(struct image_space *image, const struct config_space *from)
{
	u32 offset, dword;
	int ret;

	ret = image_space_init(image, from->size);
	if (ret)
		return ret;

	for (offset = 0; offset < from->size; offset += sizeof(dword)) {
		ret = config_read(from, offset, sizeof(dword), &dword);
		if (ret)
			return ret;
		image->dwords[offset / sizeof(dword)] = cpu_to_le32(dword);
	}

	/* Only who answers now has answered every read before. */
	return config_present(from);
}
