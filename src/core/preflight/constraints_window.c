// SPDX-License-Identifier: GPL-2.0
/*
 * What the windows of the VF BARs allow.
 */
#include <linux/kernel.h>
#include <linux/math64.h>
#include <linux/minmax.h>
#include <linux/overflow.h>
#include <linux/string.h>

#include "core/bars/bar_set.h"
#include "core/bars/vf_copy.h"
#include "constraints.h"
#include "room_words.h"

/* For where the rooms are not known; firmware puts 64-bit BARs alone above 4 GiB. */
static const char *window_advice(bool is_64bit)
{
	static const char *const advice[] = {
		"boot with pci=realloc; or TotalVFs lower, in the firmware of the device",
		"boot with pci=realloc; or Above 4G decoding on, or TotalVFs lower, in the firmware",
	};

	return advice[is_64bit];
}

static void window_set(const struct pf_facts *f, struct bar_set *set)
{
	bar_set_make(set, &f->kernel, f->sriov_error ? NULL : &f->sriov,
		     &f->around->ea);
}

/* Where a sentence goes on, and how much room there is */
static char *said(struct preflight_result *result)
{
	return result->detail + strlen(result->detail);
}

static size_t left(const struct preflight_result *result)
{
	return sizeof(result->detail) - strlen(result->detail);
}

/* A PF that comes while this module is there is seen with all of its sizes. */
static void window_advise_size(const struct pf_facts *f, bool is_64bit,
			       struct preflight_result *result)
{
	constraint_advise(result,
			  "%s; for the size needed: echo 1 > /sys/bus/pci/devices/%s/remove && echo 1 > /sys/bus/pci/rescan",
			  window_advice(is_64bit), f->kernel.name);
}

/**
 * struct shortage - VF BARs without a place that would be in the same window
 * @need: one piece for all of them
 * @vf_size: bytes that each VF needs of it
 * @others: how many there are beside the one at hand
 */
struct shortage {
	struct room_need need;
	u64 vf_size;
	u32 others;
};

static u64 sum(u64 a, u64 b)
{
	u64 result;

	return check_add_overflow(a, b, &result) ? U64_MAX : result;
}

/* The VF BAR of a slot; the size is 0 when the kernel alone knew, and forgot it. */
static void window_need(const struct pf_facts *f, const struct bar_set *set,
			u32 slot, struct room_need *need)
{
	const struct vf_bar *bar = bar_set_find(set, slot);
	u32 total = f->sriov.total_vfs;

	*need = (struct room_need){
		.size = f->kernel.windows[slot].size,
		.align =
			vf_copy_size(f->around, f->kernel.windows, total, slot),
		.prefetchable = bar && bar->prefetchable,
		.is_64bit = bar && bar->is_64bit,
	};
	if (!need->size &&
	    check_mul_overflow(need->align, (u64)total, &need->size))
		need->size = U64_MAX;
}

/* The strictest of all decides where it can be. */
static void shortage_add(struct shortage *shortage,
			 const struct room_need *more)
{
	struct room_need *need = &shortage->need;

	shortage->others++;
	shortage->vf_size = sum(shortage->vf_size, more->align);
	need->size = sum(need->size, more->size);
	need->align = max(need->align, more->align);
	need->prefetchable &= more->prefetchable;
	need->is_64bit &= more->is_64bit;
}

/*
 * Do two pieces share a window? The kernel makes one as large as all of its kind need;
 * in @now, which is there, they can be together of different kinds.
 */
static bool share_window(const struct around_rooms *rooms,
			 const struct room_need *a, const struct room_need *b,
			 const struct room_window *now)
{
	u64 free;

	return room_kind_of(rooms, a) == room_kind_of(rooms, b) ||
	       (now && room_best(rooms, b, NULL, &free) == now);
}

static void window_shortage(const struct pf_facts *f, u32 slot,
			    const struct room_window *now,
			    struct shortage *shortage)
{
	const struct around_rooms *rooms = &f->around->rooms;
	struct room_need own, need;
	struct bar_set set;
	u32 other;

