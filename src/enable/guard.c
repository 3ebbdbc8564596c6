// SPDX-License-Identifier: GPL-2.0
/*
 * The ladder. Rungs are tried from the top; the first that stops the request
 * decides. To add one, add a row.
 */
#include <linux/array_size.h>
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/kstrtox.h>
#include <linux/limits.h>
#include <linux/minmax.h>

#include "guard.h"

static bool stops_parameter(const struct guard_facts *f)
{
	return !f->allowed;
}

static void say_parameter(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size,
		  "parameter allow_enable is off, which refuses every change; write 1 to /sys/module/sriovscope/parameters/allow_enable");
}

static bool stops_capability(const struct guard_facts *f)
{
	return !f->admin;
}

static void say_capability(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size, "the caller lacks CAP_SYS_ADMIN");
}

static bool stops_parse(const struct guard_facts *f)
{
	return !f->is_number;
}

static void say_parse(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size,
		  "not a number of VFs; write 0 to disable, or a number up to total_vfs");
}

static bool stops_range(const struct guard_facts *f)
{
	if (f->requested > f->driver_cap)
		return true;
	return !f->gone && !f->busy && f->requested > f->total_vfs;
}

static void say_range(const struct guard_facts *f, char *reason, size_t size)
{
	if (f->gone || f->busy || f->driver_cap < f->total_vfs)
		scnprintf(reason, size, "more than the %u VFs that the driver allows",
			  f->driver_cap);
	else
		scnprintf(reason, size, "more than the device's TotalVFs, which is %u",
			  f->total_vfs);
}

static bool stops_same(const struct guard_facts *f)
{
	return !f->gone && !f->busy && f->requested == f->current_vfs;
}

static void say_same(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size, "%u VFs are on already; nothing was touched",
		  f->current_vfs);
}

static bool stops_enabled(const struct guard_facts *f)
{
	return !f->gone && !f->busy && f->requested && f->current_vfs;
}

static void say_enabled(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size, "%u VFs are on; write 0 first, then %u",
		  f->current_vfs, f->requested);
}

static bool stops_assigned(const struct guard_facts *f)
{
	return !f->busy && f->assigned_vfs;
}

static void say_assigned(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size, "%u VFs are assigned to guests; detach them first",
		  f->assigned_vfs);
}

static bool stops_busy(const struct guard_facts *f)
{
	return f->busy;
}

static void say_busy(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size, "another operation on this PF is in progress; try again");
}

static bool stops_gone(const struct guard_facts *f)
{
	return f->gone;
}

static void say_gone(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size, "the device does not answer or is no longer bound to sriovscope");
}

/* The first rungs judge the caller, those from @needs_look on the device. */
static const struct guard_rung {
	int result;
	bool needs_look;
	bool (*stops)(const struct guard_facts *facts);
	void (*say)(const struct guard_facts *facts, char *reason, size_t size);
} guard_rungs[] = {
	{ -EPERM, false, stops_parameter, say_parameter },
	{ -EPERM, false, stops_capability, say_capability },
	{ -EINVAL, false, stops_parse, say_parse },
	{ -ERANGE, true, stops_range, say_range },
	{ 0, true, stops_same, say_same },
	{ -EBUSY, true, stops_enabled, say_enabled },
	{ -EPERM, true, stops_assigned, say_assigned },
	{ -EAGAIN, true, stops_busy, say_busy },
	{ -ENODEV, true, stops_gone, say_gone },
};

void guard_parse(const char *text, struct guard_facts *facts)
{
	unsigned int number;
	int ret;

	ret = kstrtouint(text, 0, &number);
	if (ret == -ERANGE)
		number = UINT_MAX;
	facts->is_number = !ret || ret == -ERANGE;
	facts->requested = facts->is_number ? number : 0;
}

int guard_climb(const struct guard_facts *facts, char *reason, size_t size)
{
	const struct guard_rung *rung;

	for (rung = guard_rungs;
	     rung < guard_rungs + ARRAY_SIZE(guard_rungs); rung++) {
		if (rung->needs_look && !facts->looked)
			break;
		if (rung->stops(facts)) {
			rung->say(facts, reason, size);
			return rung->result;
		}
	}
	return GUARD_GO;
}

int guard_verify(const struct guard_outcome *outcome, char *reason, size_t size)
{
	if (outcome->vf_enable && outcome->num_vfs == outcome->asked &&
	    outcome->devices == outcome->asked)
		return 0;
	scnprintf(reason, size,
		  "%u VFs were asked for, but VF Enable is %s, NumVFs is %u and %u VF devices came; disabled again",
		  outcome->asked, outcome->vf_enable ? "set" : "clear",
		  outcome->num_vfs, outcome->devices);
	return -EIO;
}
