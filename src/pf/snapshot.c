// SPDX-License-Identifier: GPL-2.0
/*
 * The one place where a PF is read for a file.
 */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/rcupdate.h>
#include <linux/security.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "awake.h"
#include "caps.h"
#include "snapshot.h"
#include "vf_settings.h"

/*
 * A driver and its name are in its module, which free_module() frees after the
 * module's exit, and behind synchronize_rcu().
 */
void device_driver_name(struct device *dev, char *name, size_t size)
{
	const struct device_driver *driver;

	rcu_read_lock();
	driver = READ_ONCE(dev->driver);
	strscpy(name, driver ? driver->name : "", size);
	rcu_read_unlock();
}

/*
 * vfio-pci always has a callback, which says -ENOENT while its parameter is off.
 * Built in, it has no list of its parameters: then it is not known.
 */
static bool driver_is_switched_off(const struct device_driver *driver)
{
	const struct module *owner = driver->owner;
	const struct kernel_param *param;

	if (!owner || strcmp(driver->name, "vfio-pci"))
		return false;
	for (param = owner->kp; param < owner->kp + owner->num_kp; param++) {
		if (!strcmp(param->name, "enable_sriov") &&
		    param->ops == &param_ops_bool)
			return !READ_ONCE(*(bool *)param->arg);
	}
	return false;
}

/* What holds for its name holds for the rest of a driver. */
static void snapshot_driver(struct pci_dev *pdev, struct pf_kernel *kernel)
{
	struct device_driver *driver;

	rcu_read_lock();
	driver = READ_ONCE(pdev->dev.driver);
	kernel->can_configure = driver &&
				to_pci_driver(driver)->sriov_configure;
	kernel->switched_off = driver && driver_is_switched_off(driver);
	rcu_read_unlock();
}

/* Of a window that it found no place for, the kernel keeps nothing. */
static void snapshot_windows(const struct scope_pf *pf,
			     struct vf_window *windows)
{
	const struct resource *res;
	u32 slot;

	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		res = &pf->pdev->resource[PCI_IOV_RESOURCES + slot];
		windows[slot].size = pf->vf_windows[slot];
		if (!res->flags)
			continue;
		windows[slot].size = resource_size(res);
		windows[slot].start = res->start;
		windows[slot].assigned = res->parent;
	}
}

static enum pf_mode snapshot_mode(const struct scope_pf *pf)
{
	if (!pf->pdev->is_physfn)
		return PF_MODE_REJECTED;
	return READ_ONCE(pf->bound) ? PF_MODE_BOUND : PF_MODE_OBSERVED;
}

static void snapshot_notes(struct scope_pf *pf, struct pf_facts *snap)
{
	spin_lock(&pf->lock);
	snap->request = pf->request;
	snap->kernel.probe = pf->probe;
	spin_unlock(&pf->lock);
}

/* Once they were looked for */
static void snapshot_caps(const struct scope_pf *pf, struct pf_kernel *kernel)
{
	/* Pairs with cmpxchg() in pf_caps(). */
	const struct pf_caps *caps = smp_load_acquire(&pf->caps);

	if (!caps)
		return;
	kernel->cap_offset = caps->offset;
	kernel->has_ea = caps->has_ea;
}

/* The kernel logs who asks: it is not asked where another reason comes first. */
static bool snapshot_locked_down(const struct pf_kernel *kernel)
{
	return kernel->mode == PF_MODE_BOUND && kernel->allowed &&
	       security_locked_down(LOCKDOWN_DEBUGFS);
}

static int snapshot_kernel(struct scope_pf *pf, unsigned int what,
			   struct pf_kernel *kernel)
{
	struct pci_dev *pdev = pf->pdev;
	int ret = 0;

	strscpy(kernel->name, pci_name(pdev), sizeof(kernel->name));
	device_driver_name(&pdev->dev, kernel->driver, sizeof(kernel->driver));
	snapshot_driver(pdev, kernel);
	kernel->allowed = READ_ONCE(pf_enable_allowed);
	kernel->integrated = pf_is_integrated(pdev);
	kernel->domain = pci_domain_nr(pdev->bus);
	kernel->routing_id = pci_dev_id(pdev);
	kernel->vendor = pdev->vendor;
	kernel->device = pdev->device;
	snapshot_caps(pf, kernel);
	kernel->mode = snapshot_mode(pf);
	kernel->is_physfn = pdev->is_physfn;
	kernel->num_vfs = pci_num_vf(pdev);
	kernel->driver_cap = pci_sriov_get_totalvfs(pdev);
	if (what & FACTS_ASSIGNED)
		kernel->vfs_assigned = pci_vfs_assigned(pdev);
	if (what & FACTS_LOCKDOWN)
		kernel->locked_down = snapshot_locked_down(kernel);
	if (what & FACTS_VF_SETTINGS) {
		kernel->enabled = pci_is_enabled(pdev);
		ret = vf_settings(pdev, kernel);
	}
	snapshot_windows(pf, kernel->windows);
	return ret;
}

