// SPDX-License-Identifier: GPL-2.0
/*
 * Which drivers a VF has met, and which it might.
 *
 * The tables of the drivers that are loaded say which have the IDs of a VF. What was
 * written to their new_id is in lists of the PCI core's, which nobody else may look
 * into. But whoever matches is tried when it comes, or when the VF does, and the
 * driver core says how that ended: so a driver that matches by such an ID is known by
 * the note that was taken then.
 */
#include "compat.h"
#include "vf_drivers.h"
#include "vf_settings.h"

/* pci_device_probe() refuses before it asks the driver; but not who is named. */
enum vf_trial vf_not_bound(struct pci_dev *vf)
{
	return vf_autoprobe(pci_physfn(vf)) || compat_has_driver_override(vf) ?
		       VF_TRIAL_FAILED :
		       VF_TRIAL_KEPT_OFF;
}

static bool is_loaded(const char *driver)
{
	return *driver && driver_find(driver, &pci_bus_type);
}

/**
 * struct driver_search - who has the IDs of a VF?
 * @vf: the VF
 * @name: of the driver that was found, PF_DRIVER_LEN bytes
 */
struct driver_search {
	struct pci_dev *vf;
	char *name;
};

/* Entries that are for driver_override alone match anything. */
static int driver_has_ids(struct device_driver *driver, void *data)
{
	struct driver_search *search = data;
	const struct pci_device_id *id =
		pci_match_id(to_pci_driver(driver)->id_table, search->vf);

	while (id && id->override_only)
		id = pci_match_id(id + 1, search->vf);
	if (id)
		strscpy(search->name, driver->name, PF_DRIVER_LEN);
	return !!id;
}

void vf_drivers(struct pci_dev *vf, struct vf_device *device)
{
	struct driver_search search = { vf, device->matching };

	device->enabled = pci_is_enabled(vf);
	device->tried_loaded = is_loaded(device->tried);
	/* To try its lock would make vfio leave out the reset of a VF that it closes. */
	if (*device->driver)
		return;
	device->override_known =
		!compat_get_driver_override(vf, device->override,
					    sizeof(device->override));
	device->override_loaded = is_loaded(device->override);
	bus_for_each_drv(&pci_bus_type, NULL, &search, driver_has_ids);
}