	window_set(f, &set);
	window_need(f, &set, slot, &own);
	*shortage = (struct shortage){ own, own.align };
	for (other = 0; other < PCI_SRIOV_NUM_BARS; other++) {
		if (other == slot || !bar_set_has(&set, other) ||
		    f->kernel.windows[other].assigned ||
		    f->around->ea.bars[other].exists)
			continue;
		window_need(f, &set, other, &need);
		if (need.size && share_window(rooms, &own, &need, now))
			shortage_add(shortage, &need);
	}
}

/*
 * That it fits is promised only where all fit that would be there with it. Of different
 * kinds, a host bridge that has too little in one place may have enough in two.
 */
static void window_judge(const struct pf_facts *f, u32 slot,
			 struct shortage *shortage,
			 struct room_verdict *verdict)
{
	const struct around_rooms *rooms = &f->around->rooms;
	struct shortage all;

	window_shortage(f, slot, NULL, shortage);
	room_judge(rooms, &shortage->need, verdict);
	if (verdict->end != ROOM_FITS)
		return;
	window_shortage(f, slot, verdict->window, &all);
	if (all.others == shortage->others)
		return;
	room_judge(rooms, &all.need, verdict);
	if (verdict->end == ROOM_SHORT)
		verdict->end = ROOM_UNKNOWN;
	if (verdict->end != ROOM_FITS)
		*shortage = all;
}

/*
 * The kernel forgets the resource for which it found no place, size and all. Of
 * a PF that comes while this module is there, the size is known. Bits of a type
 * that no BAR is behind look the same, where it is not known how many there are.
 */
static s64 window_dropped(const struct pf_facts *f,
			  const struct room_need *need,
			  struct preflight_result *result)
{
	constraint_say(result,
		       "assigned none, the kernel log says how much is needed; ");
	if (facts_lack(f, ABOUT_ROOMS))
		facts_say_lack(f, ABOUT_ROOMS, said(result), left(result));
	else
		room_say_free(f, need, said(result), left(result));
	window_advise_size(f, need->is_64bit, result);
	return f->kernel.vf_bars_known ? 0 : CONSTRAINT_UNKNOWN;
}

/* That it has no place the kernel knows without the registers. */
static s64 window_unknown(u64 needed, struct preflight_result *result)
{
	constraint_say(result,
		       "needed 0x%llx, assigned none; the registers are unknown: see check",
		       needed);
	constraint_advise(result, "%s", window_advice(true));
	return 0;
}

/* Enhanced Allocation says where it is, and the kernel cannot move it. */
static s64 window_fixed(u64 needed, const struct ea_vf_bar *bar,
			struct preflight_result *result)
{
	constraint_say(result,
		       "needed 0x%llx from 0x%llx on, where Enhanced Allocation has it, assigned none: it is in no window of the bus, or something else is there",
		       needed, bar->address);
	constraint_advise(result,
			  "update the firmware of the machine or of the device: the kernel cannot move it");
	return 0;
}

/* What asks for less, where what is free is enough for that */
static void window_advise_less(const struct pf_facts *f, u32 slot,
			       const struct shortage *shortage, char *text,
			       size_t size)
{
	size_t len = 0;
	u64 free, fit;

	room_best(&f->around->rooms, &shortage->need, NULL, &free);
	fit = shortage->vf_size ? div64_u64(free, shortage->vf_size) : 0;
	if (fit && fit < f->sriov.total_vfs)
		len = scnprintf(text, size,
				"; or TotalVFs %llu at most, in the firmware of the device",
				fit);
	if (!shortage->others && preflight_smaller_fits(f, slot))
		scnprintf(text + len, size - len,
			  "; or a smaller VF BAR, see vf_bar_sizes");
}

static void window_say_room(const struct pf_facts *f, u32 slot,
			    const struct shortage *shortage,
			    const struct room_verdict *verdict,
			    struct preflight_result *result)
{
	size_t len;

	if (facts_lack(f, ABOUT_ROOMS)) {
		facts_say_lack(f, ABOUT_ROOMS, said(result), left(result));
		constraint_advise(result, "%s",
				  window_advice(shortage->need.is_64bit));
		return;
	}
	room_say_window(f, verdict, said(result), left(result));
	len = room_advise_window(f, verdict, result->remedy,
				 sizeof(result->remedy));
	if (verdict->end != ROOM_FITS)
		window_advise_less(f, slot, shortage, result->remedy + len,
				   sizeof(result->remedy) - len);
}

