// SPDX-License-Identifier: GPL-2.0
/*
 * A host bridge that exists in memory alone.
 *
 * The PCI core lets go of a bus when the last reference to one of its devices
 * is dropped, which may be long after it was removed. So all that the accessors
 * look at lives in struct sim_host, which is part of the bridge, and each bridge
 * has a reference to this module until it is released.
 *
 * That reference is not dropped by code of this module: whoever drops the last
 * one may be preempted behind it, and the module, with the code that it was to
 * return to, be gone when it goes on. Nor could the module's exit wait for code
 * that anybody runs who drops a reference to a device. So the driver core does
 * all: it runs the actions of host_leave() when it releases the bridge, the last
 * one first, and symbol_put_addr(), which drops the reference, is the kernel's.
 * What runs of this module has returned by then, and nothing of it runs
 * afterwards. rmmod says busy until then.
 */
#include <linux/device.h>
#include <linux/err.h>
#include <linux/idr.h>
#include <linux/ioport.h>
#include <linux/minmax.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/sizes.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "compat.h"
#include "host.h"
#include "tree.h"
#include "window.h"

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
 * @windows: what both are called, as ACPI calls those of other host bridges
 * @tree: what is below it
 * @functions: those of @tree
 */
struct sim_host {
	struct pci_sysdata sysdata;
	struct pci_bus *bus;
	struct resource buses;
	struct resource low;
	struct resource high;
	char windows[sizeof("PCI Bus 0000:00")];
	struct sim_tree tree;
	struct sim_function *functions[];
};

static struct sim_host *bus_to_host(const struct pci_bus *bus)
{
	return container_of(bus->sysdata, struct sim_host, sysdata);
}

static int host_read(struct pci_bus *bus, unsigned int devfn, int where,
		     int size, u32 *value)
{
	const struct sim_tree *tree = &bus_to_host(bus)->tree;
	struct sim_function *function;
	u32 vf;

	function = sim_tree_find(tree, bus->number, devfn, &vf);
	if (!function) {
		PCI_SET_ERROR_RESPONSE(value);
		return PCIBIOS_DEVICE_NOT_FOUND;
	}
	return sim_function_read(function, vf, where, size, value);
}

static int host_write(struct pci_bus *bus, unsigned int devfn, int where,
		      int size, u32 value)
{
	const struct sim_tree *tree = &bus_to_host(bus)->tree;
	struct sim_function *function;
	u32 vf;
	int ret;

	function = sim_tree_find(tree, bus->number, devfn, &vf);
	if (!function)
		return PCIBIOS_DEVICE_NOT_FOUND;
	ret = sim_function_write(function, vf, where, size, value);
	if (vf == SIM_PF)
		sim_tree_react(tree, function);
	return ret;
}

static struct pci_ops host_ops = {
	.read = host_read,
	.write = host_write,
};

static void host_put_functions(void *data)
{
	struct sim_host *host = data;
	u32 i;

	for (i = 0; i < host->tree.count; i++)
		sim_function_put(host->functions[i]);
}

/*
 * After the bridge was removed: what happens when the last reference to it is
 * dropped, the last line first. Before, device_del() would do it.
 */
static void host_leave(struct sim_host *host, struct pci_host_bridge *bridge)
{
	struct device *dev = &bridge->dev;

	if (!devm_add_action(dev, symbol_put_addr, host_put_functions) &&
	    !devm_add_action(dev, host_put_functions, host))
		return;
	/* What somebody may still look at stays, and the module with it. */
	__module_get(THIS_MODULE);
	pr_warn("sriovsim: no memory: the module cannot be unloaded any more\n");
}

/* Domains that live bridges have */
static DEFINE_IDA(host_domains);

/* By others: a domain is taken when it has any bus. */
static bool domain_is_taken(int domain)
{
	int bus;

	for (bus = 0; bus <= U8_MAX; bus++) {
		if (pci_find_bus(domain, bus))
			return true;
	}
	return false;
}

/* Under the PCI rescan lock, under which others make their buses too */
static int claim_domain(const char *name)
{
	int domain = SIM_FIRST_DOMAIN - 1;

	do {
		domain = ida_alloc_range(&host_domains, domain + 1,
					 SIM_LAST_DOMAIN, GFP_KERNEL);
		if (domain < 0)
			break;
		if (!domain_is_taken(domain))
			return domain;
		ida_free(&host_domains, domain);
	} while (domain < SIM_LAST_DOMAIN);
	if (domain == -ENOMEM)
		return domain;
	pr_warn("sriovsim: %s: no free PCI domain from %04x to %04x: take other bridges away\n",
		name, SIM_FIRST_DOMAIN, SIM_LAST_DOMAIN);
	return -EBUSY;
}

/*
 * Room for six BARs of 65,535 VFs at the least size, and for what has another
 * size; no more, for many bridges at once: an address may have just 40 bits.
 */
static u64 host_room(const struct sim_host *host)
{
	u64 room = SZ_4G;
	u32 i;

	for (i = 0; i < host->tree.count; i++) {
		if (check_add_overflow(room, host->functions[i]->room, &room))
			return U64_MAX;
	}
	return room;
}

