/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Addresses that nobody has, for the windows of simulated host bridges.
 */
#ifndef SRIOVSCOPE_SIM_WINDOW_H
#define SRIOVSCOPE_SIM_WINDOW_H

#include <linux/ioport.h>

/**
 * enum sim_window - where a window is
 * @SIM_WINDOW_LOW: below 4 GiB
 * @SIM_WINDOW_HIGH: above
 */
enum sim_window {
	SIM_WINDOW_LOW,
	SIM_WINDOW_HIGH,
};

/**
 * sim_window_claim() - claim addresses that nobody has
 * @resource: to fill in, of zeroes but for its name; without a parent nothing is claimed
 * @size: in bytes; 0 claims nothing
 * @window: where
 * @name: of the bridge, for the log
 *
 * Context: may sleep.
 * Return: 0; -ENOSPC when there is no room, with a line in the log.
 */
int sim_window_claim(struct resource *resource, u64 size,
		     enum sim_window window, const char *name);

/**
 * sim_window_release() - give them back, when they were claimed
 * @resource: the window
 */
void sim_window_release(struct resource *resource);

#endif
