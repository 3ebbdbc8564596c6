// SPDX-License-Identifier: GPL-2.0
/*
 * A PCI device on a bus of its own, whose configuration space is a mock.
 */
#include <kunit/resource.h>
#include <linux/container_of.h>
#include <linux/device.h>
#include <linux/pm_runtime.h>
#include <linux/slab.h>

#include "mock_pci.h"

/**
 * struct mock_pci - a device and the bus that it is alone on
 * @pdev: the device; its release frees the struct
 * @bus: never registered
 * @sysdata: where x86 looks for the domain
 * @config: the configuration space; NULL when the test is over
 * @error: what accesses give instead of reaching @config
 */
struct mock_pci {
	struct pci_dev pdev;
	struct pci_bus bus;
#ifdef CONFIG_X86
	struct pci_sysdata sysdata;
#endif
	struct mock_config *config;
	int error;
};

/* 0 when @mock answers for @devfn, else what its bus says: a PCIBIOS code. */
static int mock_pci_select(const struct mock_pci *mock, unsigned int devfn)
{
	if (mock->error)
		return mock->error;
	if (!mock->config || devfn != mock->pdev.devfn)
		return PCIBIOS_DEVICE_NOT_FOUND;
	return 0;
}

/* As real buses say it: PCIBIOS codes where there is one, else an errno. */
static int mock_pci_code(int ret)
{
	return ret == -ENODEV ? PCIBIOS_DEVICE_NOT_FOUND : ret;
}

static int mock_pci_read(struct pci_bus *bus, unsigned int devfn, int where,
			 int size, u32 *value)
{
	struct mock_pci *mock = container_of(bus, struct mock_pci, bus);
	struct mock_config *config = mock->config;
	int ret = mock_pci_select(mock, devfn);

	if (ret)
		return ret;
	ret = config->space.ops->read(&config->space, where, size, value);
	return mock_pci_code(ret);
}

static int mock_pci_write(struct pci_bus *bus, unsigned int devfn, int where,
			  int size, u32 value)
{
	struct mock_pci *mock = container_of(bus, struct mock_pci, bus);
	struct mock_config *config = mock->config;
	int ret = mock_pci_select(mock, devfn);

	if (ret)
		return ret;
	ret = config->space.ops->write(&config->space, where, size, value);
	return mock_pci_code(ret);
}

static struct pci_ops mock_pci_ops = {
	.read = mock_pci_read,
	.write = mock_pci_write,
};

static void mock_pci_release(struct device *dev)
{
	kfree(container_of(to_pci_dev(dev), struct mock_pci, pdev));
}

static void mock_pci_init_bus(struct mock_pci *mock, u32 domain, u8 number)
{
	mock->bus.ops = &mock_pci_ops;
	mock->bus.number = number;
	INIT_LIST_HEAD(&mock->bus.children);
	INIT_LIST_HEAD(&mock->bus.devices);
	INIT_LIST_HEAD(&mock->bus.resources);
#ifdef CONFIG_X86
	mock->sysdata.domain = domain;
	mock->sysdata.node = NUMA_NO_NODE;
	mock->bus.sysdata = &mock->sysdata;
#endif
#ifdef CONFIG_PCI_DOMAINS_GENERIC
	mock->bus.domain_nr = domain;
#endif
}

static void mock_pci_init_dev(struct mock_pci *mock, u8 devfn)
{
	struct pci_dev *pdev = &mock->pdev;
	const struct mock_config *config = mock->config;
	u32 id = mock_config_get32(config, PCI_VENDOR_ID);

	pdev->bus = &mock->bus;
	pdev->devfn = devfn;
	pdev->vendor = id;
	pdev->device = id >> 16;
	pdev->cfg_size = config->space.size;
	pdev->current_state = PCI_D0;
	INIT_LIST_HEAD(&pdev->bus_list);
	device_initialize(&pdev->dev);
	pdev->dev.release = mock_pci_release;
	/* Awake, and not allowed to sleep, as "on" in power/control of sysfs */
	pm_runtime_set_active(&pdev->dev);
	pm_runtime_get_noresume(&pdev->dev);
	pm_runtime_enable(&pdev->dev);
}

/* The end of the test. Who kept a reference finds nothing behind the bus. */
static void mock_pci_remove(void *data)
{
	struct mock_pci *mock = data;

	mock->config = NULL;
	pm_runtime_disable(&mock->pdev.dev);
	pci_dev_put(&mock->pdev);
}

struct pci_dev *mock_pci_new(struct kunit *test, struct mock_config *config,
			     u32 domain, u8 bus, u8 devfn)
{
	struct mock_pci *mock = kzalloc(sizeof(*mock), GFP_KERNEL);
	int ret;

	KUNIT_ASSERT_NOT_NULL(test, mock);
	mock->config = config;
	mock_pci_init_bus(mock, domain, bus);
	mock_pci_init_dev(mock, devfn);
	ret = kunit_add_action_or_reset(test, mock_pci_remove, mock);
	KUNIT_ASSERT_EQ(test, ret, 0);

	ret = dev_set_name(&mock->pdev.dev, "%04x:%02x:%02x.%u", domain, bus,
			   PCI_SLOT(devfn), PCI_FUNC(devfn));
	KUNIT_ASSERT_EQ(test, ret, 0);
	return &mock->pdev;
}

void mock_pci_fail(struct pci_dev *pdev, int error)
{
	container_of(pdev, struct mock_pci, pdev)->error = error;
}
