/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The ladder of checks in front of the PCI core: pure, so that each rung can be
 * tested without a device.
 */
#ifndef SRIOVSCOPE_GUARD_H
#define SRIOVSCOPE_GUARD_H

#include <linux/types.h>

#define GUARD_REFUSAL_LEN 640

/**
 * struct guard_facts - all that the ladder looks at
 * @allowed: parameter allow_enable is on
 * @admin: the caller has CAP_SYS_ADMIN
 * @is_number: the request is a number that is not negative
 * @requested: that number
 * @looked: the device was looked at: all that follows is known, as far as it
 *	says so. Without it the ladder judges the caller alone
 * @busy: another operation is in progress; what is on may be about to change,
 *	and only @driver_cap is looked at
 * @unseen: why nothing is known of the device, 0 when it was looked at: -ENODEV when it
 *	does not answer, or is not bound any more, else the errno of the look;
 *	@current_vfs says nothing of the device
 * @driver_cap: VFs that the driver allows
 * @current_vfs: VFs that are on
 * @assigned_vfs: VFs that guests have
 * @refused: what the constraints of "preflight" say to the request: 0 or a
 *	negative errno
 * @refusal: their sentence
 */
struct guard_facts {
	bool allowed;
	bool admin;
	bool is_number;
	u32 requested;
	bool looked;
	bool busy;
	int unseen;
	u32 driver_cap;
	u32 current_vfs;
	u32 assigned_vfs;
	int refused;
	char refusal[GUARD_REFUSAL_LEN];
};

/* What guard_climb() returns when the request may go ahead */
#define GUARD_GO 1

/**
 * guard_parse() - read a request
 * @text: decimal, 0x or 0 in front for other bases, one newline may follow
 * @facts: is_number and requested are set
 *
 * A number too large for 32 bits is a number, and larger than any TotalVFs.
 */
void guard_parse(const char *text, struct guard_facts *facts);

/**
 * guard_climb() - may the request go ahead?
 * @facts: what is known
 * @reason: a sentence, when it may not; else untouched
 * @size: of @reason in bytes
 *
 * Return: GUARD_GO; 0 when nothing is to be done; else the errno of the first
 *	rung that stops the request: -EPERM, -EINVAL, -ERANGE, -EAGAIN, -ENODEV,
 *	or that of a constraint.
 */
int guard_climb(const struct guard_facts *facts, char *reason, size_t size);

/**
 * struct guard_outcome - what was found after enabling
 * @asked: VFs that were asked for
 * @vf_enable: VF Enable of the device
 * @num_vfs: NumVFs of the device
 * @devices: VF devices that the kernel has
 */
struct guard_outcome {
	u32 asked;
	bool vf_enable;
	u32 num_vfs;
	u32 devices;
};

/**
 * guard_verify() - did enabling do what was asked?
 * @outcome: what was found
 * @reason: a sentence, when it did not; else untouched
 * @size: of @reason in bytes
 *
 * Return: 0 or -EIO.
 */
int guard_verify(const struct guard_outcome *outcome, char *reason,
		 size_t size);

#endif
