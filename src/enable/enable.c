// SPDX-License-Identifier: GPL-2.0
/*
 * Where VFs are enabled and disabled.
 *
 * Locks. The PCI core wants the device lock and the PCI rescan lock held around
 * a change of VFs. sysfs sriov_numvfs takes the device lock first; removal of a
 * device takes the rescan lock first. So neither order can be waited for from
 * here, and this is what each path does:
 *
 * - "numvfs": tries pf->op, waits for the rescan lock, tries the device lock.
 *   It waits for one lock alone, and holds pf->op meanwhile, for which nobody
 *   waits. Who holds the rescan lock to remove this PF never waits for the
 *   writer: removal of the file does not (see files/reader.c), and the writer
 *   finds the PF unbound when its turn comes.
 * - sriov_configure: has both locks; tries pf->op.
 * - unload: waits for the rescan lock, tries the device lock; when that is
 *   taken it lets go of the rescan lock, waits until the device lock was free,
 *   and starts over.
 * - remove: has the device lock, and has or has not the rescan lock; which of
 *   them cannot be told, and taking it twice is a deadlock. So it is not taken
 *   here; the unload above has done its work by then, and hot removal has it.
 *   Unbinding through sysfs is left, where VFs go without it, as they do with
 *   every driver of the kernel that disables VFs in its remove.
 *
 * pf->op is only ever tried: that is what makes a second operation -EAGAIN.
 * pf->alive is not held while the PCI core is at work.
 */
#include <linux/capability.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "../pf/registry.h"
#include "../pf/snapshot.h"
#include "../preflight/preflight.h"
#include "enable.h"
#include "guard.h"
#include "reason.h"

bool enable_allowed;

/* Set when the module goes: from then on nothing is enabled. */
static bool enable_stopped;

static void enable_note(struct scope_pf *pf, enum pf_request_state state,
			const char *text, int result, const char *reason)
{
	struct pf_request *request = &pf->request;

	spin_lock(&pf->request_lock);
	request->state = state;
	request->result = result;
	strscpy(request->text, text, sizeof(request->text));
	strscpy(request->reason, reason, sizeof(request->reason));
	spin_unlock(&pf->request_lock);
}

/* The end of a request: "status" has it, and the log has one line. */
static int enable_end(struct scope_pf *pf, const char *text, int result,
		      const char *reason)
{
	enable_note(pf, PF_REQUEST_DONE, text, result, reason);
	if (result < 0)
		pci_warn(pf->pdev, "numvfs %*pE refused (%pe): %s\n",
			 (int)strlen(text), text, ERR_PTR(result), reason);
	else
		pci_info(pf->pdev, "numvfs %*pE: %s\n", (int)strlen(text), text,
			 reason);
	return result;
}

/* GUARD_GO, or the end of the request. */
static int enable_climb(struct scope_pf *pf, const char *text,
			const struct guard_facts *facts)
{
	char reason[PF_REASON_LEN];
	int ret;

	ret = guard_climb(facts, reason, sizeof(reason));
	return ret == GUARD_GO ? ret : enable_end(pf, text, ret, reason);
}

/* Who may not, or makes no sense, need not wait for a lock or the device. */
static int enable_ask_caller(struct scope_pf *pf, const char *text,
			     struct guard_facts *facts)
{
	facts->allowed = READ_ONCE(enable_allowed);
	facts->admin = capable(CAP_SYS_ADMIN);
	guard_parse(text, facts);
	return enable_climb(pf, text, facts);
}

/* What can be said without the locks, while somebody else has them. */
static void enable_look_busy(struct scope_pf *pf, struct guard_facts *facts)
{
	facts->looked = true;
	facts->busy = true;
	facts->driver_cap = pci_sriov_get_totalvfs(pf->pdev);
}

/* What "preflight" would say to the request */
static void enable_ask_preflight(const struct pf_snapshot *snap,
				 struct guard_facts *facts)
{
	struct preflight_result result;
	struct preflight_facts preflight;

	preflight_facts(&preflight, snap);
	facts->refused =
		preflight_refuses(&preflight, facts->requested, &result);
	if (facts->refused)
		scnprintf(facts->refusal, sizeof(facts->refusal), "%s; %s",
			  result.detail, result.remedy);
}

static void enable_look(struct scope_pf *pf, struct guard_facts *facts)
{
	struct pf_snapshot snap;
	int ret;

	ret = pf_snapshot_take(pf, PREFLIGHT_NEEDS, &snap);
	if (!ret)
		enable_ask_preflight(&snap, facts);
	facts->looked = true;
	facts->busy = READ_ONCE(enable_stopped);
	facts->gone = ret || !pf->bound;
	facts->driver_cap = pci_sriov_get_totalvfs(pf->pdev);
	facts->current_vfs = pci_num_vf(pf->pdev);
	facts->assigned_vfs = pci_vfs_assigned(pf->pdev);
	pf_snapshot_drop(&snap);
}

static u32 enable_count_vfs(struct pci_dev *pdev)
{
	struct pci_dev *vf = NULL;
	u32 count = 0;

	while ((vf = pf_next_vf(pdev, vf)))
		count++;
	return count;
}

