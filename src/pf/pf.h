/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A physical function that is watched: its lifetime, and how it is read.
 */
#ifndef SRIOVSCOPE_PF_H
#define SRIOVSCOPE_PF_H

#include <linux/kref.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/rwsem.h>
#include <linux/spinlock.h>
#include <linux/xarray.h>
#include <sriovscope/pci_space.h>
#include <sriovscope/sriov.h>

#include "core/facts/facts.h"
#include "history.h"
#include "key.h"

struct dentry;
struct event_log;
struct iommu_group;
struct pf_caps;
struct pf_entry;
struct pf_port;

/**
 * struct pf_vf - a VF device that is there
 * @pdev: the device; a reference is held
 * @group: number of its IOMMU group, -1 for none
 * @trial: what became of the last driver that matched it
 * @trial_error: what its probe answered, 0 when that is not known
 * @tried: name of that driver
 */
struct pf_vf {
	struct pci_dev *pdev;
	int group;
	enum vf_trial trial;
	int trial_error;
	char tried[PF_DRIVER_LEN];
};

/**
 * struct scope_pf - one function with an SR-IOV capability
 * @ref: the registry has a reference, and every open file
 * @key: pf_key() of its device
 * @pdev: the device; a reference is held
 * @alive: held for reading while the device is read, for writing to end that
 * @gone: the device was removed; under @alive
 * @pci: its configuration space
 * @log: what happened to it, and to those that were at its address before
 * @found_at: where SR-IOV was when it came, 0 when nobody has searched
 * @caps: where its capabilities are, once that was found; see pf_caps()
 * @port: the same of the port above
 * @vf_windows: bytes of each VF BAR's window, as the kernel reckoned them when
 *	the PF came; it forgets those that it finds no place for
 * @vf_windows_all: it came while this module was there, so that no window is
 *	missing in @vf_windows
 * @vfs: the VF devices that are there, struct pf_vf by routing ID; under its
 *	own lock
 * @shown: it has files, and a line in "devices"
 * @dir: its directory in debugfs
 * @entries: what the files in there point to
 * @numvfs: the file there that enables VFs, while bound to sriovscope
 * @op: held by a writer of "numvfs"; only ever tried
 * @bound: owned by sriovscope's driver; changed under the device lock
 * @enabled_here: the VFs that are on were enabled by sriovscope; under the
 *	device lock
 * @lock: guards all below; under it is the lock of the log alone
 * @group: its IOMMU group, with a reference, or NULL
 * @probe: how the last try to bind a driver ended
 * @request: the last request to change the VFs
 * @history: what is known of what happens to it
 */
struct scope_pf {
	struct kref ref;
	unsigned long key;
	struct pci_dev *pdev;
	struct rw_semaphore alive;
	bool gone;
	struct pci_space pci;
	struct event_log *log;
	u16 found_at;
	struct pf_caps *caps;
	struct pf_port *port;
	u64 vf_windows[PCI_SRIOV_NUM_BARS];
	bool vf_windows_all;
	struct xarray vfs;
	bool shown;
	struct dentry *dir;
	struct pf_entry *entries;
	struct dentry *numvfs;
	struct mutex op; /* only ever tried */
	bool bound;
	bool enabled_here;
	spinlock_t lock; /* guards what follows */
	struct iommu_group *group;
	struct pf_probe probe;
	struct pf_request request;
	struct pf_history history;
};

/* Parameter allow_enable */
extern bool pf_enable_allowed;

/**
 * pf_is_integrated() - is it a Root Complex integrated endpoint?
 * @pdev: its device
 *
 * Context: any; the kernel read it when it found the device.
 * Return: true when it is; it has no port above then, and shares its bus with
 *	other devices.
 */
static inline bool pf_is_integrated(struct pci_dev *pdev)
{
	return pci_is_pcie(pdev) && pci_pcie_type(pdev) == PCI_EXP_TYPE_RC_END;
}

/**
 * pf_create() - begin to watch a device, if it is a PF
 * @pdev: any PCI device
 * @search: search a device that the kernel takes for no PF too
 *
 * A device without extended space, a VF, and a device without an SR-IOV
 * capability is no PF. One that the kernel rejected is, which only a search
 * tells. The search wakes nobody and does not wait while configuration access
 * is blocked; of a device that is off (D3cold) it finds nothing.
 *
 * Context: may sleep; under any lock of the PCI core.
 * Return: the PF with one reference; ERR_PTR: -ENODEV when it is none,
 *	-ENOMEM.
 */
