// SPDX-License-Identifier: GPL-2.0
/*
 * What drivers of PFs refuse by themselves. What limits them only they know; their
 * lines in the log say it.
 */
#include <stddef.h>

#include "rows.h"

const struct explain_cause explain_driver_causes[] = {
	{ .name = "msix",
	  .see = "log: `Only N MSI-X interrupts available for SR-IOV`",
	  .patterns = { SAYS("Only * MSI-X interrupts available for SR-IOV"),
			SAYS("Unable to set MSI-X resources for * VFs"),
			ERRNO(ENOSPC) },
	  .cause =
		  "The driver of the PF has taken the interrupt vectors for itself and its other functions, and has none left for VFs.",
	  .remedy =
		  "leave more to VFs: fewer queues for the PF (ethtool -L), a parameter of the driver (devlink dev param show), or no irdma beside ice; sriov_vf_total_msix of the PF, where there is one, says what VFs have",
	  .places = { PREFLIGHT("driver_limits"),
		      STATUS("sriov_vf_total_msix") } },

	{ .name = "driver_limits",
	  .see = "log: a line of the driver, such as `Unable to enable N VFs. Limited to M VFs due to device resource constraints`",
	  .patterns = { SAYS("Limited to * VFs due to device resource"),
			SAYS("Not enough queues to support minimum of"),
			SAYS("Not enough resources for * VFs"),
			SAYS("Can't enable * VFs, max VFs supported is"),
			SAYS("Creating more than * VFs is not allowed"),
			SAYS("SRIOV is not supported with XDP"),
			SAYS("able to reserve resources for * VFs"),
			SAYS("Unable to reserve resources for SRIOV"),
			SAYS("Requested VFs *, can enable"),
			SAYS("Firmware limits number of VFs to"),
			SAYS("VF count Max supported VFs"),
			SAYS("Requested * VFs, but FW does not support"),
			ERRNO(ENOSPC), ERRNO(EINVAL), ERRNO(EOPNOTSUPP) },
	  .cause =
		  "The driver of the PF has limits of its own: queues, XDP, traffic classes, firmware. Only it knows them.",
	  .remedy =
		  "dmesg | grep BDF for what it says; ask for fewer VFs, or switch off what needs the same resources",
	  .places = { PREFLIGHT("driver_limits"), PREFLIGHT("driver_cap") } },

	{ .name = "driver_precondition",
	  .see = "log: `Reject SRIOV config request since if is down!` and others of the kind, perhaps `4 VFs requested; only 0 enabled`; the write may even succeed",
	  .patterns = { SAYS("Reject SRIOV config request"),
			SAYS("Cannot enable SR-IOV, device not ready"),
			SAYS("SR-IOV cannot be configured - Device is in Safe Mode"),
			SAYS("SR-IOV cannot be enabled, when legacy interrupts"),
			SAYS("VFs requested; only * enabled") },
	  .cause =
		  "The driver of the PF asks for something first: bnxt_en for an interface that is up, ice for its package (DDP). bnxt_en then enables none and reports no error.",
	  .remedy =
		  "do what the line asks, such as ip link set dev IFACE up, or the package of ice in /lib/firmware; then write sriov_numvfs again",
	  .places = { PREFLIGHT("driver_limits"), STATUS("num_vfs_kernel") } },

	{ .name = NULL },
};
