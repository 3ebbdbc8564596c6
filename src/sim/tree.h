/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The functions of a host bridge, and the way that a configuration access takes
 * to one of them.
 */
#ifndef SRIOVSCOPE_SIM_TREE_H
#define SRIOVSCOPE_SIM_TREE_H

#include <linux/types.h>

struct sim_function;

/**
 * struct sim_tree - the functions of a host bridge
 * @first_bus: number of the root bus
 * @last_bus: last bus number below it
 * @count: how many are in @functions
 * @functions: the functions
 */
struct sim_tree {
	u8 first_bus;
	u8 last_bus;
	u32 count;
	struct sim_function **functions;
};

/**
 * sim_tree_wire() - put each function behind the bridge that leads to its bus
 * @tree: the functions, just switched on
 *
 * From then on a function is where it is wired, whatever number the PCI core
 * gives that bus. Of two bridges that lead to one bus, the first one counts.
 *
 * Context: any; nobody else knows of the functions yet.
 * Return: NULL; a function whose bus there is not.
 */
const struct sim_function *sim_tree_wire(const struct sim_tree *tree);

/**
 * sim_tree_find() - who answers an access
 * @tree: the functions
 * @bus: that the access is to
 * @devfn: device and function
 * @vf: where it goes which VF of the function it is, or SIM_PF
 *
 * An access comes to a bus when all bridges on the way forward it, by the bus
 * numbers that they have now. VFs are right behind the bridge that their function
 * is behind, on all buses that it leads to.
 *
 * Context: any.
 * Return: the function; NULL when nobody is there.
 */
struct sim_function *sim_tree_find(const struct sim_tree *tree, u8 bus,
				   u8 devfn, u32 *vf);

/**
 * sim_tree_react() - what a write to a function did to others
 * @tree: the functions
 * @function: the one that was written to: a bridge may reset what is behind it
 *
 * Context: any.
 */
void sim_tree_react(const struct sim_tree *tree, struct sim_function *function);

#endif
