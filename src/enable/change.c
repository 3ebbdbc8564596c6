// SPDX-License-Identifier: GPL-2.0
/*
 * The locks around a change of VFs: see Documentation/locking.md.
 */
#include <linux/device.h>

#include "pf/settle.h"
#include "change.h"
#include "convention.h"

void change_prepare(struct change *change, struct pci_dev *pdev)
{
	change->pdev = pdev;
	change->rescan = convention_has_rescan_lock(pdev);
}

bool change_trylock(struct change *change)
{
	if (change->rescan)
		pci_lock_rescan_remove();
	if (device_trylock(&change->pdev->dev))
		return true;
	if (change->rescan)
		pci_unlock_rescan_remove();
	return false;
}

void change_lock(struct change *change)
{
	if (change->rescan)
		settle_lock(change->pdev);
	else
		device_lock(&change->pdev->dev);
}

void change_unlock(struct change *change)
{
	device_unlock(&change->pdev->dev);
	if (change->rescan)
		pci_unlock_rescan_remove();
}
