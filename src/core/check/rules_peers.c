// SPDX-License-Identifier: GPL-2.0
/*
 * Rules about where VFs are, and about the other PFs.
 */
#include <linux/bitmap.h>
#include <linux/errno.h>
#include <sriovscope/routing_id.h>

#include "rules.h"

/**
 * struct ids - routing IDs in a row
 * @first: the first one
 * @stride: to the next, 0 when there is one alone
 * @count: how many
 */
struct ids {
	u32 first;
	u32 stride;
	u32 count;
};

static u32 ids_last(const struct ids *ids)
{
	return ids->first + ids->stride * (ids->count - 1);
}

static bool ids_have(const struct ids *ids, u32 id)
{
	if (!ids->count || id < ids->first || id > ids_last(ids))
		return false;
	return !ids->stride || (id - ids->first) % ids->stride == 0;
}

/* Where the VFs are. Without strides they would all be at one place. */
static struct ids vf_ids(const struct sriov_state *s, u16 pf)
{
	return (struct ids){
		.first = pf + s->first_vf_offset,
		.stride = s->num_vfs > 1 ? s->vf_stride : 0,
		.count = s->num_vfs,
	};
}

/* Why it cannot be told where the VFs are, or NULL */
static const char *ids_unknown(const struct sriov_state *s)
{
	if (!s->num_vfs)
		return "where VFs are is not settled while NumVFs is 0";
	if (!s->first_vf_offset)
		return "First VF Offset is 0: see first_vf_offset";
	if (s->num_vfs > 1 && !s->vf_stride)
		return "VF Stride is 0: see vf_stride";
	return NULL;
}

/*
 * A sum that does not wrap is never below the PF's own ID, so that no VF is on a
 * lower bus either.
 */
enum rule_outcome rule_routing_id_range(const struct pf_facts *f, char *detail)
{
	const char *unknown = ids_unknown(&f->sriov);
	u16 pf = f->kernel.routing_id;
	struct ids ids;
	u32 last;

	if (unknown)
		return rule_say(detail, RULE_UNTOLD, "%s", unknown);
	ids = vf_ids(&f->sriov, pf);
	last = ids_last(&ids);
	return rule_say(detail, rule_if(last <= U16_MAX),
			"PF 0x%04x + offset %u + stride %u x (%u - 1) = 0x%04x, of 16 bits",
			pf, f->sriov.first_vf_offset, f->sriov.vf_stride,
			f->sriov.num_vfs, last);
}

/* The first routing ID that both have, -ENOENT for none */
static int ids_collide(const struct ids *a, const struct ids *b)
{
	u32 n, id;

	if (!a->count || !b->count || ids_last(a) < b->first ||
	    ids_last(b) < a->first)
		return -ENOENT;
	for (n = 0, id = a->first; n < a->count; n++, id += a->stride) {
		if (ids_have(b, id))
			return id;
	}
	return -ENOENT;
}

static int peer_collides(const struct ids *own, const struct around_peer *peer)
{
	struct ids pf = { .first = peer->routing_id, .count = 1 };
	struct ids vfs;
	int id;

	id = ids_collide(own, &pf);
	if (id >= 0 || peer->error || !peer->sriov.vf_enable ||
	    ids_unknown(&peer->sriov))
		return id;
	vfs = vf_ids(&peer->sriov, peer->routing_id);
	return ids_collide(own, &vfs);
}

/* The first VF's routing ID at which the kernel has another function, or -ENOENT */
static int function_collides(const struct ids *own,
			     const unsigned long *functions)
{
	u32 n, id;

	for (n = 0, id = own->first; functions && n < own->count;
	     n++, id += own->stride) {
		if (id >= AROUND_ROUTING_IDS)
			break; /* see routing_id_range */
		if (test_bit(id, functions))
			return id;
	}
	return -ENOENT;
}

enum rule_outcome rule_routing_id_collision(const struct pf_facts *f,
					    char *detail)
{
	const struct around_peer *peers = f->around->peers;
	const char *unknown = ids_unknown(&f->sriov);
	struct ids own;
	u32 i;
	int id;

	if (unknown)
		return rule_say(detail, RULE_UNTOLD, "%s", unknown);
	own = vf_ids(&f->sriov, f->kernel.routing_id);
	for (i = 0; i < f->around->peer_count; i++) {
		id = peer_collides(&own, &peers[i]);
		if (id >= 0)
			return rule_say(detail, RULE_BROKEN,
					"routing ID 0x%04x is of a VF here and of PF 0x%04x or its VFs",
					id, peers[i].routing_id);
	}
	id = function_collides(&own, f->around->functions);
	if (id >= 0)
		return rule_say(detail, RULE_BROKEN,
				"routing ID 0x%04x is of a VF here and of a function that the kernel has there",
				id);
	return rule_say(detail, RULE_KEPT,
			"VFs 0x%04x to 0x%04x, %u other PFs on the bus",
			own.first, ids_last(&own), f->around->peer_count);
}

static const struct around_peer *peer_at(const struct pf_around *around,
					 u8 devfn)
{
	u32 i;

	for (i = 0; i < around->peer_count; i++) {
		if ((around->peers[i].routing_id & 0xff) == devfn)
			return &around->peers[i];
	}
	return NULL;
}

/* A link to a function that is not watched, or whose registers are unknown */
static enum rule_outcome link_lost(const struct pf_facts *f, u8 devfn,
				   char *detail)
{
	if (peer_at(f->around, devfn))
		return rule_say(detail, RULE_UNTOLD,
				"the registers of %02x.%d are unknown",
				routing_id_device(devfn),
				routing_id_function(devfn));
	if (!f->around->all_pfs)
		return rule_say(detail, RULE_UNTOLD,
				"%02x.%d is not watched: parameter observe is off",
				routing_id_device(devfn),
				routing_id_function(devfn));
	return rule_say(detail, RULE_BROKEN, "it names %02x.%d, which is no PF",
			routing_id_device(devfn), routing_id_function(devfn));
}

/* Follows the links around the ring; one of more PFs than there are is none. */
enum rule_outcome rule_dependency_link(const struct pf_facts *f, char *detail)
{
	const struct sriov_state *s = &f->sriov;
	const struct pf_kernel *kernel = &f->kernel;
	u8 own = kernel->routing_id, at;
	const struct around_peer *peer;
	u32 steps;

	at = sriov_dependency(s, kernel->routing_id, kernel->integrated);
	for (steps = 0; at != own; steps++) {
		if (rule_lacks(f, ABOUT_PEERS, detail))
			return RULE_UNTOLD;
		if (steps > f->around->peer_count)
			return rule_say(detail, RULE_BROKEN,
					"the links never lead back to %02x.%d",
					routing_id_device(own),
					routing_id_function(own));
		peer = peer_at(f->around, at);
		if (!peer || peer->error)
			return link_lost(f, at, detail);
		if (peer->sriov.initial_vfs != s->initial_vfs ||
		    peer->sriov.total_vfs != s->total_vfs)
			return rule_say(detail, RULE_BROKEN,
					"InitialVFs and TotalVFs are %u and %u here, %u and %u in %02x.%d",
					s->initial_vfs, s->total_vfs,
					peer->sriov.initial_vfs,
					peer->sriov.total_vfs,
					routing_id_device(at),
					routing_id_function(at));
		at = sriov_dependency(&peer->sriov, peer->routing_id,
				      kernel->integrated);
	}
	if (!steps)
		return rule_say(detail, RULE_KEPT,
				"it names the function itself");
	return rule_say(detail, RULE_KEPT, "a ring of %u PFs", steps + 1);
}
