/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What differs between kernels, each under a name of its own. Kbuild looks for
 * it in the headers, since stable kernels get changes of later ones too.
 */
#ifndef SRIOVSCOPE_COMPAT_H
#define SRIOVSCOPE_COMPAT_H

#include <linux/iommu.h>
#include <linux/pci.h>
#include <linux/pm_runtime.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/version.h>

#if LINUX_VERSION_MAJOR < 6 || LINUX_VERSION_MAJOR > 7 || \
	(LINUX_VERSION_MAJOR == 6 && LINUX_VERSION_PATCHLEVEL < 1)
#error "sriovscope is for Linux 6.1 to 7.x; for another look for another sriovscope"
#endif

/**
 * compat_driver_override() - let no driver but the one named be bound
 * @pdev: a device that no driver was bound to so far
 * @name: of the driver, which need not exist
 *
 * Return: 0 or a negative errno.
 */
static inline int compat_driver_override(struct pci_dev *pdev, const char *name)
{
#ifdef HAVE_DEVICE_SET_DRIVER_OVERRIDE
	return device_set_driver_override(&pdev->dev, name);
#else
	return driver_set_override(&pdev->dev, &pdev->driver_override, name,
				   strlen(name));
#endif
}

/**
 * compat_has_driver_override() - may one driver alone have a device?
 * @pdev: the device
 *
 * Context: under its device lock; elsewhere the answer may be old.
 * Return: true when a driver was named.
 */
static inline bool compat_has_driver_override(struct pci_dev *pdev)
{
#ifdef HAVE_DEVICE_SET_DRIVER_OVERRIDE
	return READ_ONCE(pdev->dev.driver_override.name);
#else
	return READ_ONCE(pdev->driver_override);
#endif
}

/**
 * compat_get_driver_override() - the one driver that may have a device
 * @pdev: the device
 * @name: where its name goes, empty when any may
 * @size: of @name in bytes
 *
 * It was changed and freed under the device lock, until it got a lock of its own.
 * The first is tried: who has it may wait for long.
 *
 * Context: any that may sleep; not under the device lock.
 * Return: 0; -EBUSY when somebody has the lock.
 */
static inline int compat_get_driver_override(struct pci_dev *pdev, char *name,
					     size_t size)
{
#ifdef HAVE_DEVICE_SET_DRIVER_OVERRIDE
	spin_lock(&pdev->dev.driver_override.lock);
	strscpy(name, pdev->dev.driver_override.name ?: "", size);
	spin_unlock(&pdev->dev.driver_override.lock);
#else
	strscpy(name, "", size);
	if (!compat_has_driver_override(pdev))
		return 0;
	if (!device_trylock(&pdev->dev))
		return -EBUSY;
	strscpy(name, pdev->driver_override ?: "", size);
	device_unlock(&pdev->dev);
#endif
	return 0;
}

/**
 * compat_iommu_group_ref() - take a reference to an IOMMU group
 * @group: the group, not NULL
 *
 * Kernels without IOMMUs have no groups, and no such function.
 */
static inline void compat_iommu_group_ref(struct iommu_group *group)
{
#ifdef CONFIG_IOMMU_API
	iommu_group_ref_get(group);
#endif
}

/**
 * compat_pm_get_if_active() - keep a device awake, if it is
 * @dev: the device
 *
 * Return: 1, and the device stays awake until pm_runtime_put(); 0 when it
 *	sleeps, or is about to; -EINVAL when it has no runtime power management.
 */
static inline int compat_pm_get_if_active(struct device *dev)
{
#ifdef HAVE_PM_GET_IF_ACTIVE_OF_DEVICE
	return pm_runtime_get_if_active(dev);
#else
	return pm_runtime_get_if_active(dev, true);
#endif
}

#endif
