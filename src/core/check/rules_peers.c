// SPDX-License-Identifier: GPL-2.0
/*
 * Rules about where VFs are: against the other PFs, and the port above.
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

/* Of one at least */
static bool ids_have(const struct ids *ids, u32 id)
{
	if (id < ids->first || id > ids_last(ids))
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

/* Where the VFs of a PF are whose registers are unknown cannot be told. */
static enum rule_outcome peer_unread(const struct around_peer *peer,
				     char *detail)
{
	return rule_say(detail, RULE_UNTOLD,
			"the registers of %02x.%d are unknown",
			routing_id_device(peer->routing_id),
			routing_id_function(peer->routing_id));
}

enum rule_outcome rule_routing_id_collision(const struct pf_facts *f,
					    char *detail)
{
	const struct around_peer *peers = f->around->peers, *unread = NULL;
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
		if (peers[i].error)
			unread = &peers[i];
	}
	id = function_collides(&own, f->around->functions);
	if (id >= 0)
		return rule_say(detail, RULE_BROKEN,
				"routing ID 0x%04x is of a VF here and of a function that the kernel has there",
				id);
	if (unread)
		return peer_unread(unread, detail);
	return rule_say(detail, RULE_KEPT,
			"VFs 0x%04x to 0x%04x, %u other PFs on the bus",
			own.first, ids_last(&own), f->around->peer_count);
}

/* Why it cannot be told which streams there are, or NULL */
static const char *ide_unknown(const struct around_port *port)
{
	const struct around_ide *ide = &port->ide;

	if (port->error || ide->error)
		return "has registers that are unknown";
	if (!ide->root)
		return "is no Root Port that shows IDE";
	if (!ide->exists)
		return "has no Selective IDE Streams";
	if (ide->cut)
		return "has an IDE capability that ends before its streams do";
	if (ide->more)
		return "has more IDE streams that are on than are looked at";
	return NULL;
}

/* A link that has no segments has none in its streams either. */
static bool stream_has(const struct around_ide_stream *stream, int domain,
		       u32 id)
{
	return (!stream->segment || stream->segment == (u8)domain) &&
	       id >= stream->base && id <= stream->limit;
}

/*
 * The first stream from @from on that is for the PF, or NULL: that begins with it, as
 * Linux has it. One that begins before it is for another PF, whose VFs lie behind it.
 */
static const struct around_ide_stream *
stream_of_pf(const struct pf_facts *f, const struct around_ide_stream *from)
{
	const struct around_ide *ide = &f->around->port.ide;

	for (; from < ide->streams + ide->count; from++) {
		if (from->base == f->kernel.routing_id &&
		    stream_has(from, f->kernel.domain, from->base))
			return from;
	}
	return NULL;
}

/* Any stream of the Traffic Class protects a VF. */
static bool ide_has(const struct pf_facts *f, u8 tc, u32 id)
{
	const struct around_ide *ide = &f->around->port.ide;
	u32 i;

	for (i = 0; i < ide->count; i++) {
		if (ide->streams[i].tc == tc &&
		    stream_has(&ide->streams[i], f->kernel.domain, id))
			return true;
	}
	return false;
}

/* The first VF that has no stream of a Traffic Class, or how many VFs there are */
static u32 ide_outside(const struct pf_facts *f, u8 tc, const struct ids *vfs)
{
	u32 n, id;

	for (n = 0, id = vfs->first; n < vfs->count; n++, id += vfs->stride) {
		if (!ide_has(f, tc, id))
			break;
	}
	return n;
}

static enum rule_outcome ide_judge(const struct pf_facts *f, char *detail)
{
	const struct around_port *port = &f->around->port;
	const struct ids vfs = vf_ids(&f->sriov, f->kernel.routing_id);
	const struct around_ide_stream *first, *at;
	u32 outside;

	if (ids_last(&vfs) > U16_MAX)
		return rule_say(detail, RULE_UNTOLD,
				"VFs are past the last routing ID: see routing_id_range");
	first = stream_of_pf(f, port->ide.streams);
	if (!first)
		return rule_say(detail, RULE_UNTOLD,
				"no IDE stream of %s that is on begins with the PF, 0x%04x",
				port->name, f->kernel.routing_id);
	for (at = first; at; at = stream_of_pf(f, at + 1)) {
		outside = ide_outside(f, at->tc, &vfs);
		if (outside < vfs.count)
			return rule_say(detail, RULE_BROKEN,
					"IDE stream %u of %s has 0x%04x to 0x%04x and with that the PF, 0x%04x, but not VF %u of %u, 0x%04x",
					at->id, port->name, at->base, at->limit,
					f->kernel.routing_id, outside,
					vfs.count,
					vfs.first + outside * vfs.stride);
	}
	return rule_say(detail, RULE_KEPT,
			"IDE stream %u of %s has 0x%04x to 0x%04x, VFs are 0x%04x to 0x%04x",
			first->id, port->name, first->base, first->limit,
			vfs.first, ids_last(&vfs));
}

/* What is outside goes over the link unprotected, or is refused. */
enum rule_outcome rule_ide_routing_ids(const struct pf_facts *f, char *detail)
{
	const struct around_port *port = &f->around->port;
	const char *unknown;

	if (!port->exists)
		return rule_say(detail, RULE_UNTOLD, "there is no port above");
	unknown = ide_unknown(port);
	if (unknown)
		return rule_say(detail, RULE_UNTOLD, "the port above, %s, %s",
				port->name, unknown);
	if (!f->sriov.vf_enable)
		return rule_say(detail, RULE_UNTOLD, "VFs are off");
	unknown = ids_unknown(&f->sriov);
	if (unknown)
		return rule_say(detail, RULE_UNTOLD, "%s", unknown);
	return ide_judge(f, detail);
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
	const struct around_peer *unread = peer_at(f->around, devfn);

	if (unread)
		return peer_unread(unread, detail);
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
