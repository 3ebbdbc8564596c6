// SPDX-License-Identifier: GPL-2.0
/*
 * VFs that work, and do not reach a guest: IOMMU, vfio and those who call it.
 */
#include <stddef.h>

#include "rows.h"

const struct explain_cause explain_guest_causes[] = {
	{ .name = "group_not_viable",
	  .see = "`group N is not viable`",
	  .patterns = { SAYS("group * is not viable"),
			SAYS("group is not viable"),
			SAYS("ensure all devices within the iommu_group are bound"),
			SAYS("IOMMU group * has devices not bound to vfio") },
	  .cause =
		  "Others are in the IOMMU group of the VF, with drivers of the host: what is above them does not keep them apart (ACS).",
	  .remedy =
		  "use a slot whose ports have ACS; or give all devices of the group to the same guest, or bind them to vfio-pci",
	  .places = { READINESS("reason"), PREFLIGHT("iommu"),
		      VFS("iommu_group") } },

	{ .name = "no_iommu",
	  .see = "`host doesn't support passthrough of host PCI devices`, `no iommu_group found`, `IOMMU not present`",
	  .patterns = { SAYS("host doesn't support passthrough of host PCI devices"),
			SAYS("no iommu_group found"), SAYS("IOMMU not present"),
			SAYS("pci backend driver 'default' is not supported"),
			SAYS("failed to open /dev/vfio/vfio") },
	  .cause =
		  "The machine has no IOMMU that is on, or vfio-pci is not loaded.",
	  .remedy =
		  "switch VT-d or AMD-Vi on in the firmware, boot with intel_iommu=on on Intel, and modprobe vfio-pci",
	  .places = { PREFLIGHT("iommu"), VFS("iommu_group") } },

	{ .name = "vf_token",
	  .see = "log: `VF token required to access device`",
	  .patterns = { SAYS("VF token required to access device"),
			SAYS("Incorrect VF token provided for device"),
			SAYS("VF token incorrectly provided") },
	  .cause =
		  "The PF is bound to vfio-pci. Whoever has it could harm its VFs, so that both must be opened with the same token, a UUID.",
	  .remedy =
		  "give the user of the PF and those of the VFs the same one: vf-token=UUID of QEMU's vfio-pci, --vfio-vf-token=UUID of DPDK; or bind the PF to another driver",
	  .places = { READINESS("reason"), STATUS("driver"), VFS("driver") } },

	{ .name = "dma_map",
	  .see = "`vfio_container_dma_map(..., 0x380000000000, ...) = -22`, or `VFIO_MAP_DMA failed: Invalid argument`",
	  .patterns = { SAYS("vfio_container_dma_map(*) = -22"),
			SAYS("vfio_dma_map(*) = -22"),
			SAYS_WITH("VFIO_MAP_DMA failed", EINVAL) },
	  .cause =
		  "The guest has a BAR, or memory, above what the IOMMU of the host can address, often 39 bits. Many devices work without that mapping.",
	  .remedy =
		  "give the guest no more address bits: -cpu host,host-phys-bits-limit=39 for QEMU; in a guest that is a host itself, aw-bits=48 of its intel-iommu" },

	{ .name = "dma_fault",
	  .see = "log: `DMAR: [DMA Read ...] Request device [00:02.1] fault addr ...`, `AMD-Vi: Event logged [IO_PAGE_FAULT ...]`",
	  .patterns = { SAYS("DMAR:*Request device [[]*fault"),
			SAYS("AMD-Vi: Event logged [[]IO_PAGE_FAULT") },
	  .cause =
		  "The IOMMU has stopped an access to memory. The address in brackets says whose: it may be a VF's, whose driver or guest went away while the device went on.",
	  .remedy =
		  "look for the address in vfs; echo 1 > /sys/bus/pci/devices/VIRTFN/reset stops it",
	  .places = { VFS("bdf"), VFS("driver"), VFS("iommu_group") } },

	{ .name = "vfio_refuses_pf",
	  .see = "log: `Cannot bind to PF with SR-IOV enabled`",
	  .patterns = { SAYS("Cannot bind to PF with SR-IOV enabled") },
	  .cause =
		  "vfio-pci does not take a PF that has VFs, which may be in use.",
	  .remedy =
		  "echo 0 > /sys/bus/pci/devices/BDF/sriov_numvfs first; or give the guest a VF, and not the PF",
	  .places = { PREFLIGHT("vfs_on"), STATUS("last_probe") } },

	{ .name = "guest_physfn",
	  .see = "in a guest: `.../physfn/net: no such file or directory`",
	  .patterns = { SAYS_WITH("physfn", ENOENT) },
	  .cause =
		  "The VF is in a guest, and its PF is on the host: there is none to be seen here.",
	  .remedy =
		  "ask on the host; in the guest, have the program take the VF for an ordinary device" },

	{ .name = NULL },
};
