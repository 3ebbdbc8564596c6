// SPDX-License-Identifier: GPL-2.0
/*
 * Where the window of a VF BAR could be, when the kernel found no place for it.
 */
#include <linux/minmax.h>
#include <linux/pci.h>

#include "around.h"

#define BUS_FUNCTIONS 256

/* Bytes of @window that a function has: its BARs, and as a bridge its windows. */
static u64 room_taken_by(struct pci_dev *pdev, const struct resource *window)
{
	u64 taken = 0;
	u32 i;

	for (i = 0; i < PCI_NUM_RESOURCES; i++) {
		if (READ_ONCE(pdev->resource[i].parent) == window)
			taken += resource_size(&pdev->resource[i]);
	}
	return taken;
}

static u64 room_taken(struct pci_bus *bus, const struct resource *window)
{
	struct pci_dev *pdev;
	u64 taken = 0;
	u32 devfn;

	for (devfn = 0; devfn < BUS_FUNCTIONS; devfn++) {
		pdev = pci_get_slot(bus, devfn);
		if (pdev)
			taken += room_taken_by(pdev, window);
		pci_dev_put(pdev);
	}
	return taken;
}

/* What must not be prefetched cannot be in a window that is. */
static bool room_fits(const struct resource *window, const struct vf_bar *bar)
{
	if (!(window->flags & IORESOURCE_MEM))
		return false;
	return bar->prefetchable || !(window->flags & IORESOURCE_PREFETCH);
}

/* The window with the most space for the BAR. */
static void room_look(struct pci_bus *bus, const struct vf_bar *bar,
		      struct around_room *room)
{
	struct resource *window;
	u64 size, taken, free;
	int i;

	pci_bus_for_each_resource(bus, window, i) {
		if (!window || !room_fits(window, bar))
			continue;
		size = resource_size(window);
		taken = room_taken(bus, window);
		free = size - min(size, taken);
		if (room->exists && free <= room->free)
			continue;
		room->exists = true;
		room->start = window->start;
		room->size = size;
		room->free = free;
	}
}

void around_look_rooms(struct pci_dev *pdev, const struct sriov_state *sriov,
		       struct pf_around *around)
{
	const struct resource *res;
	struct vf_bar_iter iter;
	struct vf_bar bar;

	if (vf_bars_start(&iter, sriov))
		return;
	while (vf_bars_next(&iter, &bar)) {
		/* Of what it found no place for, the kernel has kept nothing. */
		res = &pdev->resource[PCI_IOV_RESOURCES + bar.slot];
		if ((res->flags || sriov->vf_bar[bar.slot]) &&
		    !READ_ONCE(res->parent))
			room_look(pdev->bus, &bar, &around->rooms[bar.slot]);
	}
}
