/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A function that is a bridge: a root port, or a port of a switch.
 */
#ifndef SRIOVSCOPE_SIM_PORT_H
#define SRIOVSCOPE_SIM_PORT_H

#include <linux/types.h>

struct mock_config;
struct sim_function;

/**
 * struct sim_port_buses - which buses a bridge leads to
 * @secondary: the one that is right behind it
 * @subordinate: the last one
 */
struct sim_port_buses {
	u8 secondary;
	u8 subordinate;
};

/**
 * sim_port_start() - of a bridge's image goes what holds on its machine alone
 * @config: the space of a bridge, with its masks
 * @bus: that the bridge is on
 *
 * Its windows are closed. Bus numbers stay when they make sense behind @bus,
 * else all are 0: the PCI core gives others.
 *
 * Context: any.
 */
void sim_port_start(struct mock_config *config, u8 bus);

/**
 * sim_port_buses() - which buses a bridge leads to now
 * @port: the bridge
 * @buses: where they go
 *
 * Context: any.
 * Return: true when it forwards to them; false when it is gone, or resets them.
 */
bool sim_port_buses(struct sim_function *port, struct sim_port_buses *buses);

/**
 * sim_port_forwards_ari() - does it reach other devices than 0 on the bus behind it?
 * @port: the bridge
 *
 * Context: any.
 * Return: true while ARI Forwarding is on, and of a bridge that has no such bit.
 */
bool sim_port_forwards_ari(struct sim_function *port);

/**
 * sim_port_resets() - does it hold what is behind it in reset?
 * @function: a function, perhaps a bridge
 *
 * Context: any.
 * Return: true while Secondary Bus Reset is set.
 */
bool sim_port_resets(struct sim_function *function);

#endif
