// SPDX-License-Identifier: GPL-2.0
/*
 * Events in words.
 */
#include <linux/array_size.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <sriovscope/routing_id.h>

#include "pf/key.h"
#include "event.h"

const char *event_name(enum event_kind what)
{
	static const char *const names[] = {
#define EVENT_NAME(name, of) [EVENT_##name] = #name,
		EVENT_KINDS(EVENT_NAME)
#undef EVENT_NAME
			[EVENT_dropped] = "dropped",
	};

	return names[what];
}

const char *event_via_name(enum event_via via)
{
	static const char *const names[] = {
		[EVENT_VIA_NONE] = "-",
		[EVENT_VIA_NUMVFS] = "numvfs",
		[EVENT_VIA_SRIOV_NUMVFS] = "sriov_numvfs",
		[EVENT_VIA_DRIVER] = "driver",
		[EVENT_VIA_LOOK] = "look",
		[EVENT_VIA_UNKNOWN] = "unknown",
	};

	return names[via];
}

static void event_address(u32 domain, u16 routing_id, char *text)
{
	snprintf(text, EVENT_ADDRESS_LEN, "%04x:%02x:%02x.%d", domain,
		 routing_id_bus(routing_id), routing_id_device(routing_id),
		 routing_id_function(routing_id));
}

void event_pf(unsigned long key, char *text)
{
	event_address(pf_key_domain(key), key, text);
}

void event_vf(unsigned long key, const struct event *event, char *text)
{
	if (event->vf == EVENT_NO_VF)
		strscpy(text, "-", EVENT_ADDRESS_LEN);
	else
		event_address(pf_key_domain(key), event->vf, text);
}

/* "ps" knows processes, not their threads. */
void event_actor_now(struct event_actor *actor)
{
	actor->pid = task_tgid_nr(current);
	get_task_comm(actor->comm, current->group_leader);
}
