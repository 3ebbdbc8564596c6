/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is read of configuration spaces, and in which order. Nothing here knows
 * which device is behind a space, keeps it awake, or locks anything: that is for
 * who calls.
 */
#ifndef SRIOVSCOPE_LOOK_H
#define SRIOVSCOPE_LOOK_H

#include <sriovscope/sriov.h>

#include "core/facts/surroundings.h"

/**
 * struct use_caps - where the capabilities are that say what a function may do
 * @ats: Address Translation Services, valid with @has_ats; so on for all of them
 * @pasid: Process Address Space ID
 * @msi_32: MSI, of either width
 * @msix: MSI-X
 * @has_ats: it was found and can be bounded
 * @has_pasid: so on
 * @has_msi_32: so on
 * @has_msix: so on
 */
struct use_caps {
	struct ats_view ats;
	struct pasid_view pasid;
	struct msi_32_view msi_32;
	struct msix_view msix;
	bool has_ats;
	bool has_pasid;
	bool has_msi_32;
	bool has_msix;
};

/**
 * struct pf_caps - where a PF's capabilities are
 * @offset: of SR-IOV as the search of the space found it, 0 when nowhere
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
 * @use: what says what it may do
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
	struct use_caps use;
	bool has_pcie;
	bool has_pm;
	bool has_ari;
	bool has_dev3;
	bool has_vf_rebar;
	bool has_ea;
};

/**
 * struct port_caps - where the capabilities of the port above are
 * @pcie: PCI Express, valid with @has_pcie
 * @acs: Access Control Services, valid with @has_acs
 * @ide: Integrity and Data Encryption, valid with @has_ide
 * @has_pcie: it was found and can be bounded
 * @has_acs: so on
 * @has_ide: so on
 */
struct port_caps {
	struct pcie_view pcie;
	struct acs_view acs;
	struct ide_view ide;
	bool has_pcie;
	bool has_acs;
	bool has_ide;
};

/**
 * look_caps() - find the capabilities of a PF
 * @space: its configuration space, which must outlive @caps
 * @caps: to fill in; zero before
 *
 * Both chains are walked once. A space that has a search of its own says where
 * SR-IOV is, with the reads that this takes; else it is the first of the chain.
 *
 * Context: as the space has it; allocates with GFP_KERNEL.
 * Return: 0, without SR-IOV too: then @caps->sriov_error says why; -ENODEV when
 *	the device is gone; -EINVAL when there is no extended space; -ENOMEM;
 *	the errno of a read.
 */
int look_caps(const struct config_space *space, struct pf_caps *caps);

/**
 * look_caps_to_keep() - find the capabilities of a PF, for as long as it is there
 * @space: its configuration space, which must outlive @caps
 * @caps: to fill in; zero before
 *
 * One read that goes wrong is not seen in what is found, and the search of a space does
 * not say that one failed. So it is looked for until two looks find the same.
 *
 * Context: as the space has it; allocates with GFP_KERNEL.
 * Return: as look_caps(); -EIO when each look finds something else.
 */
int look_caps_to_keep(const struct config_space *space, struct pf_caps *caps);

/**
 * look_port_caps_to_keep() - find those of the port above a PF, so too
 * @space: the port's configuration space, which must outlive @caps
 * @caps: to fill in; zero before
 *
 * Context: as the space has it; allocates with GFP_KERNEL.
 * Return: as look_port_caps(); -EIO when each look finds something else.
 */
int look_port_caps_to_keep(const struct config_space *space,
			   struct port_caps *caps);

/**
 * look_sriov() - read the SR-IOV registers, each once
 * @caps: from look_caps()
 * @sriov: to fill in; undefined on error
 *
 * Context: as the space has it.
 * Return: 0; why there is no view of them; -ENODEV when the device is gone; -EIO
 *	when the header is of another capability; the errno of a read.
 */
int look_sriov(const struct pf_caps *caps, struct sriov_state *sriov);

/**
 * look_peer() - read what rules ask of another PF, and no more
 * @caps: from look_caps()
 * @sriov: the registers from SR-IOV Control to VF Stride are filled in, all
 *	others are 0; undefined on error
 *
 * Costs four reads: there may be many PFs.
 *
 * Context: as the space has it.
 * Return: as look_sriov(), but for -EIO.
 */
int look_peer(const struct pf_caps *caps, struct sriov_state *sriov);

