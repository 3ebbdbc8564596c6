/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The constraints: what they see, and what they say.
 */
#ifndef SRIOVSCOPE_CONSTRAINTS_H
#define SRIOVSCOPE_CONSTRAINTS_H

#include "preflight.h"

/* A constraint that does not limit allows any number. */
#define CONSTRAINT_ANY U32_MAX

/* A constraint that does not apply to the device has no line. */
#define CONSTRAINT_NONE (-1LL)

/* Whether it limits is not known: it neither refuses nor promises. */
#define CONSTRAINT_UNKNOWN (-2LL)

/**
 * constraint_fn - a constraint
 * @f: what is known; what the row says that it needs is
 * @slot: of the VF BAR, for those that are one for each
 * @result: detail and remedy are filled in; name and errno are there, and may
 *	be changed
 *
 * Return: how many VFs it allows; CONSTRAINT_ANY, CONSTRAINT_NONE or
 *	CONSTRAINT_UNKNOWN.
 */
typedef s64 constraint_fn(const struct pf_facts *f, u32 slot,
			  struct preflight_result *result);

/**
 * constraint_say() - say the numbers
 * @result: whose detail it is
 * @fmt: one line
 */
void constraint_say(struct preflight_result *result, const char *fmt, ...)
	__printf(2, 3);

/**
 * constraint_advise() - say what a person can do
 * @result: whose remedy it is
 * @fmt: one line
 */
void constraint_advise(struct preflight_result *result, const char *fmt, ...)
	__printf(2, 3);

/**
 * constraint_not_known() - say that the registers are unknown
 * @result: whose detail it is
 *
 * Return: CONSTRAINT_ANY: what is unknown does not limit.
 */
s64 constraint_not_known(struct preflight_result *result);

/**
 * constraint_unknown() - say that something is unknown that a constraint needs
 * @f: what is known
 * @about: the groups, ABOUT_*; at least one of them is unknown
 * @result: detail and remedy are filled in
 *
 * For what is needed of some devices only; what is needed of all is in the row.
 *
 * Return: CONSTRAINT_UNKNOWN.
 */
s64 constraint_unknown(const struct pf_facts *f, u32 about,
		       struct preflight_result *result);

/* constraints_kernel.c: what the kernel and the driver ask */
constraint_fn constraint_kernel_accepted;
constraint_fn constraint_driver_cap;
constraint_fn constraint_driver;
constraint_fn constraint_vfs_on;
constraint_fn constraint_allow_enable;
constraint_fn constraint_vfs_assigned;
constraint_fn constraint_driver_limits;
constraint_fn constraint_iommu;

/* constraints_device.c: what the registers and the place of the device allow */
constraint_fn constraint_total_vfs;
constraint_fn constraint_initial_vfs;
constraint_fn constraint_bus_numbers;
constraint_fn constraint_dependency_link;
constraint_fn constraint_power_state;
constraint_fn constraint_ari_forwarding;

/* constraints_window.c: what the windows of the VF BARs allow */
constraint_fn constraint_window;
constraint_fn constraint_vf_bars;

#endif
