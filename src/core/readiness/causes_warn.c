// SPDX-License-Identifier: GPL-2.0
/*
 * What may stop a VF that answers and has a driver.
 */
#include <linux/kernel.h>
#include <linux/string.h>

#include "causes.h"

static bool is_for_guests(const struct readiness_vf *vf)
{
	return facts_driver_is_vfio(vf->device->driver);
}

bool readiness_vf_token(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	return is_for_guests(vf) && facts_driver_is_vfio(f->kernel.driver) &&
	       readiness_say(result,
			     "%s has it and the PF, so that it can be opened only with the VF token that whoever has the PF open has set, of QEMU -device vfio-pci,host=%s,vf-token=UUID; without a token the PF needs another driver, to which it comes when all guests have ended and all VFs are gone",
			     vf->device->driver, vf->name);
}

/* A driver of the host is in no need of a group of its own. */
bool readiness_group(const struct pf_facts *f, const struct readiness_vf *vf,
		     struct readiness_result *result)
{
	const struct around_iommu *iommu = &f->around->iommu;
	bool with_pf = iommu->exists && iommu->group == vf->device->group;

	if (!is_for_guests(vf) || (!with_pf && !vf->device->group_shared))
		return false;
	return readiness_say(result,
			     "it shares IOMMU group %d with %s, and 'group is not viable' as long as any of it has a driver of the host; give all of these to one guest, or use a slot whose ports have ACS: ls /sys/bus/pci/devices/%s/iommu_group/devices",
			     vf->device->group,
			     with_pf ? "the PF" : "other VFs", vf->name);
}

/* Who does nothing with the PF leaves it off, and its VFs work without. */
bool readiness_pf_bus_master(const struct pf_facts *f,
			     const struct readiness_vf *vf,
			     struct readiness_result *result)
{
	return readiness_pf_is_driven(f) && !f->around->use.bus_master &&
	       readiness_say(result,
			     "Bus Master Enable of the PF is off, without which the VFs of some devices get no answer from it: setpci -s %s COMMAND=4:4",
			     f->kernel.name);
}

bool readiness_vfio(const struct pf_facts *f, const struct readiness_vf *vf,
		    struct readiness_result *result)
{
	char why[PF_DRIVER_LEN +
		 sizeof(" has it for a guest, and nobody has opened it")];

	if (!is_for_guests(vf))
		return false;
	scnprintf(why, sizeof(why),
		  "%s has it for a guest, and nobody has opened it",
		  vf->device->driver);
	return readiness_say_release(result, vf, why);
}

/* VFs have no INTx. */
bool readiness_msix_none(const struct pf_facts *f,
			 const struct readiness_vf *vf,
			 struct readiness_result *result)
{
	return readiness_answers(vf) && !vf->regs->use.msix_vectors &&
	       !vf->regs->use.has_msi &&
	       readiness_say(result,
			     "it has neither MSI-X nor MSI, so that no interrupt can come of it; look for a setting of the PF's driver or firmware that gives VFs vectors: dmesg | grep %s",
			     vf->name);
}

/* Most drivers take one for what concerns the whole VF, and one a queue. */
#define FEW_VECTORS 2

/* Drivers that share vectors out keep some back, and may refuse as many. */
static bool say_share(const struct pf_facts *f, const struct readiness_vf *vf,
		      u16 vectors, struct readiness_result *result)
{
	u32 share = f->kernel.vf_msix / f->kernel.num_vfs;

	if (share <= vectors)
		return readiness_say(result,
				     "MSI-X Table Size is %u, and an equal share of the %u of sriov_vf_total_msix is no more; ask for fewer VFs",
				     vectors - 1, f->kernel.vf_msix);
	return readiness_say(result,
			     "MSI-X Table Size is %u, and an equal share of the %u of sriov_vf_total_msix is %u: echo %s > /sys/bus/pci/devices/%s/driver/unbind && echo %u > /sys/bus/pci/devices/%s/sriov_vf_msix_count && echo %s > /sys/bus/pci/drivers_probe",
			     vectors - 1, f->kernel.vf_msix, share, vf->name,
			     vf->name, share, vf->name, vf->name);
}

bool readiness_msix_few(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	u16 vectors = readiness_answers(vf) ? vf->regs->use.msix_vectors : 0;

	if (!vectors || vectors > FEW_VECTORS)
		return false;
	if (f->kernel.vf_msix && f->kernel.num_vfs)
		return say_share(f, vf, vectors, result);
	return readiness_say(result,
			     "MSI-X Table Size is %u, which is %u interrupt%s for all its queues; some devices are made so, else look for a setting of the PF's driver or firmware",
			     vectors - 1, vectors, vectors > 1 ? "s" : "");
}

/* The PF's PASID is that of its VFs too; what is shared needs ATS in the VF. */
static const char *translation_words(const struct around_use *pf)
{
	if (!pf->ats)
		return "PASID";
	return pf->pasid ? "ATS and PASID" : "ATS";
}

/* IOMMUs switch it on with their domain, and a reset by the kernel brings it back. */
bool readiness_ats(const struct pf_facts *f, const struct readiness_vf *vf,
		   struct readiness_result *result)
{
	const struct around_use *pf = &f->around->use;

	return readiness_answers(vf) && vf->regs->use.has_ats &&
	       (pf->ats || pf->pasid) && !vf->regs->use.ats &&
	       readiness_say(result,
			     "ATS of the VF is off, and the PF has %s on; DMA works without, and no addresses can be shared with programs: dmesg | grep -e DMAR -e iommu; if the bit was lost, and nobody uses the VF: echo 1 > /sys/bus/pci/devices/%s/reset",
			     translation_words(pf), vf->name);
}
