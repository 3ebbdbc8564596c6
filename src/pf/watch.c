// SPDX-License-Identifier: GPL-2.0
/*
 * The registry is kept true by the PCI bus's notifier.
 *
 * It runs under whatever locks the PCI core holds: the rescan lock, the device lock
 * of the PF, or that of a VF. So nothing here takes either, but for watch_start(),
 * which runs when the module is loaded, and nothing reads a device in a way that
 * waits while configuration access is blocked.
 */
#include <linux/err.h>
#include <linux/string.h>

#include "events/log.h"
#include "awake.h"
#include "caps.h"
#include "pf.h"
#include "registry.h"
#include "settle.h"
#include "vf_drivers.h"
#include "watch.h"

static void watch_pf_removed(struct scope_pf *pf)
{
	history_device(pf, EVENT_device_gone);
	event_log_keep(pf->log);
	registry_remove(pf);
}

/* Nobody can remove or bind the device meanwhile. */
static void watch_pf_added(struct pci_dev *pdev)
{
	struct scope_pf *pf = registry_found(pdev);

	if (!pf)
		return;
	/* The PCI core's search waits for nobody; without "observe" nothing is read. */
	if (registry_is_complete())
		pf->found_at =
			pci_find_ext_capability(pdev, PCI_EXT_CAP_ID_SRIOV);
	history_device(pf, EVENT_device_added);
	pf_note_group(pf);
	pf_put(pf);
}

static void watch_vf_added(struct pci_dev *vf)
{
	struct scope_pf *pf = registry_find(pci_physfn(vf));

	if (!pf)
		return;
	pf_add_vf(pf, vf);
	history_vf(pf, vf, EVENT_vf_added);
	pf_put(pf);
}

static void watch_device_removed(struct pci_dev *pdev)
{
	struct scope_pf *pf;

	pf = registry_find(pci_physfn(pdev));
	if (!pf)
		return;
	if (pdev->is_virtfn) {
		pf_remove_vf(pf, pdev);
		history_vf(pf, pdev, EVENT_vf_removed);
	} else {
		watch_pf_removed(pf);
	}
	pf_put(pf);
}

/* It is there as long as the device lock is held, as by all who notify of drivers. */
static const char *watch_driver_name(const struct pci_dev *pdev)
{
	const struct device_driver *driver = pdev->dev.driver;

	return driver ? driver->name : "";
}

