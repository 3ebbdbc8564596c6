// SPDX-License-Identifier: GPL-2.0
/*
 * Who has the memory and the buses above a PF: the windows of all bridges up to the
 * host bridge, and the resources of the functions below each.
 *
 * The tree of resources has a lock that is the kernel's own, so nobody goes down in
 * it: each function is asked whose child its resources are. pci_walk_bus() visits
 * them, under its lock, and looks itself at what a bridge leads to. So what no
 * function has is not found; firmware keeps such places within the windows of the
 * host bridge, which is why those are open, see struct room_window. All is done twice,
 * first to count; what comes in between is left out, and the windows are open then.
 */
#include <linux/pci.h>
#include <linux/slab.h>

#include "around.h"
#include "core/facts/facts.h"

/* A bus and its functions have no more than this together; more is left out. */
#define ROOM_HOLDERS_MAX 8192

/**
 * struct room_fill - how far it is filled in
 * @rooms: what is filled in; its counts alone, while there is no room
 * @window_room: windows that there is room for
 * @holder_room: holders that there is room for
 * @bus: the bus at hand
 * @first: its first window
 * @missed: somebody below the bus may have parts of its windows, and is left out
 * @resources: the kernel's, of each window; NULL for those that have no place
 */
struct room_fill {
	struct around_rooms *rooms;
	u32 window_room;
	u32 holder_room;
	struct pci_bus *bus;
	u32 first;
	bool missed;
	const struct resource *resources[ROOM_WINDOWS_MAX];
};

static void fill_window(struct room_fill *fill, const struct resource *resource,
			struct room_window window)
{
	struct around_rooms *rooms = fill->rooms;
	u32 n = rooms->window_count;

	if (n == fill->window_room)
		return;
	if (window.size)
		window.start = resource->start;
	fill->resources[n] = window.size ? resource : NULL;
	if (rooms->windows)
		rooms->windows[n] = window;
	rooms->window_count++;
}

static void fill_holder(struct room_fill *fill, struct room_holder holder)
{
	struct around_rooms *rooms = fill->rooms;

	if (rooms->holder_count == fill->holder_room) {
		fill->missed = true;
		return;
	}
	if (rooms->holders)
		rooms->holders[rooms->holder_count] = holder;
	rooms->holder_count++;
}

/* Bus numbers, of which the bus itself has one */
static void fill_buses(struct room_fill *fill, struct room_window window)
{
	const struct resource *buses = &fill->bus->busn_res;
	u32 n = fill->rooms->window_count;

	window.kind = ROOM_BUS;
	window.size = resource_size(buses);
	fill_window(fill, buses, window);
	if (fill->rooms->window_count == n)
		return;
	fill_holder(fill, (struct room_holder){
				  .window = n,
				  .use = ROOM_OF_BUS,
				  .start = buses->start,
				  .size = 1,
			  });
}

static u64 placed_size(const struct resource *resource)
{
	return READ_ONCE(resource->parent) ? resource_size(resource) : 0;
}

/* What is below a bridge that it does not have itself has the one above. */
static void fill_bridge(struct room_fill *fill, struct room_window window)
{
	struct pci_dev *bridge = fill->bus->self;
	const struct resource *mem, *prefetch;

	mem = &bridge->resource[PCI_BRIDGE_MEM_WINDOW];
	prefetch = &bridge->resource[PCI_BRIDGE_PREF_MEM_WINDOW];
	window.routing_id = pci_dev_id(bridge);
	window.hotplug = bridge->is_hotplug_bridge;
	window.kind = ROOM_MEM;
	window.size = placed_size(mem);
	fill_window(fill, mem, window);
	if (bridge->pref_window) {
		window.kind = ROOM_PREFETCH;
		window.is_64bit = bridge->pref_64_window;
		window.size = placed_size(prefetch);
		fill_window(fill, prefetch, window);
	}
	window.is_64bit = false;
	fill_buses(fill, window);
}

static void fill_host(struct room_fill *fill, struct room_window window)
{
	const struct resource *resource;
	int i;

	window.host = true;
	window.routing_id = PCI_DEVID(fill->bus->number, 0);
	pci_bus_for_each_resource(fill->bus, resource, i) {
		if (!resource || !(resource->flags & IORESOURCE_MEM))
			continue;
		window.kind = resource->flags & IORESOURCE_PREFETCH ?
				      ROOM_PREFETCH :
				      ROOM_MEM;
		window.is_64bit = true;
		window.open = true;
		window.size = resource_size(resource);
		fill_window(fill, resource, window);
	}
	window.is_64bit = false;
	window.open = false;
	fill_buses(fill, window);
}

