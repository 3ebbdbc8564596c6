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
#include <sriovscope/sriov.h>

struct scope_pf;

/**
 * struct pf_caps - where a PF's capabilities are
 * @offset: of SR-IOV as the kernel's search found it, 0 when nowhere
 * @sriov: SR-IOV; valid when @sriov_error is 0
 * @sriov_error: why there is no view of it
 * @sriov_span: bytes from SR-IOV to the nearest higher extended capability
 * @overlapped_by: offset of a lower extended capability that reaches into
 *	SR-IOV, 0 when there is none
 * @pcie: PCI Express, valid with @has_pcie; so on for all of them
 * @pm: Power Management
 * @ari: ARI
 * @dev3: Device 3
 * @vf_rebar: VF Resizable BAR
 * @ea: Enhanced Allocation
 * @has_pcie: it was found and can be bounded
 * @has_pm: so on
 * @has_ari: so on
 * @has_dev3: so on
 * @has_vf_rebar: so on
 * @has_ea: so on
 */
struct pf_caps {
	u16 offset;
	struct sriov_view sriov;
	int sriov_error;
	u16 sriov_span;
	u16 overlapped_by;
	struct pcie_view pcie;
	struct pm_view pm;
	struct ari_view ari;
	struct dev3_view dev3;
	struct vf_rebar_view vf_rebar;
	struct ea_view ea;
	bool has_pcie;
	bool has_pm;
	bool has_ari;
	bool has_dev3;
	bool has_vf_rebar;
	bool has_ea;
};

/**
 * struct pf_port - where the capabilities of the port above are
 * @pci: its configuration space
 * @pcie: PCI Express, valid with @has_pcie
 * @acs: Access Control Services, valid with @has_acs
 * @has_pcie: it was found and can be bounded
 * @has_acs: so on
 */
struct pf_port {
	struct pci_space pci;
	struct pcie_view pcie;
	struct acs_view acs;
	bool has_pcie;
	bool has_acs;
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
