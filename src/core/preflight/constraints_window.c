// SPDX-License-Identifier: GPL-2.0
/*
 * What the windows of the VF BARs allow.
 */
#include <linux/kernel.h>
#include <linux/math64.h>
#include <linux/overflow.h>
#include <linux/string.h>

#include "core/bars/bar_set.h"
#include "core/bars/vf_copy.h"
#include "constraints.h"
#include "room_words.h"

static const char window_advice[] =
	"boot with pci=realloc; or Above 4G decoding on, or TotalVFs lower, in the firmware";

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
static void window_advise_size(const struct pf_facts *f,
			       struct preflight_result *result)
{
	constraint_advise(result,
			  "%s; for the size needed: echo 1 > /sys/bus/pci/devices/%s/remove, echo 1 > /sys/bus/pci/rescan",
			  window_advice, f->kernel.name);
}

/* The VF BAR of a slot, as the registers have it */
static void window_need(const struct pf_facts *f, u32 slot, u64 vf_size,
			struct room_need *need)
{
	const struct vf_bar *bar;
	struct bar_set set;

	*need = (struct room_need){ f->kernel.windows[slot].size, vf_size };
	window_set(f, &set);
	bar = bar_set_find(&set, slot);
	need->prefetchable = bar && bar->prefetchable;
	need->is_64bit = bar && bar->is_64bit;
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
	window_advise_size(f, result);
	return f->kernel.vf_bars_known ? 0 : CONSTRAINT_UNKNOWN;
}

/* That it has no place the kernel knows without the registers. */
static s64 window_unknown(u64 needed, struct preflight_result *result)
{
	constraint_say(result,
		       "needed 0x%llx, assigned none; the registers are unknown: see check",
		       needed);
	constraint_advise(result, "%s", window_advice);
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
static void window_advise_less(const struct pf_facts *f, u32 slot, u64 vf_size,
			       char *text, size_t size)
{
	u32 fit = vf_size ? preflight_vfs_if_moved(f, slot, vf_size) : 0;
	size_t len = 0;

	if (fit && fit < f->sriov.total_vfs)
		len = scnprintf(text, size,
				"; or TotalVFs %u at most, in the firmware of the device",
				fit);
	if (preflight_smaller_fits(f, slot))
		scnprintf(text + len, size - len,
			  "; or a smaller VF BAR, see vf_bar_sizes");
}

static void window_say_room(const struct pf_facts *f, u32 slot,
			    const struct room_need *need,
			    struct preflight_result *result)
{
	struct room_verdict verdict;
	size_t len;

	if (facts_lack(f, ABOUT_ROOMS)) {
		facts_say_lack(f, ABOUT_ROOMS, said(result), left(result));
		constraint_advise(result, "%s", window_advice);
		return;
	}
	room_judge(&f->around->rooms, need, &verdict);
	room_say_window(f, &verdict, said(result), left(result));
	len = room_advise_window(f, &verdict, result->remedy,
				 sizeof(result->remedy));
	if (verdict.end != ROOM_FITS)
		window_advise_less(f, slot, need->align, result->remedy + len,
				   sizeof(result->remedy) - len);
}

static s64 window_unassigned(const struct pf_facts *f, u32 slot, u64 vf_size,
			     struct preflight_result *result)
{
	u64 needed = f->kernel.windows[slot].size;
	struct room_need need;

	if (f->sriov_error)
		return window_unknown(needed, result);
	window_need(f, slot, vf_size, &need);
	if (!needed)
		return window_dropped(f, &need, result);
	if (f->around->ea.bars[slot].exists)
		return window_fixed(needed, &f->around->ea.bars[slot], result);
	constraint_say(result,
		       "needed 0x%llx for all %u VFs of 0x%llx each, assigned none; ",
		       needed, f->sriov.total_vfs, vf_size);
	window_say_room(f, slot, &need, result);
	return 0;
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
	vf_size = vf_copy_size(f->around, f->kernel.windows, total, slot);
	if (!window->assigned)
		return window_unassigned(f, slot, vf_size, result);
	if (f->sriov_error)
		return constraint_not_known(result);

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
		window_advise_size(f, result);
		return 0;
	}
	if (set.complete)
		return CONSTRAINT_NONE;
	constraint_say(result,
		       "a VF BAR that the kernel found no place for has a register that reads 0, as one that is not there, and how many there are this kernel does not tell");
	constraint_advise(result,
			  "look for \"not enough MMIO resources\" and \"can't assign\" in the kernel log; to be told: echo 1 > /sys/bus/pci/devices/%s/remove, echo 1 > /sys/bus/pci/rescan",
			  f->kernel.name);
	return CONSTRAINT_UNKNOWN;
}
