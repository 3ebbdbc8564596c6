/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Which drivers a VF has met, and which it might.
 */
#ifndef SRIOVSCOPE_VF_DRIVERS_H
#define SRIOVSCOPE_VF_DRIVERS_H

#include <linux/pci.h>

#include "core/facts/facts.h"

/**
 * vf_not_bound() - why has a driver that matches a VF not taken it?
 * @vf: the VF
 *
 * The driver core says no more than that it has not.
 *
 * Context: may sleep; under the VF's device lock, when it was said.
 * Return: VF_TRIAL_KEPT_OFF or VF_TRIAL_FAILED.
 */
enum vf_trial vf_not_bound(struct pci_dev *vf);

/**
 * vf_drivers() - who may have a VF?
 * @vf: the VF, with a reference
 * @device: all behind driver is filled in, but for what was noted of tries: of that
 *	whether the driver is still there
 *
 * Context: may sleep; of a VF that has no driver the device lock is tried on some
 *	kernels, and not waited for. Reads no device.
 */
void vf_drivers(struct pci_dev *vf, struct vf_device *device);

#endif
