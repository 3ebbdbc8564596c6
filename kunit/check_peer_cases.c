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

/* Another one is enough. */
static void bend_other_is_unread(struct pf_facts *snap)
{
	bend_peer_hits_last(snap);
	check_peer(snap, 0)->error = -EIO;
}

/* The kernel has a function at a routing ID; it is no PF. */
static void function_at(struct pf_facts *snap, u16 id)
{
	kvfree(snap->around->functions);
	snap->around->functions = kvcalloc(BITS_TO_LONGS(AROUND_ROUTING_IDS),
					   sizeof(*snap->around->functions),
					   GFP_KERNEL);
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

/* The PF is 300. */
static struct around_ide_stream *stream(struct pf_facts *snap, u16 base,
					u16 limit)
{
	struct around_ide *ide = &snap->around->port.ide;

	ide->count = 1;
	ide->streams[0].base = base;
	ide->streams[0].limit = limit;
	return ide->streams;
}

static struct around_ide_stream *second_stream(struct pf_facts *snap, u16 base,
					       u16 limit)
{
	struct around_ide *ide = &snap->around->port.ide;

	ide->count = 2;
	ide->streams[1].base = base;
	ide->streams[1].limit = limit;
	return &ide->streams[1];
}

static void bend_stream_to_last(struct pf_facts *snap)
{
	stream(snap, 0x300, 0x486);
}

static void bend_stream_one_less(struct pf_facts *snap)
{
	stream(snap, 0x300, 0x485);
}

static void bend_stream_strideless(struct pf_facts *snap)
{
	stream(snap, 0x300, 0x480 + CHECK_VFS - 1);
}

static void bend_stream_of_pf(struct pf_facts *snap)
{
	stream(snap, 0x300, 0x300);
}

static void bend_stream_behind_pf(struct pf_facts *snap)
{
	stream(snap, 0x301, 0x485);
}

/* Up to the last VF of that one, whose VFs are before those of this PF */
static void bend_stream_around_pf(struct pf_facts *snap)
{
	stream(snap, 0x2ff, 0x485);
}

static void bend_stream_of_other(struct pf_facts *snap)
{
	stream(snap, 0x200, 0x2ff);
}

static void bend_no_stream(struct pf_facts *snap)
{
	bend_stream_one_less(snap);
	snap->around->port.ide.count = 0;
}

/* A domain of Linux has more bits than a segment. */
static void bend_stream_of_segment(struct pf_facts *snap)
{
	snap->kernel.domain = 0x10002;
	stream(snap, 0x300, 0x485)->segment = 2;
}

static void bend_stream_of_other_segment(struct pf_facts *snap)
{
	bend_stream_of_segment(snap);
	snap->kernel.domain++;
}

static void bend_stream_of_vfs(struct pf_facts *snap)
{
	stream(snap, 0x300, 0x483);
	second_stream(snap, 0x484, 0x486);
}

static void bend_stream_of_other_tc(struct pf_facts *snap)
{
	bend_stream_of_vfs(snap);
	snap->around->port.ide.streams[1].tc = 1;
}

static void bend_stream_lacks_first(struct pf_facts *snap)
{
	stream(snap, 0x300, 0x47f);
	second_stream(snap, 0x481, 0x486);
}

static void bend_second_stream(struct pf_facts *snap)
{
	stream(snap, 0x300, 0x486);
	second_stream(snap, 0x300, 0x485)->tc = 1;
}

/* Of these nothing is told, not even what would be wrong. */
static void bend_more_streams(struct pf_facts *snap)
{
	bend_stream_one_less(snap);
	snap->around->port.ide.more = true;
}

static void bend_cut_streams(struct pf_facts *snap)
{
	bend_stream_one_less(snap);
	snap->around->port.ide.cut = true;
}

static void bend_streams_unread(struct pf_facts *snap)
{
	bend_stream_one_less(snap);
	snap->around->port.ide.error = -EIO;
}

static void bend_no_root_port(struct pf_facts *snap)
{
	snap->around->port.ide = (struct around_ide){};
}

static void bend_link_ide_alone(struct pf_facts *snap)
{
	snap->around->port.ide = (struct around_ide){ .root = true };
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
	  .bend = bend_link_to_unread, .silences = { "routing_id_collision" } },

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
	{ "unread", "routing_id_collision", true, CHECK_SKIP,
	  .bend = bend_peer_is_unread },
	{ "unread beside one on the last VF", "routing_id_collision", true,
	  CHECK_FAIL, .bend = bend_other_is_unread },

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
	  .bend = bend_function_past_all, .silences = { "ide_routing_ids" } },

	{ "stream up to the last VF", "ide_routing_ids", true, CHECK_PASS,
	  .bend = bend_stream_to_last },
	{ "stream without the last VF", "ide_routing_ids", true, CHECK_FAIL,
	  .bend = bend_stream_one_less },
	{ "stream of NumVFs in a row", "ide_routing_ids", true, CHECK_FAIL,
	  .bend = bend_stream_strideless },
	{ "stream of the PF alone", "ide_routing_ids", true, CHECK_FAIL,
	  .bend = bend_stream_of_pf },
	{ "stream from behind the PF", "ide_routing_ids", true, CHECK_SKIP,
	  .bend = bend_stream_behind_pf },
	{ "stream of another PF around it", "ide_routing_ids", true, CHECK_SKIP,
	  .bend = bend_stream_around_pf },
	{ "stream for another device", "ide_routing_ids", true, CHECK_SKIP,
	  .bend = bend_stream_of_other },
	{ "no stream", "ide_routing_ids", true, CHECK_SKIP,
	  .bend = bend_no_stream },
	{ "stream of the segment", "ide_routing_ids", true, CHECK_FAIL,
	  .bend = bend_stream_of_segment },
	{ "stream of another segment", "ide_routing_ids", true, CHECK_SKIP,
	  .bend = bend_stream_of_other_segment },
	{ "VFs have a stream of their own", "ide_routing_ids", true, CHECK_PASS,
	  .bend = bend_stream_of_vfs },
	{ "VFs' stream is of another TC", "ide_routing_ids", true, CHECK_FAIL,
	  .bend = bend_stream_of_other_tc },
	{ "VFs' stream lacks the first", "ide_routing_ids", true, CHECK_FAIL,
	  .bend = bend_stream_lacks_first },
	{ "second stream of the PF", "ide_routing_ids", true, CHECK_FAIL,
	  .bend = bend_second_stream },
	{ "more streams than are kept", "ide_routing_ids", true, CHECK_SKIP,
	  .bend = bend_more_streams },
	{ "streams past the end", "ide_routing_ids", true, CHECK_SKIP,
	  .bend = bend_cut_streams },
	{ "streams unread", "ide_routing_ids", true, CHECK_SKIP,
	  .bend = bend_streams_unread },
	{ "no Root Port", "ide_routing_ids", true, CHECK_SKIP,
	  .bend = bend_no_root_port },
	{ "Link IDE alone", "ide_routing_ids", true, CHECK_SKIP,
	  .bend = bend_link_ide_alone },
	{ "stream to no VF, which are off", "ide_routing_ids", false,
	  CHECK_SKIP,
	  .before = { { CHECK_SRIOV_AT + PCI_SRIOV_NUM_VF, 2, CHECK_VFS } },
	  .bend = bend_stream_of_pf },
};

const u32 check_peer_count = ARRAY_SIZE(check_peer_cases);
