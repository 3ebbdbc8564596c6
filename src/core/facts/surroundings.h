/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is around a PF's SR-IOV capability, as plain data: its other
 * capabilities, the port above, the other PFs on its bus, its VFs.
 */
#ifndef SRIOVSCOPE_SURROUNDINGS_H
#define SRIOVSCOPE_SURROUNDINGS_H

#include <linux/array_size.h>
#include <linux/errno.h>
#include <sriovscope/caps/acs.h>
#include <sriovscope/ea.h>
#include <sriovscope/sriov.h>

#define AROUND_NAME_LEN 24

/* Why another device was not read: it sleeps, and was left alone. */
#define AROUND_ASLEEP (-EHOSTDOWN)

/* Why another device was not read: it is being reset, and was not waited for. */
#define AROUND_RESETTING (-EBUSY)

/* Bus, device and function have 16 bits. */
#define AROUND_ROUTING_IDS (U16_MAX + 1)

/**
 * struct around_self - the PF's own capabilities, beside SR-IOV
 * @has_pcie: it has PCI Express; without it the next three are not known
 * @flr: Function Level Reset
 * @tag_10bit_requester: 10-Bit Tag Requester Supported
 * @has_pm: it has Power Management; without it the next two are not known
 * @power_state: D0 to D3 by its register; when it was woken up, the state that
 *	it was in before, 4 for D3cold
 * @power_now: by its register in any case
 * @woken: it slept, and was woken up to be looked at; by who reads sysfs from
 *	D3cold alone
 * @no_soft_reset: No_Soft_Reset
 * @has_ari: it has ARI
 * @tag_14bit_requester: 14-Bit Tag Requester Supported, of Device 3
 * @span: bytes from the SR-IOV capability to the nearest higher one
 * @overlapped_by: offset of a lower capability whose registers reach into the
 *	SR-IOV capability, 0 when there is none
 */
struct around_self {
	bool has_pcie;
	bool flr;
	bool tag_10bit_requester;
	bool has_pm;
	u8 power_state;
	u8 power_now;
	bool woken;
	bool no_soft_reset;
	bool has_ari;
	bool tag_14bit_requester;
	u16 span;
	u16 overlapped_by;
};

/**
 * around_power_name() - a power state in one word
 * @state: as power_state of struct around_self
 *
 * Return: the word.
 */
static inline const char *around_power_name(u8 state)
{
	static const char *const names[] = { "D0", "D1", "D2", "D3", "D3cold" };

	return state < ARRAY_SIZE(names) ? names[state] : "unknown";
}

/**
 * struct around_use - what a function must be allowed before it can be used
 * @memory_space: Memory Space Enable, PCIe 7.5.1.1.3
 * @bus_master: Bus Master Enable
 * @has_ats: it has Address Translation Services
 * @ats: they are on, PCIe 10.5.1.3
 * @pasid: it has Process Address Space IDs, and they are on, PCIe 7.8.9.3
 * @has_msi: it has MSI
 * @msix_vectors: entries of its MSI-X table, one more than Table Size; 0 when it
 *	has no MSI-X, PCIe 7.7.2.2
 */
struct around_use {
	bool memory_space;
	bool bus_master;
	bool has_ats;
	bool ats;
	bool pasid;
	bool has_msi;
	u16 msix_vectors;
};

/**
 * struct around_rebar - VF Resizable BAR, PCIe 7.8.7
 * @exists: the PF has it
 * @said: number of resizable VF BARs as the capability says
 * @count: how many are in @bars
 * @bars: which VF BAR, its size now, 2^(n + 20) bytes, and the sizes that it can
 *	have: bit n is that size
 */
struct around_rebar {
	bool exists;
	u8 said;
	u8 count;
	struct {
		u8 slot;
		u8 size;
		u64 sizes;
	} bars[PCI_SRIOV_NUM_BARS];
};

/**
 * struct around_ea - Enhanced Allocation, PCIe 7.8.5
 * @exists: the PF has it
 * @bars: VF BARs that have an entry, by their slots
 */
struct around_ea {
	bool exists;
	struct ea_vf_bar bars[PCI_SRIOV_NUM_BARS];
};

/* Streams of a port that are kept: there can be 256, and few are on. */
#define AROUND_IDE_STREAMS 16

