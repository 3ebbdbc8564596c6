// SPDX-License-Identifier: GPL-2.0
/*
 * Configuration spaces through libpci.
 */
#define PCI_HAVE_Uxx_TYPES
#include <pci/pci.h>
#include <unistd.h>

#include "host.h"
#include "sysfs.h"

static struct host_function *to_function(const struct config_space *space)
{
	return container_of(space, struct host_function, space);
}

/* libpci does not say why; sysfs gives the header alone to who is not root. */
static int space_error(const struct host_function *fn, u32 offset)
{
	if (!fn->host->live)
		return -ENODATA;
	if (!sysfs_has(fn, "config"))
		return -ENODEV;
	return offset >= PCI_STD_HEADER_SIZEOF && geteuid() ? -EACCES : -EIO;
}

/* What was read ahead, NULL when that is not there */
static const u8 *space_ahead(const struct host_function *fn, u32 offset,
			     u32 width)
{
	if (offset < fn->ahead_at ||
	    offset + width > fn->ahead_at + fn->ahead_size)
		return NULL;
	return fn->ahead + (offset - fn->ahead_at);
}

static int space_read(const struct config_space *space, u32 offset, u32 width,
		      u32 *value)
{
	struct host_function *fn = to_function(space);
	const u8 *ahead = space_ahead(fn, offset, width);
	u8 bytes[sizeof(u32)] = {};
	__le32 dword;

	fn->host->reads += !ahead;
	if (ahead)
		memcpy(bytes, ahead, width);
	else if (!pci_read_block(fn->pci, offset, bytes, width))
		return space_error(fn, offset);
	memcpy(&dword, bytes, sizeof(dword));
	*value = le32_to_cpu(dword);
	return 0;
}

/* The kernel reads a dword each, as it does when it is asked for one. */
void host_read_ahead(struct host_function *fn, u32 offset, u32 size)
{
	fn->ahead_size = 0;
	size = min_t(u32, size, sizeof(fn->ahead));
	if (!size || !pci_read_block(fn->pci, offset, fn->ahead, size))
		return;
	fn->host->reads += size / sizeof(u32);
	fn->ahead_at = offset;
	fn->ahead_size = size;
}

static const struct config_space_ops space_ops = { .read = space_read };

/* Of a dump it is as much as there is of it. */
static u32 dump_size(struct pci_dev *pci)
{
	static const u32 sizes[] = { PCI_CFG_SPACE_EXP_SIZE, PCI_CFG_SPACE_SIZE,
				     PCI_STD_HEADER_SIZEOF };
	u8 last;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		if (pci_read_block(pci, sizes[i] - 1, &last, 1))
			return sizes[i];
	}
	return 0;
}

void host_space_init(struct host_function *fn)
{
	fn->space.ops = &space_ops;
	fn->space.size = fn->host->live ? sysfs_size(fn, "config") :
					  dump_size(fn->pci);
}
