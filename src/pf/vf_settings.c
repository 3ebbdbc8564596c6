// SPDX-License-Identifier: GPL-2.0
/*
 * What is set for the VFs of a PF.
 *
 * Whether drivers are let to VFs is in struct pci_sriov, which is the PCI core's
 * own, at its end, where kernels differ; and no function tells it. The attribute
 * that user space reads does: it is constant data of the kernel, its show() takes no
 * lock and reads no device, and what it prints is ABI. So it is called, as a reader
 * in sysfs calls it, and nothing has to be known of the struct. It would be a
 * function in the core, were this module a part of it.
 */
#include <linux/gfp.h>
#include <linux/kstrtox.h>
#include <linux/rcupdate.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#include "vf_settings.h"

struct device_attribute *pci_attribute(struct pci_dev *pdev, const char *name)
{
	const struct attribute_group *const *group;
	struct attribute **attr;

	if (!pdev->dev.type || !pdev->dev.type->groups)
		return NULL;
	for (group = pdev->dev.type->groups; *group; group++) {
		for (attr = (*group)->attrs; attr && *attr; attr++) {
			if (!strcmp((*attr)->name, name))
				return container_of(*attr,
						    struct device_attribute,
						    attr);
		}
	}
	return NULL;
}

/* sysfs_emit() wants a page of its own. */
int vf_autoprobe(struct pci_dev *pdev)
{
	struct device_attribute *attr =
		pci_attribute(pdev, "sriov_drivers_autoprobe");
	bool on = false;
	char *page;
	int ret;

	if (!pdev->is_physfn || !attr || !attr->show)
		return -ENODATA;
	page = (char *)get_zeroed_page(GFP_KERNEL);
	if (!page)
		return -ENOMEM;
	attr->show(&pdev->dev, attr, page);
	ret = kstrtobool(page, &on) ? -ENODATA : on;
	free_page((unsigned long)page);
	return ret;
}

/* A driver is there until RCU is waited for, as in device_driver_name(). */
static bool shares_vectors(struct pci_dev *pdev)
{
	struct device_driver *driver;
	bool shares;

	rcu_read_lock();
	driver = READ_ONCE(pdev->dev.driver);
	shares = driver && to_pci_driver(driver)->sriov_get_vf_total_msix;
	rcu_read_unlock();
	return shares;
}

/* As the kernel's own attribute has it, but for waiting */
static bool ask_for_vectors(struct pci_dev *pdev, u32 *vectors)
{
	const struct pci_driver *driver;

	if (!device_trylock(&pdev->dev))
		return false;
	driver = pdev->driver;
	if (driver && driver->sriov_get_vf_total_msix)
		*vectors = driver->sriov_get_vf_total_msix(pdev);
	device_unlock(&pdev->dev);
	return true;
}

int vf_settings(struct pci_dev *pdev, struct pf_kernel *kernel)
{
	int autoprobe = vf_autoprobe(pdev);

	if (autoprobe == -ENOMEM)
		return autoprobe;
	kernel->autoprobe_known = autoprobe >= 0;
	kernel->autoprobe = autoprobe > 0;
	kernel->vf_msix_known = !shares_vectors(pdev) ||
				ask_for_vectors(pdev, &kernel->vf_msix);
	return 0;
}
