// SPDX-License-Identifier: GPL-2.0
/*
 * Windows of bridges, from sysfs and /proc/iomem, or from registers.
 */
#include <sriovscope/caps/header.h>
#include <sriovscope/routing_id.h>

#include "bridge.h"
#include "facts.h"
#include "host.h"
#include "iomem.h"
#include "resource.h"
#include "sysfs.h"

/*
 * The file "resource" of a bridge ends with four lines: the windows for I/O, for
 * memory and for prefetchable memory, and one that only CardBus has. Before them
 * are seven, and in a kernel with SR-IOV six more.
 */
#define RESOURCE_LINES (RESOURCE_VF_BARS + RESOURCE_BRIDGE)

/* Of the third number of a line: IORESOURCE_* of the kernel */
#define RESOURCE_MEM 0x200
#define RESOURCE_DISABLED 0x10000000
#define RESOURCE_UNSET 0x20000000

#define MIB (1024ULL * 1024)

/* The kernel names a window of a bridge, and of a host bridge, after its bus. */
static void bus_name(char *name, size_t size, u32 domain, u8 bus)
{
	snprintf(name, size, "PCI Bus %04x:%02x", domain, bus);
}

/* Whose place is secret has one by its flags alone. */
static bool line_is_assigned(const struct host_function *bridge,
			     const struct resource_line *line)
{
	const struct iomem *iomem = host_iomem(bridge->host);
	char name[AROUND_NAME_LEN];
	u32 secondary;

	if (!(line->flags & RESOURCE_MEM) || line->end < line->start ||
	    line->flags & (RESOURCE_DISABLED | RESOURCE_UNSET))
		return false;
	if (!iomem || !sysfs_number(bridge, "secondary_bus_number", &secondary))
		return line->start;
	bus_name(name, sizeof(name), bridge->domain, secondary);
	return iomem_has(iomem, line->start, line->end, name);
}

static int windows_live(const struct host_function *bridge,
			struct host_window windows[HOST_BRIDGE_WINDOWS])
{
	struct resource_line lines[RESOURCE_LINES_MAX], *line;
	u32 count = resource_read(bridge, lines), i;

	if (count != RESOURCE_LINES && count != RESOURCE_LINES_MAX)
		return -ENODATA;
	for (i = 0; i < HOST_BRIDGE_WINDOWS; i++) {
		/* Behind the one for I/O */
		line = &lines[count - RESOURCE_BRIDGE + 1 + i];
		windows[i] = (struct host_window){
			.prefetchable = i,
			.assigned = line_is_assigned(bridge, line),
			.start = line->start,
			.end = line->end,
		};
	}
	return 0;
}

static int read_pair(const struct config_space *space, u32 base, u32 limit,
		     u32 width, u32 *low, u32 *high)
{
	int ret = config_read(space, base, width, low);

	return ret ?: config_read(space, limit, width, high);
}

static int memory_registers(const struct config_space *space,
			    struct host_window *window)
{
	struct header1_memory_limit_reg limit;
	struct header1_memory_base_reg base;
	u32 low, high;
	int ret;

	ret = read_pair(space, PCI_MEMORY_BASE, PCI_MEMORY_LIMIT,
			sizeof(base.raw), &low, &high);
	if (ret)
		return ret;
	base.raw = low;
	limit.raw = high;
	window->start = register_get(&base, memory_base_address) * MIB;
	window->end = register_get(&limit, memory_limit_address) * MIB;
	return 0;
}

static bool
prefetchable_is_64bit(const struct header1_prefetchable_memory_base_reg *base)
{
	return register_get(base,
			    prefetchable_memory_base_addressing_capability) ==
	       PCI_PREF_RANGE_TYPE_64;
}

/* The upper halves are there with 64 bits alone. */
static int upper_registers(const struct config_space *space,
			   struct host_window *window)
{
	u32 low, high;
	int ret;

	ret = read_pair(space, PCI_PREF_BASE_UPPER32, PCI_PREF_LIMIT_UPPER32,
			sizeof(u32), &low, &high);
	if (ret)
		return ret;
	window->start |= (u64)low << 32;
	window->end |= (u64)high << 32;
	return 0;
}

static int prefetchable_registers(const struct config_space *space,
				  struct host_window *window)
{
	struct header1_prefetchable_memory_limit_reg limit;
	struct header1_prefetchable_memory_base_reg base;
	u32 low, high;
	int ret;

	ret = read_pair(space, PCI_PREF_MEMORY_BASE, PCI_PREF_MEMORY_LIMIT,
			sizeof(base.raw), &low, &high);
	if (ret)
		return ret;
	base.raw = low;
	limit.raw = high;
	window->start =
		MIB * register_get(&base, prefetchable_memory_base_address);
	window->end =
		MIB * register_get(&limit, prefetchable_memory_limit_address);
	window->prefetchable = true;
	return prefetchable_is_64bit(&base) ? upper_registers(space, window) :
					      0;
}

/*
 * A window whose limit is below its base is closed. One from 0 on is of registers
 * that nobody has set, or that are not there: no memory for devices is there.
 */
static int windows_registers(const struct host_function *bridge,
			     struct host_window windows[HOST_BRIDGE_WINDOWS])
{
	u32 i;
	int ret;

	memset(windows, 0, HOST_BRIDGE_WINDOWS * sizeof(*windows));
	ret = memory_registers(&bridge->space, &windows[0]);
	if (!ret)
		ret = prefetchable_registers(&bridge->space, &windows[1]);
	for (i = 0; !ret && i < HOST_BRIDGE_WINDOWS; i++) {
		windows[i].assigned = windows[i].start &&
				      windows[i].end >= windows[i].start;
		windows[i].end += MIB - 1;
	}
	return ret;
}

int host_bridge_windows(const struct host_function *bridge,
			struct host_window windows[HOST_BRIDGE_WINDOWS])
{
	return bridge->host->live ? windows_live(bridge, windows) :
				    windows_registers(bridge, windows);
}

bool host_bridge_prefetches(const struct host_function *bridge, bool *is_64bit)
{
	struct header1_prefetchable_memory_base_reg base;
	u32 low, high;

	*is_64bit = false;
	if (facts_would_wake(bridge) ||
	    read_pair(&bridge->space, PCI_PREF_MEMORY_BASE,
		      PCI_PREF_MEMORY_LIMIT, sizeof(base.raw), &low, &high))
		return false;
	base.raw = low;
	*is_64bit = prefetchable_is_64bit(&base);
	return low || high;
}

bool host_bridge_hotplug(const struct host_function *bridge)
{
	struct around_port port = {};
	struct port_caps caps = {};

	return !facts_would_wake(bridge) &&
	       !look_port_caps(&bridge->space, &caps) &&
	       !look_port(&bridge->space, &caps, &port) && port.hotplug;
}

int host_root_windows(struct host *host, u32 domain, u8 bus,
		      struct host_window *windows, u32 room)
{
	const struct iomem *iomem = host->live ? host_iomem(host) : NULL;
	char name[AROUND_NAME_LEN];
	size_t from = 0;
	u32 count = 0;

	if (!iomem)
		return -ENODATA;
	bus_name(name, sizeof(name), domain, bus);
	for (; count < room; count++) {
		windows[count] = (struct host_window){ .assigned = true };
		if (!iomem_next(iomem, name, &from, &windows[count].start,
				&windows[count].end))
			break;
	}
	return count ?: -ENODATA;
}
