// SPDX-License-Identifier: GPL-2.0
/*
 * A host bridge that exists in memory alone.
 *
 * The PCI core lets go of a bus when the last reference to one of its devices
 * is dropped, which may be long after it was removed: somebody has a file of
 * sysfs open. So all that the accessors look at lives in struct sim_host, and
 * that until the PCI core releases the bridge.
 */
#include <linux/device.h>
#include <linux/err.h>
#include <linux/ioport.h>
#include <linux/module.h>
#include <linux/sizes.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "../compat.h"
#include "host.h"

/* Domains below are those of ACPI, whose segments have 16 bits. */
#define SIM_FIRST_DOMAIN 0x5000
#define SIM_LAST_DOMAIN 0xffff

/**
 * struct sim_host - a host bridge
 * @sysdata: where x86 looks for the domain; buses point to it
 * @bus: the root bus; not after it was removed
 * @buses: its bus numbers
 * @low: its window below 4 GiB
 * @high: its window above
 * @functions: by devfn
 */
struct sim_host {
	struct pci_sysdata sysdata;
	struct pci_bus *bus;
	struct resource buses;
	struct resource low;
	struct resource high;
	struct sim_function *functions[SIM_SLOTS];
};

static struct sim_host *bus_to_host(const struct pci_bus *bus)
{
	return container_of(bus->sysdata, struct sim_host, sysdata);
}

/* Who answers at a routing ID: a function, or a VF of one; NULL for nobody */
static struct sim_function *host_find(const struct pci_bus *bus, u32 devfn,
				      u32 *vf)
{
	const struct sim_host *host = bus_to_host(bus);
	u16 id = PCI_DEVID(bus->number, devfn);
	u16 first = PCI_DEVID(host->buses.start, 0);
	struct sim_function *function;
	u32 slot;

	*vf = SIM_PF;
	if (bus->number == host->buses.start && host->functions[devfn])
		return host->functions[devfn];
	for (slot = 0; slot < SIM_SLOTS; slot++) {
		function = host->functions[slot];
		if (function && sim_function_vf(function, first + slot, id, vf))
			return function;
	}
	return NULL;
}

static int host_read(struct pci_bus *bus, unsigned int devfn, int where,
		     int size, u32 *value)
{
	struct sim_function *function;
	u32 vf;

	function = host_find(bus, devfn, &vf);
	if (!function) {
		PCI_SET_ERROR_RESPONSE(value);
		return PCIBIOS_DEVICE_NOT_FOUND;
	}
	return sim_function_read(function, vf, where, size, value);
}

static int host_write(struct pci_bus *bus, unsigned int devfn, int where,
		      int size, u32 value)
{
	struct sim_function *function;
	u32 vf;

	function = host_find(bus, devfn, &vf);
	if (!function)
		return PCIBIOS_DEVICE_NOT_FOUND;
	return sim_function_write(function, vf, where, size, value);
}

static struct pci_ops host_ops = {
	.read = host_read,
	.write = host_write,
};

static void release_window(struct resource *window)
{
	if (window->parent)
		release_resource(window);
}

static void host_free(struct sim_host *host)
{
	u32 slot;

	for (slot = 0; slot < SIM_SLOTS; slot++)
		sim_function_put(host->functions[slot]);
	kfree(host);
	module_put(THIS_MODULE);
}

/* The last reference to the bridge is gone. */
static void host_release(struct pci_host_bridge *bridge)
{
	host_free(bridge->release_data);
}

/* A domain is free when it has no root bus; new ones are made under the lock. */
static int free_domain(u8 first_bus)
{
	int domain;

	for (domain = SIM_FIRST_DOMAIN; domain <= SIM_LAST_DOMAIN; domain++) {
		if (!pci_find_bus(domain, first_bus))
			return domain;
	}
	return -EBUSY;
}

static int claim_window(struct resource *window, const char *name, u64 size,
			u64 from, u64 to)
{
	if (!size)
		return 0;
	window->name = name;
	window->flags = IORESOURCE_MEM;
	return allocate_resource(&iomem_resource, window, size, from, to, SZ_1M,
				 NULL, NULL);
}

static int claim_windows(struct sim_host *host,
			 const struct sim_host_setup *setup)
{
	int ret;

	host->buses.name = "sriovsim buses";
	host->buses.start = setup->first_bus;
	host->buses.end = setup->last_bus;
	host->buses.flags = IORESOURCE_BUS;

	ret = claim_window(&host->low, "sriovsim", setup->low_size, SZ_1M,
			   SZ_4G - 1);
	if (ret)
		return ret;
	ret = claim_window(&host->high, "sriovsim", setup->high_size, SZ_4G,
			   iomem_resource.end);
	if (ret)
		release_window(&host->low);
	return ret;
}

