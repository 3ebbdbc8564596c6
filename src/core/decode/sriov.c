// SPDX-License-Identifier: GPL-2.0
/*
 * The SR-IOV registers, decoded.
 */
#include <linux/bitfield.h>
#include <linux/pci.h>
#include <sriovscope/sriov.h>

static void decode_header(const struct sriov_snapshot *snap,
			  struct sriov_state *state)
{
	u32 header = snapshot_get(snap, header);

	state->capability_offset = snap->offset;
	state->span = snap->span;
	state->capability_version = FIELD_GET(EXT_CAP_HEADER_VERSION, header);
	state->next_capability = FIELD_GET(EXT_CAP_HEADER_NEXT, header);
}

static void decode_flags(const struct sriov_snapshot *snap,
			 struct sriov_state *state)
{
	u32 cap = snapshot_get(snap, capabilities);
	u16 ctrl = snapshot_get(snap, control);

	state->vf_migration_capable = cap & PCI_SRIOV_CAP_VFM;
	state->ari_capable_hierarchy_preserved = cap & SRIOV_CAP_ARI_PRESERVED;
	state->vf_10bit_tag_requester_supported = cap & SRIOV_CAP_10BIT_TAG;
	state->vf_14bit_tag_requester_supported = cap & SRIOV_CAP_14BIT_TAG;
	state->vf_migration_interrupt_message_number =
		FIELD_GET(SRIOV_CAP_INTR_MASK, cap);

	state->vf_enable = ctrl & PCI_SRIOV_CTRL_VFE;
	state->vf_migration_enable = ctrl & PCI_SRIOV_CTRL_VFM;
	state->vf_migration_interrupt_enable = ctrl & PCI_SRIOV_CTRL_INTR;
	state->vf_memory_space_enable = ctrl & PCI_SRIOV_CTRL_MSE;
	state->ari_capable_hierarchy = ctrl & PCI_SRIOV_CTRL_ARI;
	state->vf_10bit_tag_requester_enable = ctrl & SRIOV_CTRL_10BIT_TAG;
	state->vf_14bit_tag_requester_enable = ctrl & SRIOV_CTRL_14BIT_TAG;

	state->vf_migration_status = snapshot_get(snap, status) &
				     PCI_SRIOV_STATUS_VFM;
}

void sriov_decode(const struct sriov_snapshot *snap, struct sriov_state *state)
{
	decode_header(snap, state);
	decode_flags(snap, state);

	state->initial_vfs = snapshot_get(snap, initial_vfs);
	state->total_vfs = snapshot_get(snap, total_vfs);
	state->num_vfs = snapshot_get(snap, num_vfs);
	state->function_dependency_link =
		snapshot_get(snap, function_dependency_link);
	state->first_vf_offset = snapshot_get(snap, first_vf_offset);
	state->vf_stride = snapshot_get(snap, vf_stride);
	state->vf_device_id = snapshot_get(snap, vf_device_id);
	state->supported_page_sizes = snapshot_get(snap, supported_page_sizes);
	state->system_page_size = snapshot_get(snap, system_page_size);
	state->vf_bar[0] = snapshot_get_at(snap, vf_bar, 0);
	state->vf_bar[1] = snapshot_get_at(snap, vf_bar, 1);
	state->vf_bar[2] = snapshot_get_at(snap, vf_bar, 2);
	state->vf_bar[3] = snapshot_get_at(snap, vf_bar, 3);
	state->vf_bar[4] = snapshot_get_at(snap, vf_bar, 4);
	state->vf_bar[5] = snapshot_get_at(snap, vf_bar, 5);
	state->vf_migration_state_array_offset =
		snapshot_get(snap, vf_migration_state_array_offset);
}

u8 sriov_dependency(const struct sriov_state *state, u16 pf, bool integrated)
{
	u8 link = state->function_dependency_link;

	return integrated ? PCI_DEVFN(PCI_SLOT(pf & 0xff), link) : link;
}
