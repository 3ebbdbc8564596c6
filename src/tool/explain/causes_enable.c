// SPDX-License-Identifier: GPL-2.0
/*
 * What a write to sriov_numvfs or numvfs meets, in the order of the constraints as
 * far as they have an errno of their own (sriov_numvfs_store() and sriov_enable() in
 * drivers/pci/iov.c), and what the guard of sriovscope says before. Where rows have
 * the same errno, the likeliest comes first.
 */
#include <stddef.h>

#include "rows.h"

#define REALLOC \
	"boot with pci=realloc; or Above 4G decoding on, or TotalVFs lower, in the firmware"

const struct explain_cause explain_enable_causes[] = {
	{ .name = "no_window",
	  .see = "log: `not enough MMIO resources for SR-IOV`",
	  .patterns = { SAYS("not enough MMIO resources for SR-IOV"),
			SAYS("SR-IOV: IOV BARS not allocated"),
			SAYS("no room for the VFs: windows"), ERRNO(ENOMEM) },
	  .cause =
		  "A VF BAR has no window in memory. The kernel reserves one for TotalVFs at once, so that without it not even one VF can be enabled.",
	  .remedy = REALLOC,
	  .places = { PREFLIGHT("vf_bar?_window"), PREFLIGHT("vf_bars") } },

	{ .name = "window_full",
	  .see = "log: `VF BAR 0 [mem size ...]: can't assign; no space`, or `BAR 7: no space for [mem size ...]`",
	  .patterns = { SAYS("VF BAR [0-5] *: can't assign; no space"),
			SAYS("VF BAR [0-5] *: failed to assign"),
			SAYS("BAR [7-9]: no space for [[]mem"),
			SAYS("BAR 1[0-2]: no space for [[]mem"),
			SAYS("BAR [7-9]: failed to assign [[]mem"),
			SAYS("BAR 1[0-2]: failed to assign [[]mem") },
	  .cause =
		  "The VF BARs do not fit into the memory window of the bridge above the device. Older kernels count them from 7 to 12.",
	  .remedy = REALLOC,
	  .places = { PREFLIGHT("vf_bar?_window"), PREFLIGHT("vf_bars") } },

	{ .name = "bus_numbers",
	  .see = "log: `can't enable N VFs (bus XX out of range of [bus YY])`",
	  .patterns = { SAYS("can't enable * VFs (bus * out of range of [[]bus"),
			ERRNO(ENOMEM) },
	  .cause =
		  "The last VFs would be on a bus that the port above the device does not have. Fewer VFs may fit: `max_vfs` is their number.",
	  .remedy =
		  "ask for max_vfs of bus_numbers; for more, boot with pci=assign-busses or use another slot",
	  .places = { PREFLIGHT("bus_numbers") } },

	{ .name = "few_buses",
	  .see = "log: `devices behind bridge are unusable because [bus XX] cannot be assigned for them`",
	  .patterns = { SAYS("devices behind bridge are unusable because") },
	  .cause =
		  "The firmware has reserved fewer buses for the slot than the device and its VFs need.",
	  .remedy =
		  "boot with pci=assign-busses, or look for a setting of the firmware for buses, SR-IOV or hot plug of that slot",
	  .places = { PREFLIGHT("bus_numbers") } },

	{ .name = "no_ari",
	  .see = "log: `unknown header type 7f`, or `type 7f class 0xffffff`",
	  .patterns = { SAYS("unknown header type 7f"),
			SAYS("type 7f class 0xffffff"), ERRNO(EIO) },
	  .cause =
		  "The kernel looked for a VF and nothing answered. VFs from function 8 on answer only when the port above the device forwards ARI.",
	  .remedy =
		  "switch ARI on in the firmware, or use a slot whose port can forward it; without it, ask for max_vfs of ari_forwarding",
	  .places = { PREFLIGHT("ari_forwarding"), PREFLIGHT("power_state"),
		      CHECK("ari_hierarchy") } },

	{ .name = "no_driver",
	  .see = "log: `no driver bound to device; cannot configure SR-IOV`",
	  .patterns = { SAYS("no driver bound to device*cannot configure SR"),
			SAYS("no driver is bound"),
			SAYS_WITH("write */sriov_numvfs", ENOENT),
			ERRNO(ENOENT) },
	  .cause =
		  "The PF has no driver, or the last one that was tried did not take it. VFs are enabled by the driver of the PF.",
	  .remedy =
		  "bind the device's own driver, pci-pf-stub or sriovscope: echo sriovscope > /sys/bus/pci/devices/BDF/driver_override && echo BDF > /sys/bus/pci/drivers_probe",
	  .places = { PREFLIGHT("driver"), STATUS("last_probe") } },

	{ .name = "no_callback",
	  .see = "log: `driver does not support SR-IOV configuration via sysfs`",
	  .patterns = { SAYS("driver does not support SR-IOV configuration"),
			SAYS("cannot enable VFs (no sriov_configure)"),
			SAYS("enables VFs only with its parameter enable_sriov"),
			ERRNO(ENOENT) },
	  .cause =
		  "The driver of the PF cannot enable VFs: it has no sriov_configure. vfio-pci can, with its parameter enable_sriov alone; mlx4 only by its parameter num_vfs, when it is loaded.",
	  .remedy =
		  "for vfio-pci: echo 1 > /sys/module/vfio_pci/parameters/enable_sriov; else bind a driver that can: the device's own, pci-pf-stub or sriovscope",
	  .places = { PREFLIGHT("driver"), STATUS("driver") } },

	{ .name = "too_many",
	  .see = "",
	  .patterns = { SAYS("more than the * VFs that the driver allows"),
			SAYS("TotalVFs of the device is"), ERRNO(ERANGE) },
	  .cause =
		  "More VFs were asked for than TotalVFs of the device, or than its driver allows.",
	  .remedy =
		  "ask for no more than cat /sys/bus/pci/devices/BDF/sriov_totalvfs; for more, look for a setting of the driver or of the device's firmware",
	  .places = { PREFLIGHT("total_vfs"), PREFLIGHT("driver_cap") } },

	{ .name = "vfs_on",
	  .see = "log: `N VFs already enabled. Disable before enabling M VFs`",
	  .patterns = { SAYS("VFs already enabled. Disable before enabling"),
			ERRNO(EBUSY) },
	  .cause =
		  "VFs are on, and the kernel changes their number only from 0 and to 0.",
	  .remedy =
		  "echo 0 > /sys/bus/pci/devices/BDF/sriov_numvfs, then write the number",
	  .places = { PREFLIGHT("vfs_on") } },

	{ .name = "vfs_assigned",
	  .see = "log: `Cannot modify SR-IOV while VFs are assigned`, or that VFs are assigned to VMs",
	  .patterns = { SAYS("Cannot modify SR-IOV while VFs are assigned"),
			SAYS("VFs are assigned - not disabling SR-IOV"),
			SAYS("VFs because some are assigned to VM"),
			SAYS("SRIOV since some VFs are assigned to VM"),
			SAYS("while VFs are assigned"),
			SAYS("VFs are still assigned to VM"),
			SAYS("VFs are assigned to guests"),
			SAYS("marked as assigned to guests"), ERRNO(EPERM) },
	  .cause =
		  "Guests have VFs of the PF, so that these cannot be taken away.",
	  .remedy =
		  "detach the VFs from the guests: virsh detach-device, or stop the guests; then try again",
	  .places = { PREFLIGHT("vfs_assigned"), STATUS("vfs_assigned"),
		      VFS("driver") } },

	{ .name = "guard_closed",
	  .see = "log: `parameter allow_enable is off`, or `the caller lacks CAP_SYS_ADMIN`",
	  .patterns = { SAYS("parameter allow_enable is off"),
			SAYS("parameter allow_enable of sriovscope is off"),
			SAYS("the caller lacks CAP_SYS_ADMIN"), ERRNO(EPERM) },
	  .cause =
		  "The PF is bound to sriovscope, whose guard lets nobody change VFs until it is opened, and only root then.",
	  .remedy =
		  "as root: echo 1 > /sys/module/sriovscope/parameters/allow_enable",
	  .places = { PREFLIGHT("allow_enable"), STATUS("write_path"),
		      STATUS("last_reason") } },

	{ .name = "no_sriov",
	  .see = "no `sriov_*` files in sysfs, and no folder `D`; `sriov_numvfs: Permission denied`, for root too; `SR-IOV is not supported on this device`",
	  .patterns = { SAYS_WITH("sriov_numvfs", EACCES),
			SAYS_WITH("sriov_*vfs: ", ENOENT),
			SAYS_WITH("cannot access*/sriov_", ENOENT),
			SAYS_WITH("open */sriov_", ENOENT),
			SAYS("cannot create */sriov_numvfs: Directory nonexistent"),
			SAYS("device is not capable of SR-IOV"),
			SAYS("SR-IOV is not supported on this device"),
			SAYS("SR-IOV is not available"),
			SAYS("SRIOV capability is not found"),
			SAYS("asic does not support SRIOV") },
	  .cause =
		  "The kernel has no PF there: SR-IOV is off in the firmware of the machine or of the device, or TotalVFs is 0. When somebody writes a file that is not there, sysfs says `Permission denied`, to root too.",
	  .remedy =
		  "switch SR-IOV on in the firmware of the machine, and with the tool of the device: mstconfig -d BDF set SRIOV_EN=1 NUM_OF_VFS=8, say; then boot",
	  .places = { PREFLIGHT("kernel_accepted"), CHECK("total_vfs"),
		      STATUS("is_physfn") } },

	{ .name = "rejected",
	  .see = "`lspci` shows `Single Root I/O Virtualization (SR-IOV)`, and there are no `sriov_*` files",
	  .patterns = { SAYS("Single Root I/O Virtualization"),
			SAYS("takes the function for no PF"),
			SAYS("takes this function for no PF"),
			SAYS("mode: rejected") },
	  .cause =
		  "The kernel found the capability and did not like what is in it, of which it says nothing: TotalVFs, page sizes, VF BARs, First VF Offset or VF Stride.",
	  .remedy =
		  "update or set up the firmware of the device; then echo 1 > /sys/bus/pci/devices/BDF/remove && echo 1 > /sys/bus/pci/rescan",
	  .places = { PREFLIGHT("kernel_accepted"), STATUS("mode"),
		      CHECK("kernel_page_size"), CHECK("first_vf_offset"),
		      CHECK("vf_stride") } },

	{ .name = "initial_vfs",
	  .see = "nothing in the log; `lspci` shows `Initial VFs` and `Total VFs` that differ",
	  .patterns = { SAYS("InitialVFs and TotalVFs differ"),
			SAYS("Initial VFs: *, Total VFs:"), ERRNO(EIO) },
	  .cause =
		  "InitialVFs and TotalVFs of the device differ. That is for VF migration, which the device cannot do, and the kernel refuses it without a word.",
	  .remedy =
		  "update the firmware of the device: only it can set InitialVFs",
	  .places = { PREFLIGHT("initial_vfs"), CHECK("initial_vfs") } },

	{ .name = "dependency_link",
	  .see = "nothing in the log",
	  .patterns = { SAYS("function_dependency_link names a function"),
			ERRNO(ENOSYS), ERRNO(ENODEV) },
	  .cause =
		  "Function Dependency Link of the device names a function that is not there, or is no PF.",
	  .remedy =
		  "update the firmware of the device: the link has to name the function itself, or a PF beside it",
	  .places = { PREFLIGHT("dependency_link"),
		      CHECK("dependency_link") } },

	{ .name = "not_a_number",
	  .see = "log: `not a number of VFs`",
	  .patterns = { SAYS("not a number of VFs"), ERRNO(EINVAL) },
	  .cause =
		  "What was written is no number from 0 on, or has something behind it. To sriov_numvfs a number above 65535 is none either.",
	  .remedy = "echo 4 > /sys/bus/pci/devices/BDF/sriov_numvfs",
	  .places = { STATUS("last_request"), STATUS("last_reason") } },

	{ .name = "core_einval",
	  .see = "log: `the kernel has VFs on already, or InitialVFs is smaller than the request`",
	  .patterns = { SAYS("VFs on already, or InitialVFs is smaller") },
	  .cause =
		  "The PCI core found VFs on that somebody else has enabled, or fewer InitialVFs than were asked for.",
	  .remedy =
		  "echo 0 > /sys/bus/pci/devices/BDF/sriov_numvfs first; or ask for no more than initial_vfs in regs",
	  .places = { PREFLIGHT("vfs_on"), CHECK("num_vfs_initial"),
		      REGS("initial_vfs"), STATUS("agree") } },

	{ .name = "busy",
	  .see = "log: `another operation on this PF is in progress`",
	  .patterns = { SAYS("another operation on this PF is in progress"),
			SAYS("operation on the PF is in progress"),
			SAYS("VFs, other operation is pending"),
			ERRNO(EAGAIN) },
	  .cause =
		  "Somebody else is changing VFs of the same PF, or is removing it or resetting it.",
	  .remedy =
		  "try again in a second; VFs take up to one second to go away",
	  .places = { STATUS("last_request"), STATUS("last_result") } },

	{ .name = "gone",
	  .see = "log: `the device does not answer or is no longer bound to sriovscope`",
	  .patterns = { SAYS("does not answer or is no longer bound to sriovscope"),
			ERRNO(ENODEV) },
	  .cause =
		  "The device was removed, unbound or reset meanwhile, or does not answer any more.",
	  .remedy =
		  "see whether it is there with lspci -s BDF; if it is and reads ff: echo 1 > /sys/bus/pci/devices/BDF/remove && echo 1 > /sys/bus/pci/rescan",
	  .places = { STATUS("mode"), PREFLIGHT("power_state"),
		      CHECK("capability_structure") } },

	{ .name = "not_done",
	  .see = "log: `N VFs were asked for, but VF Enable is clear`",
	  .patterns = { SAYS("VFs were asked for, but VF Enable is"),
			ERRNO(EIO) },
	  .cause =
		  "The kernel has enabled the VFs, and the device did not do it: a register or the number of VF devices is not as asked. sriovscope has disabled them again.",
	  .remedy =
		  "look for lines of the VFs in the kernel log; a device that does so is broken, or its firmware is",
	  .places = { STATUS("last_reason"), CHECK("num_vfs"),
		      PREFLIGHT("ari_forwarding"), PREFLIGHT("power_state") } },

	{ .name = "vf_bar_resized",
	  .see = "fewer VFs than before after a VF BAR was resized; log: `can't update enabled VF BAR`",
	  .patterns = { SAYS("can't update enabled VF BAR"),
			SAYS("the VF BAR was resized") },
	  .cause =
		  "A VF BAR was made larger and its window was not, so that fewer VFs fit. It can be resized only while VFs are off.",
	  .remedy =
		  "echo 0 > /sys/bus/pci/devices/BDF/sriov_numvfs and make the VF BAR smaller, or ask for fewer VFs",
	  .places = { PREFLIGHT("vf_bar?_window"),
		      CHECK("vf_resizable_bar") } },

	{ .name = "ordinary_bar",
	  .see = "log: `BAR 5 [mem size ...]: can't assign; no space` of an ordinary BAR, `probe with driver ... failed with error -12`",
	  .patterns = { SAYS("BAR [0-5] *: can't assign; no space"),
			SAYS("BAR [0-5]: no space for [[]mem"),
			SAYS("probe of * failed with error -12"),
			SAYS("probe with driver * failed with error -12") },
	  .cause =
		  "An ordinary BAR found no place, and its driver gave up. Below one bridge the windows of VF BARs may have taken the room, though no VF is on.",
	  .remedy = REALLOC,
	  .places = { PREFLIGHT("vf_bar?_window"), PREFLIGHT("vf_bars") } },

	{ .name = NULL },
};
