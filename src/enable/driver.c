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

#include "../pf/pf.h"
#include "../pf/registry.h"
#include "enable.h"

/* Bound PFs are those that the kernel and we both can handle. */
static int driver_accept(const struct scope_pf *pf)
{
	if (!pf->pdev->is_physfn) {
		pci_err(pf->pdev,
			"the kernel takes it for no PF; see status and regs in debugfs\n");
		return -ENODEV;
	}
	if (pf->view_error) {
		pci_err(pf->pdev,
			"its SR-IOV capability cannot be bounded (%pe); see caps in debugfs\n",
			ERR_PTR(pf->view_error));
		return pf->view_error;
	}
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
	if (IS_ERR(pf))
		return PTR_ERR(pf);
	ret = driver_accept(pf);
	if (ret)
		goto put;

	/* VFs answer only while the PF is in D0 (PCIe 9.6.2). */
	ret = pci_enable_device_mem(pdev);
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
