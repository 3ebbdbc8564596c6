// SPDX-License-Identifier: GPL-2.0
/*
 * vfshare: a driver for whatever driver_override gives it. Of a PF it shares interrupt
 * vectors out to VFs, as those of large devices do; of a VF it is one that uses it.
 * How its probe goes can be told.
 */
#include <linux/delay.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/pci.h>
#include <linux/pm_runtime.h>

static uint vectors;
module_param(vectors, uint, 0644);
MODULE_PARM_DESC(vectors, "how many there are for all VFs");

static int given;
module_param(given, int, 0444);
MODULE_PARM_DESC(given, "how many a VF was given last");

static uint fails;
module_param(fails, uint, 0644);
MODULE_PARM_DESC(fails, "errno with which it does not take a device, or 0");

static bool waits;
module_param(waits, bool, 0644);
MODULE_PARM_DESC(waits, "its probe does not end before this is off");

static bool sleeps;
module_param(sleeps, bool, 0644);
MODULE_PARM_DESC(sleeps, "what it takes may sleep while nobody uses it");

static int share_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	while (READ_ONCE(waits))
		msleep(20);
	if (fails)
		return -(int)fails;
	/* As the PCI core wants it of who lets a device sleep */
	if (sleeps)
		pm_runtime_put_noidle(&pdev->dev);
	pci_set_drvdata(pdev, sleeps ? pdev : NULL);
	return 0;
}

static void share_remove(struct pci_dev *pdev)
{
	if (pci_get_drvdata(pdev))
		pm_runtime_get_noresume(&pdev->dev);
}

static u32 share_get(struct pci_dev *pdev)
{
	return READ_ONCE(vectors);
}

static int share_set(struct pci_dev *vf, int count)
{
	given = count;
	return 0;
}

/* What has none never sleeps. */
static const struct dev_pm_ops share_pm = {};

static struct pci_driver share_driver = {
	.name = "vfshare",
	.probe = share_probe,
	.remove = share_remove,
	.sriov_configure = pci_sriov_configure_simple,
	.sriov_get_vf_total_msix = share_get,
	.sriov_set_msix_vec_count = share_set,
	.driver.pm = &share_pm,
};
module_pci_driver(share_driver);

MODULE_DESCRIPTION("Takes any device, and shares vectors out to VFs, for tests");
MODULE_AUTHOR("The sriovscope founders");
MODULE_LICENSE("GPL");
