/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What can happen to a PF.
 */
#ifndef SRIOVSCOPE_EVENT_H
#define SRIOVSCOPE_EVENT_H

#include <linux/sched.h>
#include <linux/types.h>

/* A name of a driver, a number, or an errno */
#define EVENT_CELL_LEN 40

/* Domain, bus, device and function */
#define EVENT_ADDRESS_LEN 24

#define EVENT_VIA_LEN 16

/*
 * Each kind has this name in the file "events" and as a tracepoint. What happens to
 * VFs comes in hundreds, and what is written to registers from a guest, which may have
 * the PF: these are kept apart, and do not push out what explains them.
 * "before" and "after" are:
 *
 *	device_added		-		vendor:device
 *	device_gone		vendor:device	-
 *	driver_bound		-		the driver
 *	driver_unbound		the driver	-
 *	driver_failed		the driver	errno, "unknown" when nobody tells
 *	vfs_enabled		how many VFs	how many VFs
 *	vfs_disabled		how many VFs	how many VFs
 *	request_refused		what was asked	errno
 *	reset			-		-
 *	reset_seen		the kernel's	VFs that the registers enable
 *	num_vfs_changed		the kernel's	NumVFs of the registers
 *	config_written		the register	the value
 *	vf_added		VF devices	VF devices
 *	vf_removed		VF devices	VF devices
 *	vf_driver_bound		-		the driver
 *	vf_driver_unbound	the driver	-
 *	vf_driver_failed	the driver	so too
 *	vf_reset		-		-
 */
#define EVENT_KINDS(X)            \
	X(device_added, PF)       \
	X(device_gone, PF)        \
	X(driver_bound, PF)       \
	X(driver_unbound, PF)     \
	X(driver_failed, PF)      \
	X(vfs_enabled, PF)        \
	X(vfs_disabled, PF)       \
	X(request_refused, PF)    \
	X(reset, CONFIG)          \
	X(reset_seen, PF)         \
	X(num_vfs_changed, PF)    \
	X(config_written, CONFIG) \
	X(vf_added, VF)           \
	X(vf_removed, VF)         \
	X(vf_driver_bound, VF)    \
	X(vf_driver_unbound, VF)  \
	X(vf_driver_failed, VF)   \
	X(vf_reset, VF)

/* clang-format off */
/**
 * enum event_kind - what happened: EVENT_KINDS, and
 * @EVENT_dropped: how many events before this one are not kept any more, in
 *	"after"; made up for who reads, and no tracepoint
 */
enum event_kind {
/* private: one for each row */
#define EVENT_KIND(name, of) EVENT_##name,
	EVENT_KINDS(EVENT_KIND)
#undef EVENT_KIND
	/* public: */
	EVENT_dropped,
};

/* clang-format on */

/**
 * enum event_via - on which way it happened
 * @EVENT_VIA_NONE: there are no ways to tell apart
 * @EVENT_VIA_NUMVFS: "numvfs" of sriovscope
 * @EVENT_VIA_SRIOV_NUMVFS: "sriov_numvfs" in sysfs
 * @EVENT_VIA_DRIVER: the driver of the PF by itself
 * @EVENT_VIA_LOOK: somebody looked at the registers and found it; when it
 *	happened, nobody knows
 * @EVENT_VIA_UNKNOWN: this kernel does not let that be told
 */
enum event_via {
	EVENT_VIA_NONE,
	EVENT_VIA_NUMVFS,
	EVENT_VIA_SRIOV_NUMVFS,
	EVENT_VIA_DRIVER,
	EVENT_VIA_LOOK,
	EVENT_VIA_UNKNOWN,
};

/**
 * struct event_actor - who did it
 * @pid: of the process, 0 when nobody knows
 * @comm: its name
 */
struct event_actor {
	pid_t pid;
	char comm[TASK_COMM_LEN];
};

/* No VF: a routing ID has 16 bits. */
#define EVENT_NO_VF U32_MAX

/**
 * struct event - what happened
 * @seq: number of the event, from 1 on without a gap
 * @time: nanoseconds of the kernel log's clock, 0 for EVENT_dropped
 * @what: what it was
 * @via: on which way
 * @actor: who did it
 * @vf: routing ID of the VF, EVENT_NO_VF when it was the PF
 * @before: see EVENT_KINDS, empty for a dash
 * @after: the same
 */
struct event {
	unsigned long seq;
	u64 time;
	enum event_kind what;
	enum event_via via;
	struct event_actor actor;
	u32 vf;
	char before[EVENT_CELL_LEN];
	char after[EVENT_CELL_LEN];
};

/**
 * event_name() - the name of a kind
 * @what: the kind
 *
 * Return: the name.
 */
const char *event_name(enum event_kind what);

/**
 * event_via_name() - the name of a way
 * @via: the way
 *
 * Return: the name, a dash for none.
 */
const char *event_via_name(enum event_via via);

/**
 * event_cell() - what a cell says
 * @cell: before, after or comm
 *
 * Return: @cell, a dash when it is empty.
 */
static inline const char *event_cell(const char *cell)
{
	return *cell ? cell : "-";
}

/**
 * event_pf() - the address of a PF
 * @key: of the PF
 * @text: to fill in, EVENT_ADDRESS_LEN bytes
 */
void event_pf(unsigned long key, char *text);

/**
 * event_vf() - the address of the VF that it happened to
 * @key: of the PF
 * @event: what happened
 * @text: to fill in, EVENT_ADDRESS_LEN bytes; a dash when it was the PF
 */
void event_vf(unsigned long key, const struct event *event, char *text);

/**
 * event_actor_now() - who is at work
 * @actor: to fill in with the process that runs, or the thread of the kernel
 *
 * Context: of a task.
 */
void event_actor_now(struct event_actor *actor);

#endif
