// SPDX-License-Identifier: GPL-2.0
/*
 * What facts hold is made and released, and what is not known is said in words.
 */
#include <linux/array_size.h>
#include <linux/bits.h>
#include <linux/build_bug.h>
#include <linux/kernel.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "facts.h"

static const char *const about_names[] = {
	"where the device is",
	"what the kernel has made of it",
	"its driver",
	"whether the driver can enable VFs",
	"what the module sriovscope keeps",
	"which VFs guests have",
	"the windows of the VF BARs",
	"the kernel's page size",
	"the bus numbers",
	"its other capabilities",
	"its power state",
	"the port above",
	"the other functions on its bus",
	"the function that it depends on",
	"its IOMMU group",
	"its VFs",
	"who has the memory and the buses above it",
	"how many interrupts its VFs share",
	"which drivers its VFs have met",
};

static_assert(ARRAY_SIZE(about_names) == ABOUT_GROUPS);

void facts_say_lack(const struct pf_facts *facts, u32 about, char *text,
		    size_t size)
{
	u32 lack = facts_lack(facts, about), i;
	size_t len;

	len = scnprintf(text, size, "unknown:");
	for (i = 0; i < ABOUT_GROUPS; i++) {
		if (!(lack & BIT(i)))
			continue;
		lack &= ~BIT(i);
		len += scnprintf(text + len, size - len, " %s%s",
				 about_names[i], lack ? "," : "");
	}
	scnprintf(text + len, size - len, " (%s)", facts->why);
}

static void around_drop(struct pf_around *around)
{
	if (!around)
		return;
	kvfree(around->vfs);
	kvfree(around->peers);
	kvfree(around->functions);
	kvfree(around->rooms.windows);
	kvfree(around->rooms.holders);
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
