// SPDX-License-Identifier: GPL-2.0
/*
 * vfresize: picks another size for a VF BAR, as drivers of large devices do.
 *
 * Loading it does that with the parameters, or fails with the PCI core's errno;
 * without a size it says in the log which sizes any number of VFs could have.
 * Only built for kernels that have the function.
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/pci.h>

static char *pf = "";
module_param(pf, charp, 0);
MODULE_PARM_DESC(pf, "address of the PF");

static uint slot;
module_param(slot, uint, 0);
MODULE_PARM_DESC(slot, "which VF BAR");

static int size = -1;
module_param(size, int, 0);
MODULE_PARM_DESC(size, "BAR Size as the register has it: 2^size MiB");

static void resize_say_sizes(struct pci_dev *pdev)
{
	int total = pci_sriov_get_totalvfs(pdev), vfs;

	for (vfs = 1; vfs <= total; vfs++)
		pr_info("vfresize: %d VFs: 0x%x\n", vfs,
			pci_iov_vf_bar_get_sizes(pdev, PCI_IOV_RESOURCES + slot,
						 vfs));
}

static int __init resize_init(void)
{
	unsigned int domain, bus, device, function;
	struct pci_dev *pdev;
	int ret = 0;

	if (sscanf(pf, "%x:%x:%x.%x", &domain, &bus, &device, &function) != 4 ||
	    slot >= PCI_SRIOV_NUM_BARS)
		return -EINVAL;
	pdev = pci_get_domain_bus_and_slot(domain, bus,
					   PCI_DEVFN(device, function));
	if (!pdev)
		return -ENODEV;
	if (size < 0)
		resize_say_sizes(pdev);
	else
		ret = pci_iov_vf_bar_set_size(pdev, PCI_IOV_RESOURCES + slot,
					      size);
	pci_dev_put(pdev);
	return ret;
}

static void __exit resize_exit(void)
{
}

module_init(resize_init);
module_exit(resize_exit);

MODULE_DESCRIPTION("Picks the size of a VF BAR, for tests");
MODULE_AUTHOR("The sriovscope founders");
MODULE_LICENSE("GPL");
