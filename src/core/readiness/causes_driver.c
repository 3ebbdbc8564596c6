// SPDX-License-Identifier: GPL-2.0
/*
 * Who has the VF, and why nobody.
 *
 * The driver core tries a VF with each loaded driver that matches it, when either
 * comes; from then on nobody does by itself.
 */
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

/* vfio-pci enables a device when a program opens it, and disables it at the end. */
bool readiness_in_guest(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	const struct vf_device *device = vf->device;

	return strstr(device->driver, "vfio") && device->enabled &&
	       readiness_say(result,
			     "%s has it, and a program has opened it, a virtual machine most likely: it is free when that ends; which one: fuser -v /dev/vfio/*",
			     device->driver);
}

bool readiness_busy(const struct pf_facts *f, const struct readiness_vf *vf,
		    struct readiness_result *result)
{
	return lacks_driver(vf) && !vf->device->override_known &&
	       readiness_say(result,
			     "somebody is at work on it, who may be binding a driver: look again, and if that stays: dmesg | grep %s",
			     vf->name);
}

bool readiness_override_missing(const struct pf_facts *f,
				const struct readiness_vf *vf,
				struct readiness_result *result)
{
	const struct vf_device *device = vf->device;

	return lacks_driver(vf) && *device->override &&
	       !device->override_loaded &&
	       readiness_say(result,
			     "driver_override lets no driver but %s have it, which is not loaded: modprobe %s, or let any: echo > /sys/bus/pci/devices/%s/driver_override, echo %s > /sys/bus/pci/drivers_probe",
			     device->override, device->override, vf->name,
			     vf->name);
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
			     "sriov_drivers_autoprobe of the PF is 0, which keeps drivers from its VFs: echo 1 > /sys/bus/pci/devices/%s/sriov_drivers_autoprobe, echo %s > /sys/bus/pci/drivers_probe",
			     kernel->name, vf->name);
}

bool readiness_probe_failed(const struct pf_facts *f,
			    const struct readiness_vf *vf,
			    struct readiness_result *result)
{
	const struct vf_device *device = vf->device;

	return was_tried(vf, VF_TRIAL_FAILED) && device->tried_loaded &&
	       readiness_say(result,
			     "the probe of %s failed: dmesg | grep %s for why; mend that, then echo %s > /sys/bus/pci/drivers_probe",
			     device->tried, vf->name, vf->name);
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

bool readiness_unbound(const struct pf_facts *f, const struct readiness_vf *vf,
		       struct readiness_result *result)
{
	const struct vf_device *device = vf->device;

	if (!was_tried(vf, VF_TRIAL_UNBOUND))
		return false;
	if (!device->tried_loaded)
		return readiness_say(result,
				     "%s had it, and is not loaded any more: modprobe %s",
				     device->tried, device->tried);
	return readiness_say(result,
			     "%s had it, and was unbound or gave up: dmesg | grep %s for which, echo %s > /sys/bus/pci/drivers/%s/bind",
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
			     "%s is loaded and has its IDs, and was not tried: echo %s > /sys/bus/pci/drivers_probe",
			     vf->device->matching, vf->name);
}

/* What was written to new_id is the driver core's, and seen by nobody. */
bool readiness_no_match(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	return lacks_driver(vf) &&
	       readiness_say(result,
			     "no loaded driver names its IDs, unless they were written to a driver's new_id: modprobe $(cat /sys/bus/pci/devices/%s/modalias), or for a guest: modprobe vfio-pci, echo vfio-pci > /sys/bus/pci/devices/%s/driver_override, echo %s > /sys/bus/pci/drivers_probe",
			     vf->name, vf->name, vf->name);
}

/* Why is known to the module alone. */
bool readiness_no_driver(const struct pf_facts *f,
			 const struct readiness_vf *vf,
			 struct readiness_result *result)
{
	return lacks_driver(vf) &&
	       readiness_say(result,
			     "no driver has it: modprobe $(cat /sys/bus/pci/devices/%s/modalias), echo %s > /sys/bus/pci/drivers_probe, and if none has it then: dmesg | grep %s, or look with sriovscope loaded",
			     vf->name, vf->name, vf->name);
}
