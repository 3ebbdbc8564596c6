// SPDX-License-Identifier: GPL-2.0
/*
 * Where VFs are enabled and disabled. Which locks are held where, and who waits
 * for whom, is in Documentation/locking.md; in short:
 *
 * - "numvfs": tries pf->op, reads the port above, then takes the locks of this
 *   kernel (change.h), of which it only tries the device lock.
 * - sriov_configure: has the locks; the port above is not known there.
 * - unload: takes the locks before the driver goes.
 * - remove: has the device lock, and has or has not the rescan lock; which of
 *   them cannot be told, and taking it twice is a deadlock. So it is not taken
 *   here; the unload above has done its work by then, and hot removal has it.
 *   Unbinding through sysfs is left, where VFs go without it, as they do with
 *   every driver of the kernel that disables VFs in its remove.
 *
 * Under the locks nothing is read but the PF itself. A fact about the port that
 * is old by then, or unknown, may refuse nothing that it did not refuse when it
 * was read, and promises nothing: the PCI core still finds VFs that do not answer.
 */
#include <linux/capability.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "core/guard/guard.h"
#include "core/guard/reason.h"
#include "core/preflight/preflight.h"
#include "pf/caps.h"
#include "pf/registry.h"
#include "pf/snapshot.h"
#include "change.h"
#include "enable.h"

/* Set when the module goes: from then on nothing is enabled. */
static bool enable_stopped;

/**
 * struct enable_request - a request to change the VFs
 * @pf: of which PF
 * @text: what was asked
 * @via: on which way
 */
struct enable_request {
	struct scope_pf *pf;
	const char *text;
	enum event_via via;
};

/* What the PCI core is at is not overwritten by what was refused meanwhile. */
static void enable_note(const struct enable_request *request,
			enum pf_request_state state, int result,
			const char *reason, bool refused)
{
	struct scope_pf *pf = request->pf;
	struct pf_request *last = &pf->request;

	spin_lock(&pf->lock);
	if (!refused || last->state != PF_REQUEST_IN_PROGRESS) {
		last->state = state;
		last->result = result;
		strscpy(last->text, request->text, sizeof(last->text));
		strscpy(last->reason, reason, sizeof(last->reason));
	}
	spin_unlock(&pf->lock);
}

/* The end of a request: "status" has it, "events", and a line of the log. */
static int enable_end(const struct enable_request *request, int result,
		      const char *reason, bool refused)
{
	struct pci_dev *pdev = request->pf->pdev;
	const char *text = request->text;

	enable_note(request, PF_REQUEST_DONE, result, reason, refused);
	if (result >= 0) {
		pci_info(pdev, "numvfs %*pE: %s\n", (int)strlen(text), text,
			 reason);
		return result;
	}
	history_refused(request->pf, text, result, request->via);
	pci_warn(pdev, "numvfs %*pE refused (%pe): %s\n", (int)strlen(text),
		 text, ERR_PTR(result), reason);
	return result;
}

/* GUARD_GO, or the end of the request. */
static int enable_climb(const struct enable_request *request,
			const struct guard_facts *facts)
{
	char reason[PF_REASON_LEN];
	int ret;

	ret = guard_climb(facts, reason, sizeof(reason));
	return ret == GUARD_GO ? ret : enable_end(request, ret, reason, true);
}

/* Who may not, or makes no sense, need not wait for a lock or the device. */
static int enable_ask_caller(const struct enable_request *request,
			     struct guard_facts *facts)
{
	facts->allowed = READ_ONCE(pf_enable_allowed);
	facts->admin = capable(CAP_SYS_ADMIN);
	guard_parse(request->text, facts);
	return enable_climb(request, facts);
}

/* What can be said without the locks, while somebody else has them. */
static void enable_look_busy(struct scope_pf *pf, struct guard_facts *facts)
{
	facts->looked = true;
	facts->busy = true;
	facts->driver_cap = pci_sriov_get_totalvfs(pf->pdev);
}

/* What "preflight" would say to the request */
static noinline_for_stack void enable_ask_preflight(const struct pf_facts *snap,
						    struct guard_facts *facts)
{
	struct preflight_result result;

	facts->refused = preflight_refuses(snap, facts->requested, &result);
	if (facts->refused)
		scnprintf(facts->refusal, sizeof(facts->refusal), "%s; %s",
			  result.detail, result.remedy);
}

/* Before any lock is taken: another device is read. */
static noinline_for_stack void enable_look_at_port(struct scope_pf *pf,
						   struct around_port *port)
{
	struct pf_facts snap;

	memset(port, 0, sizeof(*port));
	if (!pf_facts_take(pf, FACTS_PORT, &snap) && snap.around)
		*port = snap.around->port;
	facts_drop(&snap);
}

/* Under the locks: what can be said of the port without reading it */
static void enable_guess_port(struct scope_pf *pf, struct around_port *port)
{
	memset(port, 0, sizeof(*port));
	port->exists = pci_upstream_bridge(pf->pdev);
	port->error = -EAGAIN;
}

/* Whatever preflight needs, no other device is read under the locks. */
#define ENABLE_NEEDS ((PREFLIGHT_NEEDS & ~FACTS_OTHERS) | FACTS_WAKE)

/* Under the locks; a PF that is bound is not let go meanwhile. */
static noinline_for_stack int enable_look_at_pf(struct scope_pf *pf,
						const struct around_port *port,
						struct guard_facts *facts)
{
	struct pf_facts snap;
	int ret;

	if (!pf->bound)
		return -ENODEV;
	ret = pf_facts_take(pf, ENABLE_NEEDS, &snap);
	if (!ret) {
		snap.around->port = *port;
		enable_ask_preflight(&snap, facts);
	}
	facts_drop(&snap);
	return ret;
}

