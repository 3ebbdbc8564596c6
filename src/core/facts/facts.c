// SPDX-License-Identifier: GPL-2.0
/*
 * What facts hold is released.
 */
#include <linux/mm.h>
#include <linux/slab.h>
#include <sriovscope/chain.h>

#include "facts.h"

static void around_drop(struct pf_around *around)
{
	if (!around)
		return;
	kvfree(around->vfs);
	kvfree(around->peers);
	kvfree(around->functions);
	kvfree(around);
}

void pf_facts_drop(struct pf_facts *facts)
{
	ext_chain_free(facts->chain);
	facts->chain = NULL;
	kvfree(facts->image);
	facts->image = NULL;
	around_drop(facts->around);
	facts->around = NULL;
	kvfree(facts->vf_devices);
	facts->vf_devices = NULL;
	facts->vf_device_count = 0;
}
