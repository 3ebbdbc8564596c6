// SPDX-License-Identifier: GPL-2.0
/*
 * What the kernel has made of a PF, as sysfs tells it.
 */
#include "drivers.h"
#include "facts.h"
#include "host.h"
#include "kmsg.h"
#include "sysfs.h"

/* VFs that 16 bits can count, and no more in any device */
#define VFS_MAX 65535U

/* As power_state of struct around_self has it */
#define POWER_D3COLD 4

void facts_driver_of(const struct host_function *fn, char *driver)
{
	sysfs_link(fn, "driver", driver, PF_DRIVER_LEN);
}

int facts_group_of(const struct host_function *fn)
{
	char name[AROUND_NAME_LEN];
	u32 group;

	if (!sysfs_link(fn, "iommu_group", name, sizeof(name)) ||
	    kstrtouint(name, 10, &group))
		return -1;
	return group;
}

bool facts_is_asleep(const struct host_function *fn)
{
	char state[SYSFS_TEXT_LEN];

	return fn->host->live &&
	       sysfs_text(fn, "power/runtime_status", state) &&
	       !strcmp(state, "suspended");
}

/* As power_state of struct around_self has it; negative when it is not known */
static int power_state(const struct host_function *fn)
{
	static const char *const states[] = { "D0", "D1", "D2", "D3hot",
					      "D3cold" };
	char state[SYSFS_TEXT_LEN];
	u32 i;

	sysfs_text(fn, "power_state", state);
	for (i = 0; i < ARRAY_SIZE(states); i++) {
		if (!strcmp(state, states[i]))
			return i;
	}
	return -ENODATA;
}

u8 facts_power_state(const struct host_function *fn)
{
	return max(power_state(fn), 0);
}

/* The kernel wakes up what is in D3cold alone: all others have their registers. */
bool facts_would_wake(const struct host_function *fn)
{
	int state;

	if (!facts_is_asleep(fn))
		return false;
	state = power_state(fn);
	return state < 0 || state == POWER_D3COLD;
}

static enum pf_mode kernel_mode(const struct pf_kernel *kernel)
{
	if (!kernel->is_physfn)
		return PF_MODE_REJECTED;
	return strcmp(kernel->driver, "sriovscope") ? PF_MODE_OBSERVED :
						      PF_MODE_BOUND;
}

static u32 windows_count(const struct pf_kernel *kernel)
{
	u32 count = 0, slot;

	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++)
		count += !!kernel->windows[slot].size;
	return count;
}

/* The kernel forgets a window for which it finds no place; its log may not. */
static void windows_from_log(struct host_function *fn, struct pf_kernel *kernel)
{
	const u64 *found;
	u32 slot;

	found = kmsg_vf_bars(fn->host, fn->domain, fn->routing_id);
	if (!found)
		return;
	kernel->vf_bars_known = true;
	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		if (!kernel->windows[slot].size)
			kernel->windows[slot].size = found[slot];
	}
}

/*
 * VFs are on only with all windows. Else a slot that reads 0 and has no window may
 * be of a VF BAR that the kernel found no place for, unless its log tells.
 */
static void kernel_windows(struct host_function *fn, struct pf_facts *facts)
{
	struct pf_kernel *kernel = &facts->kernel;

	if (!kernel->is_physfn)
		return;
	if (!facts_windows(fn, kernel)) {
		memset(kernel->windows, 0, sizeof(kernel->windows));
		facts->unknown |= ABOUT_WINDOWS;
		return;
	}
	kernel->vf_bars_known = kernel->num_vfs;
	/* As with the module, the registers must be there to tell. */
	if (!kernel->num_vfs && !facts->sriov_error)
		windows_from_log(fn, kernel);
	kernel->vf_bars = windows_count(kernel);
}

/*
 * The one in the kernel who marks VFs as assigned to guests (pci_set_dev_assigned())
 * is Xen's pciback: without it there are none.
 */
static bool kernel_assigned(const struct host_function *fn, u32 num_vfs)
{
	char name[AROUND_NAME_LEN], link[SYSFS_TEXT_LEN];
	const struct host_function *vf;
	char driver[PF_DRIVER_LEN];
	u32 n;

	for (n = 0; n < num_vfs; n++) {
		snprintf(link, sizeof(link), "virtfn%u", n);
		if (!sysfs_link(fn, link, name, sizeof(name)))
			continue;
		vf = host_find_name(fn->host, name);
		if (!vf)
			return false;
		facts_driver_of(vf, driver);
		if (!strcmp(driver, "pciback"))
			return false;
	}
	return true;
}

/* A kernel without SR-IOV has taken no function for a PF, and rejected none. */
static void kernel_without_iov(struct pf_facts *facts)
{
	facts->kernel.mode = PF_MODE_OBSERVED;
	facts->unknown |= ABOUT_KERNEL | ABOUT_WINDOWS | ABOUT_LINK |
			  ABOUT_VF_MSIX;
	facts->why = "this kernel has no SR-IOV (CONFIG_PCI_IOV)";
}

/* A kernel without interrupt vectors has no file for them. */
static void kernel_vf_settings(const struct host_function *fn,
			       struct pf_kernel *kernel)
{
	u32 autoprobe = 0, enabled = 0;

	sysfs_number(fn, "enable", &enabled);
	kernel->enabled = enabled;
	kernel->autoprobe_known =
		sysfs_number(fn, "sriov_drivers_autoprobe", &autoprobe);
	kernel->autoprobe = autoprobe;
	kernel->vf_msix_known = true;
	sysfs_number(fn, "sriov_vf_total_msix", &kernel->vf_msix);
}

void facts_kernel(struct host_function *fn, unsigned int what,
		  struct pf_facts *facts)
{
	struct pf_kernel *kernel = &facts->kernel;

	facts_driver_of(fn, kernel->driver);
	kernel->is_physfn =
		sysfs_number(fn, "sriov_totalvfs", &kernel->driver_cap) &&
		sysfs_number(fn, "sriov_numvfs", &kernel->num_vfs);
	kernel->driver_cap = min(kernel->driver_cap, VFS_MAX);
	kernel->num_vfs = min(kernel->num_vfs, VFS_MAX);
	kernel->mode = kernel_mode(kernel);
	if (!kernel->is_physfn && !facts_has_iov(fn))
		kernel_without_iov(facts);
	if (!drivers_callback(fn->host, kernel))
		facts->unknown |= ABOUT_CALLBACK;
	if (!kernel_assigned(fn, kernel->num_vfs))
		facts->unknown |= ABOUT_ASSIGNED;
	if (what & FACTS_VF_SETTINGS)
		kernel_vf_settings(fn, kernel);
	kernel_windows(fn, facts);
}
