// SPDX-License-Identifier: GPL-2.0
/*
 * A module that cannot be loaded, and files that cannot be written.
 */
#include <stddef.h>

#include "rows.h"

const struct explain_cause explain_module_causes[] = {
	{ .name = "module_key",
	  .see = "from insmod or modprobe; log: `Loading of unsigned module is rejected`, or `unsigned module loading is restricted`",
	  .patterns = { SAYS_WITH("insert", EKEYREJECTED),
			SAYS_WITH("insert", ENOKEY),
			SAYS_WITH("could not insert", EPERM),
			SAYS("Loading of * is rejected"),
			SAYS("unsigned module loading is restricted"),
			SAYS("Loading of unsigned module is restricted"),
			ERRNO(EKEYREJECTED) },
	  .cause =
		  "With Secure Boot the kernel loads only modules that are signed with a key that the machine knows. Or who loads it is not root.",
	  .remedy =
		  "as root, for modules of DKMS: mokutil --import /var/lib/dkms/mok.pub, boot, and enroll the key when asked; then modprobe again" },

	{ .name = "module_format",
	  .see = "`could not insert module: Invalid module format`; log: `version magic ... should be ...`",
	  .patterns = { SAYS("Invalid module format"),
			SAYS("version magic * should be"),
			SAYS("disagrees about version of symbol"),
			SAYS_WITH("insert", ENOEXEC) },
	  .cause =
		  "The module was built for another kernel than the one that runs.",
	  .remedy =
		  "apt-get install linux-headers-$(uname -r); make clean; make; or the package sriovscope-dkms, which does that for each kernel" },

	{ .name = "lockdown",
	  .see = "log: `Lockdown: ...: debugfs access is restricted`",
	  .patterns = { SAYS("Lockdown: *debugfs access is restricted"),
			SAYS("kernel lockdown closes numvfs"),
			SAYS_WITH("/debug/sriovscope/*/numvfs", EPERM) },
	  .cause =
		  "Under kernel lockdown debugfs opens no file for writing, not for root either.",
	  .remedy =
		  "echo 4 > /sys/bus/pci/devices/BDF/sriov_numvfs, which goes through the same guard",
	  .places = { STATUS("write_path") } },

	{ .name = "not_writable",
	  .see = "",
	  .patterns = { SAYS_WITH("/sys/*", EROFS), ERRNO(EROFS),
			ERRNO(EACCES) },
	  .cause =
		  "Who writes is not root, or is in a container whose `/sys` is read-only. With `sudo echo 4 > FILE` the shell writes, which is not root.",
	  .remedy =
		  "echo 4 | sudo tee /sys/bus/pci/devices/BDF/sriov_numvfs; on the host, or in a privileged container" },

	{ .name = NULL },
};
