/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a function does when its configuration space is written.
 */
#ifndef SRIOVSCOPE_SIM_REACT_H
#define SRIOVSCOPE_SIM_REACT_H

#include <linux/types.h>

struct mock_config;
struct sim_function;

/**
 * sim_reset() - a function is as it was when it was switched on
 * @function: the function
 *
 * Context: its lock is held, or nobody else knows of it yet.
 */
void sim_reset(struct sim_function *function);

/**
 * sim_take_flr() - was FLR asked for?
 * @config: the space of a function or of a VF
 * @pcie: offset of its PCI Express capability
 *
 * The bit reads 0 afterwards.
 *
 * Context: any.
 * Return: true when it was, of what has FLR.
 */
bool sim_take_flr(struct mock_config *config, u16 pcie);

/**
 * sim_react() - what a write to the function did beyond its bits
 * @function: the function
 *
 * Context: its lock is held.
 */
void sim_react(struct sim_function *function);

#endif
