/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the SR-IOV registers mean: pure functions of a snapshot. Nothing here
 * touches a device or knows struct pci_dev.
 */
#ifndef SRIOVSCOPE_SRIOV_H
#define SRIOVSCOPE_SRIOV_H

#include <sriovscope/capabilities.h>

/**
 * struct sriov_state - the decoded SR-IOV capability, PCIe 9.3.3
 *
 * @capability_offset: in bytes from the start of the configuration space
 * @capability_version: 1 for every device so far
 * @next_capability: offset in bytes, 0 at the end of the chain
 * @span: bytes that belong to the capability
 * @vf_migration_capable: gone from the specification; must be clear
 * @ari_capable_hierarchy_preserved: survives the PF's return from D3hot
 * @vf_10bit_tag_requester_supported: PCIe 9.3.3.2.3
 * @vf_migration_interrupt_message_number: MSI or MSI-X vector
 * @vf_enable: the VFs are there, PCIe 9.3.3.3.1
 * @vf_migration_enable: gone from the specification
 * @vf_migration_interrupt_enable: gone from the specification
 * @vf_memory_space_enable: the VFs' memory answers, PCIe 9.3.3.3.4
 * @ari_capable_hierarchy: VFs may be at functions above 7, PCIe 9.3.3.3.5
 * @vf_10bit_tag_requester_enable: PCIe 9.3.3.3
 * @vf_migration_status: gone from the specification
 * @initial_vfs: VFs that are there at first
 * @total_vfs: VFs that there can be
 * @num_vfs: VFs that software asked for
 * @function_dependency_link: devfn of the function that this one depends on
 * @first_vf_offset: routing IDs from the PF to its first VF
 * @vf_stride: routing IDs from a VF to the next
 * @vf_device_id: Device ID of the VFs
 * @supported_page_sizes: bit n is 2^(n + 12) bytes
 * @system_page_size: bit n is 2^(n + 12) bytes
 * @vf_bar: the raw registers; see vf_bars_start()
 * @vf_migration_state_array_offset: gone from the specification
 * @vf_14bit_tag_requester_supported: PCIe 9.3.3.2.3
 * @vf_14bit_tag_requester_enable: PCIe 9.3.3.3
 *
 * Every member is the key of the same name in the debugfs file "regs"; the
 * elements of @vf_bar are vf_bar0 to vf_bar5 there.
 */
struct sriov_state {
	u16 capability_offset;
	u8 capability_version;
	u16 next_capability;
	u16 span;
	bool vf_migration_capable;
	bool ari_capable_hierarchy_preserved;
	bool vf_10bit_tag_requester_supported;
	u16 vf_migration_interrupt_message_number;
	bool vf_enable;
	bool vf_migration_enable;
	bool vf_migration_interrupt_enable;
	bool vf_memory_space_enable;
	bool ari_capable_hierarchy;
	bool vf_10bit_tag_requester_enable;
	bool vf_migration_status;
	u16 initial_vfs;
	u16 total_vfs;
	u16 num_vfs;
	u8 function_dependency_link;
	u16 first_vf_offset;
	u16 vf_stride;
	u16 vf_device_id;
	u32 supported_page_sizes;
	u32 system_page_size;
	u32 vf_bar[PCI_SRIOV_NUM_BARS];
	u32 vf_migration_state_array_offset;
	bool vf_14bit_tag_requester_supported;
	bool vf_14bit_tag_requester_enable;
};

/**
 * sriov_decode() - decode a snapshot of the SR-IOV capability
 * @snap: from view_snapshot()
 * @state: to fill in, every member
 *
 * Context: any; pure.
 */
void sriov_decode(const struct sriov_snapshot *snap, struct sriov_state *state);

/**
 * struct vf_bar - one VF BAR of the set, PCIe 9.3.3.14
 * @slot: 0 to 5, the first of two for a 64-bit BAR
 * @is_64bit: takes the next slot too
 * @prefetchable: reads have no side effects
 * @address: base that the register holds, 0 when nothing was assigned or when
 *	there is no such BAR: the register alone cannot tell
 */
struct vf_bar {
	u32 slot;
	bool is_64bit;
	bool prefetchable;
	u64 address;
};

/**
 * struct vf_bar_iter - position in a set of VF BARs
 */
struct vf_bar_iter {
	/* private: */
	const struct sriov_state *state;
	u32 slot;
};

/**
 * vf_bars_start() - begin to iterate over the VF BARs
 * @iter: to fill in
 * @state: decoded capability; must outlive @iter
 *
 * The whole set is judged before the first BAR is yielded. PCIe 9.3.3.14.
 *
 * Context: any; pure.
 * Return: 0; -EINVAL when a BAR is for I/O space or has a reserved type, or
 *	when a 64-bit BAR is in the last slot: then vf_bars_next() has none.
 */
int vf_bars_start(struct vf_bar_iter *iter, const struct sriov_state *state);

/**
 * vf_bars_next() - the next VF BAR of the set
 * @iter: from vf_bars_start()
 * @bar: to fill in
 *
 * Context: any; pure.
 * Return: true with a BAR in @bar, false at the end of the set.
 */
bool vf_bars_next(struct vf_bar_iter *iter, struct vf_bar *bar);

/**
 * vf_routing_id() - the routing ID (bus, device, function) of a VF
 * @state: decoded capability; its offset and stride are those of now, and may
 *	change with NumVFs and ARI Capable Hierarchy
 * @pf: routing ID of the PF: bus in the high byte, devfn in the low one
 * @vf: which VF, counted from 0 as the kernel does; the specification's VF 1
 *	is 0 here
 * @id: the routing ID of the VF; untouched on error
 *
 * PCIe 9.2.1.2.
 *
 * Context: any; pure.
 * Return: 0; -ERANGE when the device has no such VF (TotalVFs); -ENODATA when
 *	First VF Offset is 0, or VF Stride is 0 and @vf is not the first: the
 *	device does not say where the VF is; -EOVERFLOW when the routing ID does
 *	not fit 16 bits.
 */
int vf_routing_id(const struct sriov_state *state, u16 pf, u32 vf, u16 *id);

/**
 * sriov_dependency() - which function the Function Dependency Link names
 * @state: decoded capability
 * @pf: routing ID of the PF
 * @integrated: the PF is a Root Complex integrated endpoint: other devices are
 *	on its bus, and the link names a function of its own
 *
 * PCIe 9.3.3.8.
 *
 * Context: any; pure.
 * Return: device and function number, on the bus of the PF; those of the PF
 *	itself when it depends on no other.
 */
u8 sriov_dependency(const struct sriov_state *state, u16 pf, bool integrated);

#endif
