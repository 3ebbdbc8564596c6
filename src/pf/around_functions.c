// SPDX-License-Identifier: GPL-2.0
/*
 * Which functions are where the PF's VFs are?
 *
 * Whatever the kernel has there counts: PFs and VFs of other devices, functions
 * without SR-IOV, bridges. No device is read for it.
 */
#include <linux/bitmap.h>
#include <linux/mm.h>

#include "around.h"
#include "pf.h"

static bool is_own(const struct scope_pf *pf, struct pci_dev *pdev)
{
	return pdev == pf->pdev ||
	       (pdev->is_virtfn && pci_physfn(pdev) == pf->pdev);
}

int around_functions(const struct scope_pf *pf, const struct sriov_state *sriov,
		     struct pf_around *around)
{
	u32 first = pci_dev_id(pf->pdev) + sriov->first_vf_offset;
	struct pci_dev *pdev = NULL;
	u32 id;

	if (!sriov->num_vfs)
		return 0;
	around->functions = kvcalloc(BITS_TO_LONGS(AROUND_ROUTING_IDS),
				     sizeof(long), GFP_KERNEL);
	if (!around->functions)
		return -ENOMEM;
	for_each_pci_dev(pdev) {
		id = pci_dev_id(pdev);
		if (pci_domain_nr(pdev->bus) == pci_domain_nr(pf->pdev->bus) &&
		    id >= first && !is_own(pf, pdev))
			__set_bit(id, around->functions);
	}
	return 0;
}
