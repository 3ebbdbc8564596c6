/* SPDX-License-Identifier: GPL-2.0 */
/*
 * To wait until something may have changed, and for no longer. No time goes by in
 * which nothing is waited for.
 */
#ifndef SRIOVSCOPE_TOOL_EVENTS_H
#define SRIOVSCOPE_TOOL_EVENTS_H

#include <stdbool.h>

struct events;

/**
 * events_open() - hear what happens
 * @root: a folder with another sys, "" for /: then the kernel is heard
 * @out: descriptor of who reads what is printed
 * @error: to fill in: 0 or a negative errno when the kernel is not heard
 *
 * From now on SIGINT and SIGTERM end events_wait(), and nothing else.
 *
 * Return: for events_close(); NULL when that cannot be done, with @error.
 */
struct events *events_open(const char *root, int out, int *error);

/**
 * events_arm() - what happens from now on is heard
 * @events: from events_open()
 *
 * To be called before each look, so that nothing is lost between a look and
 * events_wait(). The files "events" of the module are opened anew, if it has them.
 */
void events_arm(struct events *events);

/**
 * events_wait() - wait until something may have changed, and all is quiet again
 * @events: from events_open()
 * @seconds: for no longer, 0 for however long
 *
 * Return: false when it is time to end: by a signal, or since nobody reads what is
 *	printed any more.
 */
bool events_wait(struct events *events, unsigned int seconds);

/**
 * events_close() - hear nothing any more
 * @events: from events_open(); NULL is fine
 */
void events_close(struct events *events);

#endif
