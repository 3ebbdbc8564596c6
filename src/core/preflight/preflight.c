// SPDX-License-Identifier: GPL-2.0
/*
 * The table of constraints, in the order in which an attempt through sysfs
 * meets them (sriov_numvfs_store() and sriov_enable() in drivers/pci/iov.c),
 * then what only the VFs would show. To add one, add a row.
 */
#include <linux/array_size.h>
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/limits.h>
#include <linux/minmax.h>
#include <linux/stdarg.h>
#include <linux/string.h>

#include "constraints.h"

#define CONSTRAINT(what, meets, how, ...)                               \
	{                                                               \
		.name = #what, .error = -(meets), .errno_name = #meets, \
		.judge = constraint_##how, ##__VA_ARGS__                \
	}

static const struct constraint {
	const char *name;
	int error;
	const char *errno_name;
	constraint_fn *judge;
	u32 needs; /* ABOUT_*, without which nothing can be told */
	u32 slot;
	bool disabling; /* holds for disabling VFs too */
	bool hint; /* never limits: nothing depends on knowing it */
} constraints[] = {
	CONSTRAINT(kernel_accepted, ENOENT, kernel_accepted,
		   .needs = ABOUT_KERNEL),
	CONSTRAINT(total_vfs, ERANGE, total_vfs),
	CONSTRAINT(driver_cap, ERANGE, driver_cap, .needs = ABOUT_KERNEL),
	CONSTRAINT(driver, ENOENT, driver, .needs = ABOUT_DRIVER),
	CONSTRAINT(vfs_on, EBUSY, vfs_on, .needs = ABOUT_KERNEL),
	CONSTRAINT(allow_enable, EPERM, allow_enable, .needs = ABOUT_DRIVER),
	CONSTRAINT(vfs_assigned, EPERM, vfs_assigned, .needs = ABOUT_ASSIGNED,
		   .disabling = true),
	CONSTRAINT(initial_vfs, EIO, initial_vfs),
	CONSTRAINT(vf_bar0_window, ENOMEM, window, .slot = 0),
	CONSTRAINT(vf_bar1_window, ENOMEM, window, .slot = 1),
	CONSTRAINT(vf_bar2_window, ENOMEM, window, .slot = 2),
	CONSTRAINT(vf_bar3_window, ENOMEM, window, .slot = 3),
	CONSTRAINT(vf_bar4_window, ENOMEM, window, .slot = 4),
	CONSTRAINT(vf_bar5_window, ENOMEM, window, .slot = 5),
	CONSTRAINT(vf_bars, ENOMEM, vf_bars,
		   .needs = ABOUT_KERNEL | ABOUT_WINDOWS | ABOUT_SELF),
	CONSTRAINT(bus_numbers, ENOMEM, bus_numbers, .needs = ABOUT_PLACE),
	CONSTRAINT(dependency_link, ENODEV, dependency_link,
		   .needs = ABOUT_PLACE | ABOUT_LINK),
	CONSTRAINT(power_state, EIO, power_state,
		   .needs = ABOUT_SELF | ABOUT_POWER),
	CONSTRAINT(ari_forwarding, EIO, ari_forwarding,
		   .needs = ABOUT_PLACE | ABOUT_PORT),
	CONSTRAINT(driver_limits, ENOSPC, driver_limits,
		   .needs = ABOUT_DRIVER | ABOUT_CALLBACK, .hint = true),
	CONSTRAINT(iommu, EPERM, iommu, .needs = ABOUT_IOMMU, .hint = true),
};

void constraint_say(struct preflight_result *result, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vscnprintf(result->detail, sizeof(result->detail), fmt, args);
	va_end(args);
}

void constraint_advise(struct preflight_result *result, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vscnprintf(result->remedy, sizeof(result->remedy), fmt, args);
	va_end(args);
}

s64 constraint_not_known(struct preflight_result *result)
{
	constraint_say(result, "the registers are unknown: see check");
	return CONSTRAINT_ANY;
}

s64 constraint_unknown(const struct pf_facts *f, u32 about,
		       struct preflight_result *result)
{
	facts_say_lack(f, about, result->detail, sizeof(result->detail));
	constraint_advise(result,
			  "ask on the machine of the device, with sriovscope loaded");
	return CONSTRAINT_UNKNOWN;
}

/* TotalVFs; when the register is unknown, what the kernel has read of it. */
static u32 total_vfs(const struct pf_facts *facts)
{
	if (facts->sriov_error && facts_lack(facts, ABOUT_KERNEL))
		return U16_MAX;
	return facts->sriov_error ? facts->kernel.driver_cap :
				    facts->sriov.total_vfs;
}

/* How many VFs the constraint alone allows; NumVFs can say no more than 65535. */
static s64 judge(const struct pf_facts *facts, const struct constraint *row,
		 struct preflight_result *result)
{
	s64 max;

	result->name = row->name;
	result->error = row->error;
	result->errno_name = row->errno_name;
	strscpy(result->detail, "", sizeof(result->detail));
	strscpy(result->remedy, "none needed", sizeof(result->remedy));
	if (facts_lack(facts, row->needs))
		max = constraint_unknown(facts, row->needs, result);
	else
		max = row->judge(facts, row->slot, result);
	result->unknown = max == CONSTRAINT_UNKNOWN;
	result->max_vfs = min_t(u64, max, U16_MAX);
	return max;
}

u32 preflight_constraint_count(void)
{
	return ARRAY_SIZE(constraints);
}

bool preflight_constraint(const struct pf_facts *facts, u32 n,
			  struct preflight_result *result)
{
	return judge(facts, &constraints[n], result) != CONSTRAINT_NONE;
}

u32 preflight_next(const struct pf_facts *facts, u32 n,
		   struct preflight_result *result)
{
	while (n < ARRAY_SIZE(constraints) &&
	       !preflight_constraint(facts, n, result))
		n++;
	return n;
}

void preflight_all(const struct pf_facts *facts,
		   struct preflight_summary *summary)
{
	struct preflight_result result;
	const char *open = NULL;
	u32 i;

	summary->max_vfs_now = total_vfs(facts);
	summary->limited_by = "total_vfs";
	preflight_for_each(facts, i, &result) {
		if (result.unknown && !open && !constraints[i].hint)
			open = result.name;
		if (result.max_vfs < summary->max_vfs_now) {
			summary->max_vfs_now = result.max_vfs;
			summary->limited_by = result.name;
		}
	}
	summary->unknown = open && summary->max_vfs_now;
	if (summary->unknown)
		summary->limited_by = open;
}

/* Does a constraint that allows @max VFs refuse @num_vfs? */
static bool refuses(const struct constraint *row, s64 max, u32 num_vfs)
{
	if (max == CONSTRAINT_NONE || max == CONSTRAINT_UNKNOWN)
		return false;
	if (!num_vfs)
		return row->disabling && !max;
	return num_vfs > max;
}

int preflight_refuses(const struct pf_facts *facts, u32 num_vfs,
		      struct preflight_result *result)
{
	const struct constraint *row;
	s64 max;

	for (row = constraints; row < constraints + ARRAY_SIZE(constraints);
	     row++) {
		max = judge(facts, row, result);
		if (refuses(row, max, num_vfs))
			return result->error;
	}
	return 0;
}
