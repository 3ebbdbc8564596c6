// SPDX-License-Identifier: GPL-2.0
/*
 * What the constraints say of the room for VF BARs and of bus numbers: who has it, what
 * is needed, and what gives more.
 */
#include <linux/string.h>

#include "preflight_facts.h"
#include "room_facts.h"

/* Who has the window that is too small, what it would need, and who could give it */
static void text_room(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct around_rooms *rooms = facts_rooms(test, f);

	expect_detail(test, f, "vf_bar0_window",
		      "needed 0x20000 for 8 VFs of 0x4000 each, assigned 0x90000000-0x9001ffff");
	bend_window0(f);
	f->kernel.windows[0].size = 0x200000;
	expect_detail(test, f, "vf_bar0_window",
		      "needed 0x200000 for all 8 VFs of 0x40000 each, assigned none; the window 0xfe000000-0xfe1fffff of 0000:00:01.0 has 0x100000 free in one piece, and would have to be 0x300000 large; largest in it: 0000:03:00.0 bar0 0x100000");
	expect_remedy(test, f, "vf_bar0_window",
		      "boot with pci=realloc, which may take it from pci0000:00 (Debian's kernels do so unasked, unless pci=realloc=off: boot anew); or TotalVFs 4 at most, in the firmware of the device");
	f->around->port.hotplug = true;
	expect_remedy(test, f, "vf_bar0_window",
		      "; for a device that is plugged in later: pci=realloc,hpmmiosize=3M or more, which each port for hot-plug takes; or TotalVFs");
	f->sriov.vf_bar[0] |= PCI_BASE_ADDRESS_MEM_PREFETCH;
	expect_detail(test, f, "vf_bar0_window",
		      "the window 0x900000000-0x9003fffff of 0000:00:01.0 has 0x0 free in one piece, and would have to be 0x600000 large; largest in it: 0000:03:00.0 bar2 0x400000");
	expect_remedy(test, f, "vf_bar0_window",
		      "pci=realloc,hpmmioprefsize=6M");
	rooms->windows[1].size = 0;
	expect_detail(test, f, "vf_bar0_window",
		      "no window for memory of its kind, and would need one of 0x200000");
	f->kernel.windows[0].size = 0x100000;
	expect_detail(test, f, "vf_bar0_window",
		      "the window 0xfe000000-0xfe1fffff of 0000:00:01.0 has 0x100000 free in one piece, which nobody assigned");
	expect_remedy(test, f, "vf_bar0_window",
		      "echo 1 > /sys/bus/pci/devices/0000:03:00.0/remove");
}

/* VF BARs that share a window need it together, and say so. */
static void text_room_together(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	facts_rooms(test, f);
	bend_window0(f);
	f->kernel.windows[0].size = 0x200000;
	f->kernel.windows[3].size = 0x800000;
	f->kernel.windows[3].assigned = false;
	f->sriov.vf_bar[0] |= PCI_BASE_ADDRESS_MEM_PREFETCH |
			      PCI_BASE_ADDRESS_MEM_TYPE_64;
	expect_detail(test, f, "vf_bar3_window",
		      "each, assigned none; the window 0xfe000000-");
	f->sriov.vf_bar[3] = f->sriov.vf_bar[0];
	expect_detail(test, f, "vf_bar0_window",
		      "needed 0x200000 for all 8 VFs of 0x40000 each, assigned none; with the other VF BARs that have no place 0xa00000; the window 0x900000000-0x9003fffff of 0000:00:01.0 has 0x0 free in one piece, and would have to be 0xe00000 large");
	expect_detail(test, f, "vf_bar3_window",
		      "with the other VF BARs that have no place 0xa00000");
	f->around->rooms.windows[1].size = 0x900000;
	expect_remedy(test, f, "vf_bar0_window", "or TotalVFs 4 at most");
	f->around->ea.bars[3].exists = true;
	expect_detail(test, f, "vf_bar0_window",
		      "each, assigned none; the window 0x900000000-");
}

/*
 * While its window for what can be prefetched is closed, a bridge has one for all. Of two
 * that fit into it alone, none is promised that it does.
 */
