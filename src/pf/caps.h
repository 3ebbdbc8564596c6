/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Where the capabilities of a PF are, and those of the port above it.
 *
 * They do not change, so that they are found once: at the first look at the
 * device. What is in them is read at each look.
 */
#ifndef SRIOVSCOPE_PF_CAPS_H
#define SRIOVSCOPE_PF_CAPS_H

#include <sriovscope/pci_space.h>

#include "core/look/look.h"

struct scope_pf;

/**
 * struct pf_port - where the capabilities of the port above are
 * @pci: its configuration space
 * @caps: the capabilities
 */
struct pf_port {
	struct pci_space pci;
	struct port_caps caps;
};

/**
 * pf_caps() - where the PF's capabilities are
 * @pf: the PF
 *
 * Finds them when nobody has so far. Of some that do so at the same time one is
 * the first, and nobody waits for another: who looks may wait for a device whose
 * owner waits for a lock that somebody else holds here.
 *
 * Context: may sleep; under pf_hold(), with the device awake.
 * Return: the capabilities, which live as long as @pf; ERR_PTR: -ENODEV when
 *	the device does not answer, -ENOMEM, the errno of a failing read.
 */
const struct pf_caps *pf_caps(struct scope_pf *pf);

/**
 * pf_port() - where the capabilities of the port above are
 * @pf: the PF; there is a port above it
 *
 * Context: may sleep; as pf_caps(), and under no lock at all that a reset may
 *	wait for: another device is read.
 * Return: as pf_caps().
 */
const struct pf_port *pf_port(struct scope_pf *pf);

/**
 * caps_free() - release what was found
 * @pf: the PF, which nobody looks at any more
 */
void caps_free(struct scope_pf *pf);

#endif
