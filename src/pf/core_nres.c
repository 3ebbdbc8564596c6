// SPDX-License-Identifier: GPL-2.0
/*
 * How many VF BARs has the PCI core found?
 *
 * sriov_enable() asks for a place for each, and fails with -ENOMEM when one is
 * missing. Nothing that the core exports tells the number: of a VF BAR that it
 * found no place for it clears the resource, and writes 0 to the register, and
 * so a 32-bit one looks like none. The number is in the core's own struct
 * pci_sriov, and this is the one place that looks into it.
 *
 * Its first members are the same in all kernels that this module is for, from 6.1
 * to 7.3. That they still are is asked of each device anew: before nres
 * must be the offset of the capability, behind it SR-IOV Capabilities as they
 * were read, and TotalVFs; and it must be a number that there can be, and no
 * less than what has a resource. A kernel with another layout has other values
 * there: then the number is unknown, and preflight says "unknown" where it
 * would need it. Nothing is written, and no more is read than these first
 * members.
 */
#include "snapshot.h"

/**
 * struct core_sriov - how struct pci_sriov of drivers/pci/pci.h begins
 * @pos: offset of the capability
 * @nres: number of VF BARs
 * @cap: SR-IOV Capabilities
 * @ctrl: SR-IOV Control
 * @total_vfs: TotalVFs
 */
struct core_sriov {
	int pos;
	int nres;
	u32 cap;
	u16 ctrl;
	u16 total_vfs;
};

/* As sriov_decode() has them apart */
static bool core_cap_is(u32 raw, const struct sriov_state *sriov)
{
	const struct sriov_capabilities_reg cap = { .raw = raw };

	return register_get(&cap, vf_migration_capable) ==
		       sriov->vf_migration_capable &&
	       register_get(&cap, ari_capable_hierarchy_preserved) ==
		       sriov->ari_capable_hierarchy_preserved &&
	       register_get(&cap, vf_10bit_tag_requester_supported) ==
		       sriov->vf_10bit_tag_requester_supported &&
	       register_get(&cap, vf_14bit_tag_requester_supported) ==
		       sriov->vf_14bit_tag_requester_supported &&
	       register_get(&cap, vf_migration_interrupt_message_number) ==
		       sriov->vf_migration_interrupt_message_number;
}

static u32 windows_count(const struct pf_kernel *kernel)
{
	u32 count = 0, slot;

	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++)
		count += !!kernel->windows[slot].size;
	return count;
}

/* A PF is kept by the reference that the caller has on it, and this with it. */
static bool core_tells(const struct scope_pf *pf, struct pf_facts *snap)
{
	const struct core_sriov *core = (const void *)pf->pdev->sriov;
	const struct sriov_state *sriov = &snap->sriov;

	if (!core || !sriov->capability_offset || snap->sriov_error)
		return false;
	if (core->pos != sriov->capability_offset ||
	    !core_cap_is(core->cap, sriov) ||
	    core->total_vfs != sriov->total_vfs)
		return false;
	if (core->nres < (int)windows_count(&snap->kernel) ||
	    core->nres > PCI_SRIOV_NUM_BARS)
		return false;
	snap->kernel.vf_bars = core->nres;
	return true;
}

/* VFs are on only with all windows; see pf->vf_windows_all for the other. */
void core_vf_bars(const struct scope_pf *pf, struct pf_facts *snap)
{
	struct pf_kernel *kernel = &snap->kernel;

	if (!kernel->is_physfn)
		return;
	kernel->vf_bars_known = core_tells(pf, snap);
	if (kernel->vf_bars_known)
		return;
	kernel->vf_bars = windows_count(kernel);
	kernel->vf_bars_known = kernel->num_vfs || pf->vf_windows_all;
}