static void text_room_crowded(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct around_rooms *rooms = facts_rooms(test, f);

	bend_window0(f);
	rooms->windows[1].size = 0;
	f->kernel.windows[0].size = 0x100000;
	f->kernel.windows[3].size = 0x10000;
	f->kernel.windows[3].assigned = false;
	f->sriov.vf_bar[0] |= PCI_BASE_ADDRESS_MEM_PREFETCH |
			      PCI_BASE_ADDRESS_MEM_TYPE_64;
	f->sriov.vf_bar[3] &= ~PCI_BASE_ADDRESS_MEM_PREFETCH;
	expect_detail(test, f, "vf_bar0_window",
		      "with the other VF BARs that have no place 0x110000; the window 0xfe000000-0xfe1fffff of 0000:00:01.0 has 0x100000 free in one piece, and would have to be 0x300000 large");
	expect_detail(test, f, "vf_bar3_window",
		      "with the other VF BARs that have no place 0x110000");
	expect_remedy(test, f, "vf_bar3_window", "boot with pci=realloc");
	/* No window of the host bridge has both, but perhaps two of them do. */
	rooms->windows[3].size = rooms->windows[0].size;
	rooms->windows[4].size = rooms->windows[0].size;
	expect_remedy(test, f, "vf_bar3_window",
		      "boot with pci=realloc, if the host bridge has as much");
	/* With one of its own it takes nothing from the other. */
	rooms->windows[1].size = 0x800000;
	expect_detail(test, f, "vf_bar3_window",
		      "each, assigned none; the window 0xfe000000-");
	rooms->windows[1].size = 0;
	f->kernel.windows[0].size = 0x80000;
	expect_remedy(test, f, "vf_bar0_window",
		      "echo 1 > /sys/bus/pci/devices/0000:03:00.0/remove");
	expect_remedy(test, f, "vf_bar3_window",
		      "echo 1 > /sys/bus/pci/devices/0000:03:00.0/remove");
}

/* What a port reserves begins anywhere; what is plugged in does not. */
static void text_room_hotplug(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct around_rooms *rooms = facts_rooms(test, f);

	bend_window0(f);
	f->around->port.hotplug = true;
	f->sriov.vf_bar[0] |= PCI_BASE_ADDRESS_MEM_PREFETCH |
			      PCI_BASE_ADDRESS_MEM_TYPE_64;
	f->kernel.windows[0].size = 8ULL << 30;
	rooms->windows[1].size = 0;
	expect_detail(test, f, "vf_bar0_window",
		      "no window for memory of its kind");
	expect_remedy(test, f, "vf_bar0_window",
		      "pci=realloc,hpmmioprefsize=9215M or more");
}

/* How large it must be VF Resizable BAR tells, also when the kernel forgot it. */
static void text_room_forgotten(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct around_rebar *rebar = &f->around->rebar;

	facts_rooms(test, f);
	bend_window_dropped(f);
	rebar->exists = true;
	rebar->count = 1;
	rebar->bars[0].sizes = 0x3;
	rebar->bars[0].size = 1;
	expect_detail(test, f, "vf_bar0_window",
		      "needed 0x1000000 for all 8 VFs of 0x200000 each, assigned none");
	/* What 64 bits cannot say is as much as they can. */
	rebar->bars[0].size = 43;
	expect_detail(test, f, "vf_bar0_window",
		      "needed 0xffffffffffffffff for all 8 VFs of 0x8000000000000000 each, assigned none");
}

/* What even the host bridge has not is no matter of pci=realloc. */
static void text_room_short(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct around_rooms *rooms = facts_rooms(test, f);

	bend_window0(f);
	f->kernel.windows[0].size = 0x20000000;
	expect_remedy(test, f, "vf_bar0_window",
		      "it must be below 4 GiB, where the host bridge has too little");
	f->sriov.vf_bar[0] |= PCI_BASE_ADDRESS_MEM_PREFETCH;
	expect_remedy(test, f, "vf_bar0_window", "pci=realloc");
	f->kernel.windows[0].size = 0x2000000000;
	expect_remedy(test, f, "vf_bar0_window",
		      "let the firmware give the host bridge more memory above 4 GiB");
	rooms->windows[4].start = 0x80000000;
	rooms->windows[4].size = 0x1000;
	expect_remedy(test, f, "vf_bar0_window", "switch Above 4G decoding");
	rooms->windows[4].unknown = true;
	expect_remedy(test, f, "vf_bar0_window",
		      "boot with pci=realloc, if the host bridge has as much");
}

