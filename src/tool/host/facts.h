/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The parts of host_facts(). What could not be had is noted in facts->unknown.
 */
#ifndef SRIOVSCOPE_TOOL_FACTS_H
#define SRIOVSCOPE_TOOL_FACTS_H

#include "core/facts/facts.h"

struct host_function;

/**
 * facts_windows() - the kernel's windows of the VF BARs
 * @fn: a live PF
 * @kernel: windows is filled in
 *
 * Return: false when they are not known.
 */
bool facts_windows(struct host_function *fn, struct pf_kernel *kernel);

/**
 * facts_has_iov() - does the kernel have SR-IOV?
 * @fn: a live function that is no bridge
 *
 * Return: false when it was built without.
 */
bool facts_has_iov(const struct host_function *fn);

/**
 * facts_kernel() - what the kernel has made of a PF
 * @fn: a live PF
 * @what: FACTS_*; with FACTS_VF_SETTINGS, what is set for its VFs
 * @facts: kernel and unknown are filled in
 */
void facts_kernel(struct host_function *fn, unsigned int what,
		  struct pf_facts *facts);

/**
 * facts_driver_of() - the driver of a function
 * @fn: a live function
 * @driver: its name goes here, PF_DRIVER_LEN bytes; empty without one
 */
void facts_driver_of(const struct host_function *fn, char *driver);

/**
 * facts_group_of() - the IOMMU group of a function
 * @fn: a live function
 *
 * Return: its number, -1 for none.
 */
int facts_group_of(const struct host_function *fn);

/**
 * facts_is_asleep() - was a function put to sleep?
 * @fn: the function
 *
 * Return: true when it was, in whichever state it is.
 */
bool facts_is_asleep(const struct host_function *fn);

/**
 * facts_would_wake() - would reading configuration space wake a function up?
 * @fn: the function
 *
 * Return: true when it sleeps in D3cold, or it is not known in which state.
 */
bool facts_would_wake(const struct host_function *fn);

/**
 * facts_power_state() - the power state that a function is in
 * @fn: a live function
 *
 * Return: as power_state of struct around_self has it.
 */
u8 facts_power_state(const struct host_function *fn);

/**
 * facts_vf_devices() - the VFs that there are
 * @fn: the PF
 * @what: FACTS_*; with FACTS_VF_USE, who may have them
 * @facts: vf_devices and unknown are filled in; the registers are there
 *
 * Of a dump they are where the registers say, if all of them are in it.
 *
 * Return: 0 or -ENOMEM.
 */
int facts_vf_devices(struct host_function *fn, unsigned int what,
		     struct pf_facts *facts);

/**
 * facts_rooms() - who has the memory and the buses above a PF
 * @fn: the PF
 * @facts: around->rooms and unknown are filled in
 *
 * Return: 0 or -ENOMEM.
 */
int facts_rooms(struct host_function *fn, struct pf_facts *facts);

/**
 * facts_around() - what is around a PF
 * @fn: the PF
 * @what: FACTS_*
 * @facts: around and unknown are filled in; the registers are there
 *
 * Return: 0, -ENOMEM, or the errno of reading the PF.
 */
int facts_around(struct host_function *fn, unsigned int what,
		 struct pf_facts *facts);

#endif