static void enable_look(struct scope_pf *pf, const struct around_port *port,
			struct guard_facts *facts)
{
	facts->unseen = enable_look_at_pf(pf, port, facts);
	facts->looked = true;
	facts->busy = READ_ONCE(enable_stopped);
	facts->driver_cap = pci_sriov_get_totalvfs(pf->pdev);
	facts->current_vfs = pci_num_vf(pf->pdev);
	facts->assigned_vfs = pci_vfs_assigned(pf->pdev);
}

static u32 enable_count_vfs(struct pci_dev *pdev)
{
	struct pci_dev *vf = NULL;
	u32 count = 0;

	while ((vf = pf_next_vf(pdev, vf)))
		count++;
	return count;
}

static int enable_read_back(struct scope_pf *pf, struct guard_outcome *outcome)
{
	const struct pf_caps *caps = pf_caps(pf);
	struct sriov_snapshot regs;
	struct sriov_state sriov;
	int ret;

	if (IS_ERR(caps))
		return PTR_ERR(caps);
	ret = view_snapshot_part(&caps->sriov, &regs, control, num_vfs);
	if (ret)
		return ret;
	sriov_decode(&regs, &sriov);
	outcome->vf_enable = sriov.vf_enable;
	outcome->num_vfs = sriov.num_vfs;
	return 0;
}

/* After enabling: is it so? */
static int enable_verify(struct scope_pf *pf, u32 num_vfs, char *reason,
			 size_t size)
{
	struct guard_outcome outcome = {
		.asked = num_vfs,
		.devices = enable_count_vfs(pf->pdev),
	};
	int ret;

	ret = enable_read_back(pf, &outcome);
	if (ret) {
		scnprintf(reason, size,
			  "the device does not answer after enabling (%pe); disabled again",
			  ERR_PTR(ret));
		return -EIO;
	}
	return guard_verify(&outcome, reason, size);
}

static int enable_vfs(struct scope_pf *pf, u32 num_vfs, char *reason,
		      size_t size)
{
	int ret;

	ret = pci_enable_sriov(pf->pdev, num_vfs);
	if (ret) {
		guard_core_reason(ret, reason, size);
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

static int change_vfs(struct scope_pf *pf, u32 num_vfs, char *reason,
		      size_t size)
{
	return num_vfs ? enable_vfs(pf, num_vfs, reason, size) :
			 disable_vfs(pf, reason, size);
}

/* Under the locks */
static int enable_locked(const struct enable_request *request,
			 const struct around_port *port,
			 struct guard_facts *facts)
{
	struct scope_pf *pf = request->pf;
	char reason[PF_REASON_LEN];
	int ret;

	enable_look(pf, port, facts);
	ret = enable_climb(request, facts);
	if (ret != GUARD_GO)
		return ret;

	enable_note(request, PF_REQUEST_IN_PROGRESS, 0, "", false);
	history_ask(pf, request->via);
	ret = change_vfs(pf, facts->requested, reason, sizeof(reason));
	history_asked(pf);
	return enable_end(request, ret, reason, false);
}

static int enable_refuse_busy(const struct enable_request *request,
			      struct guard_facts *facts)
{
	enable_look_busy(request->pf, facts);
	return enable_climb(request, facts);
}

/* With pf->op, for which nobody waits */
static int enable_alone(const struct enable_request *request,
			struct guard_facts *facts)
{
	struct around_port port;
	struct change change;
	int ret;

	change_prepare(&change, request->pf->pdev);
	enable_look_at_port(request->pf, &port);
	if (!change_trylock(&change))
		return enable_refuse_busy(request, facts);
	ret = enable_locked(request, &port, facts);
	change_unlock(&change);
	return ret;
}

int enable_from_file(struct scope_pf *pf, const char *text)
{
	struct enable_request request = { pf, text, EVENT_VIA_NUMVFS };
	struct guard_facts facts = {};
	int ret;

	ret = enable_ask_caller(&request, &facts);
	if (ret != GUARD_GO)
		return ret;

	if (!mutex_trylock(&pf->op))
		return enable_refuse_busy(&request, &facts);
	ret = enable_alone(&request, &facts);
	mutex_unlock(&pf->op);
	return ret;
}

/* Who writes "numvfs" meanwhile is the one that finds the device lock taken. */
int enable_from_core(struct pci_dev *pdev, int num_vfs)
{
	char text[PF_REQUEST_LEN];
	struct enable_request request = {
		pci_get_drvdata(pdev),
		text,
		EVENT_VIA_SRIOV_NUMVFS,
	};
	struct guard_facts facts = {};
	struct around_port port;
	int ret;

	snprintf(text, sizeof(text), "%d", num_vfs);
	ret = enable_ask_caller(&request, &facts);
	if (ret != GUARD_GO)
		return ret;

	enable_guess_port(request.pf, &port);
	return enable_locked(&request, &port, &facts) ?: num_vfs;
}

void enable_release(struct scope_pf *pf)
{
	u32 num_vfs = pci_num_vf(pf->pdev);

	if (!pf->enabled_here || !num_vfs)
		return;
	if (pci_vfs_assigned(pf->pdev))
		pci_warn(pf->pdev, "VFs that guests have go away\n");
	history_ask(pf, EVENT_VIA_DRIVER);
	pci_disable_sriov(pf->pdev);
	history_asked(pf);
	pf->enabled_here = false;
	pci_info(pf->pdev, "released, %u VFs disabled\n", num_vfs);
}

static void enable_stop_pf(struct scope_pf *pf)
{
	struct change change;

	change_prepare(&change, pf->pdev);
	change_lock(&change);
	enable_release(pf);
	change_unlock(&change);
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
