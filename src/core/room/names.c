// SPDX-License-Identifier: GPL-2.0
/*
 * Names of windows and of who has parts of them.
 */
#include <linux/kernel.h>
#include <linux/string.h>
#include <sriovscope/routing_id.h>

#include "names.h"

const char *room_kind_name(enum room_kind kind)
{
	static const char *const names[] = {
		[ROOM_MEM] = "mem",
		[ROOM_PREFETCH] = "prefetch",
		[ROOM_BUS] = "bus",
	};

	return names[kind];
}

static void function_name(const struct pf_facts *facts, u16 id,
			  char name[ROOM_NAME_LEN])
{
	routing_id_print(name, ROOM_NAME_LEN, facts->kernel.domain, id);
}

void room_name(const struct pf_facts *facts, const struct room_window *window,
	       char name[ROOM_NAME_LEN])
{
	if (window->host)
		scnprintf(name, ROOM_NAME_LEN, "pci%04x:%02x",
			  facts->kernel.domain,
			  routing_id_bus(window->routing_id));
	else
		function_name(facts, window->routing_id, name);
}

void room_holder_name(const struct pf_facts *facts,
		      const struct room_holder *holder,
		      char name[ROOM_NAME_LEN])
{
	if (holder->use == ROOM_OF_BUS)
		room_name(facts, &facts->around->rooms.windows[holder->window],
			  name);
	else if (holder->use == ROOM_OF_OTHER)
		strscpy(name, "-", ROOM_NAME_LEN);
	else
		function_name(facts, holder->routing_id, name);
}

void room_what(const struct room_holder *holder, char what[ROOM_WHAT_LEN])
{
	switch (holder->use) {
	case ROOM_OF_BAR:
		scnprintf(what, ROOM_WHAT_LEN, "bar%u", holder->number);
		break;
	case ROOM_OF_ROM:
		strscpy(what, "rom", ROOM_WHAT_LEN);
		break;
	case ROOM_OF_VF_BAR:
		scnprintf(what, ROOM_WHAT_LEN, "vf_bar%u", holder->number);
		break;
	case ROOM_OF_BRIDGE:
		strscpy(what, room_kind_name(holder->number), ROOM_WHAT_LEN);
		break;
	case ROOM_OF_BUS:
		strscpy(what, "own", ROOM_WHAT_LEN);
		break;
	case ROOM_OF_OTHER:
		strscpy(what, "other", ROOM_WHAT_LEN);
		break;
	}
}
