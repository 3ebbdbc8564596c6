// SPDX-License-Identifier: GPL-2.0
/*
 * Which functions a report is about.
 */
#include <sriovscope/routing_id.h>

#include "host/address.h"
#include "members.h"

/* Bus numbers end a path that runs in a circle. */
#define PATH_PORTS_MAX 256

const char *role_name(enum role role)
{
	static const char *const names[] = {
		[ROLE_NONE] = "-",    [ROLE_NEIGHBOUR] = "neighbour",
		[ROLE_PORT] = "port", [ROLE_VF] = "vf",
		[ROLE_PF] = "pf",
	};

	return names[role];
}

enum role members_role(const struct members *members,
		       const struct host_function *fn)
{
	return fn ? members->roles[fn - members->host->functions] : ROLE_NONE;
}

static void member_add(struct members *members, const struct host_function *fn,
		       enum role role)
{
	u8 *at = &members->roles[fn - members->host->functions];

	if (*at < role)
		*at = role;
}

static void add_ports(struct members *members, const struct host_function *fn)
{
	u32 i;

	for (i = 0; i < PATH_PORTS_MAX; i++) {
		fn = host_port(fn);
		if (!fn)
			return;
		member_add(members, fn, ROLE_PORT);
	}
}

/* Returns the last bus that they are on. */
static u8 add_vfs(struct members *members, struct host_function *pf)
{
	u8 last = routing_id_bus(pf->routing_id);
	const struct host_function *vf;
	struct pf_facts facts;
	u32 i;

	host_facts(pf, FACTS_SRIOV_IF_ANY | FACTS_VF_DEVICES | FACTS_WAKE,
		   &facts);
	for (i = 0; i < facts.vf_device_count; i++) {
		vf = host_find(members->host, pf->domain,
			       facts.vf_devices[i].routing_id);
		if (!vf)
			continue;
		member_add(members, vf, ROLE_VF);
		last = max(last, routing_id_bus(vf->routing_id));
	}
	facts_drop(&facts);
	return last;
}

static void add_neighbours(struct members *members,
			   const struct host_function *pf, u8 last)
{
	const struct host_function *fn;
	u8 bus;
	u32 i;

	for (i = 0; i < members->host->count; i++) {
		fn = &members->host->functions[i];
		bus = routing_id_bus(fn->routing_id);
		if (fn->domain == pf->domain && fn->owner == HOST_NO_OWNER &&
		    bus >= routing_id_bus(pf->routing_id) && bus <= last)
			member_add(members, fn, ROLE_NEIGHBOUR);
	}
}

void members_add(struct members *members, struct host_function *pf)
{
	member_add(members, pf, ROLE_PF);
	add_ports(members, pf);
	add_neighbours(members, pf, add_vfs(members, pf));
}

/* An address begins where no number goes on, and ends so. */
static bool is_start(const char *text, const char *at)
{
	return at == text || !(isalnum((u8)at[-1]) || at[-1] == ':');
}

bool members_named(const struct members *members, const char *text)
{
	u16 routing_id;
	const char *at;
	u32 domain;
	int len;

	for (at = text; *at; at++) {
		if (!is_start(text, at))
			continue;
		len = address_parse(at, &domain, &routing_id);
		if (len && !isxdigit((u8)at[len]) &&
		    members_role(members,
				 host_find(members->host, domain, routing_id)))
			return true;
	}
	return false;
}
