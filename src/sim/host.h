/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A simulated host bridge: where the PCI core meets simulated functions.
 */
#ifndef SRIOVSCOPE_SIM_HOST_H
#define SRIOVSCOPE_SIM_HOST_H

#include <linux/pci.h>

#include "function.h"

/* Of a window: as large as what is on the bridge needs */
#define SIM_WINDOW_AUTO U64_MAX

/**
 * struct sim_host_setup - how a host bridge shall be
 * @name: what the log calls it
 * @first_bus: number of the root bus
 * @last_bus: last bus number below it
 * @low_size: bytes of its window below 4 GiB, 0 for none
 * @high_size: bytes of its window above, or SIM_WINDOW_AUTO
 */
struct sim_host_setup {
	const char *name;
	u8 first_bus;
	u8 last_bus;
	u64 low_size;
	u64 high_size;
};

struct sim_host;

/**
 * sim_hosts_start() - keep drivers away from what will be simulated
 *
 * Return: 0 or a negative errno.
 */
int sim_hosts_start(void);

/**
 * sim_hosts_stop() - undo it; no host bridge is there any more
 */
void sim_hosts_stop(void);

/**
 * sim_host_start() - register a host bridge in a free domain
 * @setup: how it shall be
 * @functions: those below it, just switched on; the bridge takes a reference to
 *	each
 * @count: how many there are
 *
 * Context: may sleep; takes the PCI rescan lock.
 * Return: the bridge; ERR_PTR: -ENOMEM, -EINVAL when no bridge leads to the bus of
 *	a function, -ENOSPC when there is no room for a window, -EBUSY when there
 *	is no free domain; the log says which.
 */
struct sim_host *sim_host_start(const struct sim_host_setup *setup,
				struct sim_function *const *functions,
				u32 count);

/**
 * sim_host_stop() - take the host bridge away, with all that is below it
 * @host: the bridge
 *
 * Drivers are unbound and VFs disabled before. Who has a file open of one of
 * its devices keeps what is needed for that.
 *
 * Context: may sleep; takes the PCI rescan lock and the device locks.
 */
void sim_host_stop(struct sim_host *host);

/**
 * sim_host_domain() - the PCI domain of a bridge
 * @host: the bridge
 *
 * Return: its number.
 */
int sim_host_domain(const struct sim_host *host);

#endif