static int claim_windows(struct sim_host *host,
			 const struct sim_host_setup *setup)
{
	u64 high = setup->high_size;
	int ret;

	host->buses.name = "sriovsim buses";
	host->buses.start = setup->first_bus;
	host->buses.end = setup->last_bus;
	host->buses.flags = IORESOURCE_BUS;

	if (high == SIM_WINDOW_AUTO)
		high = host_room(host);
	host->low.name = host->windows;
	host->high.name = host->windows;
	ret = sim_window_claim(&host->low, setup->low_size, SIM_WINDOW_LOW,
			       setup->name);
	if (ret)
		return ret;
	ret = sim_window_claim(&host->high, high, SIM_WINDOW_HIGH, setup->name);
	if (ret)
		sim_window_release(&host->low);
	return ret;
}

static void host_fill_bridge(struct sim_host *host,
			     struct pci_host_bridge *bridge)
{
	pci_add_resource(&bridge->windows, &host->buses);
	if (host->low.parent)
		pci_add_resource(&bridge->windows, &host->low);
	if (host->high.parent)
		pci_add_resource(&bridge->windows, &host->high);
	bridge->sysdata = &host->sysdata;
	bridge->busnr = host->buses.start;
	bridge->ops = &host_ops;
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

/* Under the PCI rescan lock */
static int host_register(struct sim_host *host, struct pci_host_bridge *bridge,
			 const char *name)
{
	int ret;

	ret = claim_domain(name);
	if (ret < 0)
		return ret;
	host->sysdata.domain = ret;
	host->sysdata.node = NUMA_NO_NODE;
	scnprintf(host->windows, sizeof(host->windows), "PCI Bus %04x:%02x",
		  host->sysdata.domain, (u8)host->buses.start);
	ret = pci_scan_root_bus_bridge(bridge);
	if (ret) {
		ida_free(&host_domains, host->sysdata.domain);
		return ret;
	}
	host->bus = bridge->bus;
	pci_bus_size_bridges(host->bus);
	pci_bus_assign_resources(host->bus);
	pci_bus_add_devices(host->bus);
	return 0;
}

static int host_wire(struct sim_host *host, const char *name)
{
	const struct sim_function *lost = sim_tree_wire(&host->tree);

	if (!lost)
		return 0;
	pr_warn("sriovsim: %s: no bridge leads to bus %02x, where a function is: it needs one whose Secondary Bus Number that is, in bus_range\n",
		name, lost->setup.bus);
	return -EINVAL;
}

static int host_start(struct sim_host *host, struct pci_host_bridge *bridge,
		      const struct sim_host_setup *setup)
{
	int ret;

	ret = host_wire(host, setup->name);
	if (!ret)
		ret = claim_windows(host, setup);
	if (ret)
		return ret;
	host_fill_bridge(host, bridge);
	pci_lock_rescan_remove();
	ret = host_register(host, bridge, setup->name);
	pci_unlock_rescan_remove();
	if (ret) {
		sim_window_release(&host->high);
		sim_window_release(&host->low);
	}
	return ret;
}

static void host_take_functions(struct sim_host *host,
				const struct sim_host_setup *setup,
				struct sim_function *const *functions,
				u32 count)
{
	u32 i;

	host->tree.first_bus = setup->first_bus;
	host->tree.last_bus = setup->last_bus;
	host->tree.functions = host->functions;
	host->tree.count = count;
	for (i = 0; i < count; i++)
		host->functions[i] = sim_function_get(functions[i]);
}

struct sim_host *sim_host_start(const struct sim_host_setup *setup,
				struct sim_function *const *functions,
				u32 count)
{
	struct pci_host_bridge *bridge;
	struct sim_host *host;
	int ret;

	bridge = pci_alloc_host_bridge(struct_size(host, functions, count));
	if (!bridge)
		return ERR_PTR(-ENOMEM);
	host = pci_host_bridge_priv(bridge);
	host_take_functions(host, setup, functions, count);
	ret = host_start(host, bridge, setup);
	if (ret) {
		host_put_functions(host);
		pci_free_host_bridge(bridge);
		return ERR_PTR(ret);
	}
	/* Whoever called has a reference too, until here and beyond. */
	__module_get(THIS_MODULE);
	return host;
}

/* Drivers such as pci-pf-stub leave their VFs on, which the PCI core BUGs at. */
static void stop_function(struct pci_dev *pdev)
{
	device_release_driver(&pdev->dev);
	device_lock(&pdev->dev);
	if (pci_num_vf(pdev))
		pci_disable_sriov(pdev);
	device_unlock(&pdev->dev);
}

/* On all buses, which the PCI core may have given other numbers */
static void stop_functions(const struct sim_host *host)
{
	struct pci_dev *pdev = NULL;

	for_each_pci_dev(pdev) {
		if (!pdev->is_virtfn && pdev->bus->sysdata == &host->sysdata)
			stop_function(pdev);
	}
}

void sim_host_stop(struct sim_host *host)
{
	struct pci_host_bridge *bridge = to_pci_host_bridge(host->bus->bridge);

	pci_lock_rescan_remove();
	stop_functions(host);
	pci_stop_root_bus(host->bus);
	pci_remove_root_bus(host->bus);
	sim_window_release(&host->high);
	sim_window_release(&host->low);
	ida_free(&host_domains, host->sysdata.domain);
	pci_unlock_rescan_remove();
	host_leave(host, bridge);
	/* The last reference may be elsewhere: see above. */
	pci_free_host_bridge(bridge);
}

int sim_host_domain(const struct sim_host *host)
{
	return host->sysdata.domain;
}
