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

void event_pf(unsigned long key, char *text)
{
	routing_id_print(text, EVENT_ADDRESS_LEN, pf_key_domain(key), key);
}

void event_vf(unsigned long key, const struct event *event, char *text)
{
	if (event->vf == EVENT_NO_VF)
		strscpy(text, "-", EVENT_ADDRESS_LEN);
	else
		routing_id_print(text, EVENT_ADDRESS_LEN, pf_key_domain(key),
				 event->vf);
}

/* "ps" knows processes, not their threads. */
void event_actor_now(struct event_actor *actor)
{
	actor->pid = task_tgid_nr(current);
	get_task_comm(actor->comm, current->group_leader);
}
