/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How many VFs could be enabled now, and what limits it? Constraints are rows
 * of a table, each a pure function of what was read.
 */
#ifndef SRIOVSCOPE_PREFLIGHT_H
#define SRIOVSCOPE_PREFLIGHT_H

#include "core/facts/facts.h"

#define PREFLIGHT_TEXT_LEN 480

/**
 * struct preflight_result - one constraint's line of "preflight"
 * @name: of the constraint
 * @unknown: how many VFs it would allow is not known
 * @max_vfs: how many VFs it alone would allow, 65535 when it does not limit or
 *	when that is not known
 * @error: what an attempt above that meets, a negative errno
 * @errno_name: the same by name, "EBUSY" say
 * @detail: the numbers behind it
 * @remedy: what a person can do
 */
struct preflight_result {
	const char *name;
	bool unknown;
	u32 max_vfs;
	int error;
	const char *errno_name;
	char detail[PREFLIGHT_TEXT_LEN];
	char remedy[PREFLIGHT_TEXT_LEN];
};

/**
 * struct preflight_summary - all constraints together
 * @unknown: one that can limit does not know what it allows, and none allows no
 *	VF at all
 * @max_vfs_now: the least of what they allow, so far as that is known
 * @limited_by: the first one with that, "total_vfs" when none has less than
 *	TotalVFs; with @unknown the first that does not know
 */
struct preflight_summary {
	bool unknown;
	u32 max_vfs_now;
	const char *limited_by;
};

/* What a snapshot needs for the constraints */
#define PREFLIGHT_NEEDS                                               \
	(FACTS_SRIOV_IF_ANY | FACTS_SELF | FACTS_PLACE | FACTS_PORT | \
	 FACTS_ASSIGNED | FACTS_ROOM)

/**
 * preflight_constraint_count() - how many constraints there are
 *
 * Return: the number of rows of the table; not all apply to every device.
 */
u32 preflight_constraint_count(void);

/**
 * preflight_constraint() - judge one constraint
 * @facts: with PREFLIGHT_NEEDS
 * @n: which one, below preflight_constraint_count()
 * @result: to fill in
 *
 * They come in the order in which an attempt through sysfs meets them.
 *
 * Context: any; pure.
 * Return: false when it does not apply to the device.
 */
bool preflight_constraint(const struct pf_facts *facts, u32 n,
			  struct preflight_result *result);

/**
 * preflight_next() - judge the next constraint that applies
 * @facts: with PREFLIGHT_NEEDS
 * @n: from which one on
 * @result: to fill in
 *
 * Context: any; pure.
 * Return: which one it is; preflight_constraint_count() when there is no other.
 */
u32 preflight_next(const struct pf_facts *facts, u32 n,
		   struct preflight_result *result);

/**
 * preflight_for_each() - judge all constraints that apply, one after the other
 * @facts: with PREFLIGHT_NEEDS
 * @n: u32 to count with
 * @result: struct preflight_result to fill in, before each turn
 */
#define preflight_for_each(facts, n, result)         \
	for ((n) = preflight_next(facts, 0, result); \
	     (n) < preflight_constraint_count();     \
	     (n) = preflight_next(facts, (n) + 1, result))

/**
 * preflight_all() - judge all constraints
 * @facts: with PREFLIGHT_NEEDS
 * @summary: to fill in
 *
 * Context: any; pure.
 */
void preflight_all(const struct pf_facts *facts,
		   struct preflight_summary *summary);

/**
 * preflight_refuses() - what an attempt to enable VFs would meet
 * @facts: with PREFLIGHT_NEEDS
 * @num_vfs: how many VFs; 0 disables
 * @result: the constraint that refuses, when one does; else undefined
 *
 * Disabling is refused by nothing but VFs that guests have. What is not known
 * refuses nothing.
 *
 * Context: any; pure.
 * Return: 0 or a negative errno.
 */
int preflight_refuses(const struct pf_facts *facts, u32 num_vfs,
		      struct preflight_result *result);

/**
 * struct preflight_size - what if a VF BAR had another size?
 * @slot: which VF BAR
 * @bytes: of one VF's copy
 * @now: it has this size
 * @unknown: @max_vfs is not known
 * @max_vfs: how many copies fit into the window that there is
 * @moved_unknown: @max_vfs_moved is not known
 * @max_vfs_moved: how many would fit if the window were where most is free on the
 *	bus of the PF, what it has now included
 */
struct preflight_size {
	u32 slot;
	u64 bytes;
	bool now;
	bool unknown;
	u32 max_vfs;
	bool moved_unknown;
	u32 max_vfs_moved;
};

/**
 * preflight_size_count() - how many sizes VF BARs can have
 * @facts: with PREFLIGHT_NEEDS
 *
 * Context: any; pure.
 * Return: of all VF BARs together, by VF Resizable BAR.
 */
u32 preflight_size_count(const struct pf_facts *facts);

/**
 * preflight_size() - what one of them comes to
 * @facts: with PREFLIGHT_NEEDS
 * @n: which one, below preflight_size_count()
 * @size: to fill in
 *
 * So many VFs fit into a window as pci_iov_vf_bar_get_sizes() of the kernel has the
 * size for.
 *
 * Context: any; pure.
 */
void preflight_size(const struct pf_facts *facts, u32 n,
		    struct preflight_size *size);

/**
 * preflight_vfs_if_moved() - how many VFs fit where most is free
 * @facts: with PREFLIGHT_NEEDS, the registers among them
 * @slot: which VF BAR
 * @bytes: of one VF's copy
 *
 * Context: any; pure.
 * Return: how many, up to TotalVFs; 0 when there is no such VF BAR.
 */
u32 preflight_vfs_if_moved(const struct pf_facts *facts, u32 slot, u64 bytes);

/**
 * preflight_smaller_fits() - is there room for all VFs with a smaller VF BAR?
 * @facts: with PREFLIGHT_NEEDS, the registers among them
 * @slot: which VF BAR
 *
 * Context: any; pure.
 * Return: true when VF Resizable BAR has such a size.
 */
bool preflight_smaller_fits(const struct pf_facts *facts, u32 slot);

#endif
