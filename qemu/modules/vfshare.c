// SPDX-License-Identifier: GPL-2.0
/*
 * vfshare: a driver of a PF that shares interrupt vectors out to VFs, as those of
 * large devices do. It takes what driver_override gives it.
 */
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/pci.h>

static uint vectors;
module_param(vectors, uint, 0644);
MODULE_PARM_DESC(vectors, "how many there are for all VFs");

static int share_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return 0;
}

static u32 share_get(struct pci_dev *pdev)
{
	return READ_ONCE(vectors);
}

static struct pci_driver share_driver = {
	.name = "vfshare",
	.probe = share_probe,
	.sriov_configure = pci_sriov_configure_simple,
	.sriov_get_vf_total_msix = share_get,
};
module_pci_driver(share_driver);

MODULE_DESCRIPTION("Shares vectors out to VFs, for tests");
MODULE_AUTHOR("The sriovscope founders");
MODULE_LICENSE("GPL");