/* Returns why the driver did not take the PF, as far as somebody told. */
static int watch_note_probe(struct scope_pf *pf, bool failed)
{
	const char *name = watch_driver_name(pf->pdev);
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

/* A driver that was kept from the VF has not failed. */
static void watch_vf_not_bound(struct scope_pf *pf, struct pci_dev *vf)
{
	enum vf_trial trial = vf_not_bound(vf);
	int error = 0;

	if (trial == VF_TRIAL_FAILED)
		error = history_vf_driver(pf, vf, EVENT_vf_driver_failed,
					  watch_driver_name(vf));
	pf_note_vf_driver(pf, vf, trial, error);
}

static void watch_vf_driver_changed(struct scope_pf *pf, struct pci_dev *vf,
				    unsigned long event)
{
	const char *name = watch_driver_name(vf);

	switch (event) {
	case BUS_NOTIFY_BOUND_DRIVER:
		history_vf_driver(pf, vf, EVENT_vf_driver_bound, name);
		pf_note_vf_driver(pf, vf, VF_TRIAL_BOUND, 0);
		break;
	case BUS_NOTIFY_DRIVER_NOT_BOUND:
		watch_vf_not_bound(pf, vf);
		break;
	case BUS_NOTIFY_UNBIND_DRIVER:
		history_vf_driver(pf, vf, EVENT_vf_driver_unbound, name);
		break;
	case BUS_NOTIFY_UNBOUND_DRIVER:
		pf_note_vf_driver(pf, vf, VF_TRIAL_UNBOUND, 0);
		break;
	}
}

/* VFs that the driver leaves behind, or takes with it, are in the log by its end. */
static void watch_pf_driver_changed(struct scope_pf *pf, unsigned long event)
{
	const char *name = watch_driver_name(pf->pdev);

	switch (event) {
	case BUS_NOTIFY_BIND_DRIVER:
		history_binding(pf);
		break;
	case BUS_NOTIFY_BOUND_DRIVER:
		history_driver(pf, EVENT_driver_bound, name, 0);
		watch_note_probe(pf, false);
		history_bound(pf);
		break;
	case BUS_NOTIFY_DRIVER_NOT_BOUND:
		history_bound(pf);
		history_driver(pf, EVENT_driver_failed, name,
			       watch_note_probe(pf, true));
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
static void watch_driver_changed(struct pci_dev *pdev, unsigned long event)
{
	struct scope_pf *pf = registry_find(pci_physfn(pdev));

	/* It may have been off when it came, and nobody could look. */
	if (!pf && !pdev->is_virtfn && event == BUS_NOTIFY_BOUND_DRIVER)
		pf = registry_found(pdev);
	if (!pf)
		return;
	if (pdev->is_virtfn)
		watch_vf_driver_changed(pf, pdev, event);
	else
		watch_pf_driver_changed(pf, event);
	pf_put(pf);
}

static int watch_notify(struct notifier_block *block, unsigned long event,
			void *data)
{
	struct pci_dev *pdev = to_pci_dev(data);

	switch (event) {
	case BUS_NOTIFY_ADD_DEVICE:
		if (pdev->is_virtfn)
			watch_vf_added(pdev);
		else
			watch_pf_added(pdev);
		break;
	case BUS_NOTIFY_BIND_DRIVER:
	case BUS_NOTIFY_BOUND_DRIVER:
	case BUS_NOTIFY_DRIVER_NOT_BOUND:
	case BUS_NOTIFY_UNBIND_DRIVER:
	case BUS_NOTIFY_UNBOUND_DRIVER:
		watch_driver_changed(pdev, event);
		break;
	/*
	 * Not BUS_NOTIFY_DEL_DEVICE: a driver can still be bound then, when
	 * somebody binds it between the PCI core's unbinding and its deleting.
	 */
	case BUS_NOTIFY_REMOVED_DEVICE:
		watch_device_removed(pdev);
		break;
	}
	return NOTIFY_OK;
}

static struct notifier_block watch_block = {
	.notifier_call = watch_notify,
};

/* VFs and groups that were there before their PF was watched. */
static void watch_adopt(struct scope_pf *pf)
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

static void watch_adopt_all(void)
{
	struct scope_pf *pf;
	unsigned long key = 0;

	for (; (pf = registry_next(&key)); key++) {
		settle_lock(pf->pdev);
		watch_adopt(pf);
		settle_unlock(pf->pdev);
		pf_put(pf);
	}
}

/* Finding what does not change costs those who look first; here is time for it. */
static void watch_look_at_all(void)
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

static void watch_all(void)
{
	struct pci_dev *pdev = NULL;
	struct scope_pf *pf;

	/* Without the lock a device could go between finding and adding it. */
	pci_lock_rescan_remove();
	for_each_pci_dev(pdev) {
		pf = registry_found(pdev);
		if (pf)
			pf_put(pf);
	}
	pci_unlock_rescan_remove();
}

int watch_start(bool observe, const struct registry_listener *listener)
{
	int ret;

	registry_open(observe, listener);
	ret = history_start();
	if (ret)
		return ret;
	ret = bus_register_notifier(&pci_bus_type, &watch_block);
	if (ret) {
		history_stop();
		return ret;
	}

	watch_all();
	watch_adopt_all();
	if (observe)
		watch_look_at_all();
	return 0;
}

void watch_stop(void)
{
	bus_unregister_notifier(&pci_bus_type, &watch_block);
	registry_close();
	history_stop();
}
