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
#include <sriovscope/sriov.h>

struct dentry;
struct pf_entry;

#define PF_REQUEST_LEN 32
#define PF_REASON_LEN 512

/**
 * enum pf_request_state - how far the last request to change the VFs is
 * @PF_REQUEST_NONE: there was none since the PF is watched
 * @PF_REQUEST_IN_PROGRESS: the PCI core is at work
 * @PF_REQUEST_DONE: it ended
 */
enum pf_request_state {
	PF_REQUEST_NONE,
	PF_REQUEST_IN_PROGRESS,
	PF_REQUEST_DONE,
};

/**
 * struct pf_request - the last request to change the VFs, for "status"
 * @state: how far it is
 * @result: 0 or a negative errno, once done
 * @text: what was asked for
 * @reason: one sentence
 */
struct pf_request {
	enum pf_request_state state;
	int result;
	char text[PF_REQUEST_LEN];
	char reason[PF_REASON_LEN];
};

/**
 * struct pf_caps - where the PF's other capabilities are
 * @pcie: PCI Express, valid with @has_pcie; so on for all of them
 * @pm: Power Management
 * @ari: ARI
 * @dev3: Device 3
 * @vf_rebar: VF Resizable BAR
 * @has_pcie: it was found and can be bounded
 * @has_pm: so on
 * @has_ari: so on
 * @has_dev3: so on
 * @has_vf_rebar: so on
 * @sriov_span: bytes from SR-IOV to the nearest higher extended capability
 * @overlapped_by: offset of a lower extended capability that reaches into
 *	SR-IOV, 0 when there is none
 */
struct pf_caps {
	struct pcie_view pcie;
	struct pm_view pm;
	struct ari_view ari;
	struct dev3_view dev3;
	struct vf_rebar_view vf_rebar;
	bool has_pcie;
	bool has_pm;
	bool has_ari;
	bool has_dev3;
	bool has_vf_rebar;
	u16 sriov_span;
	u16 overlapped_by;
};

/**
 * struct scope_pf - one function with an SR-IOV capability
 * @ref: the registry has a reference, and every open file
 * @key: pf_key() of its device
 * @pdev: the device; a reference is held
 * @alive: held for reading while the device is read, for writing to end that
 * @gone: the device was removed; under @alive
 * @pci: its configuration space
 * @offset: of the SR-IOV capability, 0 when it was not found
 * @view: of the SR-IOV capability; valid when @view_error is 0
 * @view_error: why there is no view
 * @caps: its other capabilities
 * @vf_windows: bytes of each VF BAR's window, as the kernel reckoned them when
 *	the PF came; it forgets those that it finds no place for
 * @vfs: the VF devices that are there, struct pci_dev by routing ID, each with
 *	a reference
 * @dir: its directory in debugfs
 * @entries: what the files in there point to
 * @numvfs: the file there that enables VFs, while bound to sriovscope
 * @op: held while VFs are enabled or disabled; only ever tried
 * @bound: owned by sriovscope's driver; changed under the device lock
 * @enabled_here: the VFs that are on were enabled by sriovscope; under the
 *	device lock
 * @request_lock: guards @request; a leaf
 * @request: the last request to change the VFs
 */
struct scope_pf {
	struct kref ref;
	unsigned long key;
	struct pci_dev *pdev;
	struct rw_semaphore alive;
	bool gone;
	struct pci_space pci;
	u16 offset;
	struct sriov_view view;
	int view_error;
	struct pf_caps caps;
	u64 vf_windows[PCI_SRIOV_NUM_BARS];
	struct xarray vfs;
	struct dentry *dir;
	struct pf_entry *entries;
	struct dentry *numvfs;
	struct mutex op; /* only ever tried */
	bool bound;
	bool enabled_here;
	spinlock_t request_lock; /* guards request */
	struct pf_request request;
};

/**
 * pf_key() - the address of a PF as one number
 * @pdev: its device
 *
 * Context: any; the device was not removed.
 * Return: domain, bus, device and function.
 */
static inline unsigned long pf_key(struct pci_dev *pdev)
{
	return ((unsigned long)pci_domain_nr(pdev->bus) << 16) |
	       pci_dev_id(pdev);
}

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
 * @pdev: any PCI device; it is resumed and its capabilities are read
 *
 * A device without extended space, a VF, and a device without an SR-IOV
 * capability is no PF. One that the kernel rejected is.
 *
 * Context: may sleep.
 * Return: the PF with one reference; ERR_PTR: -ENODEV when it is none,
 *	-ENOMEM, the errno of resuming it.
 */
struct scope_pf *pf_create(struct pci_dev *pdev);

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
 * Context: may sleep; takes @pf->alive for reading. The caller must not take
 *	the device lock nor the PCI rescan lock before pf_unhold(): who holds
 *	them may wait for @pf->alive.
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
 * Waits for those who are reading it: for configuration accesses and runtime
 * PM, for no lock of a removal path.
 *
 * Context: may sleep; takes @pf->alive for writing.
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
 * Context: may sleep.
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
 * pf_find_vf() - the VF device at a routing ID
 * @pf: its PF
 * @id: routing ID
 *
 * Context: any.
 * Return: the device with a reference for pci_dev_put(), NULL when there is no
 *	such VF device.
 */
struct pci_dev *pf_find_vf(struct scope_pf *pf, u16 id);

/**
 * pf_next_vf_from() - the first VF device at or above a routing ID
 * @pf: its PF
 * @id: where to begin; set to the routing ID of the VF
 *
 * Context: any.
 * Return: the device with a reference for pci_dev_put(), NULL at the end.
 */
struct pci_dev *pf_next_vf_from(struct scope_pf *pf, u32 *id);

#endif