/* Who else may have parts of a window makes what is free no more than a guess. */
static void text_room_open(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct around_rooms *rooms = facts_rooms(test, f);

	bend_window0(f);
	rooms->windows[0].open = true;
	f->kernel.windows[0].size = 0x200000;
	expect_detail(test, f, "vf_bar0_window",
		      "has at most 0x100000 free in one piece");
}

/* A smaller VF BAR helps where all VFs fit then. */
static void text_room_resize(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct around_rebar *rebar = &f->around->rebar;
	struct around_rooms *rooms = facts_rooms(test, f);

	bend_window0(f);
	rooms->windows[0].size = 0x900000;
	rebar->exists = true;
	rebar->count = 1;
	rebar->bars[0].size = 1;
	rebar->bars[0].sizes = 0x7;
	f->kernel.windows[0].size = 8 * 0x200000;
	expect_remedy(test, f, "vf_bar0_window",
		      "; or TotalVFs 3 at most, in the firmware of the device; or a smaller VF BAR, see vf_bar_sizes");
	rooms->windows[0].size = 0x8fffff;
	KUNIT_EXPECT_NULL(test, strstr(constraint_of(test, f, "vf_bar0_window")
					       ->remedy,
				       "vf_bar_sizes"));
}

/* Where Enhanced Allocation has it there is no other place for it. */
static void text_fixed(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	bend_window0(f);
	f->around->ea.bars[0] =
		(struct ea_vf_bar){ true, true, false, 0x900000000ULL, 0x4000 };
	expect_detail(test, f, "vf_bar0_window",
		      "needed 0x20000 from 0x900000000 on");
	expect_remedy(test, f, "vf_bar0_window", "cannot move it");
}

static void text_room_unknown(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	bend_window_dropped(f);
	expect_detail(test, f, "vf_bar0_window", "no window for memory");
	facts_rooms(test, f);
	expect_detail(test, f, "vf_bar0_window",
		      "assigned none, the kernel log says how much is needed; the window 0xfe000000-0xfe1fffff of 0000:00:01.0 has 0x100000 free in one piece; largest in it: 0000:03:00.0 bar0");
	expect_remedy(test, f, "vf_bar0_window",
		      "/sys/bus/pci/devices/0000:03:00.0/remove");
	bend_window0(f);
	f->kernel.windows[0].size = 0x20000;
	f->sriov_error = -EIO;
	expect_detail(test, f, "vf_bar0_window",
		      "needed 0x20000, assigned none; the registers are unknown");
}

/* Who has the numbers of the port, and whether there are others */
static void text_buses_room(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct around_rooms *rooms = facts_rooms(test, f);

	f->sriov.first_vf_offset = 255;
	expect_detail(test, f, "bus_numbers",
		      "buses 03 to 03 are there for it; 0000:00:01.0 has 1 bus number, and would need 2");
	expect_remedy(test, f, "bus_numbers",
		      "boot with pci=assign-busses, or let the firmware give the port more buses (hot-plug padding): they are free in pci0000:00; or ask");
	f->around->port.hotplug = true;
	expect_remedy(test, f, "bus_numbers", "pci=assign-busses,hpbussize=2;");
	rooms->windows[5].size = 16;
	expect_remedy(test, f, "bus_numbers",
		      "pci0000:00 has too few numbers that no port has");
	rooms->windows[5].unknown = true;
	expect_remedy(test, f, "bus_numbers",
		      "if there are as many in pci0000:00");
}

static struct kunit_case preflight_room_cases[] = {
	KUNIT_CASE(text_room),
	KUNIT_CASE(text_room_together),
	KUNIT_CASE(text_room_crowded),
	KUNIT_CASE(text_room_hotplug),
	KUNIT_CASE(text_room_forgotten),
	KUNIT_CASE(text_room_short),
	KUNIT_CASE(text_room_open),
	KUNIT_CASE(text_room_resize),
	KUNIT_CASE(text_fixed),
	KUNIT_CASE(text_room_unknown),
	KUNIT_CASE(text_buses_room),
	/* sentinel */
	{},
};

static struct kunit_suite preflight_room_suite = {
	.name = "sriovscope_preflight_room",
	.test_cases = preflight_room_cases,
};

kunit_test_suite(preflight_room_suite);
