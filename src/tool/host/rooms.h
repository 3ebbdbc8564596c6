/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Who has the memory and the buses above the PFs of a bus.
 */
#ifndef SRIOVSCOPE_TOOL_ROOMS_H
#define SRIOVSCOPE_TOOL_ROOMS_H

struct host;

/**
 * host_rooms_forget() - drop what is kept of it
 * @host: the machine
 */
void host_rooms_forget(struct host *host);

#endif
