// SPDX-License-Identifier: GPL-2.0
/*
 * The configuration space of a PCI device, read-only.
 *
 * pci_user_read_config_*() is what reads on behalf of user space use: it waits
 * while configuration access is blocked, during which a device may answer with
 * anything, and it returns an errno.
 */
#include <linux/container_of.h>
#include <linux/errno.h>
#include <sriovscope/pci_space.h>

static struct pci_dev *pci_space_dev(const struct config_space *space)
{
	return container_of(space, struct pci_space, space)->pdev;
}

static int pci_space_read(const struct config_space *space, u32 offset,
			  u32 width, u32 *value)
{
	struct pci_dev *pdev = pci_space_dev(space);
	u16 word;
	u8 byte;
	int ret;

	switch (width) {
	case sizeof(u8):
		ret = pci_user_read_config_byte(pdev, offset, &byte);
		*value = byte;
		return ret;
	case sizeof(u16):
		ret = pci_user_read_config_word(pdev, offset, &word);
		*value = word;
		return ret;
	default:
		return pci_user_read_config_dword(pdev, offset, value);
	}
}

static u16 pci_space_find(const struct config_space *space, u16 id)
{
	return pci_find_ext_capability(pci_space_dev(space), id);
}

static const struct config_space_ops pci_space_ops = {
	.read = pci_space_read,
	.find_ext_cap = pci_space_find,
};

void pci_space_init(struct pci_space *pci, struct pci_dev *pdev)
{
	pci->space.ops = &pci_space_ops;
	pci->space.size = pdev->cfg_size;
	pci->pdev = pdev;
}

static int pci_space_read_now(const struct config_space *space, u32 offset,
			      u32 width, u32 *value)
{
	if (pci_space_is_blocked(pci_space_dev(space)))
		return -EBUSY;
	return pci_space_read(space, offset, width, value);
}

/* The search of the PCI core asks nobody: the chain is walked instead. */
static const struct config_space_ops pci_space_ops_now = {
	.read = pci_space_read_now,
};

void pci_space_never_wait(struct pci_space *pci)
{
	pci->space.ops = &pci_space_ops_now;
}
