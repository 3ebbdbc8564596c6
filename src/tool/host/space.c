// SPDX-License-Identifier: GPL-2.0
/*
 * Configuration spaces through libpci.
 */
#define PCI_HAVE_Uxx_TYPES
#include <pci/pci.h>

#include "facts.h"
#include "host.h"
#include "sysfs.h"

static struct host_function *to_function(const struct config_space *space)
{
	return container_of(space, struct host_function, space);
}

/*
 * libpci does not say why. Of a file that says it is larger, sysfs gives the header
 * alone to who is not root, and to the root of a container.
 */
static int space_error(const struct host_function *fn, u32 offset)
{
	int ret = fn->host->live ? sysfs_byte(fn, "config", offset) : -ENODATA;

	if (ret == -ENOENT)
		return -ENODEV;
	if (ret == -ENODATA && fn->host->live)
		return offset < PCI_STD_HEADER_SIZEOF ? -EIO : -EACCES;
	return ret < 0 ? ret : -EIO;
}

bool host_is_secret(const struct host *host)
{
	const struct host_function *fn = host->functions;
	const struct host_function *end = fn + host->count;

	while (fn < end &&
	       (fn->space.size <= PCI_STD_HEADER_SIZEOF || facts_is_asleep(fn)))
		fn++;
	return fn < end && space_error(fn, PCI_STD_HEADER_SIZEOF) == -EACCES;
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
