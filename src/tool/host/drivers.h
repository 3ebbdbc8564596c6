/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Which drivers can enable VFs.
 */
#ifndef SRIOVSCOPE_TOOL_DRIVERS_H
#define SRIOVSCOPE_TOOL_DRIVERS_H

#include "core/facts/facts.h"

struct host;

/**
 * drivers_callback() - can the driver of a PF enable VFs through sysfs?
 * @host: a live machine
 * @kernel: with driver; can_configure and switched_off are filled in
 *
 * Return: false when that is not known.
 */
bool drivers_callback(const struct host *host, struct pf_kernel *kernel);

/**
 * drivers_has() - is a driver loaded?
 * @host: a live machine
 * @driver: its name
 *
 * Return: true when it is, or is built in.
 */
bool drivers_has(const struct host *host, const char *driver);

#endif
