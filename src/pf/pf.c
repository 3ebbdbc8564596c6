// SPDX-License-Identifier: GPL-2.0
/*
 * The lifetime of a watched PF.
 *
 * Two things must never meet: a read of the device, and the end of the device.
 * pf->alive keeps them apart. A reader holds it only while it reads, and waits
 * for nothing meanwhile that a removal holds; so a removal may wait for it.
 */
#include <linux/err.h>
#include <linux/slab.h>

#include "around.h"
#include "awake.h"
#include "pf.h"

/* Finds the capability. What the kernel found and we cannot bound stays a PF. */
static int pf_look(struct scope_pf *pf)
{
	int ret;

	ret = awake_get(pf->pdev);
	if (ret)
		return ret;

	pci_space_init(&pf->pci, pf->pdev);
	pf->offset = pci_find_ext_capability(pf->pdev, PCI_EXT_CAP_ID_SRIOV);
	if (pf->offset || pf->pdev->is_physfn)
		pf->view_error = sriov_view_find(&pf->pci.space, &pf->view);
	else
		ret = -ENODEV;
	if (!ret)
		ret = around_find(pf);

	awake_put(pf->pdev);
	return ret;
}

/* A PF that is seen as it comes has its resources sized, and not yet assigned. */
static void pf_note_windows(struct scope_pf *pf)
{
	const struct resource *res;
	u32 slot;

	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		res = &pf->pdev->resource[PCI_IOV_RESOURCES + slot];
		if (res->flags)
			pf->vf_windows[slot] = resource_size(res);
	}
}

struct scope_pf *pf_create(struct pci_dev *pdev)
{
	struct scope_pf *pf;
	int ret;

	if (pdev->is_virtfn || pdev->cfg_size <= PCI_CFG_SPACE_SIZE)
		return ERR_PTR(-ENODEV);

	pf = kzalloc(sizeof(*pf), GFP_KERNEL);
	if (!pf)
		return ERR_PTR(-ENOMEM);

	kref_init(&pf->ref);
	init_rwsem(&pf->alive);
	mutex_init(&pf->op);
	spin_lock_init(&pf->request_lock);
	xa_init(&pf->vfs);
	pf->pdev = pci_dev_get(pdev);
	pf->key = pf_key(pdev);
	pf_note_windows(pf);

	ret = pf_look(pf);
	if (ret) {
		pf_put(pf);
		return ERR_PTR(ret);
	}
	return pf;
}

static void pf_release(struct kref *ref)
{
	struct scope_pf *pf = container_of(ref, struct scope_pf, ref);
	struct pci_dev *vf;
	unsigned long id;

	xa_for_each(&pf->vfs, id, vf)
		pci_dev_put(vf);
	xa_destroy(&pf->vfs);
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

struct pci_dev *pf_next_vf(struct pci_dev *pdev, struct pci_dev *vf)
{
	do {
		vf = pci_get_device(pdev->vendor, PCI_ANY_ID, vf);
	} while (vf && !(vf->is_virtfn && pci_physfn(vf) == pdev));
	return vf;
}

void pf_add_vf(struct scope_pf *pf, struct pci_dev *vf)
{
	int ret;

	ret = xa_insert(&pf->vfs, pci_dev_id(vf), vf, GFP_KERNEL);
	if (!ret)
		pci_dev_get(vf);
	else if (ret != -EBUSY)
		pci_warn(pf->pdev, "sriovscope: VF %s will not be shown: %pe\n",
			 pci_name(vf), ERR_PTR(ret));
}

void pf_remove_vf(struct scope_pf *pf, struct pci_dev *vf)
{
	pci_dev_put(xa_erase(&pf->vfs, pci_dev_id(vf)));
}

struct pci_dev *pf_find_vf(struct scope_pf *pf, u16 id)
{
	struct pci_dev *vf;

	xa_lock(&pf->vfs);
	vf = pci_dev_get(xa_load(&pf->vfs, id));
	xa_unlock(&pf->vfs);
	return vf;
}

struct pci_dev *pf_next_vf_from(struct scope_pf *pf, u32 *id)
{
	unsigned long at = *id;
	struct pci_dev *vf;

	xa_lock(&pf->vfs);
	vf = pci_dev_get(xa_find(&pf->vfs, &at, U16_MAX, XA_PRESENT));
	xa_unlock(&pf->vfs);
	*id = at;
	return vf;
}
