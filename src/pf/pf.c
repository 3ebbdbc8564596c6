// SPDX-License-Identifier: GPL-2.0
/*
 * The lifetime of a watched PF.
 *
 * Two things must never meet: a read of the device, and the end of the device.
 * pf->alive keeps them apart. A reader holds it only while it reads, and waits
 * for nothing meanwhile that a removal holds; so a removal may wait for it.
 *
 * An IOMMU group may end when a device leaves it, which the IOMMU core sees to
 * before anybody else is told. So the group is never looked up through a device
 * that may be leaving, but noted when it cannot: while the device is added, and
 * while a driver is bound or unbound. Of the PF a reference is kept, of a VF no
 * more than the number.
 */
#include <linux/err.h>
#include <linux/slab.h>

#include "caps.h"
#include "compat.h"
#include "events/log.h"
#include "pf.h"

bool pf_enable_allowed;

/*
 * A PF that is seen as it comes has its resources sized, and not yet assigned. It
 * is seen later when one of them is: those without a place are gone by then.
 */
static void pf_note_windows(struct scope_pf *pf)
{
	bool sized = false, assigned = false;
	const struct resource *res;
	u32 slot;

	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		res = &pf->pdev->resource[PCI_IOV_RESOURCES + slot];
		if (!res->flags)
			continue;
		pf->vf_windows[slot] = resource_size(res);
		sized = true;
		assigned |= !!res->parent;
	}
	pf->vf_windows_all = sized && !assigned;
}

/* The PCI core's search does not wait while configuration access is blocked. */
static bool pf_is_rejected(struct pci_dev *pdev)
{
	return pdev->current_state != PCI_D3cold &&
	       pci_find_ext_capability(pdev, PCI_EXT_CAP_ID_SRIOV);
}

struct scope_pf *pf_create(struct pci_dev *pdev, bool search)
{
	struct scope_pf *pf;

	if (pdev->is_virtfn)
		return ERR_PTR(-ENODEV);
	if (!pdev->is_physfn && !(search && pf_is_rejected(pdev)))
		return ERR_PTR(-ENODEV);

	pf = kzalloc(sizeof(*pf), GFP_KERNEL);
	if (!pf)
		return ERR_PTR(-ENOMEM);
	pf->log = event_log_of(pf_key(pdev));
	if (!pf->log) {
		kfree(pf);
		return ERR_PTR(-ENOMEM);
	}

	kref_init(&pf->ref);
	init_rwsem(&pf->alive);
	mutex_init(&pf->op);
	spin_lock_init(&pf->lock);
	xa_init(&pf->vfs);
	pf->pdev = pci_dev_get(pdev);
	pf->key = pf_key(pdev);
	pci_space_init(&pf->pci, pdev);
	pf_note_windows(pf);
	history_init(pf);
	return pf;
}

static void pf_free_vf(struct pf_vf *vf)
{
	if (!vf)
		return;
	pci_dev_put(vf->pdev);
	kfree(vf);
}

static void pf_release(struct kref *ref)
{
	struct scope_pf *pf = container_of(ref, struct scope_pf, ref);
	struct pf_vf *vf;
	unsigned long id;

	xa_for_each(&pf->vfs, id, vf)
		pf_free_vf(vf);
	xa_destroy(&pf->vfs);
	pf_forget_group(pf);
	caps_free(pf);
	event_log_put(pf->log);
	pci_dev_put(pf->pdev);
	mutex_destroy(&pf->op);
	kfree(pf);
}

struct scope_pf *pf_get(struct scope_pf *pf)
{
	kref_get(&pf->ref);
	return pf;
}

void pf_put(struct scope_pf *pf)
{
	kref_put(&pf->ref, pf_release);
}

int pf_hold(struct scope_pf *pf)
{
	down_read(&pf->alive);
	if (!pf->gone)
		return 0;
	up_read(&pf->alive);
	return -ENODEV;
}

void pf_unhold(struct scope_pf *pf)
{
	up_read(&pf->alive);
}

void pf_mark_gone(struct scope_pf *pf)
{
	down_write(&pf->alive);
	WRITE_ONCE(pf->gone, true);
	up_write(&pf->alive);
}

