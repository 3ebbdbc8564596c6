/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Devices for the rules: one that keeps all of them, and what breaks one.
 */
#ifndef SRIOVSCOPE_CHECK_FIXTURE_H
#define SRIOVSCOPE_CHECK_FIXTURE_H

#include <kunit/test.h>

#include "core/check/check.h"
#include "mock_space.h"

#define CHECK_PM_AT 0x40
#define CHECK_PCIE_AT 0x70
#define CHECK_SRIOV_AT 0x160
#define CHECK_DEV3_AT 0x200
#define CHECK_REBAR_AT 0x220
#define CHECK_VFS 4

/**
 * struct poke - a register of the device with another value
 * @at: in bytes from the start of the configuration space, 0 for none
 * @width: 1, 2 or 4 bytes
 * @value: what it holds
 */
struct poke {
	u16 at;
	u8 width;
	u32 value;
};

#define CHECK_POKES 4
#define CHECK_SILENCED 3

/**
 * struct check_case - a device, and what a rule says of it
 * @title: of the case
 * @rule: the rule; it alone may change its verdict by @pokes and @bend
 * @on: VFs are on
 * @verdict: what the rule says
 * @before: what the device has of its own already
 * @pokes: what is other in its registers
 * @bend: what is other around it
 * @silences: rules that cannot be told any more then
 */
struct check_case {
	const char *title;
	const char *rule;
	bool on;
	enum check_verdict verdict;
	struct poke before[CHECK_POKES];
	struct poke pokes[CHECK_POKES];
	void (*bend)(struct pf_facts *snap);
	const char *silences[CHECK_SILENCED];
};

/* check_cases.c, check_around_cases.c and check_peer_cases.c */
extern const struct check_case check_register_cases[];
extern const u32 check_register_count;
extern const struct check_case check_around_cases[];
extern const u32 check_around_count;
extern const struct check_case check_peer_cases[];
extern const u32 check_peer_count;

/**
 * check_move() - the PF is somewhere else
 * @snap: what was found; the IDE stream that begins with the PF goes along
 * @routing_id: where it is
 */
static inline void check_move(struct pf_facts *snap, u16 routing_id)
{
	snap->kernel.routing_id = routing_id;
	snap->around->port.ide.streams[0].base = routing_id;
}

/**
 * check_peer() - another PF of the bus
 * @snap: what was found
 * @n: which one
 *
 * Return: what it says.
 */
static inline struct around_peer *check_peer(struct pf_facts *snap, u32 n)
{
	return &snap->around->peers[n];
}

/**
 * check_fixture_config() - the registers of a device that keeps every rule
 * @test: whose end frees it
 * @on: VFs are on
 *
 * Return: the space, never NULL.
 */
struct mock_config *check_fixture_config(struct kunit *test, bool on);

/**
 * check_fixture_take() - look at a device as every device is looked at
 * @test: whose end frees all of it
 * @on: VFs are on
 * @before: CHECK_POKES registers with other values, or NULL
 * @pokes: the same once more
 *
 * The surroundings that a mock device cannot have are put in by hand: a port
 * that forwards ARI, two other PFs, the VFs.
 *
 * Return: the snapshot, never NULL.
 */
struct pf_facts *check_fixture_take(struct kunit *test, bool on,
				    const struct poke *before,
				    const struct poke *pokes);

#endif