static struct pci_host_bridge *host_bridge(struct sim_host *host)
{
	struct pci_host_bridge *bridge = pci_alloc_host_bridge(0);

	if (!bridge)
		return NULL;
	pci_add_resource(&bridge->windows, &host->buses);
	if (host->low.parent)
		pci_add_resource(&bridge->windows, &host->low);
	if (host->high.parent)
		pci_add_resource(&bridge->windows, &host->high);
	bridge->sysdata = &host->sysdata;
	bridge->busnr = host->buses.start;
	bridge->ops = &host_ops;
	return bridge;
}

/*
 * Behind BARs there is no device: a driver that knows the IDs of a replayed
 * device, or of its VFs, would touch what is not there. So only those drivers
 * are bound that somebody asks for by driver_override.
 */
static int host_notify(struct notifier_block *block, unsigned long event,
		       void *data)
{
	struct pci_dev *pdev = to_pci_dev(data);

	if (event == BUS_NOTIFY_ADD_DEVICE && pdev->bus->ops == &host_ops &&
	    compat_driver_override(pdev, "sriovsim"))
		pci_warn(pdev, "sriovsim: drivers are not kept away\n");
	return NOTIFY_OK;
}

static struct notifier_block host_block = {
	.notifier_call = host_notify,
};

int sim_hosts_start(void)
{
	return bus_register_notifier(&pci_bus_type, &host_block);
}

void sim_hosts_stop(void)
{
	bus_unregister_notifier(&pci_bus_type, &host_block);
}

/* Under the PCI rescan lock. Afterwards the bridge owns the host. */
static int host_register(struct sim_host *host)
{
	struct pci_host_bridge *bridge;
	int ret;

	ret = free_domain(host->buses.start);
	if (ret < 0)
		return ret;
	host->sysdata.domain = ret;
	host->sysdata.node = NUMA_NO_NODE;
	bridge = host_bridge(host);
	if (!bridge)
		return -ENOMEM;
	ret = pci_scan_root_bus_bridge(bridge);
	if (ret) {
		pci_free_host_bridge(bridge);
		return ret;
	}
	pci_set_host_bridge_release(bridge, host_release, host);
	host->bus = bridge->bus;
	pci_bus_size_bridges(host->bus);
	pci_bus_assign_resources(host->bus);
	pci_bus_add_devices(host->bus);
	return 0;
}

struct sim_host *sim_host_start(const struct sim_host_setup *setup,
				struct sim_function *const *functions)
{
	struct sim_host *host;
	u32 slot;
	int ret;

	host = kzalloc(sizeof(*host), GFP_KERNEL);
	if (!host)
		return ERR_PTR(-ENOMEM);
	/* The configuration may go before the last file that is open. */
	__module_get(THIS_MODULE);
	for (slot = 0; slot < SIM_SLOTS; slot++) {
		if (functions[slot])
			host->functions[slot] =
				sim_function_get(functions[slot]);
	}

	ret = claim_windows(host, setup);
	if (ret)
		goto free;
	pci_lock_rescan_remove();
	ret = host_register(host);
	pci_unlock_rescan_remove();
	if (ret)
		goto release;
	return host;

release:
	release_window(&host->high);
	release_window(&host->low);
free:
	host_free(host);
	return ERR_PTR(ret);
}

/* Drivers such as pci-pf-stub leave their VFs on, which the PCI core BUGs at. */
static void stop_function(struct sim_host *host, u32 devfn)
{
	struct pci_dev *pdev = pci_get_slot(host->bus, devfn);

	if (!pdev)
		return;
	device_release_driver(&pdev->dev);
	device_lock(&pdev->dev);
	if (pci_num_vf(pdev))
		pci_disable_sriov(pdev);
	device_unlock(&pdev->dev);
	pci_dev_put(pdev);
}

void sim_host_stop(struct sim_host *host)
{
	struct pci_host_bridge *bridge = to_pci_host_bridge(host->bus->bridge);
	u32 devfn;

	pci_lock_rescan_remove();
	for (devfn = 0; devfn < SIM_SLOTS; devfn++) {
		if (host->functions[devfn])
			stop_function(host, devfn);
	}
	pci_stop_root_bus(host->bus);
	pci_remove_root_bus(host->bus);
	release_window(&host->high);
	release_window(&host->low);
	pci_unlock_rescan_remove();
	/* The last reference may be elsewhere: see host_release(). */
	pci_free_host_bridge(bridge);
}

int sim_host_domain(const struct sim_host *host)
{
	return host->sysdata.domain;
}