static int snapshot_sriov(const struct pf_caps *caps, unsigned int what,
			  struct pf_facts *snap)
{
	if (!caps || !(what & (FACTS_SRIOV | FACTS_SRIOV_IF_ANY)))
		return 0;
	if (caps->sriov_error) {
		snap->sriov_error = caps->sriov_error;
		return what & FACTS_SRIOV ? caps->sriov_error : 0;
	}
	return look_sriov(caps, &snap->sriov);
}

static int snapshot_chain(struct scope_pf *pf, unsigned int what,
			  struct pf_facts *snap)
{
	struct ext_chain *chain;

	if (!(what & FACTS_CHAIN))
		return 0;
	chain = ext_chain_read(&pf->pci.space);
	if (IS_ERR(chain))
		return PTR_ERR(chain);
	snap->chain = facts_chain(chain);
	ext_chain_free(chain);
	return snap->chain ? config_present(&pf->pci.space) : -ENOMEM;
}

static int snapshot_image(struct scope_pf *pf, unsigned int what,
			  struct pf_facts *snap)
{
	struct pci_space pci = pf->pci;

	if (!(what & (FACTS_IMAGE | FACTS_HEADER)))
		return 0;
	if (!(what & FACTS_IMAGE))
		pci.space.size = PCI_STD_HEADER_SIZEOF;
	snap->image = kvzalloc(sizeof(*snap->image), GFP_KERNEL);
	if (!snap->image)
		return -ENOMEM;
	return image_space_copy(snap->image, &pci.space);
}

/* The registers of SR-IOV are proven there; with these it is asked again. */
static int snapshot_vf_bars(struct scope_pf *pf, const struct pf_caps *caps,
			    struct pf_around *around)
{
	int ret;

	ret = look_vf_bars(caps, around);
	if (!ret && (around->rebar.exists || around->ea.exists))
		ret = config_present(&pf->pci.space);
	return ret;
}

static int snapshot_around(struct scope_pf *pf, const struct pf_caps *caps,
			   unsigned int what, struct pf_facts *snap)
{
	const struct sriov_state *sriov = snap->sriov_error ? NULL :
							      &snap->sriov;
	struct pf_around *around = snap->around;
	int ret = 0;

	if (what & FACTS_PLACE)
		around_place(pf, sriov, around);
	if (what & FACTS_PORT)
		around_port(pf, what, &around->port);
	if (what & FACTS_SELF)
		ret = look_self(&pf->pci.space, caps, around);
	else if (what & FACTS_VF_BARS)
		ret = snapshot_vf_bars(pf, caps, around);
	if (!ret && what & FACTS_SELF_USE)
		ret = look_use(&pf->pci.space, caps, &around->use);
	if (!ret && what & FACTS_ROOM)
		ret = around_look_rooms(pf->pdev, &around->rooms);
	if (!ret && what & (FACTS_VFS | FACTS_VF_USE))
		ret = around_vfs(pf, what, around);
	if (!ret && what & FACTS_VFS && sriov)
		ret = around_functions(pf, sriov, around);
	return ret;
}

/* What needs no register of the device does not need its capabilities either. */
#define FACTS_OF_CAPS                                                    \
	(FACTS_SRIOV | FACTS_SRIOV_IF_ANY | FACTS_SELF | FACTS_VF_BARS | \
	 FACTS_SELF_USE)

static int snapshot_read(struct scope_pf *pf, unsigned int what,
			 struct pf_facts *snap)
{
	const struct pf_caps *caps = NULL;
	int ret;

	if (what & FACTS_OF_CAPS) {
		caps = pf_caps(pf);
		if (IS_ERR(caps))
			return PTR_ERR(caps);
	}
	ret = snapshot_sriov(caps, what, snap);
	if (!ret)
		ret = snapshot_chain(pf, what, snap);
	if (!ret)
		ret = snapshot_image(pf, what, snap);
	if (!ret)
		ret = snapshot_around(pf, caps, what, snap);
	return ret;
}

/* D1 to D3cold, as power_state of struct around_self has them */
#define FACTS_ASLEEP_MIN 1
#define FACTS_ASLEEP_MAX 4

