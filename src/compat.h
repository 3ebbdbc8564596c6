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