struct scope_pf *pf_create(struct pci_dev *pdev, bool search);

/**
 * pf_get() - take a reference
 * @pf: the PF
 *
 * Return: @pf.
 */
struct scope_pf *pf_get(struct scope_pf *pf);

/**
 * pf_put() - drop a reference
 * @pf: the PF
 *
 * Context: may sleep with the last one, which lets go of the devices.
 */
void pf_put(struct scope_pf *pf);

/**
 * pf_hold() - keep the device from being let go
 * @pf: the PF
 *
 * Context: may sleep; takes @pf->alive for reading. Under the device lock of a
 *	PF that is bound, or under no lock that a removal may hold: see
 *	Documentation/locking.md.
 * Return: 0; -ENODEV when the device was removed.
 */
int pf_hold(struct scope_pf *pf);

/**
 * pf_unhold() - undo pf_hold()
 * @pf: the PF
 */
void pf_unhold(struct scope_pf *pf);

/**
 * pf_mark_gone() - from now on nobody reads the device
 * @pf: the PF
 *
 * Waits for those who are reading it, who wait for configuration accesses and
 * runtime PM, as the PCI core itself waits for readers of "config" in sysfs.
 *
 * Context: may sleep; takes @pf->alive for writing. Not under the device lock.
 */
void pf_mark_gone(struct scope_pf *pf);

/**
 * pf_is_gone() - was the device removed?
 * @pf: the PF
 *
 * Context: any; the answer may be old.
 * Return: true when it was.
 */
bool pf_is_gone(const struct scope_pf *pf);

/**
 * pf_next_vf() - visit the VF devices that the PCI core has
 * @pdev: the PF's device
 * @vf: the VF before, whose reference is dropped; NULL to begin
 *
 * Context: any that may sleep; visits all devices.
 * Return: a VF with a reference, NULL at the end.
 */
struct pci_dev *pf_next_vf(struct pci_dev *pdev, struct pci_dev *vf);

/**
 * pf_add_vf() - note that a VF device is there
 * @pf: its PF
 * @vf: the VF
 *
 * Context: may sleep; while the VF can neither be removed nor bound.
 */
void pf_add_vf(struct scope_pf *pf, struct pci_dev *vf);

/**
 * pf_remove_vf() - note that a VF device went away
 * @pf: its PF
 * @vf: the VF
 *
 * Context: may sleep.
 */
void pf_remove_vf(struct scope_pf *pf, struct pci_dev *vf);

/**
 * pf_note_vf_driver() - note that a driver of a VF has changed
 * @pf: its PF
 * @vf: the VF
 * @trial: what became of the driver; by then it may be in another IOMMU group too
 * @error: what its probe answered, 0 when that is not known
 *
 * Context: may sleep; as pf_add_vf().
 */
void pf_note_vf_driver(struct scope_pf *pf, struct pci_dev *vf,
		       enum vf_trial trial, int error);

/**
 * pf_note_group() - note which IOMMU group the PF is in by now
 * @pf: the PF
 *
 * The group of a device may go away at any time but these, so that nobody looks
 * it up later.
 *
 * Context: may sleep; while the PF can neither be removed nor bound.
 */
void pf_note_group(struct scope_pf *pf);

/**
 * pf_forget_group() - the PF is in no IOMMU group any more
 * @pf: the PF
 *
 * Context: may sleep.
 */
void pf_forget_group(struct scope_pf *pf);

/**
 * pf_get_group() - the IOMMU group of the PF
 * @pf: the PF
 *
 * Context: any.
 * Return: the group with a reference for iommu_group_put(), or NULL.
 */
struct iommu_group *pf_get_group(struct scope_pf *pf);

/**
 * pf_next_vf_from() - the first VF device at or above a routing ID
 * @pf: its PF
 * @id: where to begin; set to the routing ID of the VF
 *
 * Context: any.
 * Return: the device with a reference for pci_dev_put(), NULL at the end.
 */
struct pci_dev *pf_next_vf_from(struct scope_pf *pf, u32 *id);

/**
 * pf_count_vfs() - how many VF devices are there
 * @pf: the PF
 *
 * Context: any.
 * Return: their number.
 */
u32 pf_count_vfs(struct scope_pf *pf);

#endif