static s64 window_short(const struct pf_facts *f, u32 slot,
			const struct room_need *own,
			struct preflight_result *result)
{
	struct room_verdict verdict;
	struct shortage shortage;

	constraint_say(result,
		       "needed 0x%llx for all %u VFs of 0x%llx each, assigned none; ",
		       own->size, f->sriov.total_vfs, own->align);
	window_judge(f, slot, &shortage, &verdict);
	if (shortage.others)
		scnprintf(said(result), left(result),
			  "with the other VF BARs that have no place 0x%llx; ",
			  shortage.need.size);
	window_say_room(f, slot, &shortage, &verdict, result);
	return 0;
}

static s64 window_unassigned(const struct pf_facts *f, u32 slot,
			     const struct bar_set *set,
			     struct preflight_result *result)
{
	const struct ea_vf_bar *fixed = &f->around->ea.bars[slot];
	struct room_need need;

	if (f->sriov_error)
		return window_unknown(f->kernel.windows[slot].size, result);
	window_need(f, set, slot, &need);
	if (!need.size)
		return window_dropped(f, &need, result);
	if (fixed->exists)
		return window_fixed(need.size, fixed, result);
	return window_short(f, slot, &need, result);
}

/* Once there is such a BAR: how large it is need not be in the registers. */
#define WINDOW_NEEDS (ABOUT_WINDOWS | ABOUT_SELF)

/*
 * The kernel sizes the window for TotalVFs, so that without one not even a
 * single VF can be enabled. One that is there can be too small only when the
 * BAR was resized since.
 */
s64 constraint_window(const struct pf_facts *f, u32 slot,
		      struct preflight_result *result)
{
	const struct vf_window *window = &f->kernel.windows[slot];
	u32 total = f->sriov.total_vfs;
	u64 vf_size, needed, fit;
	struct bar_set set;

	window_set(f, &set);
	if (!bar_set_has(&set, slot))
		return CONSTRAINT_NONE;
	if (facts_lack(f, WINDOW_NEEDS))
		return constraint_unknown(f, WINDOW_NEEDS, result);
	if (!window->assigned)
		return window_unassigned(f, slot, &set, result);
	if (f->sriov_error)
		return constraint_not_known(result);

	vf_size = vf_copy_size(f->around, f->kernel.windows, total, slot);
	fit = vf_size ? div64_u64(window->size, vf_size) : 0;
	if (check_mul_overflow(vf_size, (u64)total, &needed))
		needed = U64_MAX;
	constraint_say(result,
		       "needed 0x%llx for %u VFs of 0x%llx each, assigned 0x%llx-0x%llx",
		       needed, total, vf_size, window->start,
		       window->start + window->size - 1);
	if (fit >= total)
		return CONSTRAINT_ANY;
	constraint_advise(result,
			  "the VF BAR was resized: make it smaller, or ask for fewer VFs");
	return fit;
}

/*
 * sriov_enable() counts the VF BARs that have a place, and wants as many as it
 * found when the device came. It has written 0 to the register of one without,
 * so that of a 32-bit one that is not prefetchable nothing is left to see.
 */
s64 constraint_vf_bars(const struct pf_facts *f, u32 slot,
		       struct preflight_result *result)
{
	struct bar_set set;

	if (!f->kernel.is_physfn)
		return CONSTRAINT_NONE;
	window_set(f, &set);
	if (set.lost) {
		constraint_say(result,
			       "the kernel has found %u VF BARs, and no place for %u of them whose registers read 0: their size cannot be read, only found by writing",
			       f->kernel.vf_bars, set.lost);
		window_advise_size(f, false, result);
		return 0;
	}
	if (set.complete)
		return CONSTRAINT_NONE;
	constraint_say(result,
		       "a VF BAR that the kernel found no place for has a register that reads 0, as one that is not there, and how many there are this kernel does not tell");
	constraint_advise(result,
			  "look for \"not enough MMIO resources\" and \"can't assign\" in the kernel log; to be told: echo 1 > /sys/bus/pci/devices/%s/remove && echo 1 > /sys/bus/pci/rescan",
			  f->kernel.name);
	return CONSTRAINT_UNKNOWN;
}