/**
 * struct around_ide_stream - a Selective IDE Stream that is on
 * @id: Stream ID
 * @tc: the Traffic Class that it is for
 * @segment: of the routing IDs; 0 as well where the link has no segments
 * @base: the first routing ID that it has
 * @limit: the last one
 */
struct around_ide_stream {
	u8 id;
	u8 tc;
	u8 segment;
	u16 base;
	u16 limit;
};

/**
 * struct around_ide - Selective IDE Streams of the port above, PCIe 7.9.26
 * @error: why they are not known, else 0
 * @root: it has IDE, and is a Root Port; of another one no more is known
 * @exists: it has such streams
 * @cut: one is past the end of the capability; those behind are not known
 * @more: there are more that are on than @streams has
 * @count: how many are in @streams
 * @streams: those that are on and have routing IDs, in the order of their blocks
 */
struct around_ide {
	int error;
	bool root;
	bool exists;
	bool cut;
	bool more;
	u8 count;
	struct around_ide_stream streams[AROUND_IDE_STREAMS];
};

/**
 * struct around_port - the port above the PF
 * @exists: there is one; a Root Complex integrated endpoint has none
 * @error: why its registers are not known, else 0
 * @name: domain, bus, device and function
 * @downstream: a Root Port or Downstream Port: without ARI it reaches device 0
 *	alone; the bus inside of a switch has 32 devices
 * @ari_supported: it can forward ARI
 * @ari_forwarding: it does
 * @hotplug: devices can be plugged in below it
 * @has_acs: it has Access Control Services
 * @acs: ACS Control
 * @ide: its IDE streams, with FACTS_PORT_IDE
 */
struct around_port {
	bool exists;
	int error;
	char name[AROUND_NAME_LEN];
	bool downstream;
	bool ari_supported;
	bool ari_forwarding;
	bool hotplug;
	bool has_acs;
	struct acs_control_reg acs;
	struct around_ide ide;
};

/**
 * struct around_link - the function that the Function Dependency Link names
 * @devfn: device and function number, on the bus of the PF
 * @exists: the kernel has such a function
 * @is_physfn: the kernel takes it for a PF
 */
struct around_link {
	u8 devfn;
	bool exists;
	bool is_physfn;
};

/**
 * struct around_iommu - the PF's IOMMU group
 * @exists: it is in one
 * @group: its number
 * @others: devices in it beside the PF
 */
struct around_iommu {
	bool exists;
	int group;
	u32 others;
};

/**
 * enum room_kind - what a bridge hands down to the bus below it
 * @ROOM_MEM: memory whose reads may have side effects
 * @ROOM_PREFETCH: memory whose reads have none
 * @ROOM_BUS: bus numbers
 */
enum room_kind {
	ROOM_MEM,
	ROOM_PREFETCH,
	ROOM_BUS,
};

/**
 * enum room_use - what somebody has a part of a window for
 * @ROOM_OF_BAR: a BAR
 * @ROOM_OF_ROM: the Expansion ROM
 * @ROOM_OF_VF_BAR: all VFs' copies of a VF BAR
 * @ROOM_OF_BRIDGE: what a bridge hands down further
 * @ROOM_OF_BUS: the bus itself, which has a number
 * @ROOM_OF_OTHER: somebody who is no function
 */
enum room_use {
	ROOM_OF_BAR,
	ROOM_OF_ROM,
	ROOM_OF_VF_BAR,
	ROOM_OF_BRIDGE,
	ROOM_OF_BUS,
	ROOM_OF_OTHER,
};

/**
 * struct room_window - what a bridge on the way up to the host bridge hands down
 * @level: how many bridges are between it and the PF
 * @host: it is of the host bridge
 * @kind: of what
 * @is_64bit: it can be above 4 GiB; a host bridge's always can
 * @unknown: there may be one, where is not known
 * @open: others than those that are known may have parts of it
 * @hotplug: devices can be plugged in below the bridge, for which it keeps some free
 * @routing_id: of the bridge; of a host bridge the first of its root bus
 * @start: first address or number; with @size alone
 * @size: how many, 0 when it has no place
 */
struct room_window {
	u8 level;
	bool host;
	enum room_kind kind;
	bool is_64bit;
	bool unknown;
	bool open;
	bool hotplug;
	u16 routing_id;
	u64 start;
	u64 size;
};

