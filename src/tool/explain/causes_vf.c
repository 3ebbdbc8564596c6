// SPDX-License-Identifier: GPL-2.0
/*
 * VFs that came, and do not work or do not stay.
 */
#include <stddef.h>

#include "rows.h"

const struct explain_cause explain_vf_causes[] = {
	{ .name = "pf_power",
	  .see = "log: `Unable to change power state from D3cold to D0, device inaccessible`, or `not ready 65535ms after FLR; giving up`",
	  .patterns = { SAYS("Unable to change power state from * to D0, device inaccessible"),
			SAYS("can't change power state from * to D0 (config space inaccessible)"),
			SAYS("Refused to change power state from"),
			SAYS("not ready *ms after * giving up") },
	  .cause =
		  "VFs answer only while the PF is in D0, and has VF Enable and VF MSE set. This device sleeps, or did not come back from a reset.",
	  .remedy =
		  "echo on > /sys/bus/pci/devices/BDF/power/control; if it stays away, switch the machine off and on",
	  .places = { READINESS("reason"), PREFLIGHT("power_state"),
		      CHECK("vf_enable_power"), CHECK("vf_memory_space") } },

	{ .name = "vf_driver",
	  .see = "`readlink .../driver: no such file or directory`; no interface, or a device plugin finds no resources",
	  .patterns = { SAYS_WITH("readlink */driver", ENOENT),
			SAYS_WITH("virtfn*/driver", ENOENT) },
	  .cause =
		  "The VF has no driver: `sriov_drivers_autoprobe` of the PF is 0, its `driver_override` says another, no driver knows its ID, or the probe failed.",
	  .remedy =
		  "cat /sys/bus/pci/devices/BDF/sriov_drivers_autoprobe /sys/bus/pci/devices/VIRTFN/driver_override; dmesg | grep VIRTFN; then echo VIRTFN > /sys/bus/pci/drivers_probe",
	  .places = { READINESS("reason"), VFS("driver") } },

	{ .name = "vf_not_yet",
	  .see = "`can't set eSwitch mode to [switchdev]`, `no parent devices found`, right after VFs were enabled",
	  .patterns = { SAYS("can't set eSwitch mode"),
			SAYS("no parent devices found"),
			SAYS("Failed setting eswitch to offloads"),
			SAYS("Changing eswitch mode is allowed only if there is no VF"),
			SAYS("Can't change mode, E-Switch is busy") },
	  .cause =
		  "VFs are there before their drivers are ready: 64 of them may take 20 seconds. Some devices change the mode of their eswitch only while they have no VFs.",
	  .remedy =
		  "wait until all VFs have their driver: udevadm settle; or echo 0 > /sys/bus/pci/devices/BDF/sriov_numvfs, devlink dev eswitch set pci/BDF mode switchdev, and enable VFs then",
	  .places = { READINESS("reason"), VFS("driver") } },

	{ .name = "nvme_secondary",
	  .see = "log: `nvme nvme5: Device not ready; aborting initialisation, CSTS=0x2`, of a VF",
	  .patterns = { SAYS("nvme*Device not ready; aborting") },
	  .cause =
		  "The secondary controller behind the VF is offline, or has no queues and interrupts: an NVMe device gives VFs none by itself.",
	  .remedy =
		  "nvme list-secondary /dev/nvme0; per VF nvme virt-mgmt /dev/nvme0 -c CNTLID with -r 0 -a 8 -n QUEUES, -r 1 -a 8 -n INTERRUPTS, then -a 9; then echo VIRTFN > /sys/bus/pci/drivers_probe",
	  .places = { READINESS("reason"), VFS("driver") } },

	{ .name = "vf_reset",
	  .see = "link of a VF stays down; log: `VF N still in reset. Try again.`, `PF failed to honor VF`, `Failed to communicate with PF`",
	  .patterns = { SAYS("VF * still in reset. Try again"),
			SAYS("PF failed to honor VF"),
			SAYS("PF returned error * to our request"),
			SAYS("Failed to communicate with PF"),
			SAYS("Unable to get VF config") },
	  .cause =
		  "The driver of the VF and that of the PF do not come together: a reset of the VF has not finished, or did not happen when a guest gave it back.",
	  .remedy =
		  "echo 1 > /sys/bus/pci/devices/VIRTFN/reset, then bind the driver of the VF again; if it stays so, update both drivers and the firmware",
	  .places = { CHECK("vf_flr"), CHECK("pf_flr"),
		      PREFLIGHT("power_state") } },

	{ .name = "pf_down",
	  .see = "log: `PF still in reset state. Is the PF interface up?`, `perhaps the PF Driver isn't up yet`",
	  .patterns = { SAYS("PF still in reset state. Is the PF interface up"),
			SAYS("perhaps the PF Driver isn't up yet") },
	  .cause =
		  "The interface of the PF is down, and with igb and ixgbe its VFs work only while it is up.",
	  .remedy =
		  "ip link set dev IFACE up, with IFACE from ls /sys/bus/pci/devices/BDF/net",
	  .places = { STATUS("driver") } },

	{ .name = "vf_addresses",
	  .see = "VFs come at other addresses than `VF offset` and `stride` of `lspci` say",
	  .patterns = { SAYS("VF offset: *, stride:") },
	  .cause =
		  "First VF Offset and VF Stride are those of now: they may change with NumVFs and with ARI.",
	  .remedy =
		  "enable the VFs and read the addresses then: ls -l /sys/bus/pci/devices/BDF/ | grep virtfn",
	  .places = { REGS("first_vf_offset"), REGS("vf_stride"),
		      CHECK("first_vf_offset") } },

	{ .name = "disagree",
	  .see = "the kernel says 0 VFs, and `lspci` shows `IOVCtl: Enable+`",
	  .patterns = { SAYS("IOVCtl: Enable+"),
			SAYS("written behind the kernel's back"),
			SAYS("agree: no") },
	  .cause =
		  "Somebody wrote the register behind the kernel's back, with setpci say, or the device was reset. VFs of which the kernel knows nothing have no place and no driver.",
	  .remedy =
		  "echo 1 > /sys/bus/pci/devices/BDF/remove && echo 1 > /sys/bus/pci/rescan, and enable VFs through sriov_numvfs",
	  .places = { STATUS("agree"), STATUS("num_vfs_register"),
		      STATUS("num_vfs_kernel") } },

	{ .name = "vfs_vanish",
	  .see = "log: `Disabled 7 VFs`; `no pci device info for device` when a guest starts",
	  .patterns = { SAYS("Disabled [0-9]* VF"),
			SAYS("no pci device info for device"),
			SAYS("VFs that guests have go away"),
			SAYS("released, * VFs disabled") },
	  .cause =
		  "The driver of the PF was taken away, and its VFs went with it. Most often a manager of guests has given the PF itself to vfio-pci, as one of all functions of the device.",
	  .remedy =
		  "give the guest the VF alone, in Proxmox without \"All Functions\"; then bind the driver of the PF again, and enable VFs",
	  .places = { STATUS("driver"), STATUS("num_vfs_kernel"),
		      STATUS("last_probe") } },

	{ .name = "driver_left",
	  .see = "log: `driver left SR-IOV enabled after remove`",
	  .patterns = { SAYS("driver left SR-IOV enabled after remove") },
	  .cause =
		  "The PF has lost its driver and kept its VFs, which nobody serves now.",
	  .remedy =
		  "bind the driver of the PF again: echo BDF > /sys/bus/pci/drivers_probe; next time write 0 to sriov_numvfs first",
	  .places = { PREFLIGHT("driver"), PREFLIGHT("vfs_on"),
		      STATUS("driver") } },

	{ .name = NULL },
};
