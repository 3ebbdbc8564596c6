// SPDX-License-Identifier: GPL-2.0
/*
 * What constraints say of the room that there is, and of what gives more.
 */
#include <linux/kernel.h>
#include <linux/limits.h>
#include <linux/math.h>
#include <linux/minmax.h>

#include "core/room/names.h"
#include "room_words.h"

#define MIB_BYTES 0x100000ULL

/* "; in it are 0000:01:00.0 bar0 0x4000, 0000:01:00.0 vf_bar0 0x20000" */
static void say_largest(const struct pf_facts *f,
			const struct room_window *window, char *text,
			size_t size)
{
	const struct room_holder *named[ROOM_NAMED];
	char name[ROOM_NAME_LEN], what[ROOM_WHAT_LEN];
	u32 count, n;
	size_t len;

	count = room_largest(&f->around->rooms, window, named);
	len = scnprintf(text, size,
			count ? "; largest in it:" : "; nothing is in it");
	for (n = 0; n < count; n++) {
		room_holder_name(f, named[n], name);
		room_what(named[n], what);
		len += scnprintf(text + len, size - len, "%s %s %s 0x%llx",
				 n ? "," : "", name, what, named[n]->size);
	}
}

/* "the window 0xfe000000-0xfe1fffff of 0000:00:01.0 has 0x1000 free in one piece" */
static size_t say_piece(const struct pf_facts *f,
			const struct room_window *window, u64 free, char *text,
			size_t size)
{
	char name[ROOM_NAME_LEN];

	room_name(f, window, name);
	return scnprintf(text, size,
			 "the window 0x%llx-0x%llx of %s has %s0x%llx free in one piece",
			 window->start, window->start + window->size - 1, name,
			 window->open ? "at most " : "", free);
}

void room_say_window(const struct pf_facts *f,
		     const struct room_verdict *verdict, char *text,
		     size_t size)
{
	const struct room_window *window = verdict->window;
	size_t len;

	if (!window) {
		scnprintf(text, size,
			  "the bus has no window for memory of its kind, and would need one of 0x%llx",
			  verdict->needs);
		return;
	}
	len = say_piece(f, window, verdict->free, text, size);
	if (verdict->end == ROOM_FITS) {
		scnprintf(text + len, size - len, ", which nobody assigned");
		return;
	}
	len += scnprintf(text + len, size - len,
			 ", and would have to be 0x%llx large", verdict->needs);
	say_largest(f, window, text + len, size - len);
}

void room_say_free(const struct pf_facts *f, const struct room_need *need,
		   char *text, size_t size)
{
	const struct room_window *window;
	size_t len;
	u64 free;

	window = room_best(&f->around->rooms, need, NULL, &free);
	if (!window) {
		scnprintf(text, size,
			  "the bus has no window for memory of its kind");
		return;
	}
	len = say_piece(f, window, free, text, size);
	say_largest(f, window, text + len, size - len);
}

/* What a port reserves begins at any MiB, and what is plugged in where it can. */
static u64 hotplug_size(const struct room_verdict *verdict)
{
	u64 align = max(verdict->align, MIB_BYTES);

	return verdict->needs +
	       min(round_down(align - 1, MIB_BYTES), U64_MAX - verdict->needs);
}

/* The option is for all ports, each of which reserves as much. */
static size_t advise_hotplug(const struct room_verdict *verdict, char *text,
			     size_t size)
{
	return scnprintf(text, size,
			 "; for a device that is plugged in later: pci=realloc,%s=%lluM or more, which each port for hot-plug takes",
			 verdict->kind == ROOM_PREFETCH ? "hpmmioprefsize" :
							  "hpmmiosize",
			 hotplug_size(verdict) / MIB_BYTES);
}

/* It may: what others have no place for the kernel has forgotten, and so do we. */
static size_t advise_realloc(const struct pf_facts *f,
			     const struct room_verdict *verdict, char *text,
			     size_t size)
{
	const struct around_port *port = &f->around->port;
	char name[ROOM_NAME_LEN];
	size_t len;

	room_name(f, verdict->giver, name);
	len = scnprintf(text, size,
			"boot with pci=realloc, which may take it from %s (Debian's kernels do so unasked, unless pci=realloc=off: boot anew)",
			name);
	if (port->exists && port->hotplug)
		len += advise_hotplug(verdict, text + len, size - len);
	return len;
}

/* Has the host bridge any memory above 4 GiB? */
static bool is_above_4g(const struct around_rooms *rooms)
{
	const struct room_window *window;

	for (window = rooms->windows;
	     window < rooms->windows + rooms->window_count; window++) {
		if (window->host && window->kind != ROOM_BUS && window->size &&
		    window->start > U32_MAX)
			return true;
	}
	return false;
}

static size_t advise_firmware(const struct pf_facts *f,
			      const struct room_verdict *verdict, char *text,
			      size_t size)
{
	if (!verdict->is_64bit)
		return scnprintf(text, size,
				 "it must be below 4 GiB, where the host bridge has too little: take other devices away");
	if (!is_above_4g(&f->around->rooms))
		return scnprintf(text, size,
				 "switch Above 4G decoding (MMIO above 4G) on in the firmware");
	return scnprintf(text, size,
			 "let the firmware give the host bridge more memory above 4 GiB");
}

size_t room_advise_window(const struct pf_facts *f,
			  const struct room_verdict *verdict, char *text,
			  size_t size)
{
	switch (verdict->end) {
	case ROOM_FITS:
		return scnprintf(text, size,
				 "echo 1 > /sys/bus/pci/devices/%s/remove && echo 1 > /sys/bus/pci/rescan",
				 f->kernel.name);
	case ROOM_GROWS:
		return advise_realloc(f, verdict, text, size);
	case ROOM_UNKNOWN:
		return scnprintf(text, size,
				 "boot with pci=realloc, if the host bridge has as much");
	case ROOM_SHORT:
		break;
	}
	return advise_firmware(f, verdict, text, size);
}

void room_say_buses(const struct pf_facts *f,
		    const struct room_verdict *verdict, char *text, size_t size)
{
	const struct room_window *window = verdict->window;
	char name[ROOM_NAME_LEN];
	size_t len;

	room_name(f, window, name);
	len = scnprintf(text, size,
			"; %s has %llu bus number%s, and would need %llu", name,
			window->size, window->size == 1 ? "" : "s",
			verdict->needs);
	/* Its own bus everyone has. */
	if (window->size > 1)
		say_largest(f, window, text + len, size - len);
}

size_t room_advise_buses(const struct pf_facts *f,
			 const struct room_verdict *verdict, char *text,
			 size_t size)
{
	const struct around_port *port = &f->around->port;
	char name[ROOM_NAME_LEN] = "the host bridge";
	size_t len;

	if (verdict->giver)
		room_name(f, verdict->giver, name);
	if (verdict->end == ROOM_SHORT)
		return scnprintf(text, size,
				 "%s has too few numbers that no port has: let the firmware give other ports fewer (hot-plug padding), or, on x86, boot with pci=assign-busses, which gives each as many as it needs",
				 name);
	len = scnprintf(text, size,
			"boot with pci=assign-busses, or let the firmware give the port more buses (hot-plug padding)%s%s",
			verdict->end == ROOM_GROWS ?
				": they are free in " :
				", if there are as many in ",
			name);
	if (port->exists && port->hotplug)
		len += scnprintf(text + len, size - len,
				 "; for a device that is plugged in later: pci=assign-busses,hpbussize=%llu",
				 verdict->needs);
	return len;
}