/* After enabling: is it so? */
static int enable_verify(struct scope_pf *pf, u32 num_vfs, char *reason,
			 size_t size)
{
	struct guard_outcome outcome = {
		.asked = num_vfs,
		.devices = enable_count_vfs(pf->pdev),
	};
	struct pf_snapshot snap;
	int ret;

	ret = pf_snapshot_take(pf, SNAPSHOT_SRIOV, &snap);
	if (ret) {
		scnprintf(reason, size,
			  "the device does not answer after enabling (%pe); disabled again",
			  ERR_PTR(ret));
		return -EIO;
	}
	outcome.vf_enable = snap.sriov.vf_enable;
	outcome.num_vfs = snap.sriov.num_vfs;
	pf_snapshot_drop(&snap);
	return guard_verify(&outcome, reason, size);
}

static int enable_vfs(struct scope_pf *pf, u32 num_vfs, char *reason,
		      size_t size)
{
	int ret;

	ret = pci_enable_sriov(pf->pdev, num_vfs);
	if (ret) {
		enable_core_reason(ret, reason, size);
		return ret;
	}

	ret = enable_verify(pf, num_vfs, reason, size);
	if (ret) {
		pci_disable_sriov(pf->pdev);
		return ret;
	}

	pf->enabled_here = true;
	scnprintf(reason, size, "%u VFs enabled", num_vfs);
	return 0;
}

static int disable_vfs(struct scope_pf *pf, char *reason, size_t size)
{
	u32 num_vfs = pci_num_vf(pf->pdev);

	pci_disable_sriov(pf->pdev);
	pf->enabled_here = false;
	scnprintf(reason, size, "%u VFs disabled", num_vfs);
	return 0;
}

/* With the device lock, the rescan lock and pf->op. */
static int enable_locked(struct scope_pf *pf, const char *text,
			 struct guard_facts *facts)
{
	char reason[PF_REASON_LEN];
	int ret;

	enable_look(pf, facts);
	ret = enable_climb(pf, text, facts);
	if (ret != GUARD_GO)
		return ret;

	enable_note(pf, PF_REQUEST_IN_PROGRESS, text, 0, "");
	if (facts->requested)
		ret = enable_vfs(pf, facts->requested, reason, sizeof(reason));
	else
		ret = disable_vfs(pf, reason, sizeof(reason));
	return enable_end(pf, text, ret, reason);
}

static int enable_refuse_busy(struct scope_pf *pf, const char *text,
			      struct guard_facts *facts)
{
	enable_look_busy(pf, facts);
	return enable_climb(pf, text, facts);
}

int enable_from_file(struct scope_pf *pf, const char *text)
{
	struct guard_facts facts = {};
	int ret;

	ret = enable_ask_caller(pf, text, &facts);
	if (ret != GUARD_GO)
		return ret;

	if (!mutex_trylock(&pf->op))
		return enable_refuse_busy(pf, text, &facts);

	pci_lock_rescan_remove();
	if (device_trylock(&pf->pdev->dev)) {
		ret = enable_locked(pf, text, &facts);
		device_unlock(&pf->pdev->dev);
	} else {
		ret = enable_refuse_busy(pf, text, &facts);
	}
	pci_unlock_rescan_remove();
	mutex_unlock(&pf->op);
	return ret;
}

int enable_from_core(struct pci_dev *pdev, int num_vfs)
{
	struct scope_pf *pf = pci_get_drvdata(pdev);
	struct guard_facts facts = {};
	char text[PF_REQUEST_LEN];
	int ret;

	snprintf(text, sizeof(text), "%d", num_vfs);
	ret = enable_ask_caller(pf, text, &facts);
	if (ret != GUARD_GO)
		return ret;

	if (mutex_trylock(&pf->op)) {
		ret = enable_locked(pf, text, &facts);
		mutex_unlock(&pf->op);
	} else {
		ret = enable_refuse_busy(pf, text, &facts);
	}
	return ret ?: num_vfs;
}

void enable_release(struct scope_pf *pf)
{
	u32 num_vfs = pci_num_vf(pf->pdev);

	if (!pf->enabled_here || !num_vfs)
		return;
	if (pci_vfs_assigned(pf->pdev))
		pci_warn(pf->pdev, "VFs that guests have go away\n");
	pci_disable_sriov(pf->pdev);
	pf->enabled_here = false;
	pci_info(pf->pdev, "released, %u VFs disabled\n", num_vfs);
}

/* See the locks above: the unload. */
static void enable_stop_pf(struct scope_pf *pf)
{
	struct device *dev = &pf->pdev->dev;

	pci_lock_rescan_remove();
	while (!device_trylock(dev)) {
		pci_unlock_rescan_remove();
		device_lock(dev);
		device_unlock(dev);
		pci_lock_rescan_remove();
	}
	enable_release(pf);
	device_unlock(dev);
	pci_unlock_rescan_remove();
}

void enable_stop(void)
{
	struct scope_pf *pf;
	unsigned long key = 0;

	WRITE_ONCE(enable_stopped, true);
	for (; (pf = registry_next(&key)); key++) {
		if (READ_ONCE(pf->bound))
			enable_stop_pf(pf);
		pf_put(pf);
	}
}
