// SPDX-License-Identifier: GPL-2.0
/*
 * The registry: which PFs are watched, kept true by the PCI bus's notifier.
 *
 * The notifier runs under whatever locks the PCI core holds: the rescan lock,
 * for VFs the PF's device lock too. So nothing here takes either, but for
 * registry_start(), which runs when the module is loaded.
 *
 * An XArray by address: it finds the next PF without counting those before it,
 * so that a thousand of them cost a line of "devices" no more than one does.
 */
#include <linux/err.h>
#include <linux/xarray.h>

#include "pf.h"
#include "registry.h"

static DEFINE_XARRAY(registry);
static bool registry_observes;
static const struct registry_listener *registry_listener;

bool registry_is_complete(void)
{
	return registry_observes;
}

struct scope_pf *registry_next(unsigned long *key)
{
	struct scope_pf *pf;

	xa_lock(&registry);
	pf = xa_find(&registry, key, ULONG_MAX, XA_PRESENT);
	if (pf)
		pf_get(pf);
	xa_unlock(&registry);
	return pf;
}

static struct scope_pf *registry_find(struct pci_dev *pdev)
{
	unsigned long key = pf_key(pdev);
	struct scope_pf *pf;

	xa_lock(&registry);
	pf = xa_load(&registry, key);
	if (pf && pf->pdev == pdev)
		pf_get(pf);
	else
		pf = NULL;
	xa_unlock(&registry);
	return pf;
}

/* The VFs that were there before their PF was watched. */
static void registry_adopt_vfs(struct scope_pf *pf)
{
	struct pci_dev *vf = NULL;

	while ((vf = pf_next_vf(pf->pdev, vf)))
		pf_add_vf(pf, vf);
}

static struct scope_pf *registry_add(struct pci_dev *pdev)
{
	struct scope_pf *pf;
	int ret;

	pf = registry_find(pdev);
	if (pf)
		return pf;

	pf = pf_create(pdev);
	if (IS_ERR(pf))
		return pf;

	ret = xa_insert(&registry, pf->key, pf, GFP_KERNEL);
	if (ret) {
		pf_put(pf);
		return ERR_PTR(ret);
	}
	registry_listener->added(pf);
	return pf_get(pf);
}

struct scope_pf *registry_bound(struct pci_dev *pdev)
{
	struct scope_pf *pf = registry_add(pdev);

	if (!IS_ERR(pf))
		registry_adopt_vfs(pf);
	return pf;
}

static void registry_remove(struct scope_pf *pf)
{
	pf_mark_gone(pf);
	registry_listener->removed(pf);
	if (xa_cmpxchg(&registry, pf->key, pf, NULL, GFP_KERNEL) == pf)
		pf_put(pf);
}

void registry_unbound(struct scope_pf *pf)
{
	if (!registry_observes)
		registry_remove(pf);
}

static void registry_device_added(struct pci_dev *pdev)
{
	struct scope_pf *pf;

	if (pdev->is_virtfn) {
		pf = registry_find(pci_physfn(pdev));
		if (!pf)
			return;
		pf_add_vf(pf, pdev);
	} else {
		if (!registry_observes)
			return;
		pf = registry_add(pdev);
		if (IS_ERR(pf)) {
			if (PTR_ERR(pf) != -ENODEV)
				pci_warn(pdev,
					 "sriovscope: cannot be watched: %pe\n",
					 pf);
			return;
		}
	}
	pf_put(pf);
}

static void registry_device_removed(struct pci_dev *pdev)
{
	struct scope_pf *pf;

	pf = registry_find(pci_physfn(pdev));
	if (!pf)
		return;
	if (pdev->is_virtfn)
		pf_remove_vf(pf, pdev);
	else
		registry_remove(pf);
	pf_put(pf);
}

static int registry_notify(struct notifier_block *block, unsigned long event,
			   void *data)
{
	struct pci_dev *pdev = to_pci_dev(data);

	switch (event) {
	case BUS_NOTIFY_ADD_DEVICE:
		registry_device_added(pdev);
		break;
	/*
	 * Not BUS_NOTIFY_DEL_DEVICE: a driver can still be bound then, when
	 * somebody binds it between the PCI core's unbinding and its deleting.
	 */
	case BUS_NOTIFY_REMOVED_DEVICE:
		registry_device_removed(pdev);
		break;
	}
	return NOTIFY_OK;
}

static struct notifier_block registry_block = {
	.notifier_call = registry_notify,
};

int registry_start(bool observe, const struct registry_listener *listener)
{
	struct pci_dev *pdev = NULL;
	int ret;

	registry_observes = observe;
	registry_listener = listener;
	ret = bus_register_notifier(&pci_bus_type, &registry_block);
	if (ret || !observe)
		return ret;

	/* Without the lock a device could go between finding and adding it. */
	pci_lock_rescan_remove();
	for_each_pci_dev(pdev) {
		if (!pdev->is_virtfn)
			registry_device_added(pdev);
	}
	for_each_pci_dev(pdev) {
		if (pdev->is_virtfn)
			registry_device_added(pdev);
	}
	pci_unlock_rescan_remove();
	return 0;
}

void registry_stop(void)
{
	struct scope_pf *pf;
	unsigned long key = 0;

	bus_unregister_notifier(&pci_bus_type, &registry_block);
	while ((pf = registry_next(&key))) {
		registry_remove(pf);
		pf_put(pf);
	}
	xa_destroy(&registry);
}
