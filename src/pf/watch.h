/* SPDX-License-Identifier: GPL-2.0 */
/*
 * To watch all PFs, as they come and go, and all that happens to them.
 */
#ifndef SRIOVSCOPE_PF_WATCH_H
#define SRIOVSCOPE_PF_WATCH_H

#include "registry.h"

/**
 * watch_start() - watch the PFs that are there, and those that come
 * @observe: show PFs whoever owns them; else only those that are bound to
 *	sriovscope, with registry_bound()
 * @listener: who is told; must live until watch_stop()
 *
 * Reads no more of a PF than whether it is awake; with @observe those that are
 * have their capabilities found.
 *
 * Context: may sleep; takes the PCI rescan lock, and waits for the device lock
 *	of each PF.
 * Return: 0 or a negative errno.
 */
int watch_start(bool observe, const struct registry_listener *listener);

/**
 * watch_stop() - let go of all PFs
 *
 * Context: may sleep. No driver of sriovscope is registered any more.
 */
void watch_stop(void);

#endif
