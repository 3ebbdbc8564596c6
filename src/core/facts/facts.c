// SPDX-License-Identifier: GPL-2.0
/*
 * What facts hold is made and released.
 */
#include <linux/mm.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/string.h>

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

struct pf_chain *facts_chain(const struct ext_chain *chain)
{
	struct pf_chain *copy;

	copy = kvzalloc(struct_size(copy, caps, chain->count), GFP_KERNEL);
	if (!copy)
		return NULL;
	copy->count = chain->count;
	memcpy(copy->caps, chain->caps, chain->count * sizeof(*copy->caps));
	return copy;
}

void facts_drop(struct pf_facts *facts)
{
	kvfree(facts->chain);
	facts->chain = NULL;
	kvfree(facts->image);
	facts->image = NULL;
	around_drop(facts->around);
	facts->around = NULL;
	kvfree(facts->vf_devices);
	facts->vf_devices = NULL;
	facts->vf_device_count = 0;
}
