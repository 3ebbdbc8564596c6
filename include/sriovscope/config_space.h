/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A configuration space: what can be read and written at an offset, and the
 * one gate that every access passes.
 */
#ifndef SRIOVSCOPE_CONFIG_SPACE_H
#define SRIOVSCOPE_CONFIG_SPACE_H

#include <linux/limits.h>
#include <linux/pci_regs.h>
#include <linux/types.h>

struct config_space;

/**
 * struct config_space_ops - how one kind of configuration space is reached
 * @read: read @width (1, 2 or 4) bytes at @offset into *@value; *@value is
 *	undefined on error
 * @write: the same for writing; NULL makes the space read-only
 * @find_ext_cap: offset of the first extended capability with @id, 0 when
 *	there is none; NULL when the space has no search of its own and the
 *	chain shall be followed instead
 *
 * The callbacks are reached through config_read8() and its siblings only, so
 * that offset and width are already known to be good.
 * Return: 0 or a negative errno, never a PCIBIOS code.
 */
struct config_space_ops {
	int (*read)(const struct config_space *space, u32 offset, u32 width,
		    u32 *value);
	int (*write)(const struct config_space *space, u32 offset, u32 width,
		     u32 value);
	u16 (*find_ext_cap)(const struct config_space *space, u16 id);
};

/**
 * struct config_space - the configuration space of one function
 * @ops: how it is reached
 * @size: bytes that exist: 256, or up to 4096 with extended space
 *
 * Embedded in what implements it: struct pci_space, struct image_space.
 */
struct config_space {
	const struct config_space_ops *ops;
	u32 size;
};

/**
 * config_gate() - may @width bytes at @offset be accessed below @limit?
 * @limit: bytes that exist
 * @offset: first byte of the access
 * @width: 1, 2 or 4 bytes: configuration space has no 64-bit access
 *
 * The one place that decides about bounds. Spaces and views both ask here.
 *
 * Context: any.
 * Return: 0; -EINVAL for another width or an offset that is not a multiple of
 *	it; -ERANGE when the access overflows or passes @limit.
 */
int config_gate(u32 limit, u32 offset, u32 width);

/**
 * config_read() - read a register of 1, 2 or 4 bytes
 * @space: the configuration space
 * @offset: of the register in bytes from the start of @space
 * @width: of the register in bytes
 * @value: where the value goes, in the CPU's byte order; untouched on error
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0, what config_gate() found wrong, or the space's own errno.
 */
int config_read(const struct config_space *space, u32 offset, u32 width,
		u32 *value);

/**
 * config_write() - write a register of 1, 2 or 4 bytes
 * @space: the configuration space
 * @offset: of the register in bytes from the start of @space
 * @width: of the register in bytes
 * @value: to write, in the CPU's byte order
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0, what config_gate() found wrong, -ERANGE when @value does not fit
 *	@width, -EROFS for a space that is read-only, or the space's own errno.
 */
int config_write(const struct config_space *space, u32 offset, u32 width,
		 u32 value);

/**
 * config_all_ones() - is a dword what a read gives when nothing answers?
 * @dword: as it was read
 *
 * PCIe 2.3.2.
 *
 * Context: any; pure.
 * Return: true when all of its bits are set.
 */
static inline bool config_all_ones(u32 dword)
{
	return dword == U32_MAX;
}

/**
 * config_present() - does the function still answer?
 * @space: the configuration space
 *
 * Reads Vendor ID and Device ID, which are all ones when nothing answers. Not
 * for VFs, whose IDs read as all ones by design (PCIe 9.3.4.1).
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0; -ENODEV when they are all ones; the errno of the read.
 */
int config_present(const struct config_space *space);

/**
 * struct image_space - a configuration space that is a copy in memory
 * @space: what views are made on
 * @dwords: the content, little endian as on the wire
 */
struct image_space {
	struct config_space space;
	__le32 dwords[PCI_CFG_SPACE_EXP_SIZE / sizeof(__le32)];
};

/**
 * image_space_init() - make a configuration space of an image
 * @image: its dwords are left as they are
 * @size: bytes of it that exist, at most 4096 and a multiple of 4
 *
 * Context: any.
 * Return: 0; -EINVAL for another size.
 */
int image_space_init(struct image_space *image, u32 size);

/**
 * image_space_copy() - copy a configuration space, one read a dword
 * @image: to fill in
 * @from: the space to copy
 *
 * Context: as @from has it.
 * Return: 0; -ENODEV when the device went away meanwhile; -EINVAL for a size
 *	that image_space_init() refuses; the errno of a read.
 */
int image_space_copy(struct image_space *image,
		     const struct config_space *from);

#endif
