// SPDX-License-Identifier: GPL-2.0
/*
 * What the kernel knows of the VFs that it has. No VF is read for it.
 */
#include <linux/mm.h>
#include <linux/sched.h>

#include "snapshot.h"
#include "vf_drivers.h"

/*
 * A VF is let go under the lock alone, so that its device is there meanwhile. With a
 * reference; NULL at the end.
 */
static struct pci_dev *vf_device_next(struct scope_pf *pf, unsigned long *id,
				      struct vf_device *device)
{
	struct pci_dev *pdev = NULL;
	struct pf_vf *vf;

	xa_lock(&pf->vfs);
	vf = xa_find(&pf->vfs, id, U16_MAX, XA_PRESENT);
	if (vf) {
		device->routing_id = *id;
		device->group = vf->group;
		device->trial = vf->trial;
		device->trial_error = vf->trial_error;
		strscpy(device->tried, vf->tried, sizeof(device->tried));
		device_driver_name(&vf->pdev->dev, device->driver,
				   sizeof(device->driver));
		pdev = pci_dev_get(vf->pdev);
	}
	xa_unlock(&pf->vfs);
	return pdev;
}

int pf_vf_devices(struct scope_pf *pf, unsigned int what,
		  struct pf_facts *facts)
{
	u32 count = pf_count_vfs(pf);
	struct vf_device *at;
	struct pci_dev *pdev;
	unsigned long id;

	if (!count)
		return 0;
	facts->vf_devices =
		kvcalloc(count, sizeof(*facts->vf_devices), GFP_KERNEL);
	if (!facts->vf_devices)
		return -ENOMEM;

	/* What came since they were counted is left out. */
	for (id = 0; facts->vf_device_count < count; id++) {
		at = &facts->vf_devices[facts->vf_device_count];
		pdev = vf_device_next(pf, &id, at);
		if (!pdev)
			break;
		if (what & FACTS_VF_USE)
			vf_drivers(pdev, at);
		pci_dev_put(pdev);
		facts->vf_device_count++;
		cond_resched();
	}
	return 0;
}
