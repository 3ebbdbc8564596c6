// SPDX-License-Identifier: GPL-2.0
/*
 * The registry: which PFs there are, kept true by the PCI bus's notifier.
 *
 * The notifier runs under whatever locks the PCI core holds: the rescan lock, the
 * device lock of the PF, or that of a VF. So nothing here takes either, but for
 * registry_start(), which runs when the module is loaded, and nothing reads a
 * device in a way that waits while configuration access is blocked.
 *
 * All PFs are in it, also those that parameter "observe" keeps from being shown:
 * so the VFs of a PF are known from the beginning, and unbinding takes no PF out
 * of it, which would have to wait for readers under the device lock.
 *
 * An XArray by address: it finds the next PF without counting those before it,
 * so that a thousand of them cost a line of "devices" no more than one does.
 */
#include <linux/err.h>
#include <linux/xarray.h>

#include "awake.h"
#include "caps.h"
#include "events/log.h"
#include "pf.h"
#include "registry.h"
#include "settle.h"

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

void registry_tell(struct pci_dev *pdev, registry_tell_fn *tell,
		   const void *data)
{
	struct pci_dev *physfn = pci_physfn(pdev);
	struct scope_pf *pf;

	xa_lock(&registry);
	pf = xa_load(&registry, pf_key(physfn));
	if (pf && pf->pdev == physfn)
		tell(pf, pdev, data);
	xa_unlock(&registry);
}

void registry_tell_behind(struct pci_dev *bridge, registry_tell_fn *tell,
			  const void *data)
{
	struct scope_pf *pf;
	unsigned long key;

	xa_lock(&registry);
	xa_for_each(&registry, key, pf) {
		if (pci_upstream_bridge(pf->pdev) == bridge)
			tell(pf, pf->pdev, data);
	}
	xa_unlock(&registry);
}

static void registry_show(struct scope_pf *pf)
{
	if (pf->shown)
		return;
	registry_listener->added(pf);
	WRITE_ONCE(pf->shown, true);
}

static void registry_hide(struct scope_pf *pf)
{
	if (!pf->shown)
		return;
	WRITE_ONCE(pf->shown, false);
	registry_listener->removed(pf);
}

static struct scope_pf *registry_add(struct pci_dev *pdev, bool search)
{
	struct scope_pf *pf;
	int ret;

	pf = registry_find(pdev);
	if (pf)
		return pf;

	pf = pf_create(pdev, search);
	if (IS_ERR(pf))
		return pf;

	ret = xa_insert(&registry, pf->key, pf, GFP_KERNEL);
	if (ret) {
		event_log_keep(pf->log);
		pf_put(pf);
		return ERR_PTR(ret);
	}
	if (registry_observes)
		registry_show(pf);
	return pf_get(pf);
}

struct scope_pf *registry_bound(struct pci_dev *pdev)
{
	struct scope_pf *pf = registry_add(pdev, true);

	if (!IS_ERR(pf))
		registry_show(pf);
	return pf;
}

void registry_unbound(struct scope_pf *pf)
{
	if (!registry_observes)
		registry_hide(pf);
}

static void registry_remove(struct scope_pf *pf)
{
	pf_mark_gone(pf);
	registry_hide(pf);
	pf_forget_group(pf);
	history_end(pf);
	if (xa_cmpxchg(&registry, pf->key, pf, NULL, GFP_KERNEL) == pf)
		pf_put(pf);
}

static void registry_pf_removed(struct scope_pf *pf)
{
	history_device(pf, EVENT_device_gone);
	event_log_keep(pf->log);
	registry_remove(pf);
}

/* With a reference; NULL when it is no PF, or cannot be watched. */
static struct scope_pf *registry_found(struct pci_dev *pdev)
{
	struct scope_pf *pf = registry_add(pdev, registry_observes);

	if (!IS_ERR(pf))
		return pf;
	if (PTR_ERR(pf) != -ENODEV)
		pci_warn(pdev, "sriovscope: cannot be watched: %pe\n", pf);
	return NULL;
}

/* Nobody can remove or bind the device meanwhile. */
static void registry_pf_added(struct pci_dev *pdev)
{
	struct scope_pf *pf = registry_found(pdev);

	if (!pf)
		return;
	/* The PCI core's search waits for nobody; without "observe" nothing is read. */
	if (registry_observes)
		pf->found_at =
			pci_find_ext_capability(pdev, PCI_EXT_CAP_ID_SRIOV);
	history_device(pf, EVENT_device_added);
	pf_note_group(pf);
	pf_put(pf);
}

static void registry_vf_added(struct pci_dev *vf)
{
	struct scope_pf *pf = registry_find(pci_physfn(vf));

	if (!pf)
		return;
	pf_add_vf(pf, vf);
	history_vf(pf, vf, EVENT_vf_added);
	pf_put(pf);
}

static void registry_device_removed(struct pci_dev *pdev)
{
	struct scope_pf *pf;

	pf = registry_find(pci_physfn(pdev));
	if (!pf)
		return;
	if (pdev->is_virtfn) {
		pf_remove_vf(pf, pdev);
		history_vf(pf, pdev, EVENT_vf_removed);
	} else {
		registry_pf_removed(pf);
	}
	pf_put(pf);
}

/* It is there as long as the device lock is held, as by all who notify of drivers. */
static const char *registry_driver_name(const struct pci_dev *pdev)
{
	const struct device_driver *driver = pdev->dev.driver;

	return driver ? driver->name : "";
}

