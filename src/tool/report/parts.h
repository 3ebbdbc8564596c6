/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The parts of a report. Each prints lines that nobody takes for a configuration
 * space: they begin with no address, and with no offset.
 */
#ifndef SRIOVSCOPE_TOOL_PARTS_H
#define SRIOVSCOPE_TOOL_PARTS_H

#include "members.h"
#include "secrets.h"

/**
 * part_dump() - print the configuration space of a function, as "lspci -xxxx"
 * @fn: the function
 * @wake: it is read when it sleeps, too
 * @secrets: what is secret; serial numbers that are met are added
 * @out: where to
 *
 * Return: 0; AROUND_ASLEEP; -ENODEV when the function is gone; the errno of a read;
 *	-ENOMEM. On error nothing was printed.
 */
int part_dump(const struct host_function *fn, bool wake,
	      struct secrets *secrets, FILE *out);

/**
 * part_functions() - print who the functions are, and the drivers they have
 * @members: the functions
 * @secrets: what is secret
 * @out: where to
 */
void part_functions(const struct members *members, struct secrets *secrets,
		    FILE *out);

/**
 * part_kernel() - print which kernel it is, and the words of its command line that
 *	are about PCI, or are parameters of the drivers
 * @members: the functions
 * @secrets: what is secret
 * @out: where to
 */
void part_kernel(const struct members *members, struct secrets *secrets,
		 FILE *out);

/**
 * part_windows() - print the resources of the functions, and where they are in
 *	the tree of resources
 * @members: the functions
 * @secrets: what is secret
 * @out: where to
 */
void part_windows(const struct members *members, struct secrets *secrets,
		  FILE *out);

/**
 * part_log() - print the lines of the kernel's log that name the functions
 * @members: the functions
 * @secrets: what is secret
 * @out: where to
 */
void part_log(const struct members *members, struct secrets *secrets,
	      FILE *out);

#endif
