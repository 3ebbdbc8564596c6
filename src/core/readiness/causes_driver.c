// SPDX-License-Identifier: GPL-2.0
/*
 * Who has the VF, and why nobody.
 *
 * The driver core tries a VF with each loaded driver that matches it, when either
 * comes; from then on nobody does by itself.
 */
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/string.h>

#include "causes.h"

static bool lacks_driver(const struct readiness_vf *vf)
{
	return !*vf->device->driver;
}

/* What became of a driver counts until driver_override names another one. */
static bool was_tried(const struct readiness_vf *vf, enum vf_trial trial)
{
	const struct vf_device *device = vf->device;

	return lacks_driver(vf) && device->trial == trial &&
	       (!*device->override || !strcmp(device->override, device->tried));
}

/* The driver core gives a device its driver first, and asks the driver then. */
bool readiness_probing(const struct pf_facts *f, const struct readiness_vf *vf,
		       struct readiness_result *result)
{
	const struct vf_device *device = vf->device;

	if (lacks_driver(vf) || (device->trial == VF_TRIAL_BOUND &&
				 !strcmp(device->driver, device->tried)))
		return false;
	return readiness_say(result,
			     "%s is being bound to it; look again, and if that stays: dmesg | grep %s",
			     device->driver, vf->name);
}

/* So does who writes to its "enable", which is seldom done. */
bool readiness_in_guest(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	const struct vf_device *device = vf->device;

	return facts_driver_is_vfio(device->driver) && device->enabled &&
	       readiness_say(result,
			     "%s has it, and it is enabled, most likely by a program that has opened it, such as a virtual machine; it is free when that ends; which one: fuser -v /dev/vfio/* /dev/vfio/devices/*",
			     device->driver);
}

/* For what is to be kept from all drivers */
bool readiness_pci_stub(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	return !strcmp(vf->device->driver, "pci-stub") &&
	       readiness_say_release(result, vf,
				     "pci-stub has it, which does nothing but keep it from others");
}

bool readiness_busy(const struct pf_facts *f, const struct readiness_vf *vf,
		    struct readiness_result *result)
{
	return lacks_driver(vf) && !vf->device->override_known &&
	       readiness_say(result,
			     "somebody is at work on it, who may be binding a driver; look again, and if that stays: dmesg | grep %s",
			     vf->name);
}

/* Any name that no driver has keeps all away; "none" is what the kernel proposes. */
bool readiness_override_missing(const struct pf_facts *f,
				const struct readiness_vf *vf,
				struct readiness_result *result)
{
	const struct vf_device *device = vf->device;
	const char *name = vf->name;

	if (!lacks_driver(vf) || !*device->override || device->override_loaded)
		return false;
	if (!strcmp(device->override, "none"))
		return readiness_say(result,
				     "driver_override is none, by which somebody keeps all drivers away; to let any: echo > /sys/bus/pci/devices/%s/driver_override && echo %s > /sys/bus/pci/drivers_probe",
				     name, name);
	return readiness_say(result,
			     "driver_override lets no driver but %s have it, which is not loaded, or keeps all away on purpose: modprobe %s; to let any: echo > /sys/bus/pci/devices/%s/driver_override && echo %s > /sys/bus/pci/drivers_probe",
			     device->override, device->override, name, name);
}

/* A driver that driver_override names is tried all the same. */
bool readiness_autoprobe_off(const struct pf_facts *f,
			     const struct readiness_vf *vf,
			     struct readiness_result *result)
{
	const struct pf_kernel *kernel = &f->kernel;

	return lacks_driver(vf) && !*vf->device->override &&
	       kernel->autoprobe_known && !kernel->autoprobe &&
	       readiness_say(result,
			     "sriov_drivers_autoprobe of the PF is 0, which keeps drivers from its VFs: echo 1 > /sys/bus/pci/devices/%s/sriov_drivers_autoprobe && echo %s > /sys/bus/pci/drivers_probe",
			     kernel->name, vf->name);
}

/*
 * iommu_device_use_default_domain() keeps drivers of the host from such a group, and
 * nobody logs it, or notifies of it.
 */
bool readiness_group_open(const struct pf_facts *f,
			  const struct readiness_vf *vf,
			  struct readiness_result *result)
{
	const struct vf_device *device = vf->device;

	return lacks_driver(vf) && device->group_open &&
	       !facts_driver_is_vfio(device->override) &&
	       readiness_say(result,
			     "no driver of the host can have it while a program, a guest most likely, has IOMMU group %d, of which it is; which one: fuser -v /dev/vfio/* /dev/vfio/devices/*; when that has ended: echo %s > /sys/bus/pci/drivers_probe",
			     device->group, vf->name);
}

