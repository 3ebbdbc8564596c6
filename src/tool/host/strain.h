/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What people send, as libpci takes it.
 */
#ifndef SRIOVSCOPE_TOOL_STRAIN_H
#define SRIOVSCOPE_TOOL_STRAIN_H

#include <linux/types.h>

/**
 * strain_dump() - take the configuration spaces out of a text
 * @text: any bytes: what "lspci -xxxx" printed, with whatever else around it, or
 *	a copy of the file config of sysfs
 * @size: of @text in bytes
 * @out: where they go, as "lspci -xxxx" prints them
 * @complain: is told what was left out, and why
 * @addressed: set to whether they have addresses; a copy has none
 *
 * libpci fills what is missing with zeros, and ends the program over a line that
 * it does not know. Here a function whose dump is cut short or damaged is left
 * out: rules would judge what it never had.
 *
 * Return: how many configuration spaces there are; -ENOMEM.
 */
int strain_dump(const u8 *text, size_t size, FILE *out,
		void (*complain)(const char *what), bool *addressed);

#endif