/*
 * In which state the device was before anybody woke it up. Without a driver it
 * counts as asleep when its user allows that, and stays in D0.
 */
static void snapshot_found_asleep(struct scope_pf *pf, struct pf_around *around)
{
	int state = (__force int)pf->pdev->current_state;

	if (!around || !pm_runtime_suspended(&pf->pdev->dev) ||
	    state < FACTS_ASLEEP_MIN || state > FACTS_ASLEEP_MAX)
		return;
	around->self.woken = true;
	around->self.power_state = state;
}

static int snapshot_wake(struct scope_pf *pf, unsigned int what,
			 struct pf_facts *snap)
{
	int ret;

	if (what & FACTS_WAKE) {
		snapshot_found_asleep(pf, snap->around);
		return awake_get(pf->pdev);
	}
	ret = awake_get_if_awake(pf->pdev);
	snap->kernel.asleep = ret == AWAKE_ASLEEP;
	return ret;
}

static int snapshot_awake(struct scope_pf *pf, unsigned int what,
			  struct pf_facts *snap)
{
	int ret;

	if (what & FACTS_NO_WAIT && pci_space_is_blocked(pf->pdev)) {
		snap->kernel.resetting = true;
		snap->sriov_error = AROUND_RESETTING;
		return 0;
	}
	ret = snapshot_wake(pf, what, snap);
	if (ret)
		return ret;
	ret = snapshot_read(pf, what, snap);
	awake_put(pf->pdev);
	return ret;
}

/*
 * Who changes the VFs of a PF, or its driver, holds the device lock: sysfs, a
 * driver that is bound or unbound, and this module. It is looked at before all is
 * read and after; a change that fits in between shows in the number of VFs.
 */
static bool snapshot_may_change(struct scope_pf *pf)
{
	return mutex_is_locked(&pf->pdev->dev.mutex);
}

/* While nobody changes them, the registers are as the kernel believes. */
static void snapshot_compare(struct scope_pf *pf, const struct pf_facts *snap)
{
	if (!snap->sriov_error && snap->kernel.is_physfn &&
	    !snap->kernel.asleep && !snap->kernel.changing)
		history_look(pf, snap);
}

/*
 * The registers first: reading them waits while VFs are enabled or disabled, and
 * what the kernel and the last request say shall be of the time after that.
 */
static int snapshot_look(struct scope_pf *pf, unsigned int what,
			 struct pf_facts *snap)
{
	unsigned long events = history_vf_events(pf);
	u32 before = pci_num_vf(pf->pdev);
	bool changing;
	int ret, error;

	changing = snapshot_may_change(pf);
	ret = snapshot_awake(pf, what, snap);
	changing |= snapshot_may_change(pf);

	error = snapshot_kernel(pf, what, &snap->kernel);
	core_vf_bars(pf, snap);
	snapshot_notes(pf, snap);
	snap->kernel.changing = changing || snap->kernel.num_vfs != before ||
				events != history_vf_events(pf);
	if (!ret && what & (FACTS_SRIOV | FACTS_SRIOV_IF_ANY))
		snapshot_compare(pf, snap);
	/* Asleep is no failure. */
	if (error && (!ret || ret == AWAKE_ASLEEP))
		ret = error;
	if (!ret && what & FACTS_VF_DEVICES)
		ret = pf_vf_devices(pf, what, snap);
	return ret;
}

/* Peers are read before the PF itself is held: no two are at once. */
static int snapshot_peers(struct scope_pf *pf, unsigned int what,
			  struct pf_facts *snap)
{
	if (!(what & (FACTS_AROUND | FACTS_VF_BARS | FACTS_VFS | FACTS_ROOM |
		      FACTS_SELF_USE | FACTS_VF_USE)))
		return 0;
	snap->around = kvzalloc(sizeof(*snap->around), GFP_KERNEL);
	if (!snap->around)
		return -ENOMEM;
	return what & FACTS_PEERS ? around_peers(pf, snap->around) : 0;
}

int pf_facts_take(struct scope_pf *pf, unsigned int what, struct pf_facts *snap)
{
	int ret;

	memset(snap, 0, sizeof(*snap));
	ret = snapshot_peers(pf, what, snap);
	if (!ret)
		ret = pf_hold(pf);
	if (!ret) {
		ret = snapshot_look(pf, what, snap);
		pf_unhold(pf);
	}
	if (!ret && what & FACTS_VF_USE)
		ret = facts_compare_vfs(snap);
	if (ret) {
		snap->sriov_error = ret;
		facts_drop(snap);
	}
	return ret == AWAKE_ASLEEP && snap->kernel.asleep ? 0 : ret;
}
