/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Devices stay awake while they are read, and who sleeps is left alone unless it
 * is asked for itself.
 */
#ifndef SRIOVSCOPE_PF_AWAKE_H
#define SRIOVSCOPE_PF_AWAKE_H

#include <linux/pci.h>
#include <linux/pm_runtime.h>

#include "core/facts/surroundings.h"
#include "compat.h"

/* Why a device was not read: it sleeps, and nobody asked to wake it up. */
#define AWAKE_ASLEEP AROUND_ASLEEP

/**
 * awake_get() - wake a device up, and keep it awake
 * @pdev: the device
 *
 * Linux 7 switches runtime power management on only after it has said that a
 * device was added. Until then nobody puts it to sleep, and later the count
 * that is taken here keeps it awake.
 *
 * Context: may sleep.
 * Return: 0, and awake_put() must follow; or the negative errno of waking it up.
 */
static inline int awake_get(struct pci_dev *pdev)
{
	int ret;

	pm_runtime_get_noresume(&pdev->dev);
	ret = pm_runtime_resume(&pdev->dev);
	if (ret >= 0 || ret == -EACCES)
		return 0;
	pm_runtime_put_noidle(&pdev->dev);
	return ret;
}

/**
 * awake_get_if_awake() - keep a device awake, if it is
 * @pdev: the device
 *
 * Context: any.
 * Return: 0, and awake_put() must follow; AWAKE_ASLEEP when it sleeps.
 */
static inline int awake_get_if_awake(struct pci_dev *pdev)
{
	int ret = compat_pm_get_if_active(&pdev->dev);

	if (!ret)
		return AWAKE_ASLEEP;
	/* Nobody puts to sleep what has no runtime power management. */
	if (ret < 0)
		pm_runtime_get_noresume(&pdev->dev);
	return 0;
}

/**
 * awake_put() - let a device sleep again
 * @pdev: the device
 *
 * Context: any.
 */
static inline void awake_put(struct pci_dev *pdev)
{
	pm_runtime_put(&pdev->dev);
}

#endif
