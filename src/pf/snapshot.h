/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is known of a PF at one moment, as plain data: its registers, and what
 * the kernel holds about it. Files are made from this alone.
 */
#ifndef SRIOVSCOPE_SNAPSHOT_H
#define SRIOVSCOPE_SNAPSHOT_H

#include <sriovscope/sriov.h>

#include "core/facts/facts.h"
#include "around.h"
#include "pf.h"

/**
 * pf_facts_take() - look at a PF
 * @pf: the PF
 * @what: FACTS_*
 * @snap: to fill in, for facts_drop()
 *
 * Reads each register that is asked for once; SR-IOV costs 16 reads. The device
 * is kept awake meanwhile; one that sleeps is woken up with FACTS_WAKE, else
 * @snap->kernel.asleep is set, and there are neither registers nor surroundings.
 * With FACTS_NO_WAIT one that is being reset is not waited for: then
 * @snap->kernel.resetting is set, and none of its registers are there.
 *
 * On error @snap has no registers, and @snap->sriov_error is the errno; what
 * the kernel holds is there unless the device was removed: then even its name
 * is empty.
 *
 * Context: may sleep; see pf_hold() for the locks.
 * Return: 0; -ENODEV when the device is gone; -ENOMEM; the errno of finding
 *	the capability, of a read or of waking the device.
 */
int pf_facts_take(struct scope_pf *pf, unsigned int what,
		  struct pf_facts *snap);

/**
 * core_vf_bars() - how many VF BARs has the kernel found?
 * @pf: the PF
 * @snap: of it; its registers are there, if any, and what the kernel holds but
 *	for vf_bars, which is filled in
 *
 * Context: under pf_hold(). Reads no device.
 */
void core_vf_bars(const struct scope_pf *pf, struct pf_facts *snap);

/**
 * pf_vf_devices() - which VFs does the kernel have?
 * @pf: the PF
 * @what: FACTS_*; with FACTS_VF_USE, which drivers may have them?
 * @facts: vf_devices and vf_device_count are filled in; zero before
 *
 * Context: may sleep. Reads no device.
 * Return: 0 or -ENOMEM.
 */
int pf_vf_devices(struct scope_pf *pf, unsigned int what,
		  struct pf_facts *facts);

/**
 * device_driver_name() - the name of a device's driver, if it has one
 * @dev: any device, bound or not, by whomever
 * @name: to fill in, empty when there is none
 * @size: of @name in bytes
 *
 * Context: any; a driver that is unbound meanwhile does no harm.
 */
void device_driver_name(struct device *dev, char *name, size_t size);

#endif
