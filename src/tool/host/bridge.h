/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Windows: which memory a bridge, or the host bridge, hands down.
 */
#ifndef SRIOVSCOPE_TOOL_BRIDGE_H
#define SRIOVSCOPE_TOOL_BRIDGE_H

#include <linux/types.h>

struct host;
struct host_function;

/**
 * struct host_window - memory that is handed down
 * @prefetchable: it is for memory whose reads have no side effects; of a host
 *	bridge always false
 * @assigned: it has a place; else it is closed, or found none
 * @start: first address, as the CPU has it; with @assigned alone
 * @end: last address, so too
 */
struct host_window {
	bool prefetchable;
	bool assigned;
	u64 start;
	u64 end;
};

/* One for memory, and one for prefetchable memory */
#define HOST_BRIDGE_WINDOWS 2

/**
 * host_bridge_windows() - the windows of a bridge
 * @bridge: a bridge, see host_port()
 * @windows: to fill in, each of them; undefined on error
 *
 * Of a live one it is what the kernel has made of it, of one in a dump what its
 * registers say.
 *
 * Return: 0; -ENODATA when sysfs does not tell; the errno of a read.
 */
int host_bridge_windows(const struct host_function *bridge,
			struct host_window windows[HOST_BRIDGE_WINDOWS]);

/**
 * host_bridge_prefetches() - has a bridge a window for prefetchable memory?
 * @bridge: a bridge, which is not woken up for it
 * @is_64bit: it can be above 4 GiB; to fill in
 *
 * Return: true when it has, whether it is open or not; of one that sleeps too
 *	deep to be asked false.
 */
bool host_bridge_prefetches(const struct host_function *bridge, bool *is_64bit);

/**
 * host_bridge_hotplug() - can devices be plugged in below a bridge?
 * @bridge: a bridge, which is not woken up for it
 *
 * Return: true when they can; of one that sleeps too deep to be asked false.
 */
bool host_bridge_hotplug(const struct host_function *bridge);

/**
 * host_root_windows() - the windows of a host bridge
 * @host: the machine
 * @domain: PCI domain
 * @bus: the root bus
 * @windows: to fill in
 * @room: of @windows; what is more is left out
 *
 * Return: how many there are; -ENODATA when it is not known: in a dump, for who
 *	is not root, and where firmware has other names for them.
 */
int host_root_windows(struct host *host, u32 domain, u8 bus,
		      struct host_window *windows, u32 room);

#endif
