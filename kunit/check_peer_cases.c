// SPDX-License-Identifier: GPL-2.0
/*
 * What breaks a rule by who else is on the PF's bus, and what just does not.
 */
#include <linux/array_size.h>
#include <linux/bitmap.h>
#include <linux/errno.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "check_fixture.h"

static void bend_ring_of_2(struct pf_facts *snap)
{
	snap->sriov.function_dependency_link = 1;
	check_peer(snap, 0)->sriov.function_dependency_link = 0;
}

static void bend_ring_of_3(struct pf_facts *snap)
{
	snap->sriov.function_dependency_link = 1;
	check_peer(snap, 0)->sriov.function_dependency_link = 2;
	check_peer(snap, 1)->sriov.function_dependency_link = 0;
}

static void bend_ring_other_initial(struct pf_facts *snap)
{
	bend_ring_of_3(snap);
	check_peer(snap, 1)->sriov.initial_vfs = 7;
}

static void bend_ring_other_total(struct pf_facts *snap)
{
	bend_ring_of_3(snap);
	check_peer(snap, 1)->sriov.total_vfs = 9;
}

static void bend_no_ring(struct pf_facts *snap)
{
	bend_ring_of_3(snap);
	check_peer(snap, 1)->sriov.function_dependency_link = 1;
}

static void bend_link_to_no_pf(struct pf_facts *snap)
{
	snap->sriov.function_dependency_link = 7;
}

static void bend_link_to_unwatched(struct pf_facts *snap)
{
	bend_link_to_no_pf(snap);
	snap->around->all_pfs = false;
}

static void bend_link_to_unread(struct pf_facts *snap)
{
	bend_ring_of_2(snap);
	check_peer(snap, 0)->error = -EIO;
}

/* VFs of a peer, from a routing ID on */
static void peer_vfs(struct pf_facts *snap, u16 first, u16 stride, u16 count)
{
	struct around_peer *at = check_peer(snap, 1);

	at->sriov.vf_enable = true;
	at->sriov.num_vfs = count;
	at->sriov.first_vf_offset = first - at->routing_id;
	at->sriov.vf_stride = stride;
}

/* The VFs here are 480, 482, 484 and 486. */
static void bend_peer_hits_last(struct pf_facts *snap)
{
	peer_vfs(snap, 0x486, 2, 3);
}

static void bend_peer_is_behind(struct pf_facts *snap)
{
	peer_vfs(snap, 0x487, 1, 3);
}

static void bend_peer_hits_first(struct pf_facts *snap)
{
	peer_vfs(snap, 0x47e, 1, 3);
}

static void bend_peer_is_before(struct pf_facts *snap)
{
	peer_vfs(snap, 0x47d, 1, 3);
}

static void bend_peer_is_between(struct pf_facts *snap)
{
	peer_vfs(snap, 0x47f, 2, 8);
}

static void bend_peer_is_off(struct pf_facts *snap)
{
	bend_peer_hits_last(snap);
	check_peer(snap, 1)->sriov.vf_enable = false;
}

static void bend_peer_is_unread(struct pf_facts *snap)
{
	bend_peer_hits_last(snap);
	check_peer(snap, 1)->error = -EIO;
}

/* The kernel has a function at a routing ID; it is no PF. */
static void function_at(struct pf_facts *snap, u16 id)
{
	kvfree(snap->around->functions);
	snap->around->functions = kvcalloc(BITS_TO_LONGS(AROUND_ROUTING_IDS),
					   sizeof(long), GFP_KERNEL);
	if (snap->around->functions)
		__set_bit(id, snap->around->functions);
}

static void bend_function_at_first(struct pf_facts *snap)
{
	function_at(snap, 0x480);
}

static void bend_function_at_last(struct pf_facts *snap)
{
	function_at(snap, 0x486);
}

static void bend_function_before(struct pf_facts *snap)
{
	function_at(snap, 0x47f);
}

static void bend_function_between(struct pf_facts *snap)
{
	function_at(snap, 0x483);
}

static void bend_function_behind(struct pf_facts *snap)
{
	function_at(snap, 0x488);
}

/* The last but one is the last routing ID that there is. */
static void bend_function_past_all(struct pf_facts *snap)
{
	snap->sriov.first_vf_offset = 0xfffd - 0x300;
	function_at(snap, 0);
}

const struct check_case check_peer_cases[] = {
	{ "ring of two", "dependency_link", true, CHECK_PASS,
	  .bend = bend_ring_of_2 },
	{ "ring of three", "dependency_link", true, CHECK_PASS,
	  .bend = bend_ring_of_3 },
	{ "other InitialVFs", "dependency_link", true, CHECK_FAIL,
	  .bend = bend_ring_other_initial },
	{ "other TotalVFs", "dependency_link", true, CHECK_FAIL,
	  .bend = bend_ring_other_total },
	{ "never back", "dependency_link", true, CHECK_FAIL,
	  .bend = bend_no_ring },
	{ "no PF", "dependency_link", true, CHECK_FAIL,
	  .bend = bend_link_to_no_pf },
	{ "not watched", "dependency_link", true, CHECK_SKIP,
	  .bend = bend_link_to_unwatched },
	{ "not read", "dependency_link", true, CHECK_SKIP,
	  .bend = bend_link_to_unread },

	{ "on the last VF", "routing_id_collision", true, CHECK_FAIL,
	  .bend = bend_peer_hits_last },
	{ "behind the last VF", "routing_id_collision", true, CHECK_PASS,
	  .bend = bend_peer_is_behind },
	{ "on the first VF", "routing_id_collision", true, CHECK_FAIL,
	  .bend = bend_peer_hits_first },
	{ "before the first VF", "routing_id_collision", true, CHECK_PASS,
	  .bend = bend_peer_is_before },
	{ "between the VFs", "routing_id_collision", true, CHECK_PASS,
	  .bend = bend_peer_is_between },
	{ "off", "routing_id_collision", true, CHECK_PASS,
	  .bend = bend_peer_is_off },
	{ "unread", "routing_id_collision", true, CHECK_PASS,
	  .bend = bend_peer_is_unread },

	{ "a function at the first VF", "routing_id_collision", true,
	  CHECK_FAIL, .bend = bend_function_at_first },
	{ "a function at the last VF", "routing_id_collision", true, CHECK_FAIL,
	  .bend = bend_function_at_last },
	{ "a function before the VFs", "routing_id_collision", true, CHECK_PASS,
	  .bend = bend_function_before },
	{ "a function between VFs", "routing_id_collision", true, CHECK_PASS,
	  .bend = bend_function_between },
	{ "a function behind the VFs", "routing_id_collision", true, CHECK_PASS,
	  .bend = bend_function_behind },
	{ "VFs past the last ID", "routing_id_range", true, CHECK_FAIL,
	  .bend = bend_function_past_all },
};

const u32 check_peer_count = ARRAY_SIZE(check_peer_cases);
