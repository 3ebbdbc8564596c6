/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Numbers that are written to attributes of configfs.
 */
#ifndef SRIOVSCOPE_SIM_NUMBERS_H
#define SRIOVSCOPE_SIM_NUMBERS_H

#include <linux/types.h>

/**
 * sim_numbers() - read numbers that stand side by side
 * @text: what was written; numbers are decimal, hexadecimal with 0x, octal with 0
 * @separator: what is between them; when it is a space, one or more
 * @max: the greatest that makes sense
 * @numbers: where they go
 * @count: how many there must be
 *
 * sscanf() would take what does not fit without its upper bits.
 *
 * Context: any.
 * Return: what follows, past spaces; NULL when it is anything else.
 */
const char *sim_numbers(const char *text, char separator, u64 max, u64 *numbers,
			u32 count);

#endif
