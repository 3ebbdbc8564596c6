// SPDX-License-Identifier: GPL-2.0
/*
 * What may stop a VF that answers and has a driver.
 */
#include <linux/math.h>
#include <linux/string.h>

#include "causes.h"

static bool is_for_guests(const struct readiness_vf *vf)
{
	return strstr(vf->device->driver, "vfio");
}

bool readiness_vf_token(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	return is_for_guests(vf) && strstr(f->kernel.driver, "vfio") &&
	       readiness_say(result,
			     "%s has it and the PF, so that it can be opened only with the VF token that whoever has the PF open has set: -device vfio-pci,host=%s,vf-token=UUID of QEMU; or give the PF back to its own driver",
			     vf->device->driver, vf->name);
}

/* The first one that shares a VF's group, as few ask whether there are more. */
static const struct vf_device *group_partner(const struct pf_facts *f,
					     const struct vf_device *vf)
{
	u32 i;

	for (i = 0; i < f->vf_device_count; i++) {
		if (&f->vf_devices[i] != vf &&
		    f->vf_devices[i].group == vf->group)
			return &f->vf_devices[i];
	}
	return NULL;
}

/* A driver of the host is in no need of a group of its own. */
bool readiness_group(const struct pf_facts *f, const struct readiness_vf *vf,
		     struct readiness_result *result)
{
	const struct around_iommu *iommu = &f->around->iommu;
	bool with_pf = iommu->exists && iommu->group == vf->device->group;

	if (!is_for_guests(vf) || vf->device->group < 0 ||
	    (!with_pf && !group_partner(f, vf->device)))
		return false;
	return readiness_say(result,
			     "it shares IOMMU group %d with %s, and 'group is not viable' as long as any of it has a driver of the host: ls /sys/bus/pci/devices/%s/iommu_group/devices, give all of these to one guest, or use a slot whose ports have ACS",
			     vf->device->group,
			     with_pf ? "the PF" : "other VFs", vf->name);
}

/* Who does nothing with the PF leaves it off, and its VFs work without. */
bool readiness_pf_bus_master(const struct pf_facts *f,
			     const struct readiness_vf *vf,
			     struct readiness_result *result)
{
	const char *pf = f->kernel.name;

	return *f->kernel.driver && !facts_driver_is_stub(f) &&
	       !f->around->use.bus_master &&
	       readiness_say(result,
			     "Bus Master Enable of the PF is off, without which the VFs of some devices get no answer from it: setpci -s %s COMMAND=4:4, or bind %s to it anew",
			     pf, f->kernel.driver);
}

bool readiness_vfio(const struct pf_facts *f, const struct readiness_vf *vf,
		    struct readiness_result *result)
{
	return is_for_guests(vf) &&
	       readiness_say(result,
			     "%s has it for a guest, and nobody has opened it; for the host: echo %s > /sys/bus/pci/devices/%s/driver/unbind, echo > /sys/bus/pci/devices/%s/driver_override, echo %s > /sys/bus/pci/drivers_probe",
			     vf->device->driver, vf->name, vf->name, vf->name,
			     vf->name);
}

/* VFs have no INTx. */
bool readiness_msix_none(const struct pf_facts *f,
			 const struct readiness_vf *vf,
			 struct readiness_result *result)
{
	return readiness_answers(vf) && !vf->regs->use.msix_vectors &&
	       !vf->regs->use.has_msi &&
	       readiness_say(result,
			     "it has neither MSI-X nor MSI, so that no interrupt can come of it: look for a setting of the PF's driver or firmware that gives VFs vectors, and dmesg | grep %s",
			     vf->name);
}

/* Most drivers take one for what concerns the whole VF, and one a queue. */
#define FEW_VECTORS 2

bool readiness_msix_few(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	u16 vectors = readiness_answers(vf) ? vf->regs->use.msix_vectors : 0;

	return vectors && vectors <= FEW_VECTORS &&
	       readiness_say(result,
			     "MSI-X Table Size is %u, which is %u interrupt%s for all its queues: take its driver off and echo N > /sys/bus/pci/devices/%s/sriov_vf_msix_count where the PF's driver allows it, or look for a setting of that driver",
			     vectors - 1, vectors, vectors > 1 ? "s" : "",
			     vf->name);
}

bool readiness_msix_share(const struct pf_facts *f,
			  const struct readiness_vf *vf,
			  struct readiness_result *result)
{
	u32 share = f->kernel.num_vfs ? f->kernel.vf_msix / f->kernel.num_vfs :
					0;
	u16 vectors = readiness_answers(vf) ? vf->regs->use.msix_vectors : 0;

	return vectors && vectors < share &&
	       readiness_say(result,
			     "it has %u MSI-X vectors, and an equal share of the %u of sriov_vf_total_msix would be %u: take its driver off, echo %u > /sys/bus/pci/devices/%s/sriov_vf_msix_count",
			     vectors, f->kernel.vf_msix, share, share,
			     vf->name);
}

bool readiness_ats(const struct pf_facts *f, const struct readiness_vf *vf,
		   struct readiness_result *result)
{
	const struct around_use *pf = &f->around->use;

	return readiness_answers(vf) && vf->regs->use.has_ats && pf->ats &&
	       !vf->regs->use.ats &&
	       readiness_say(result,
			     "%s on in the PF and ATS is off in the VF, so that it does without address translation of its own%s: bind its driver anew, and dmesg | grep -e DMAR -e iommu",
			     pf->pasid ? "ATS and PASID are" : "ATS is",
			     pf->pasid ? " and shared address spaces" : "");
}
