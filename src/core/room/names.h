/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Names of windows and of who has parts of them, for files and sentences.
 */
#ifndef SRIOVSCOPE_ROOM_NAMES_H
#define SRIOVSCOPE_ROOM_NAMES_H

#include "core/facts/facts.h"

#define ROOM_NAME_LEN 24
#define ROOM_WHAT_LEN 16

/**
 * room_kind_name() - what a bridge hands down in one word
 * @kind: of what
 *
 * Return: the word.
 */
const char *room_kind_name(enum room_kind kind);

/**
 * room_name() - whose window it is
 * @facts: the PF, for the domain
 * @window: the window
 * @name: where the name goes: as sysfs has the bridge, pci0000:00 for a host bridge
 */
void room_name(const struct pf_facts *facts, const struct room_window *window,
	       char name[ROOM_NAME_LEN]);

/**
 * room_holder_name() - who has a part of a window
 * @facts: the PF, with FACTS_ROOM
 * @holder: who
 * @name: where the name goes, "-" for who is no function
 */
void room_holder_name(const struct pf_facts *facts,
		      const struct room_holder *holder,
		      char name[ROOM_NAME_LEN]);

/**
 * room_what() - what somebody has a part of a window for, in one word
 * @holder: who
 * @what: where the word goes: bar0, rom, vf_bar0, mem, prefetch or bus of a
 *	bridge, own of the bus itself, or other
 */
void room_what(const struct room_holder *holder, char what[ROOM_WHAT_LEN]);

#endif