/**
 * struct room_holder - who has a part of a window
 * @window: which one, of struct around_rooms
 * @use: what for
 * @number: which BAR or VF BAR; of a bridge what it hands down, enum room_kind
 * @routing_id: whose it is; 0 with ROOM_OF_OTHER
 * @start: first address or number
 * @size: how many
 */
struct room_holder {
	u32 window;
	enum room_use use;
	u8 number;
	u16 routing_id;
	u64 start;
	u64 size;
};

/* More bridges than are in a row anywhere, and more windows than they have */
#define ROOM_LEVELS_MAX 32
#define ROOM_WINDOWS_MAX 128

/**
 * struct around_rooms - who has the memory and the buses above the PF
 * @window_count: windows
 * @windows: from the bridge above the PF up to the host bridge; of each bridge all
 *	kinds that it has
 * @holder_count: who has parts of them
 * @holders: by their windows, and in each by where they begin
 */
struct around_rooms {
	u32 window_count;
	struct room_window *windows;
	u32 holder_count;
	struct room_holder *holders;
};

/**
 * struct around_peer - another PF on the bus
 * @routing_id: bus in the high byte, devfn in the low one
 * @error: why its registers are not known, else 0
 * @sriov: its registers from SR-IOV Control to VF Stride; all others are 0
 */
struct around_peer {
	u16 routing_id;
	int error;
	struct sriov_state sriov;
};

/**
 * struct around_vf - a VF that is on, by its own registers: with FACTS_VF_USE alone
 *	no more than the first three
 * @routing_id: bus in the high byte, devfn in the low one
 * @error: why its registers are not known, else 0; AROUND_ASLEEP when it sleeps,
 *	-ENODEV when it does not answer
 * @use: what it is allowed; with FACTS_VF_USE
 * @vendor: Vendor ID
 * @device: Device ID
 * @bars: BAR0 to BAR5
 * @interrupt_pin: Interrupt Pin
 * @has_pcie: it has PCI Express
 * @flr: Function Level Reset
 * @caps: bit n is set when it has the capability with ID n, up to 31
 * @ext_caps: the same of its extended capabilities, up to 63
 */
struct around_vf {
	u16 routing_id;
	int error;
	struct around_use use;
	u16 vendor;
	u16 device;
	u32 bars[PCI_STD_NUM_BARS];
	u8 interrupt_pin;
	bool has_pcie;
	bool flr;
	u32 caps;
	u64 ext_caps;
};

/**
 * struct around_answers - which VFs answer, by all of them
 * @any: one does
 * @ari: one does that is behind ARI: on the PF's bus, and not on device 0
 * @last: routing ID of the last one that does, with @any
 */
struct around_answers {
	bool any;
	bool ari;
	u16 last;
};

/**
 * struct pf_around - the surroundings of a PF at one moment
 * @page_size: the kernel's, in bytes
 * @last_bus: last bus number of the port above
 * @self: the PF's other capabilities
 * @use: what the PF is allowed, with FACTS_SELF_USE
 * @rebar: VF Resizable BAR
 * @ea: Enhanced Allocation
 * @port: the port above
 * @link: the function it depends on; with its registers alone
 * @iommu: its IOMMU group
 * @rooms: who has the memory and the buses above it, with FACTS_ROOM
 * @all_pfs: @peers has every PF of the bus; else only those that are watched
 * @functions: by the routing ID a bit for each function that the kernel has
 *	from the place of the first VF on, and that is no VF of the PF; NULL
 *	while NumVFs is 0
 * @peer_count: other PFs on the bus
 * @peers: in the order of their addresses
 * @vf_count: VFs that are on, with FACTS_VFS or FACTS_VF_USE
 * @vfs: in the order of their addresses
 * @answers: which of them answer; with FACTS_VF_USE
 */
struct pf_around {
	u32 page_size;
	u32 last_bus;
	struct around_self self;
	struct around_use use;
	struct around_rebar rebar;
	struct around_ea ea;
	struct around_port port;
	struct around_link link;
	struct around_iommu iommu;
	struct around_rooms rooms;
	bool all_pfs;
	unsigned long *functions;
	u32 peer_count;
	struct around_peer *peers;
	u32 vf_count;
	struct around_vf *vfs;
	struct around_answers answers;
};

#endif
