// SPDX-License-Identifier: GPL-2.0
/*
 * Facts of which some could not be had.
 */
#include <linux/array_size.h>
#include <linux/slab.h>
#include <linux/slab.h>
#include <linux/stddef.h>
#include <linux/string.h>

#include "unknown.h"

#define OF_KERNEL(group, member)                               \
	{                                                      \
		group, offsetof(struct pf_kernel, member),     \
			sizeof_field(struct pf_kernel, member) \
	}
#define OF_AROUND(group, member)                               \
	{                                                      \
		group, offsetof(struct pf_around, member),     \
			sizeof_field(struct pf_around, member) \
	}

struct member {
	u32 about;
	size_t at;
	size_t size;
};

static const struct member of_kernel[] = {
	OF_KERNEL(ABOUT_PLACE, domain),
	OF_KERNEL(ABOUT_PLACE, routing_id),
	OF_KERNEL(ABOUT_KERNEL, is_physfn),
	OF_KERNEL(ABOUT_KERNEL, num_vfs),
	OF_KERNEL(ABOUT_KERNEL, driver_cap),
	OF_KERNEL(ABOUT_KERNEL, changing),
	OF_KERNEL(ABOUT_KERNEL, autoprobe_known),
	OF_KERNEL(ABOUT_KERNEL, autoprobe),
	OF_KERNEL(ABOUT_VF_MSIX, vf_msix_known),
	OF_KERNEL(ABOUT_VF_MSIX, vf_msix),
	OF_KERNEL(ABOUT_DRIVER, driver),
	OF_KERNEL(ABOUT_DRIVER, enabled),
	OF_KERNEL(ABOUT_DRIVER, mode),
	OF_KERNEL(ABOUT_MODULE, probe),
	OF_KERNEL(ABOUT_CALLBACK, can_configure),
	OF_KERNEL(ABOUT_CALLBACK, switched_off),
	OF_KERNEL(ABOUT_MODULE, allowed),
	OF_KERNEL(ABOUT_ASSIGNED, vfs_assigned),
	OF_KERNEL(ABOUT_WINDOWS, windows),
	OF_KERNEL(ABOUT_WINDOWS, vf_bars_known),
	OF_KERNEL(ABOUT_WINDOWS, vf_bars),
	OF_KERNEL(ABOUT_SELF, integrated),
};

static const struct member of_around[] = {
	OF_AROUND(ABOUT_ROOMS, rooms),
	OF_AROUND(ABOUT_PAGE_SIZE, page_size),
	OF_AROUND(ABOUT_BUSES, last_bus),
	OF_AROUND(ABOUT_SELF, self.has_pcie),
	OF_AROUND(ABOUT_SELF, self.flr),
	OF_AROUND(ABOUT_SELF, self.tag_10bit_requester),
	OF_AROUND(ABOUT_SELF, self.has_pm),
	OF_AROUND(ABOUT_SELF, self.no_soft_reset),
	OF_AROUND(ABOUT_SELF, self.has_ari),
	OF_AROUND(ABOUT_SELF, self.tag_14bit_requester),
	OF_AROUND(ABOUT_SELF, self.span),
	OF_AROUND(ABOUT_SELF, self.overlapped_by),
	OF_AROUND(ABOUT_SELF, use),
	OF_AROUND(ABOUT_SELF, rebar),
	OF_AROUND(ABOUT_SELF, ea),
	OF_AROUND(ABOUT_POWER, self.power_state),
	OF_AROUND(ABOUT_POWER, self.power_now),
	OF_AROUND(ABOUT_POWER, self.woken),
	OF_AROUND(ABOUT_PORT, port),
	OF_AROUND(ABOUT_PEERS, all_pfs),
	OF_AROUND(ABOUT_PEERS, peer_count),
	OF_AROUND(ABOUT_LINK, link),
	OF_AROUND(ABOUT_IOMMU, iommu),
	OF_AROUND(ABOUT_VFS, vf_count),
	OF_AROUND(ABOUT_VFS, answers),
};

static void forget(void *of, const struct member *members, u32 count, u32 about)
{
	u32 i;

	for (i = 0; i < count; i++) {
		if (members[i].about & about)
			memset(of + members[i].at, 0, members[i].size);
	}
}

void unknown_make(struct pf_facts *f, u32 about)
{
	forget(&f->kernel, of_kernel, ARRAY_SIZE(of_kernel), about);
	forget(f->around, of_around, ARRAY_SIZE(of_around), about);
	if (about & ABOUT_PEERS) {
		kvfree(f->around->functions);
		f->around->functions = NULL;
	}
	f->unknown |= about;
	f->why = "nobody said";
}