bool pf_is_gone(const struct scope_pf *pf)
{
	return READ_ONCE(pf->gone);
}

static void pf_set_group(struct scope_pf *pf, struct iommu_group *group)
{
	struct iommu_group *before;

	spin_lock(&pf->lock);
	before = pf->group;
	pf->group = group;
	spin_unlock(&pf->lock);
	iommu_group_put(before);
}

void pf_note_group(struct scope_pf *pf)
{
	pf_set_group(pf, iommu_group_get(&pf->pdev->dev));
}

void pf_forget_group(struct scope_pf *pf)
{
	pf_set_group(pf, NULL);
}

struct iommu_group *pf_get_group(struct scope_pf *pf)
{
	struct iommu_group *group;

	spin_lock(&pf->lock);
	group = pf->group;
	if (group)
		compat_iommu_group_ref(group);
	spin_unlock(&pf->lock);
	return group;
}

struct pci_dev *pf_next_vf(struct pci_dev *pdev, struct pci_dev *vf)
{
	do {
		vf = pci_get_device(pdev->vendor, PCI_ANY_ID, vf);
	} while (vf && !(vf->is_virtfn && pci_physfn(vf) == pdev));
	return vf;
}

static int vf_group(struct pci_dev *vf)
{
	struct iommu_group *group = iommu_group_get(&vf->dev);
	int id = group ? iommu_group_id(group) : -1;

	iommu_group_put(group);
	return id;
}

/* A driver that was unbound has no name any more, but for what was noted. */
static void vf_note_driver(struct pf_vf *vf, enum vf_trial trial, int error)
{
	const struct device_driver *driver = vf->pdev->dev.driver;

	vf->trial = trial;
	vf->trial_error = error;
	if (driver)
		strscpy(vf->tried, driver->name, sizeof(vf->tried));
}

void pf_note_vf_driver(struct scope_pf *pf, struct pci_dev *pdev,
		       enum vf_trial trial, int error)
{
	int group = vf_group(pdev);
	struct pf_vf *vf;

	xa_lock(&pf->vfs);
	vf = xa_load(&pf->vfs, pci_dev_id(pdev));
	if (vf && vf->pdev == pdev) {
		vf->group = group;
		vf_note_driver(vf, trial, error);
	}
	xa_unlock(&pf->vfs);
}

void pf_add_vf(struct scope_pf *pf, struct pci_dev *pdev)
{
	struct pf_vf *vf = kzalloc(sizeof(*vf), GFP_KERNEL);
	int ret = -ENOMEM;

	if (vf) {
		vf->pdev = pci_dev_get(pdev);
		vf->group = vf_group(pdev);
		vf_note_driver(vf,
			       pdev->dev.driver ? VF_TRIAL_BOUND :
						  VF_TRIAL_NONE,
			       0);
		ret = xa_insert(&pf->vfs, pci_dev_id(pdev), vf, GFP_KERNEL);
	}
	if (!ret)
		return;
	pf_free_vf(vf);
	if (ret != -EBUSY)
		pci_warn(pf->pdev, "sriovscope: VF %s will not be shown: %pe\n",
			 pci_name(pdev), ERR_PTR(ret));
}

void pf_remove_vf(struct scope_pf *pf, struct pci_dev *pdev)
{
	pf_free_vf(xa_erase(&pf->vfs, pci_dev_id(pdev)));
}

struct pci_dev *pf_next_vf_from(struct scope_pf *pf, u32 *id)
{
	struct pci_dev *pdev = NULL;
	unsigned long at = *id;
	struct pf_vf *vf;

	xa_lock(&pf->vfs);
	vf = xa_find(&pf->vfs, &at, U16_MAX, XA_PRESENT);
	if (vf)
		pdev = pci_dev_get(vf->pdev);
	xa_unlock(&pf->vfs);
	*id = at;
	return pdev;
}

u32 pf_count_vfs(struct scope_pf *pf)
{
	unsigned long id;
	struct pf_vf *vf;
	u32 count = 0;

	xa_lock(&pf->vfs);
	xa_for_each(&pf->vfs, id, vf)
		count++;
	xa_unlock(&pf->vfs);
	return count;
}
