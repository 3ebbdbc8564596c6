/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What constraints say of the room that there is, and of what gives more.
 */
#ifndef SRIOVSCOPE_ROOM_WORDS_H
#define SRIOVSCOPE_ROOM_WORDS_H

#include "core/room/room.h"

/**
 * room_say_window() - where memory is too short, and who has it
 * @f: with FACTS_ROOM, which is known
 * @verdict: from room_judge()
 * @text: where the words go
 * @size: of @text in bytes
 */
void room_say_window(const struct pf_facts *f,
		     const struct room_verdict *verdict, char *text,
		     size_t size);

/**
 * room_say_free() - what is free for a piece whose size is not known
 * @f: with FACTS_ROOM, which is known
 * @need: the piece, but for its size
 * @text: where the words go
 * @size: of @text in bytes
 */
void room_say_free(const struct pf_facts *f, const struct room_need *need,
		   char *text, size_t size);

/**
 * room_advise_window() - what gives a VF BAR a place
 * @f: with FACTS_ROOM, which is known
 * @verdict: from room_judge()
 * @text: where the words go
 * @size: of @text in bytes
 *
 * Nothing is named that cannot help: pci=realloc moves what bridges have, and makes
 * the window of a host bridge no larger (a kernel with CONFIG_PCI_REALLOC_ENABLE_AUTO
 * does so by itself, for what was there when it came up); pci=hpmmiosize and pci=hpmmioprefsize are
 * for ports that devices are plugged into; firmware moves above 4 GiB only what may
 * be there.
 *
 * Return: bytes of @text that are used.
 */
size_t room_advise_window(const struct pf_facts *f,
			  const struct room_verdict *verdict, char *text,
			  size_t size);

/**
 * room_say_buses() - where bus numbers are too few, and who has them
 * @f: with FACTS_ROOM, which is known
 * @verdict: from room_judge_buses()
 * @text: where the words go
 * @size: of @text in bytes
 */
void room_say_buses(const struct pf_facts *f,
		    const struct room_verdict *verdict, char *text,
		    size_t size);

/**
 * room_advise_buses() - what gives the VFs bus numbers
 * @f: with FACTS_ROOM, which is known
 * @verdict: from room_judge_buses()
 * @text: where the words go
 * @size: of @text in bytes
 *
 * Return: bytes of @text that are used.
 */
size_t room_advise_buses(const struct pf_facts *f,
			 const struct room_verdict *verdict, char *text,
			 size_t size);

#endif