/* What a resource of a function is, by its number */
static void resource_use(u32 n, struct room_holder *holder)
{
	if (n <= PCI_STD_RESOURCE_END) {
		holder->use = ROOM_OF_BAR;
		holder->number = n;
	} else if (n == PCI_ROM_RESOURCE) {
		holder->use = ROOM_OF_ROM;
	} else if (n >= PCI_IOV_RESOURCES && n <= PCI_IOV_RESOURCE_END) {
		holder->use = ROOM_OF_VF_BAR;
		holder->number = n - PCI_IOV_RESOURCES;
	} else {
		holder->use = ROOM_OF_BRIDGE;
		holder->number = n == PCI_BRIDGE_PREF_MEM_WINDOW ?
					 ROOM_PREFETCH :
					 ROOM_MEM;
	}
}

static void fill_resource(struct room_fill *fill, struct pci_dev *pdev, u32 n)
{
	const struct resource *resource = &pdev->resource[n];
	const struct resource *parent = READ_ONCE(resource->parent);
	struct room_holder holder = {
		.routing_id = pci_dev_id(pdev),
		.start = resource->start,
		.size = resource_size(resource),
	};
	u32 window;

	if (!parent)
		return;
	resource_use(n, &holder);
	for (window = fill->first; window < fill->rooms->window_count;
	     window++) {
		holder.window = window;
		if (fill->resources[window] == parent)
			fill_holder(fill, holder);
	}
}

/* Of a bridge that goes the bus is freed first: those in the list are there. */
static const struct pci_bus *bus_below(const struct pci_bus *bus,
				       const struct pci_dev *bridge)
{
	const struct pci_bus *child;

	list_for_each_entry(child, &bus->children, node) {
		if (child->self == bridge)
			return child;
	}
	return NULL;
}

/* The buses of a bus are its last window, if there was room for it. */
static void fill_bridge_buses(struct room_fill *fill, struct pci_dev *pdev,
			      const struct pci_bus *below)
{
	u32 n = fill->rooms->window_count;

	if (!n || fill->resources[n - 1] != &fill->bus->busn_res)
		return;
	fill_holder(fill, (struct room_holder){
				  .window = n - 1,
				  .use = ROOM_OF_BRIDGE,
				  .number = ROOM_BUS,
				  .routing_id = pci_dev_id(pdev),
				  .start = below->busn_res.start,
				  .size = resource_size(&below->busn_res),
			  });
}

/* Under pci_bus_sem */
static int fill_function(struct pci_dev *pdev, void *data)
{
	struct room_fill *fill = data;
	const struct pci_bus *below;
	u32 n;

	if (pdev->bus != fill->bus)
		return 0;
	for (n = 0; n < PCI_NUM_RESOURCES; n++)
		fill_resource(fill, pdev, n);
	below = bus_below(fill->bus, pdev);
	if (!below)
		return 0;
	fill_bridge_buses(fill, pdev, below);
	/* What is behind a subtractive bridge may be right in our windows. */
	fill->missed |= pdev->transparent;
	return 0;
}

static void fill_level(struct room_fill *fill, u8 level)
{
	struct around_rooms *rooms = fill->rooms;
	struct room_window window = { .level = level };
	u32 n;

	fill->first = rooms->window_count;
	fill->missed = false;
	if (pci_is_root_bus(fill->bus))
		fill_host(fill, window);
	else
		fill_bridge(fill, window);
	pci_walk_bus(fill->bus, fill_function, fill);
	for (n = fill->first;
	     fill->missed && rooms->windows && n < rooms->window_count; n++)
		rooms->windows[n].open = true;
}

/* Up from the bus of the PF; only buses that VFs alone are on have no bridge. */
static void fill_levels(struct room_fill *fill, struct pci_bus *bus)
{
	u8 level;

	fill->rooms->window_count = 0;
	fill->rooms->holder_count = 0;
	for (level = 0; bus && level < ROOM_LEVELS_MAX; bus = bus->parent) {
		if (!pci_is_root_bus(bus) && !bus->self)
			continue;
		fill->bus = bus;
		fill_level(fill, level);
		level++;
	}
}

static int fill_rooms(struct room_fill *fill, struct pci_bus *bus)
{
	struct around_rooms *rooms = fill->rooms;

	fill->window_room = ROOM_WINDOWS_MAX;
	fill->holder_room = ROOM_HOLDERS_MAX;
	fill_levels(fill, bus);
	fill->window_room = rooms->window_count;
	fill->holder_room = rooms->holder_count;
	rooms->windows = kvcalloc(fill->window_room + 1,
				  sizeof(*rooms->windows), GFP_KERNEL);
	rooms->holders = kvcalloc(fill->holder_room + 1,
				  sizeof(*rooms->holders), GFP_KERNEL);
	if (!rooms->windows || !rooms->holders) {
		rooms->window_count = 0;
		rooms->holder_count = 0;
		return -ENOMEM;
	}
	fill_levels(fill, bus);
	facts_sort_rooms(rooms);
	return 0;
}

int around_look_rooms(struct pci_dev *pdev, struct around_rooms *rooms)
{
	struct room_fill *fill;
	int ret;

	fill = kzalloc(sizeof(*fill), GFP_KERNEL);
	if (!fill)
		return -ENOMEM;
	fill->rooms = rooms;
	ret = fill_rooms(fill, pdev->bus);
	kfree(fill);
	return ret;
}
