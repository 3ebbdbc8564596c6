// SPDX-License-Identifier: GPL-2.0
/*
 * The registry: which PFs there are.
 *
 * All PFs are in it, also those that parameter "observe" keeps from being shown:
 * so the VFs of a PF are known from the beginning, and unbinding takes no PF out
 * of it, which would have to wait for readers under the device lock.
 *
 * An XArray by address: it finds the next PF without counting those before it,
 * so that a thousand of them cost a line of "devices" no more than one does.
 */
#include <linux/err.h>
#include <linux/xarray.h>

#include "events/log.h"
#include "pf.h"
#include "registry.h"

static DEFINE_XARRAY(registry);
static bool registry_observes;
static const struct registry_listener *registry_listener;

bool registry_is_complete(void)
{
	return registry_observes;
}

struct scope_pf *registry_next(unsigned long *key)
{
	struct scope_pf *pf;

	xa_lock(&registry);
	pf = xa_find(&registry, key, ULONG_MAX, XA_PRESENT);
	if (pf)
		pf_get(pf);
	xa_unlock(&registry);
	return pf;
}

struct scope_pf *registry_find(struct pci_dev *pdev)
{
	unsigned long key = pf_key(pdev);
	struct scope_pf *pf;

	xa_lock(&registry);
	pf = xa_load(&registry, key);
	if (pf && pf->pdev == pdev)
		pf_get(pf);
	else
		pf = NULL;
	xa_unlock(&registry);
	return pf;
}

void registry_tell(struct pci_dev *pdev, registry_tell_fn *tell,
		   const void *data)
{
	struct pci_dev *physfn = pci_physfn(pdev);
	struct scope_pf *pf;

	xa_lock(&registry);
	pf = xa_load(&registry, pf_key(physfn));
	if (pf && pf->pdev == physfn)
		tell(pf, pdev, data);
	xa_unlock(&registry);
}

void registry_tell_behind(struct pci_dev *bridge, registry_tell_fn *tell,
			  const void *data)
{
	struct scope_pf *pf;
	unsigned long key;

	xa_lock(&registry);
	xa_for_each(&registry, key, pf) {
		if (pci_upstream_bridge(pf->pdev) == bridge)
			tell(pf, pf->pdev, data);
	}
	xa_unlock(&registry);
}

static void registry_show(struct scope_pf *pf)
{
	if (pf->shown)
		return;
	registry_listener->added(pf);
	WRITE_ONCE(pf->shown, true);
}

static void registry_hide(struct scope_pf *pf)
{
	if (!pf->shown)
		return;
	WRITE_ONCE(pf->shown, false);
	registry_listener->removed(pf);
}

static struct scope_pf *registry_add(struct pci_dev *pdev, bool search)
{
	struct scope_pf *pf;
	int ret;

	pf = registry_find(pdev);
	if (pf)
		return pf;

	pf = pf_create(pdev, search);
	if (IS_ERR(pf))
		return pf;

	ret = xa_insert(&registry, pf->key, pf, GFP_KERNEL);
	if (ret) {
		event_log_keep(pf->log);
		pf_put(pf);
		return ERR_PTR(ret);
	}
	if (registry_observes)
		registry_show(pf);
	return pf_get(pf);
}

struct scope_pf *registry_bound(struct pci_dev *pdev)
{
	struct scope_pf *pf = registry_add(pdev, true);

	if (!IS_ERR(pf))
		registry_show(pf);
	return pf;
}

void registry_unbound(struct scope_pf *pf)
{
	if (!registry_observes)
		registry_hide(pf);
}

void registry_remove(struct scope_pf *pf)
{
	pf_mark_gone(pf);
	registry_hide(pf);
	pf_forget_group(pf);
	history_end(pf);
	if (xa_cmpxchg(&registry, pf->key, pf, NULL, GFP_KERNEL) == pf)
		pf_put(pf);
}

struct scope_pf *registry_found(struct pci_dev *pdev)
{
	struct scope_pf *pf = registry_add(pdev, registry_observes);

	if (!IS_ERR(pf))
		return pf;
	if (PTR_ERR(pf) != -ENODEV)
		pci_warn(pdev, "sriovscope: cannot be watched: %pe\n", pf);
	return NULL;
}

void registry_open(bool observe, const struct registry_listener *listener)
{
	registry_observes = observe;
	registry_listener = listener;
}

void registry_close(void)
{
	struct scope_pf *pf;
	unsigned long key = 0;

	while ((pf = registry_next(&key))) {
		registry_remove(pf);
		pf_put(pf);
	}
	xa_destroy(&registry);
}
