/* SPDX-License-Identifier: GPL-2.0 */
/*
 * One configuration read that goes wrong, and no other.
 */
#ifndef SRIOVSCOPE_SIM_ODD_READ_H
#define SRIOVSCOPE_SIM_ODD_READ_H

#include <linux/types.h>

/**
 * struct sim_odd_read - a read that goes wrong
 * @left: which one, 1 for the next; 0 for none
 * @error: errno that it gives, or 0; then:
 * @ones: bits that read 1 instead
 * @flips: bits that are turned after that
 */
struct sim_odd_read {
	u32 left;
	int error;
	u32 ones;
	u32 flips;
};

/**
 * sim_odd_read_parse() - read what was written
 * @text: "NUMBER fails ERRNO", "NUMBER ones", "NUMBER flips MASK" or "none"
 * @odd: where it goes
 *
 * Context: any.
 * Return: 0; -EINVAL when it is anything else, and then @odd is as it was.
 */
int sim_odd_read_parse(const char *text, struct sim_odd_read *odd);

/**
 * sim_odd_read_print() - say what is to come, in the words that are written
 * @odd: the read
 * @page: where the line goes
 *
 * Context: any.
 * Return: bytes of text.
 */
ssize_t sim_odd_read_print(const struct sim_odd_read *odd, char *page);

/**
 * sim_odd_read_pass() - a read arrives
 * @odd: the read that goes wrong; counts this one
 * @width: 1, 2 or 4 bytes
 * @ret: what the read gives else, 0 or a negative errno
 * @value: the same; all ones when it fails
 *
 * Context: any; who calls has what guards @odd.
 * Return: what it gives.
 */
int sim_odd_read_pass(struct sim_odd_read *odd, u32 width, int ret, u32 *value);

#endif
