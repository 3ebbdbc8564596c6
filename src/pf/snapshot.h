/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is known of a PF at one moment, as plain data: its registers, and what
 * the kernel holds about it. Files are made from this alone.
 */
#ifndef SRIOVSCOPE_SNAPSHOT_H
#define SRIOVSCOPE_SNAPSHOT_H

#include <sriovscope/sriov.h>

#include "around.h"
#include "pf.h"

/*
 * What a snapshot shall hold beside what the kernel knows without looking. Those
 * marked with a star read other devices: not under a lock that a reset may wait
 * for, see Documentation/locking.md.
 */
#define SNAPSHOT_SRIOV BIT(0) /* the SR-IOV registers, or fail */
#define SNAPSHOT_SRIOV_IF_ANY BIT(1) /* the same, when there is a view */
#define SNAPSHOT_CHAIN BIT(2) /* all extended capabilities */
#define SNAPSHOT_IMAGE BIT(3) /* the whole configuration space */
#define SNAPSHOT_HEADER BIT(4) /* its first 64 bytes alone */
#define SNAPSHOT_ASSIGNED BIT(5) /* vfs_assigned; visits all devices */
#define SNAPSHOT_SELF BIT(6) /* its other capabilities */
#define SNAPSHOT_PLACE BIT(7) /* what the kernel knows of its surroundings */
#define SNAPSHOT_PORT BIT(8) /* * the port above */
#define SNAPSHOT_PEERS BIT(9) /* * the other PFs on its bus */
#define SNAPSHOT_VFS \
	BIT(10) /* * the VFs that are on, and who is in their place */
#define SNAPSHOT_VF_BARS BIT(11) /* of SNAPSHOT_SELF around_vf_bars() alone */
#define SNAPSHOT_WAKE BIT(12) /* wake it up; else who sleeps is left alone */

/* The surroundings, but for the VFs */
#define SNAPSHOT_AROUND \
	(SNAPSHOT_SELF | SNAPSHOT_PLACE | SNAPSHOT_PORT | SNAPSHOT_PEERS)

/**
 * enum pf_mode - how sriovscope stands to a PF
 * @PF_MODE_OBSERVED: it is owned by another driver or by none
 * @PF_MODE_BOUND: it is owned by sriovscope's driver
 * @PF_MODE_REJECTED: it has the capability, and the kernel takes it for no PF
 */
enum pf_mode {
	PF_MODE_OBSERVED,
	PF_MODE_BOUND,
	PF_MODE_REJECTED,
};

/**
 * struct vf_window - the kernel's resource for all VFs' copies of one VF BAR
 * @size: in bytes, 0 when the kernel has none
 * @start: first address, as the CPU has it
 * @assigned: it is part of a bridge's window
 */
struct vf_window {
	u64 size;
	u64 start;
	bool assigned;
};

/**
 * struct pf_kernel - what the kernel holds about a PF
 * @name: domain, bus, device and function, as sysfs has it
 * @driver: name of the driver, empty when there is none
 * @can_configure: the driver can enable VFs (sriov_configure)
 * @switched_off: it has a parameter for that, which is off
 * @allowed: parameter allow_enable of sriovscope is on
 * @integrated: it is a Root Complex integrated endpoint
 * @domain: PCI domain
 * @routing_id: bus in the high byte, devfn in the low one
 * @vendor: Vendor ID
 * @device: Device ID
 * @cap_offset: where the kernel's search found SR-IOV, 0 when nowhere, and when
 *	nobody has looked so far
 * @has_ea: it has Enhanced Allocation; false as well when nobody has looked so far
 * @mode: how sriovscope stands to it
 * @is_physfn: the kernel takes it for a PF
 * @num_vfs: VFs that the kernel has enabled
 * @driver_cap: VFs that the driver allows (pci_sriov_get_totalvfs())
 * @vfs_assigned: VFs that guests have; with SNAPSHOT_ASSIGNED alone
 * @changing: somebody may have been changing the VFs, or the binding, while this
 *	was taken, so that registers and kernel need not agree
 * @asleep: it sleeps, and was not woken up: nothing of it was read
 * @probe: how the last try to bind a driver ended
 * @windows: by the slot of the VF BAR
 * @vf_bars_known: it is known how many VF BARs the kernel found; with the
 *	SR-IOV registers alone, see core_vf_bars()
 * @vf_bars: how many, with a place or without
 */
struct pf_kernel {
	char name[24];
	char driver[PF_DRIVER_LEN];
	bool can_configure;
	bool switched_off;
	bool allowed;
	bool integrated;
	int domain;
	u16 routing_id;
	u16 vendor;
	u16 device;
	u16 cap_offset;
	bool has_ea;
	enum pf_mode mode;
	bool is_physfn;
	u32 num_vfs;
	u32 driver_cap;
	u32 vfs_assigned;
	bool changing;
	bool asleep;
	struct pf_probe probe;
	struct vf_window windows[PCI_SRIOV_NUM_BARS];
	bool vf_bars_known;
	u8 vf_bars;
};

/**
 * struct pf_snapshot - a PF at one moment
 * @kernel: what the kernel holds about it
 * @sriov_error: 0 when @sriov is there, else why it is not
 * @sriov: the decoded SR-IOV registers
 * @chain: its extended capabilities, NULL when not asked for
 * @image: its configuration space, NULL when not asked for
 * @around: what is around it, NULL when not asked for
 * @request: the last request to change the VFs
 */
struct pf_snapshot {
	struct pf_kernel kernel;
	int sriov_error;
	struct sriov_state sriov;
	struct ext_chain *chain;
	struct image_space *image;
	struct pf_around *around;
	struct pf_request request;
};

/**
 * pf_snapshot_take() - look at a PF
 * @pf: the PF
 * @what: SNAPSHOT_*
 * @snap: to fill in, for pf_snapshot_drop()
 *
 * Reads each register that is asked for once; SR-IOV costs 16 reads. The device
 * is kept awake meanwhile; one that sleeps is woken up with SNAPSHOT_WAKE, else
 * @snap->kernel.asleep is set, and there are neither registers nor surroundings.
 *
 * On error @snap has no registers, and @snap->sriov_error is the errno; what
 * the kernel holds is there unless the device was removed: then even its name
 * is empty.
 *
 * Context: may sleep; see pf_hold() for the locks.
 * Return: 0; -ENODEV when the device is gone; -ENOMEM; the errno of finding
 *	the capability, of a read or of waking the device.
 */
int pf_snapshot_take(struct scope_pf *pf, unsigned int what,
		     struct pf_snapshot *snap);

/**
 * pf_snapshot_drop() - release what a snapshot holds
 * @snap: from pf_snapshot_take(), failed or not; may be dropped twice
 */
void pf_snapshot_drop(struct pf_snapshot *snap);

/**
 * core_vf_bars() - how many VF BARs has the kernel found?
 * @pf: the PF
 * @snap: of it; its registers are there, if any, and what the kernel holds but
 *	for vf_bars, which is filled in
 *
 * Context: under pf_hold(). Reads no device.
 */
void core_vf_bars(const struct scope_pf *pf, struct pf_snapshot *snap);

/**
 * device_driver_name() - the name of a device's driver, if it has one
 * @dev: any device, bound or not, by whomever
 * @name: to fill in, empty when there is none
 * @size: of @name in bytes
 *
 * Context: any; a driver that is unbound meanwhile does no harm.
 */
void device_driver_name(struct device *dev, char *name, size_t size);

#endif
