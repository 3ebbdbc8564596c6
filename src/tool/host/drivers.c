// SPDX-License-Identifier: GPL-2.0
/*
 * Which drivers can enable VFs.
 *
 * No file says whether a driver has a callback for it (sriov_configure). Of some
 * that come with the kernel its sources say so, from 6.1 on and whatever else is
 * configured; one of the same name from elsewhere may be another.
 */
#include <unistd.h>

#include "drivers.h"
#include "host.h"
#include "sysfs.h"

/* kunit/tool/drivers_test.py holds them against the kernel's sources. */
static const char *const configuring[] = {
	"be2net", "cxgb4",	 "ena",	       "fm10k",	     "i40e",
	"ice",	  "igb",	 "ixgbe",      "mlx5_core",  "nfp",
	"nvme",	  "pci-pf-stub", "sriovscope", "virtio-pci", "xe",
};

static bool is_configuring(const char *driver)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(configuring); i++) {
		if (!strcmp(driver, configuring[i]))
			return true;
	}
	return false;
}

/* One that is built in has no such file. */
static bool is_out_of_tree(const struct host *host, const char *driver)
{
	char path[PATH_MAX], taint[SYSFS_TEXT_LEN] = "";
	FILE *file;

	snprintf(path, sizeof(path), "/sys/bus/pci/drivers/%s/module/taint",
		 driver);
	file = host_path_open(host, path);
	if (!file)
		return false;
	if (fscanf(file, "%63s", taint) != 1)
		*taint = '\0';
	fclose(file);
	return strchr(taint, 'O');
}

/* vfio-pci always has a callback, which says -ENOENT while its parameter is off. */
static bool callback_of_vfio(const struct host *host, struct pf_kernel *kernel)
{
	FILE *file =
		host_path_open(host,
			       "/sys/module/vfio_pci/parameters/enable_sriov");
	int on;

	if (!file)
		return false;
	on = fgetc(file);
	fclose(file);
	kernel->can_configure = true;
	kernel->switched_off = on == 'N';
	return on == 'Y' || on == 'N';
}

bool drivers_callback(const struct host *host, struct pf_kernel *kernel)
{
	if (!*kernel->driver)
		return true;
	if (!strcmp(kernel->driver, "vfio-pci"))
		return callback_of_vfio(host, kernel);
	kernel->can_configure = is_configuring(kernel->driver) &&
				(!strcmp(kernel->driver, "sriovscope") ||
				 !is_out_of_tree(host, kernel->driver));
	return kernel->can_configure;
}

bool drivers_has(const struct host *host, const char *driver)
{
	char path[PATH_MAX];
	int len = snprintf(path, sizeof(path), "%s/sys/bus/pci/drivers/%s",
			   host->root, driver);

	return len < PATH_MAX && !access(path, F_OK);
}
