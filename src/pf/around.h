/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Who is around a PF, and what the kernel knows of its place: the port above, the
 * other PFs on its bus, its VFs. What is read of them is in core/look.
 */
#ifndef SRIOVSCOPE_AROUND_H
#define SRIOVSCOPE_AROUND_H

#include "core/facts/surroundings.h"

struct pci_dev;
struct scope_pf;

/**
 * around_peers() - read the other PFs on the bus
 * @pf: the PF
 * @around: to fill in
 *
 * Costs four reads each. Those that sleep are left alone.
 *
 * Context: may sleep; not under pf_hold(), for each of them is held in turn,
 *	and under no lock that a reset may wait for.
 * Return: 0 or -ENOMEM.
 */
int around_peers(struct scope_pf *pf, struct pf_around *around);

/**
 * around_peer_of() - what a look at a PF says to its peers
 * @sriov: its registers
 * @error: why they are not known, else 0
 * @routing_id: of the PF
 * @peer: to fill in
 */
void around_peer_of(const struct sriov_state *sriov, int error, u16 routing_id,
		    struct around_peer *peer);

/**
 * around_functions() - which functions are where VFs are?
 * @pf: the PF
 * @sriov: its registers
 * @around: functions is filled in
 *
 * Context: may sleep; under pf_hold(). Reads no device, visits all.
 * Return: 0 or -ENOMEM.
 */
int around_functions(const struct scope_pf *pf, const struct sriov_state *sriov,
		     struct pf_around *around);

/**
 * around_place() - what the kernel knows of its surroundings
 * @pf: the PF
 * @sriov: its registers, NULL when they are not known
 * @around: page_size, last_bus, link and iommu are filled in
 *
 * Context: may sleep; under pf_hold(). Reads no device.
 */
void around_place(struct scope_pf *pf, const struct sriov_state *sriov,
		  struct pf_around *around);

/**
 * around_port() - read the port above
 * @pf: the PF
 * @what: FACTS_*; its IDE streams with FACTS_PORT_IDE; with FACTS_NO_WAIT one that
 *	is being reset is left alone
 * @port: to fill in; it is the port's affair when that fails
 *
 * Context: may sleep; under pf_hold(), with the PF awake, as which the port is
 *	then; under no lock that a reset may wait for.
 */
void around_port(struct scope_pf *pf, unsigned int what,
		 struct around_port *port);

/**
 * around_vfs() - read the VFs that are on
 * @pf: the PF
 * @what: FACTS_VFS, FACTS_VF_USE or both; with FACTS_NO_WAIT those that are being
 *	reset are left alone
 * @around: to fill in
 *
 * Those that sleep are left alone: they may be a guest's.
 *
 * Context: may sleep; under pf_hold(), and under no lock that a reset may wait
 *	for.
 * Return: 0 or -ENOMEM. A VF that cannot be read says so itself.
 */
int around_vfs(struct scope_pf *pf, unsigned int what,
	       struct pf_around *around);

/**
 * around_look_rooms() - who has the memory and the buses above the PF?
 * @pdev: the PF's device
 * @rooms: to fill in; what it points to is for kvfree()
 *
 * Context: may sleep; under pf_hold(). Reads no device, visits all of the domain.
 * Return: 0 or -ENOMEM.
 */
int around_look_rooms(struct pci_dev *pdev, struct around_rooms *rooms);

#endif