/* Returns why the driver did not take the PF, as far as somebody told. */
static int registry_note_probe(struct scope_pf *pf, bool failed)
{
	const char *name = registry_driver_name(pf->pdev);
	int error;

	spin_lock(&pf->lock);
	/* What sriovscope's own probe said of this try stays. */
	if (!failed || strcmp(pf->probe.driver, name)) {
		pf->probe.error = 0;
		pf->probe.reason = NULL;
	}
	pf->probe.failed = failed;
	strscpy(pf->probe.driver, name, sizeof(pf->probe.driver));
	error = pf->probe.error;
	spin_unlock(&pf->lock);
	return error;
}

static void registry_vf_driver_changed(struct scope_pf *pf, struct pci_dev *vf,
				       unsigned long event)
{
	const char *name = registry_driver_name(vf);

	switch (event) {
	case BUS_NOTIFY_BOUND_DRIVER:
		history_vf_driver(pf, vf, EVENT_vf_driver_bound, name);
		break;
	case BUS_NOTIFY_UNBIND_DRIVER:
		history_vf_driver(pf, vf, EVENT_vf_driver_unbound, name);
		break;
	case BUS_NOTIFY_DRIVER_NOT_BOUND:
		history_vf_driver(pf, vf, EVENT_vf_driver_failed, name);
		break;
	}
	pf_note_vf_group(pf, vf);
}

/* VFs that the driver leaves behind, or takes with it, are in the log by its end. */
static void registry_pf_driver_changed(struct scope_pf *pf, unsigned long event)
{
	const char *name = registry_driver_name(pf->pdev);

	switch (event) {
	case BUS_NOTIFY_BIND_DRIVER:
		history_binding(pf);
		break;
	case BUS_NOTIFY_BOUND_DRIVER:
		history_driver(pf, EVENT_driver_bound, name, 0);
		registry_note_probe(pf, false);
		history_bound(pf);
		break;
	case BUS_NOTIFY_DRIVER_NOT_BOUND:
		history_bound(pf);
		history_driver(pf, EVENT_driver_failed, name,
			       registry_note_probe(pf, true));
		break;
	case BUS_NOTIFY_UNBIND_DRIVER:
		history_binding(pf);
		history_driver(pf, EVENT_driver_unbound, name, 0);
		break;
	case BUS_NOTIFY_UNBOUND_DRIVER:
		history_bound(pf);
		break;
	}
	pf_note_group(pf);
}

/* The device lock of the device is held. */
static void registry_driver_changed(struct pci_dev *pdev, unsigned long event)
{
	struct scope_pf *pf = registry_find(pci_physfn(pdev));

	/* It may have been off when it came, and nobody could look. */
	if (!pf && !pdev->is_virtfn && event == BUS_NOTIFY_BOUND_DRIVER)
		pf = registry_found(pdev);
	if (!pf)
		return;
	if (pdev->is_virtfn)
		registry_vf_driver_changed(pf, pdev, event);
	else
		registry_pf_driver_changed(pf, event);
	pf_put(pf);
}

static int registry_notify(struct notifier_block *block, unsigned long event,
			   void *data)
{
	struct pci_dev *pdev = to_pci_dev(data);

	switch (event) {
	case BUS_NOTIFY_ADD_DEVICE:
		if (pdev->is_virtfn)
			registry_vf_added(pdev);
		else
			registry_pf_added(pdev);
		break;
	case BUS_NOTIFY_BIND_DRIVER:
	case BUS_NOTIFY_BOUND_DRIVER:
	case BUS_NOTIFY_DRIVER_NOT_BOUND:
	case BUS_NOTIFY_UNBIND_DRIVER:
	case BUS_NOTIFY_UNBOUND_DRIVER:
		registry_driver_changed(pdev, event);
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

/* VFs and groups that were there before their PF was watched. */
static void registry_adopt(struct scope_pf *pf)
{
	struct pci_dev *vf = NULL;

	if (pf_is_gone(pf))
		return;
	pf_note_group(pf);
	if (!pci_num_vf(pf->pdev))
		return;
	while ((vf = pf_next_vf(pf->pdev, vf))) {
		device_lock(&vf->dev);
		pf_add_vf(pf, vf);
		device_unlock(&vf->dev);
	}
}

static void registry_adopt_all(void)
{
	struct scope_pf *pf;
	unsigned long key = 0;

	for (; (pf = registry_next(&key)); key++) {
		settle_lock(pf->pdev);
		registry_adopt(pf);
		settle_unlock(pf->pdev);
		pf_put(pf);
	}
}

/* Finding what does not change costs those who look first; here is time for it. */
static void registry_look_at_all(void)
{
	struct scope_pf *pf;
	unsigned long key = 0;

	for (; (pf = registry_next(&key)); key++) {
		if (!pf_hold(pf)) {
			if (!awake_get_if_awake(pf->pdev)) {
				pf_caps(pf);
				awake_put(pf->pdev);
			}
			pf_unhold(pf);
		}
		pf_put(pf);
	}
}

int registry_start(bool observe, const struct registry_listener *listener)
{
	struct pci_dev *pdev = NULL;
	struct scope_pf *pf;
	int ret;

	registry_observes = observe;
	registry_listener = listener;
	ret = history_start();
	if (ret)
		return ret;
	ret = bus_register_notifier(&pci_bus_type, &registry_block);
	if (ret) {
		history_stop();
		return ret;
	}

	/* Without the lock a device could go between finding and adding it. */
	pci_lock_rescan_remove();
	for_each_pci_dev(pdev) {
		pf = registry_found(pdev);
		if (pf)
			pf_put(pf);
	}
	pci_unlock_rescan_remove();

	registry_adopt_all();
	if (observe)
		registry_look_at_all();
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
	history_stop();
}