/**
 * look_self() - read what a PF has beside SR-IOV
 * @space: its configuration space
 * @caps: from look_caps()
 * @around: self, rebar and ea are filled in; zero before, but for self.woken
 *	and, with that, self.power_state
 *
 * Context: as the space has it.
 * Return: 0; -ENODEV when the device is gone; the errno of a read.
 */
int look_self(const struct config_space *space, const struct pf_caps *caps,
	      struct pf_around *around);

/**
 * look_use_caps() - find what says what a VF may do
 * @space: its configuration space, which must outlive @caps
 * @caps: to fill in; zero before
 *
 * Context: as the space has it; allocates with GFP_KERNEL.
 * Return: 0; -ENOMEM; the errno of a read. A VF that is gone has none.
 */
int look_use_caps(const struct config_space *space, struct use_caps *caps);

/**
 * look_use() - read what a PF is allowed
 * @space: its configuration space
 * @caps: from look_caps()
 * @use: to fill in; zero before
 *
 * Context: as the space has it.
 * Return: 0; -ENODEV when the device is gone; the errno of a read.
 */
int look_use(const struct config_space *space, const struct pf_caps *caps,
	     struct around_use *use);

/**
 * look_vf_bars() - read what a PF says of its VF BARs beside SR-IOV
 * @caps: from look_caps()
 * @around: rebar and ea are filled in; zero before
 *
 * Costs nothing where the PF has no such capability.
 *
 * Context: as the space has it.
 * Return: 0 or the errno of a read. Registers of a device that went meanwhile
 *	are all ones.
 */
int look_vf_bars(const struct pf_caps *caps, struct pf_around *around);

/**
 * look_port_caps() - find the capabilities of the port above a PF
 * @space: the port's configuration space, which must outlive @caps
 * @caps: to fill in; zero before
 *
 * Context: as the space has it; allocates with GFP_KERNEL.
 * Return: 0; -ENODEV when the port is gone; -ENOMEM; the errno of a read.
 */
int look_port_caps(const struct config_space *space, struct port_caps *caps);

/**
 * look_port() - read the port above a PF
 * @space: the port's configuration space
 * @caps: from look_port_caps()
 * @port: what registers say is filled in but for ide; zero before
 *
 * Context: as the space has it.
 * Return: 0; -ENODEV when the port is gone or has no PCI Express; the errno of
 *	a read.
 */
int look_port(const struct config_space *space, const struct port_caps *caps,
	      struct around_port *port);

/**
 * look_port_ide() - read the Selective IDE Streams of the port above a PF
 * @space: the port's configuration space
 * @caps: from look_port_caps()
 * @ide: to fill in but for its error; zero before
 *
 * Of each stream Control, and the RID Association of those that are on. Costs
 * nothing where the port has no such capability, and little where it is no Root
 * Port: Linux pairs a PF with the Root Port, which alone has its VFs.
 *
 * Context: as the space has it.
 * Return: 0; -ENODEV when the port is gone; the errno of a read.
 */
int look_port_ide(const struct config_space *space,
		  const struct port_caps *caps, struct around_ide *ide);

/**
 * look_vf() - read a VF
 * @space: its configuration space
 * @vf: all but routing_id and error are filled in; zero before
 *
 * Context: as the space has it; allocates with GFP_KERNEL.
 * Return: 0; -ENODEV when the VF is gone; -ENOMEM; the errno of a read.
 */
int look_vf(const struct config_space *space, struct around_vf *vf);

/**
 * look_vf_use() - read what a VF is allowed
 * @space: its configuration space
 * @use: to fill in; zero before
 *
 * Context: as the space has it; allocates with GFP_KERNEL.
 * Return: 0; -ENODEV when the VF is gone; -ENOMEM; the errno of a read.
 */
int look_vf_use(const struct config_space *space, struct around_use *use);

/**
 * look_vf_present() - does a VF answer?
 * @space: its configuration space
 *
 * A VF has no ID that tells it from nothing, PCIe 9.3.4.1; its class cannot be all
 * ones.
 *
 * Context: as the space has it.
 * Return: 0; -ENODEV when it does not; the errno of the read.
 */
int look_vf_present(const struct config_space *space);

/**
 * look_pcie_second() - does it have Device Capabilities 2 and the like?
 * @pcie: PCI Express capability
 * @second: to fill in: they came with version 2 of the capability
 *
 * PCIe 7.5.3.2.
 *
 * Context: as the space has it.
 * Return: 0 or the errno of the read.
 */
int look_pcie_second(const struct pcie_view *pcie, bool *second);

#endif
