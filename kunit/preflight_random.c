// SPDX-License-Identifier: GPL-2.0
/*
 * Facts about devices on which anything is wrong at once.
 */
#include <linux/errno.h>
#include <linux/minmax.h>

#include "preflight_random.h"

static u32 pick(struct rnd_state *rnd, u32 count)
{
	return prandom_u32_state(rnd) % count;
}

static void random_registers(struct sriov_state *s, struct rnd_state *rnd)
{
	s->total_vfs = pick(rnd, 13);
	s->initial_vfs = pick(rnd, 8) ? s->total_vfs : pick(rnd, 14);
	s->vf_migration_capable = !pick(rnd, 4);
	s->first_vf_offset = pick(rnd, 2) ? pick(rnd, 9) : pick(rnd, 520);
	s->vf_stride = pick(rnd, 4) ? pick(rnd, 3) : pick(rnd, 120);
}

static void random_kernel(struct pf_facts *f, struct rnd_state *rnd)
{
	struct pf_kernel *k = &f->kernel;
	u16 total = f->sriov.total_vfs;

	k->routing_id =
		(pick(rnd, 256) << 8) + pick(rnd, pick(rnd, 2) ? 4 : 256);
	k->is_physfn = pick(rnd, 20);
	k->driver_cap = pick(rnd, 6) ? total : pick(rnd, total + 1);
	k->mode = pick(rnd, 2) ? PF_MODE_BOUND : PF_MODE_OBSERVED;
	k->allowed = pick(rnd, 8);
	k->can_configure = pick(rnd, 16);
	k->switched_off = !pick(rnd, 16);
	k->num_vfs = pick(rnd, 12) ? 0 : pick(rnd, total + 1);
	k->vfs_assigned = !pick(rnd, 16);
	if (!pick(rnd, 16))
		bend_no_driver(f);
	f->sriov_error = pick(rnd, 16) ? 0 : -EIO;
}

/* VF Resizable BAR names it; the window is of before. */
static void random_resize(struct pf_facts *f, struct model_bars *dev, u32 slot,
			  struct rnd_state *rnd)
{
	struct around_rebar *rebar = &f->around->rebar;
	u32 total = f->sriov.total_vfs, size = pick(rnd, 3);

	rebar->bars[rebar->count].slot = slot;
	rebar->bars[rebar->count].size = size;
	rebar->count++;
	dev->copies[slot] = 0x100000ULL << size;
	f->kernel.windows[slot].size =
		(total + 2) * (0x100000ULL << pick(rnd, 3)) -
		pick(rnd, 3) * 0xfffff;
}

/*
 * A VF BAR that sriov_init() finds: its type is in the register, and what it is
 * for is counted. Of one without a place the kernel clears the resource, so that
 * its size is known only to who was there before, and the address is 0.
 */
static void random_bar(struct pf_facts *f, struct model_bars *dev, u32 slot,
		       u32 type, bool noted, struct rnd_state *rnd)
{
	struct vf_window *window = &f->kernel.windows[slot];
	u32 total = f->sriov.total_vfs;

	dev->nres++;
	dev->parents[slot] = pick(rnd, 24);
	f->sriov.vf_bar[slot] = type;
	if (dev->parents[slot] || noted)
		window->size = total * (0x1000ULL << pick(rnd, 3));
	if (!dev->parents[slot])
		return;
	f->sriov.vf_bar[slot] |= pick(rnd, 2) * 0x90000000;
	window->start = 0x90000000;
	window->assigned = true;
	if (!pick(rnd, 5))
		random_resize(f, dev, slot, rnd);
}

/* Slots with a BAR, with the upper half of one, with bits alone, and empty ones */
static void random_windows(struct pf_facts *f, struct model_bars *dev,
			   struct rnd_state *rnd)
{
	bool noted = pick(rnd, 2);
	u32 slot, type;

	*dev = (struct model_bars){};
	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		f->kernel.windows[slot] = (struct vf_window){};
		f->sriov.vf_bar[slot] = 0;
	}
	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		type = pick(rnd, 2) * PCI_BASE_ADDRESS_MEM_PREFETCH;
		if (slot % 2 == 0 && pick(rnd, 2))
			type |= PCI_BASE_ADDRESS_MEM_TYPE_64;
		if (pick(rnd, 2))
			random_bar(f, dev, slot, type, noted, rnd);
		else if (!pick(rnd, 8))
			f->sriov.vf_bar[slot] = type;
		if (f->sriov.vf_bar[slot] & PCI_BASE_ADDRESS_MEM_TYPE_64) {
			slot++;
			f->sriov.vf_bar[slot] = dev->parents[slot - 1] * 0x3800;
		}
	}
	f->kernel.vf_bars = dev->nres;
	f->kernel.vf_bars_known = pick(rnd, 6);
}

static void random_around(struct pf_facts *f, struct rnd_state *rnd)
{
	struct pf_around *around = f->around;
	struct around_port *port = &around->port;

	around->last_bus = min(f->kernel.routing_id / 256 + pick(rnd, 4), 255U);
	around->link.devfn = pick(rnd, 4) ? f->kernel.routing_id % 256 :
					    pick(rnd, 3);
	around->link.exists = pick(rnd, 3);
	around->link.is_physfn = around->link.exists && pick(rnd, 3);
	around->self.has_pm = pick(rnd, 4);
	around->self.power_state = pick(rnd, 8) ? 0 : pick(rnd, 4);
	port->exists = pick(rnd, 8);
	port->error = pick(rnd, 8) ? 0 : -EIO;
	port->downstream = pick(rnd, 8);
	port->ari_supported = pick(rnd, 2);
	port->ari_forwarding = port->ari_supported && pick(rnd, 3);
}

void facts_random(struct pf_facts *f, struct model_bars *dev,
		  struct rnd_state *rnd)
{
	random_registers(&f->sriov, rnd);
	random_kernel(f, rnd);
	random_windows(f, dev, rnd);
	random_around(f, rnd);
}
