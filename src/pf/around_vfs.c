// SPDX-License-Identifier: GPL-2.0
/*
 * The VFs that are on: who is looked at, and who is left alone.
 */
#include <linux/mm.h>
#include <linux/sched.h>

#include "core/look/look.h"
#include "around.h"
#include "awake.h"
#include "pf.h"

static int vf_look(const struct config_space *space, unsigned int what,
		   struct around_vf *vf)
{
	int ret = 0;

	if (what & FACTS_VFS)
		ret = look_vf(space, vf);
	if (!ret && what & FACTS_VF_USE)
		ret = look_vf_use(space, &vf->use);
	return ret;
}

static int vf_read(struct pci_dev *pdev, unsigned int what,
		   struct around_vf *vf)
{
	struct pci_space pci;
	int ret;

	ret = awake_get_if_awake(pdev);
	if (ret)
		return ret;
	pci_space_init(&pci, pdev);
	if (what & FACTS_NO_WAIT)
		pci_space_never_wait(&pci);
	ret = vf_look(&pci.space, what, vf);
	awake_put(pdev);
	return ret;
}

int around_vfs(struct scope_pf *pf, unsigned int what, struct pf_around *around)
{
	u32 count = pf_count_vfs(pf);
	struct around_vf *at;
	struct pci_dev *vf;
	u32 id;

	if (!count)
		return 0;
	around->vfs = kvcalloc(count, sizeof(*around->vfs), GFP_KERNEL);
	if (!around->vfs)
		return -ENOMEM;

	/* What came since they were counted is left out. */
	for (id = 0;
	     around->vf_count < count && (vf = pf_next_vf_from(pf, &id));
	     id++) {
		at = &around->vfs[around->vf_count++];
		at->routing_id = id;
		at->error = vf_read(vf, what, at);
		pci_dev_put(vf);
		cond_resched();
	}
	return 0;
}
