/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What there is to draw, from a machine.
 */
#ifndef SRIOVSCOPE_TOOL_MAP_COLLECT_H
#define SRIOVSCOPE_TOOL_MAP_COLLECT_H

#include "host/host.h"
#include "map.h"

/**
 * map_collect() - make the map of a PF
 * @fn: the PF, which is woken up
 * @map: to fill in; zero before
 *
 * Return: 0, or as host_facts().
 */
int map_collect(struct host_function *fn, struct map *map);

#endif
