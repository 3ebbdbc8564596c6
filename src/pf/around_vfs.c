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

static int vf_read(struct pci_dev *pdev, struct around_vf *vf)
{
	struct pci_space pci;
	int ret;

	ret = awake_get_if_awake(pdev);
	if (ret)
		return ret;
	pci_space_init(&pci, pdev);
	ret = look_vf(&pci.space, vf);
	awake_put(pdev);
	return ret;
}

int around_vfs(struct scope_pf *pf, struct pf_around *around)
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
		at->error = vf_read(vf, at);
		pci_dev_put(vf);
		cond_resched();
	}
	return 0;
}
