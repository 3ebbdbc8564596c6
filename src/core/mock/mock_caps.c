// SPDX-License-Identifier: GPL-2.0
/*
 * Capabilities, ready made, for a configuration space that behaves.
 */
#include <linux/sizes.h>
#include <sriovscope/caps/sriov.h>

#include "hardware.h"

/* Each VF of the ready-made SR-IOV capability has BARs of this many bytes. */
#define MOCK_VF_BAR_SIZE SZ_16K

/* What every extended capability begins with, as one of its own */
DECLARE_ELEMENT(mock_header, EXT_HEADER);

void mock_config_put_header(struct mock_config *mock, u32 offset, u16 id,
			    u8 version, u16 next)
{
	hardware_put(mock, offset, mock_header, capability_id, id);
	hardware_put(mock, offset, mock_header, capability_version, version);
	hardware_put(mock, offset, mock_header, next_capability, next);
}

/* A 64-bit prefetchable VF BAR in two slots: size and type are read-only. */
static void mock_put_vf_bar64(struct mock_config *mock, u32 bar)
{
	hardware_put(mock, bar, memory_bar, memory_type, VF_BAR_64BIT);
	hardware_put(mock, bar, memory_bar, prefetchable, true);
	hardware_put_bar(mock, bar, MOCK_VF_BAR_SIZE, true);
}

static void mock_put_vf_bars(struct mock_config *mock, u32 offset)
{
	u32 slot;

	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++)
		hardware_put_bar(mock,
				 hardware_element(offset, sriov, vf_bar, slot),
				 0, false);
	mock_put_vf_bar64(mock, hardware_element(offset, sriov, vf_bar, 0));
	mock_put_vf_bar64(mock, hardware_element(offset, sriov, vf_bar, 3));
}

void mock_config_put_sriov(struct mock_config *mock, u32 offset, u16 next)
{
	mock_config_put_header(mock, offset, PCI_EXT_CAP_ID_SRIOV, 1, next);
	hardware_put(mock, offset, sriov, ari_capable_hierarchy_preserved,
		     true);
	hardware_put(mock, offset, sriov, initial_vfs, 8);
	hardware_put(mock, offset, sriov, total_vfs, 8);
	hardware_put(mock, offset, sriov, first_vf_offset, 384);
	hardware_put(mock, offset, sriov, vf_stride, 2);
	hardware_put(mock, offset, sriov, vf_device_id, 0x10ca);
	hardware_put(mock, offset, sriov, supported_page_sizes, 0x553);
	hardware_put(mock, offset, sriov, system_page_size, SRIOV_PAGE_4K);
	hardware_put_masks(mock, offset, sizeof(struct sriov_regs),
			   &sriov_type);
	mock_put_vf_bars(mock, offset);
}
