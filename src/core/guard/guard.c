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

static int judge_parameter(const struct guard_facts *f)
{
	return f->allowed ? GUARD_GO : -EPERM;
}

static void say_parameter(const struct guard_facts *f, char *reason,
			  size_t size)
{
	scnprintf(reason, size,
		  "parameter allow_enable is off, which refuses every change; write 1 to /sys/module/sriovscope/parameters/allow_enable");
}

static int judge_capability(const struct guard_facts *f)
{
	return f->admin ? GUARD_GO : -EPERM;
}

static void say_capability(const struct guard_facts *f, char *reason,
			   size_t size)
{
	scnprintf(reason, size, "the caller lacks CAP_SYS_ADMIN");
}

static int judge_parse(const struct guard_facts *f)
{
	return f->is_number ? GUARD_GO : -EINVAL;
}

static void say_parse(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size,
		  "not a number of VFs; write 0 to disable, or a number up to total_vfs");
}

static int judge_cap(const struct guard_facts *f)
{
	return (f->busy || f->unseen) && f->requested > f->driver_cap ?
		       -ERANGE :
		       GUARD_GO;
}

static void say_cap(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size, "more than the %u VFs that the driver allows",
		  f->driver_cap);
}

static int judge_same(const struct guard_facts *f)
{
	return !f->unseen && !f->busy && f->requested == f->current_vfs ?
		       0 :
		       GUARD_GO;
}

static void say_same(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size, "%u VFs are on already; nothing was touched",
		  f->current_vfs);
}

static int judge_refused(const struct guard_facts *f)
{
	return !f->unseen && !f->busy && f->refused ? f->refused : GUARD_GO;
}

static void say_refused(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size, "%s", f->refusal);
}

/* Of a device that answers, the constraints know it. */
static int judge_assigned(const struct guard_facts *f)
{
	return f->unseen && !f->busy && f->assigned_vfs ? -EPERM : GUARD_GO;
}

static void say_assigned(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size,
		  "%u VFs are assigned to guests; detach them first",
		  f->assigned_vfs);
}

static int judge_busy(const struct guard_facts *f)
{
	return f->busy ? -EAGAIN : GUARD_GO;
}

static void say_busy(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size,
		  "another operation on this PF is in progress; try again");
}

static int judge_unseen(const struct guard_facts *f)
{
	return f->unseen ?: GUARD_GO;
}

static void say_unseen(const struct guard_facts *f, char *reason, size_t size)
{
	scnprintf(reason, size, "%s",
		  f->unseen == -ENODEV ?
			  "the device does not answer or is no longer bound to sriovscope" :
		  f->unseen == -ENOMEM ?
			  "there is no memory to look at the device; try again" :
			  "the device cannot be looked at; \"regs\" fails with the same error");
}

/* The first rungs judge the caller, those from @needs_look on the device. */
static const struct guard_rung {
	bool needs_look;
	int (*judge)(const struct guard_facts *facts);
	void (*say)(const struct guard_facts *facts, char *reason, size_t size);
} guard_rungs[] = {
	{ false, judge_parameter, say_parameter },
	{ false, judge_capability, say_capability },
	{ false, judge_parse, say_parse },
	{ true, judge_cap, say_cap },
	{ true, judge_same, say_same },
	{ true, judge_refused, say_refused },
	{ true, judge_assigned, say_assigned },
	{ true, judge_busy, say_busy },
	{ true, judge_unseen, say_unseen },
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
	int ret;

	for (rung = guard_rungs; rung < guard_rungs + ARRAY_SIZE(guard_rungs);
	     rung++) {
		if (rung->needs_look && !facts->looked)
			break;
		ret = rung->judge(facts);
		if (ret != GUARD_GO) {
			rung->say(facts, reason, size);
			return ret;
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
