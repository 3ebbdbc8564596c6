// SPDX-License-Identifier: GPL-2.0
/*
 * The configuration space of a device that the PCI core has.
 */
#include <linux/container_of.h>
#include <sriovscope/pci_space.h>

#include "device_space.h"
#include "mock_pci.h"

static struct pci_dev *device_of(const struct config_space *space)
{
	return container_of(space, struct pci_space, space)->pdev;
}

const struct config_space *device_space_try(struct kunit *test,
					    struct mock_config *config)
{
	return device_space_new(test, config);
}

const struct config_space *device_space_new(struct kunit *test,
					    struct mock_config *config)
{
	struct pci_space *pci = kunit_kzalloc(test, sizeof(*pci), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, pci);
	pci_space_init(pci, mock_pci_new(test, config, 0, 3, 0));
	mock_config_forget(config);
	return &pci->space;
}

u8 device_space_find(const struct config_space *space, u8 id)
{
	return pci_find_capability(device_of(space), id);
}
