// SPDX-License-Identifier: GPL-2.0
/*
 * The driver that a PF is bound to so that its VFs can be enabled here.
 *
 * It has no IDs of its own: driver_override, new_id or the parameter ids bind
 * it, as they do vfio-pci and pci-pf-stub.
 */
#include <linux/err.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "pf/caps.h"
#include "pf/pf.h"
#include "pf/registry.h"
#include "enable.h"

/* The reason stays in "status", until the next try. */
static int driver_refuse(struct scope_pf *pf, int error, const char *reason)
{
	pci_err(pf->pdev, "%s\n", reason);
	spin_lock(&pf->lock);
	pf->probe.failed = true;
	pf->probe.error = error;
	strscpy(pf->probe.driver, scope_driver.name, sizeof(pf->probe.driver));
	pf->probe.reason = reason;
	spin_unlock(&pf->lock);
	return error;
}

static int driver_find_caps(struct scope_pf *pf)
{
	const struct pf_caps *caps;
	int ret;

	ret = pf_hold(pf);
	if (ret)
		return ret;
	caps = pf_caps(pf);
	pf_unhold(pf);
	return IS_ERR(caps) ? PTR_ERR(caps) : caps->sriov_error;
}

/* Bound PFs are those that the kernel and we both can handle. */
static int driver_accept(struct scope_pf *pf)
{
	int ret;

	if (!pf->pdev->is_physfn)
		return driver_refuse(pf, -ENODEV,
				     "the kernel takes it for no PF; see preflight, status and regs in debugfs");
	ret = driver_find_caps(pf);
	if (ret)
		return driver_refuse(pf, ret,
				     "its SR-IOV capability cannot be bounded or read; see caps in debugfs");

	/* VFs answer only while the PF is in D0 (PCIe 9.6.2). */
	ret = pci_enable_device_mem(pf->pdev);
	if (ret)
		return driver_refuse(pf, ret,
				     "its memory cannot be enabled, as when a BAR has no address; see the kernel log");
	return 0;
}

static int driver_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct scope_pf *pf;
	int ret;

	/* Its own VFs come by when they share the PF's ID. */
	if (pdev->is_virtfn)
		return -ENODEV;

	pf = registry_bound(pdev);
	if (IS_ERR(pf)) {
		pci_err(pdev,
			"it cannot be watched (%pe): no SR-IOV capability was found\n",
			pf);
		return PTR_ERR(pf);
	}
	ret = driver_accept(pf);
	if (ret)
		goto put;

	pci_set_drvdata(pdev, pf);
	pf->enabled_here = false;
	WRITE_ONCE(pf->bound, true);
	numvfs_add(pf);
	return 0;

put:
	registry_unbound(pf);
	pf_put(pf);
	return ret;
}

static void driver_remove(struct pci_dev *pdev)
{
	struct scope_pf *pf = pci_get_drvdata(pdev);

	numvfs_remove(pf);
	enable_release(pf);
	WRITE_ONCE(pf->bound, false);
	pci_disable_device(pdev);
	registry_unbound(pf);
	pf_put(pf);
}

struct pci_driver scope_driver = {
	.name = "sriovscope",
	.id_table = NULL, /* only dynamic IDs */
	.probe = driver_probe,
	.remove = driver_remove,
	.sriov_configure = enable_from_core,
	/*
	 * It does no DMA: VFs of a PF that shares its IOMMU group can be given to
	 * guests while the PF is bound, as with pci-pf-stub.
	 */
	.driver_managed_dma = true,
};

static void driver_add_id(const char *id)
{
	u32 vendor, device, subvendor = PCI_ANY_ID, subdevice = PCI_ANY_ID;
	u32 class = 0, class_mask = 0;
	int fields, ret, end = 0;

	fields = sscanf(id, "%x:%x%n:%x%n:%x%n:%x%n:%x%n", &vendor, &device,
			&end, &subvendor, &end, &subdevice, &end, &class, &end,
			&class_mask, &end);
	if (fields < 2 || id[end]) {
		pr_warn("sriovscope: ids: \"%s\" is not vendor:device[:...] in hex, skipped\n",
			id);
		return;
	}

	ret = pci_add_dynid(&scope_driver, vendor, device, subvendor, subdevice,
			    class, class_mask, 0);
	if (ret)
		pr_warn("sriovscope: ids: \"%s\" failed: %pe\n", id,
			ERR_PTR(ret));
}

void driver_add_ids(const char *ids)
{
	char *copy, *rest, *id;

	copy = kstrdup(ids, GFP_KERNEL);
	if (!copy)
		return;
	rest = copy;
	while ((id = strsep(&rest, ","))) {
		if (*id)
			driver_add_id(id);
	}
	kfree(copy);
}
