/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the SR-IOV registers mean: pure functions of a snapshot. Nothing here
 * touches a device or knows struct pci_dev.
 */
#ifndef SRIOVSCOPE_SRIOV_H
#define SRIOVSCOPE_SRIOV_H

#include <sriovscope/capabilities.h>
#include <sriovscope/decode.h>

/*
 * struct sriov_state: the decoded SR-IOV capability, PCIe 9.3.3.
 *
 * Every member but capability_id is the key of the same name in the debugfs file
 * "regs"; the elements of vf_bar, which are the raw registers, are vf_bar0 to
 * vf_bar5 there. See vf_bars_start() for what is in them.
 */
DECLARE_CAP_STATE(sriov, SRIOV_TABLE);

/**
 * sriov_decode() - decode a snapshot of the SR-IOV capability
 * @snap: from view_snapshot()
 * @state: to fill in, every member
 *
 * Context: any; pure.
 */
void sriov_decode(const struct sriov_snapshot *snap, struct sriov_state *state);

/**
 * sriov_page_bytes() - the page sizes of a register, in bytes
 * @bits: Supported Page Sizes or System Page Size: bit n is 2^(n + 12) bytes
 *
 * PCIe 9.3.3.12, 9.3.3.13.
 *
 * Context: any; pure.
 * Return: a bit for each size, which is that size.
 */
static inline u64 sriov_page_bytes(u32 bits)
{
	return (u64)bits << 12;
}

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