/* The driver core logs nothing of a driver that declines, or is to be tried again. */
static bool say_failed(const struct readiness_vf *vf,
		       struct readiness_result *result)
{
	const struct vf_device *device = vf->device;
	int error = device->trial_error;

	if (error == -EPROBE_DEFER)
		return readiness_say(result,
				     "%s waits for another device, and will be tried again: grep %s /sys/kernel/debug/devices_deferred",
				     device->tried, vf->name);
	if (error == -ENODEV || error == -ENXIO)
		return readiness_say(result,
				     "%s declined it (%pe), as of a device that is not for it or not yet set up: dmesg | grep %s; when that is mended: echo %s > /sys/bus/pci/drivers_probe",
				     device->tried, ERR_PTR(error), vf->name,
				     vf->name);
	if (error)
		return readiness_say(result,
				     "the probe of %s failed (%pe): dmesg | grep %s; when that is mended: echo %s > /sys/bus/pci/drivers_probe",
				     device->tried, ERR_PTR(error), vf->name,
				     vf->name);
	return readiness_say(result,
			     "the probe of %s failed, declined it, or waits for another device: dmesg | grep %s; grep %s /sys/kernel/debug/devices_deferred; when that is mended: echo %s > /sys/bus/pci/drivers_probe",
			     device->tried, vf->name, vf->name, vf->name);
}

bool readiness_probe_failed(const struct pf_facts *f,
			    const struct readiness_vf *vf,
			    struct readiness_result *result)
{
	return was_tried(vf, VF_TRIAL_FAILED) && vf->device->tried_loaded &&
	       say_failed(vf, result);
}

bool readiness_not_tried(const struct pf_facts *f,
			 const struct readiness_vf *vf,
			 struct readiness_result *result)
{
	const struct vf_device *device = vf->device;

	return was_tried(vf, VF_TRIAL_KEPT_OFF) && device->tried_loaded &&
	       readiness_say(result,
			     "%s was not tried, since sriov_drivers_autoprobe of the PF was 0 then: echo %s > /sys/bus/pci/drivers_probe",
			     device->tried, vf->name);
}

/* A module need not be called as its driver is. */
bool readiness_unbound(const struct pf_facts *f, const struct readiness_vf *vf,
		       struct readiness_result *result)
{
	const struct vf_device *device = vf->device;

	if (!was_tried(vf, VF_TRIAL_UNBOUND))
		return false;
	if (!device->tried_loaded)
		return readiness_say(result,
				     "%s had it, and is not loaded any more: modprobe $(cat /sys/bus/pci/devices/%s/modalias)",
				     device->tried, vf->name);
	return readiness_say(result,
			     "%s had it, and was unbound or gave up: dmesg | grep %s; to bind it again: echo %s > /sys/bus/pci/drivers/%s/bind",
			     device->tried, vf->name, vf->name, device->tried);
}

bool readiness_override_waits(const struct pf_facts *f,
			      const struct readiness_vf *vf,
			      struct readiness_result *result)
{
	return lacks_driver(vf) && *vf->device->override &&
	       readiness_say(result,
			     "driver_override names %s, which is loaded and does not have it: echo %s > /sys/bus/pci/drivers_probe",
			     vf->device->override, vf->name);
}

bool readiness_match_waits(const struct pf_facts *f,
			   const struct readiness_vf *vf,
			   struct readiness_result *result)
{
	return lacks_driver(vf) && *vf->device->matching &&
	       readiness_say(result,
			     "%s is loaded and has its IDs, and was not tried, or the kernel refused: echo %s > /sys/bus/pci/drivers_probe; if that does not help: dmesg | grep %s",
			     vf->device->matching, vf->name, vf->name);
}

/* What was written to new_id is the driver core's, and seen by nobody. */
bool readiness_no_match(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	return lacks_driver(vf) &&
	       readiness_say(result,
			     "no loaded driver names its IDs, unless they were written to a driver's new_id: modprobe $(cat /sys/bus/pci/devices/%s/modalias); for a guest: modprobe vfio-pci && echo vfio-pci > /sys/bus/pci/devices/%s/driver_override && echo %s > /sys/bus/pci/drivers_probe",
			     vf->name, vf->name, vf->name);
}

/* Why is known to the module alone. */
bool readiness_no_driver(const struct pf_facts *f,
			 const struct readiness_vf *vf,
			 struct readiness_result *result)
{
	return lacks_driver(vf) &&
	       readiness_say(result,
			     "no driver has it: modprobe $(cat /sys/bus/pci/devices/%s/modalias); where that is loaded: echo %s > /sys/bus/pci/drivers_probe; if none has it then: dmesg | grep %s; the module sriovscope knows more",
			     vf->name, vf->name, vf->name);
}
