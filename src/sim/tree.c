// SPDX-License-Identifier: GPL-2.0
/*
 * Who is behind which bridge, and what comes through.
 */
#include <linux/pci.h>

#include "function.h"
#include "masks.h"
#include "port.h"
#include "react.h"
#include "tree.h"

/* The number that the bus of a function has now */
static u8 bus_of(const struct sim_tree *tree,
		 const struct sim_function *function)
{
	struct sim_port_buses buses;

	if (!function->port)
		return tree->first_bus;
	sim_port_buses(function->port, &buses);
	return buses.secondary;
}

/* The first bridge whose own numbers lead to a bus, or NULL */
static struct sim_function *find_port(const struct sim_tree *tree, u8 bus)
{
	struct sim_port_buses buses;
	struct sim_function *port;
	u32 i;

	for (i = 0; i < tree->count; i++) {
		port = tree->functions[i];
		if (!sim_is_bridge(&port->config))
			continue;
		sim_port_buses(port, &buses);
		if (buses.secondary == bus)
			return port;
	}
	return NULL;
}

const struct sim_function *sim_tree_wire(const struct sim_tree *tree)
{
	struct sim_function *function;
	u32 i;

	for (i = 0; i < tree->count; i++) {
		function = tree->functions[i];
		if (function->setup.bus == tree->first_bus)
			continue;
		function->port = find_port(tree, function->setup.bus);
		/* Bus 0 is that of bridges which have no numbers. */
		if (!function->port || !function->setup.bus ||
		    function->setup.bus > tree->last_bus)
			return function;
	}
	return NULL;
}

/* An access to the bus that a bridge is on itself does not go through it. */
static bool forwards(const struct sim_tree *tree, struct sim_function *port,
		     u8 bus)
{
	struct sim_port_buses buses;

	return sim_port_buses(port, &buses) && bus != bus_of(tree, port) &&
	       bus >= buses.secondary && bus <= buses.subordinate;
}

static bool arrives(const struct sim_tree *tree,
		    const struct sim_function *function, u8 bus)
{
	struct sim_function *port;

	for (port = function->port; port; port = port->port) {
		if (!forwards(tree, port, bus))
			return false;
	}
	return bus >= tree->first_bus && bus <= tree->last_bus;
}

static struct sim_function *find_function(const struct sim_tree *tree, u8 bus,
					  u8 devfn)
{
	struct sim_function *function;
	u32 i;

	for (i = 0; i < tree->count; i++) {
		function = tree->functions[i];
		if (function->setup.devfn == devfn &&
		    bus_of(tree, function) == bus &&
		    arrives(tree, function, bus))
			return function;
	}
	return NULL;
}

/* Behind a port without ARI there is device 0 alone, PCIe 6.13. */
static bool lacks_ari(const struct sim_tree *tree,
		      const struct sim_function *function, u8 bus, u8 devfn)
{
	return READ_ONCE(function->vfs_need) & SIM_NEED_ARI && function->port &&
	       PCI_SLOT(devfn) && bus == bus_of(tree, function) &&
	       !sim_port_forwards_ari(function->port);
}

static struct sim_function *find_vf(const struct sim_tree *tree, u8 bus,
				    u8 devfn, u32 *vf)
{
	struct sim_function *function;
	u16 id = PCI_DEVID(bus, devfn);
	u16 pf;
	u32 i;

	for (i = 0; i < tree->count; i++) {
		function = tree->functions[i];
		if (!function->sriov)
			continue;
		pf = PCI_DEVID(bus_of(tree, function), function->setup.devfn);
		if (sim_function_vf(function, pf, id, vf) &&
		    arrives(tree, function, bus) &&
		    !lacks_ari(tree, function, bus, devfn))
			return function;
	}
	return NULL;
}

struct sim_function *sim_tree_find(const struct sim_tree *tree, u8 bus,
				   u8 devfn, u32 *vf)
{
	*vf = SIM_PF;
	return find_function(tree, bus, devfn) ?: find_vf(tree, bus, devfn, vf);
}

static bool is_behind(const struct sim_function *function,
		      const struct sim_function *port)
{
	do {
		function = function->port;
	} while (function && function != port);
	return function;
}

void sim_tree_react(const struct sim_tree *tree, struct sim_function *function)
{
	struct sim_function *other;
	unsigned long flags;
	u32 i;

	if (!sim_port_resets(function))
		return;
	for (i = 0; i < tree->count; i++) {
		other = tree->functions[i];
		if (!is_behind(other, function))
			continue;
		raw_spin_lock_irqsave(&other->lock, flags);
		sim_reset(other);
		raw_spin_unlock_irqrestore(&other->lock, flags);
	}
}
